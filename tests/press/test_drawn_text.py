"""Text and boxes are drawn as WeasyPrint draws them, with less work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from worksheets.press.fonts import font_face_css

TEXT = (
    "Rivers carry what the rain washes off the hills down to the sea, year after year and in every officious season. "
)
STYLES = (
    "", "font-style: italic", "font: 8pt/12pt 'Source Sans 3'", "text-align: justify", "text-decoration: underline",
    "text-decoration: line-through; color: #a00", "letter-spacing: .3px", "word-spacing: 2px; text-align: justify",
    "font-variant-caps: small-caps", "font-variant-numeric: oldstyle-nums", "font-variant-position: super",
    "font-feature-settings: 'liga' 0", "font-kerning: none", "white-space: nowrap; overflow: hidden; text-overflow: "
    "ellipsis", "max-lines: 2; block-ellipsis: auto; continue: discard", "hyphens: auto; width: 20mm", "direction: rtl",
    "overflow-wrap: anywhere; width: 5mm", "visibility: hidden", "white-space: pre; tab-size: 3", "color: #0a08",
)  # fmt: skip
BOXES = (
    "background: #eee", "color: #08f; background: currentcolor", "background: #eee; visibility: hidden",
    "background: linear-gradient(red, blue); border-radius: 3px", "border: 1px solid", "border: 1px dashed #f80 3px",
    "border-radius: 4px / 25%; border-left: 2px dotted", "outline: 2px solid green", "box-shadow: 1px 2px 3px #000",
    "box-shadow: inset 1px 2px #000", "columns: 2; column-rule: 1px solid", "position: relative; z-index: 2; top: 3px",
    "position: absolute; right: 3px; outline: 1px solid", "float: right; background: #ffa", "opacity: .5",
    "transform: rotate(5deg)", "overflow: hidden; border-radius: 5px", "display: table; border: 1px solid",
    "border-image: linear-gradient(red, blue) 1; border: 2px solid", "background: white; color: white",
)  # fmt: skip
LETTERS = "naïve 1234 Иван ﬁ a\u200bb x\u0301y \u05d0\u05d1\u05d2 \u0915\u094d\u0937 \U0001f600 \ue123 office\tfjord"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><title>A word</title>'
    '<text x="5" y="20" font-size="12" font-family="Literata, serif" letter-spacing="2" rotate="0 5">rain</text></svg>'
)


def test_text_is_drawn_byte_for_byte_as_by_weasyprint(tmp_path: Path) -> None:
    """Whatever its style and letters are, in paragraphs, lists and drawings, and in boxes of many kinds."""
    body = "".join(f'<p style="{style}">{TEXT}<b>{LETTERS}</b> {TEXT}</p>' for style in STYLES)
    body += "".join(f'<div style="{style}">{TEXT}<div><i style="{style}">and</i> {TEXT}</div></div>' for style in BOXES)
    css = f"{font_face_css(TEXT)} @page {{ size: 120mm 200mm }} html {{ font: 10pt/15pt Literata }}"
    page = tmp_path / "page.html"
    page.write_text(
        f"<!DOCTYPE html><html lang=en><title>t</title><style>{css}</style>"
        f"<body>{body}<ol><li>one<li lang=de>zwei</ol>{DRAWING}",
        "utf-8",
    )
    program = Path(__file__).with_name("drawn_twice.py")
    result = subprocess.run([sys.executable, program, page], capture_output=True, text=True, check=True)

    assert result.stdout != "another\n", result.stderr
    assert int(result.stdout) > 100
