"""The sheets or the keys of a class as one HTML file for the screen, which needs no other file."""

from __future__ import annotations

from collections.abc import Sequence

from ..worksheet import AnswerKey, PersonalSheet
from .anchors import key_anchor
from .forms import FormsTable
from .grid import GridRow
from .html import (
    FORMS,
    contents_html,
    document,
    forms_html,
    grid_html,
    key_html,
    key_label,
    sheet_html,
    sheet_label,
    sole_owners,
)


def sheets_page(sheets: Sequence[PersonalSheet], *, title: str) -> str:
    """Write one page with all sheets, and a list of them on top where there are several.

    :param sheets: one or more, each with an anchor of its own.
    """
    language = sheets[0].worksheet.language
    if len(sheets) == 1:
        return document(sheet_html(sheets[0]), title=title, language=language)
    links = [(sheet.anchor, sheet_label(sheet)) for sheet in sheets]
    body = [contents_html(title, links), *(sheet_html(sheet, level=2) for sheet in sheets)]
    return document("\n".join(body), title=title, language=language)


def keys_page(
    keys: Sequence[AnswerKey], grid: Sequence[GridRow] = (), forms: FormsTable | None = None, *, title: str
) -> str:
    """Write one page with all keys, behind the answers of the whole class where a grid is given.

    :param keys: one or more, each of another code; the key of every row of the grid is among them.
    :param forms: the comparison of equal forms, which comes first.
    """
    language = keys[0].worksheet.language
    if len(keys) == 1 and not grid:
        return document(key_html(keys[0]), title=title, language=language)
    owners = sole_owners(grid)
    named = [(key, owners.get(key.worksheet.code, "")) for key in keys]
    links = [(key_anchor(key.worksheet.code), key_label(key, name)) for key, name in named]
    body = [contents_html(title, [(FORMS, "Equal forms"), *links] if forms else links)]
    if forms:
        body.append(forms_html(forms, title=title, level=2))
    if grid:
        body.append(grid_html(grid, title=title, level=2, fixed=False))
    body += [key_html(key, student_name=name, level=2) for key, name in named]
    return document("\n".join(body), title=title, language=language)
