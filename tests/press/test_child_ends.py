"""Where a block ends that pages part, as a survey of the layout shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheets.press.fonts import font_face_css
from worksheets.press.typeset import typeset

TEXT = "Rivers carry what the rain washes off the hills down to the sea, year after year and in every season. "
STYLE = (
    "@page { size: 150mm 120mm; margin: 20mm } body { margin: 0 } html { font: 10.5pt/15pt Literata }"
    "p { margin: 0; break-inside: avoid } .box { border-left: 1pt solid; padding: 6pt 0 }"
)


def test_a_parted_block_ends_with_its_last_line() -> None:
    """A rule at its side goes no farther than the text on any page, and its padding stands at its own ends alone."""
    body = f"<div class=box id=box>{f'<p>{TEXT * 2}</p>' * 9}</div>"
    html = f"<!DOCTYPE html><html lang=en><title>t</title><style>{font_face_css(TEXT)}{STYLE}</style><body>{body}"
    pages = typeset(html, base=Path(), roots=[], grid=(20, 15 * 25.4 / 72), survey=True).survey
    feet = []
    for page in pages:
        box = next(block for block in page["blocks"] if block["id"] == "box")
        feet.append(box["bottom"] - max(line["top"] + line["height"] for line in page["lines"]))

    assert len(pages) > 2
    assert [0] * (len(pages) - 1) == pytest.approx(feet[:-1])
    assert 6 == pytest.approx(feet[-1])
