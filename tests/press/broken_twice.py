"""A program: breaks texts into lines as the press does, and as it would if it tried out all that WeasyPrint tries out.

Its one argument is a file of HTML, whose paragraphs lend their styles. It says how many lines it broke, and of how many
another end was found.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from weasyprint import HTML
from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.text import line_break

from worksheets.press.child_lines import may_follow, mend_lines
from worksheets.press.child_settings import share_settings

TEXT = (
    "a to the and rain, hills. river; officious well-known 1934–38 water/salt electroencephalographically АВ Иванович "
    "co\u00adop\u00ader\u00ada\u00adtion 5\u00a0km — “so” \u05d0\u05d1\u05d2 AVATAR. Ty W. Y, difficult"
)
WORDS = TEXT.split(" ")
WIDTHS = (11, 40, 76.5, 97, 151, 222, 340.2, 461)  # CSS pixels


def text(number: int) -> str:
    """Words in an order that follows from a number; most of those with soft hyphens are left out."""
    digits = sha256(str(number).encode()).digest() * 2
    words = [WORDS[digit % len(WORDS)] for digit in digits[: 6 + number % 50]]
    return " ".join(word for word in words if number % 9 == 0 or "\u00ad" not in word) + " " * (number % 3 == 0)


def broken(style: Any, number: int, width: float) -> tuple[Any, ...]:
    """What is found of the first line of a text."""
    context = SimpleNamespace(dictionaries={})
    layout, *found = line_break.split_first_line(text(number), style, context, width, 0)
    return layout.text, *found


if __name__ == "__main__":
    mend_lines()
    share_settings()
    page = HTML(string=Path(sys.argv[1]).read_text("utf-8")).render().pages[0]
    styles = [box.style for box in page._page_box.descendants() if isinstance(box, BlockBox) and box.element_tag == "p"]
    cases = list(product(styles, range(60), WIDTHS))
    found = []
    for follow in (may_follow, lambda *_: True):
        line_break.may_follow = follow
        found.append([broken(*case) for case in cases])
    print(len(cases), sum(one != other for one, other in zip(*found, strict=True)), flush=True)
    os._exit(0)  # Pango's objects may be freed twice (WeasyPrint issue 2843)
