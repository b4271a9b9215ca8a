"""A program: draws a document as WeasyPrint does, then as the press does, and fails where any byte differs.

Its one argument is a file of HTML. It says how many words of operators the pages hold, so that none can be empty.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from weasyprint import HTML

from worksheets.press.child_boxes import pass_over_plain_boxes
from worksheets.press.child_fonts import pass_over_empty_glyphs
from worksheets.press.child_pdf import write_swiftly
from worksheets.press.child_settings import share_settings
from worksheets.press.child_text import draw_by_pieces


def drawn(text: str) -> bytes:
    """The document as PDF."""
    pdf: bytes = HTML(string=text).write_pdf(uncompressed_pdf=True, pdf_variant="pdf/ua-1")
    return pdf


if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text("utf-8")
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # when its fonts were changed
    before = drawn(text)
    share_settings()
    draw_by_pieces()
    pass_over_plain_boxes()
    pass_over_empty_glyphs()
    write_swiftly()
    # Of the second document nothing may be left of what was kept for the first.
    print(before.count(b" TJ") if before == drawn(text) == drawn(text) else "another", flush=True)
    os._exit(0)  # Pango's objects may be freed twice (WeasyPrint issue 2843)
