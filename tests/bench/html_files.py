"""Sheets as HTML: as the tool itself prints them, and with what Chromium needs in place of it."""

from __future__ import annotations

from collections.abc import Sequence

from worksheets.press.fonts import font_face_css
from worksheets.rendering.html import document, sheet_html
from worksheets.rendering.seams import sure_to_run_on
from worksheets.worksheet import PersonalSheet

from .content import PAPER, Content

# Chromium knows no running elements: the foot is made of margin boxes, on a named page for each sheet, since it holds
# the sheet's code. Nor can its page numbers begin anew: they count all pages of the document.
_BOX = 'border-top: 0.5pt solid #8a8a8a; padding-top: 1.5mm; vertical-align: top; font: 9pt "Source Sans 3"'
CHROMIUM_STYLE = f"""\
.foot {{ display: none }}
@page {{
  @bottom-left {{ {_BOX} }}
  @bottom-right {{ {_BOX}; content: "Page " counter(page) " of " counter(pages) }}
}}
"""


def html_file(sheets: Sequence[PersonalSheet], title: str) -> str:
    """Write a document as ``worksheets.printing`` does, for a program that knows CSS for print."""
    return _document(sheets, title, "")


def chromium_file(content: Content) -> str:
    """Write all sheets for Chromium's print to PDF."""
    pages = (
        f"#{sheet.anchor} {{ page: {sheet.anchor} }}\n"
        f'@page {sheet.anchor} {{ @bottom-left {{ content: "Sheet {sheet.worksheet.code}" }} }}'
        for sheet in content.sheets
    )
    return _document(content.sheets, content.title, "\n".join([CHROMIUM_STYLE, *pages]))


def _document(sheets: Sequence[PersonalSheet], title: str, style: str) -> str:
    running_on = sure_to_run_on(sheets)
    body = "\n".join(sheet_html(sheet, running_on=running_on) for sheet in sheets)
    fonts = font_face_css(body + title)
    language = sheets[0].worksheet.language
    if style:
        body = f"<style>\n{style}\n</style>\n{body}"
    return document(body, title=title, language=language, paper=PAPER, fonts=fonts)
