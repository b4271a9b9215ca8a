"""Lines are broken where WeasyPrint breaks them, though less is tried out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from worksheets.press.fonts import font_face_css

STYLES = (
    "", "hyphens: auto", "font: 8pt/12pt 'Source Sans 3'", "letter-spacing: 1px", "word-spacing: 3px; hyphens: auto",
    "overflow-wrap: anywhere", "white-space: pre-line", "word-break: break-all", "direction: rtl", "font-kerning: none",
    "hyphens: auto; hyphenate-limit-zone: 20%", "hyphens: manual; font-size: 20pt",
)  # fmt: skip


def test_lines_end_where_they_do_when_all_is_tried_out(tmp_path: Path) -> None:
    """Whatever words, widths and styles are, each line has the same text, size, baseline and end."""
    page = tmp_path / "page.html"
    body = "".join(f'<p style="{style}">a</p>' for style in STYLES)
    css = f"{font_face_css()} html {{ font: 10pt/15pt Literata }}"
    page.write_text(f"<!DOCTYPE html><html lang=en><title>t</title><style>{css}</style><body>{body}", "utf-8")
    program = Path(__file__).with_name("broken_twice.py")
    result = subprocess.run([sys.executable, program, page], capture_output=True, text=True, check=True)

    assert result.stdout == f"{len(STYLES) * 60 * 8} 0\n", result.stderr
