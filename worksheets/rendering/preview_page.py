"""The same for a browser: sheets as they are printed, each with its key and the names of its facts behind it."""

from __future__ import annotations

from collections.abc import Sequence

from ..worksheet import PersonalSheet, answer_key
from .html import contents_html, document, environment, key_html, sheet_html, sheet_label


def preview_page(sheets: Sequence[PersonalSheet], paper: str, *, title: str, command: str, sole: bool) -> str:
    """Write one HTML file that needs no other.

    :param sheets: one or more, each of another worksheet.
    :param paper: as for ``answer_key``.
    :param command: prints these sheets.
    :param sole: whether the class has no other worksheet, so that a number alone points at a question.
    """
    body = [contents_html(title, [(sheet.anchor, sheet_label(sheet)) for sheet in sheets])]
    for sheet in sheets:
        key = answer_key(sheet.worksheet, paper)
        spot = "" if sole else f"{sheet.worksheet.form or sheet.worksheet.code}:"
        facts = environment().get_template("preview_facts.html.j2").render(key=key, command=command, spot=spot)
        body += [sheet_html(sheet, level=2), key_html(key, student_name=sheet.student_name, level=2), facts]
    return document("\n".join(body), title=title, language=sheets[0].worksheet.language)
