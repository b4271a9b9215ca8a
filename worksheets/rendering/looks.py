"""A sheet set otherwise: room for large handwriting, classes for the style sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ..profiles import Look
from ..questions import GAP, Question
from ..worksheet import PersonalSheet

# Behind a word of four letters or more, a gap, or what a bracket or quotation mark closes.
_END = re.compile(rf"(?:(?<=\w{{4}}[.?!])|(?<=[{GAP})’”\x27\x22][.?!])|(?<=\w{{4}}[.?!][)’”\x27\x22])) (?=\S)")


def fitted(sheet: PersonalSheet) -> PersonalSheet:
    """Give every question of a sheet the lines that its look asks for; nothing else is altered."""
    if not sheet.look.size:
        return sheet
    sections = tuple(
        replace(section, questions=tuple(roomier(question, sheet.look) for question in section.questions))
        for section in sheet.worksheet.sections
    )
    return replace(sheet, worksheet=replace(sheet.worksheet, sections=sections))


@lru_cache(maxsize=4096)
def roomier(question: Question, look: Look) -> Question:
    """Give a question lines for large handwriting."""
    further = question.further
    return replace(
        question,
        answer_lines=look.lines(question.answer_lines),
        further=further and replace(further, lines=look.lines(further.lines)),
        parts=tuple(replace(part, answer_lines=look.lines(part.answer_lines)) for part in question.parts),
    )


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph into its sentences, where one ends for sure: not behind a short word ("Dr. Galen")."""
    return _END.split(paragraph)


def dressed(html: str, look: Look) -> str:
    """Put a piece for the press into the look of its sheet."""
    return f'<div class="{look.classes}" data-frame>{html}</div>' if look.classes else html
