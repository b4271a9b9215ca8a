"""Ids of the places in a rendered sheet that page numbers and tests are asked for."""

from __future__ import annotations

from ..worksheet import PersonalSheet


def part_anchor(sheet: PersonalSheet, part: int) -> str:
    """The id of a part of a sheet, with its heading; parts are counted from 1."""
    return f"{sheet.anchor}-part{part}"


def question_anchor(sheet: PersonalSheet, number: int) -> str:
    """The id of a question."""
    return f"{sheet.anchor}-q{number}"


def key_anchor(code: str) -> str:
    """The id of the key to the sheet with this code."""
    return f"key-{code}"


def question_end(sheet: PersonalSheet, number: int) -> str:
    """The id of the place just below a question."""
    return f"{question_anchor(sheet, number)}-end"
