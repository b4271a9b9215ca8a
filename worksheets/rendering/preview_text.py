"""A sheet for its teacher to look through: each question with its key and the names of its facts below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from ..plain_text import INDENT, LINE, indented, wrapped
from ..questions import Question
from ..worksheet import PersonalSheet, answer_key
from .text import entry_lines, question_lines

Role = Literal["title", "section", "question", "key", "note"]
KEY_SIGN = "  = "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of at most ``WIDTH`` characters, and what it is, for who gives it a colour."""

    text: str
    role: Role


def preview_lines(sheet: PersonalSheet, paper: str) -> Iterator[Line]:
    """Write one sheet and its key, question by question.

    :param paper: "a4" or "letter": the edition of the printed book whose page numbers the key names.
    """
    worksheet = sheet.worksheet
    form = f", form {worksheet.form}" if worksheet.form else ""
    whose = ", ".join(filter(None, (sheet.student_name, sheet.class_name)))
    facts = [f"{worksheet.minutes} minutes"] if worksheet.minutes else []
    count = len(worksheet.questions)
    facts += ["1 question" if count == 1 else f"{count} questions", f"{worksheet.marks} marks"]
    yield from _all([f"{worksheet.title}: sheet {worksheet.code}{form}{whose and f', {whose}'}"], "title")
    yield from _all([", ".join(facts), *wrapped(worksheet.instructions)], "note")
    for section, entries in answer_key(worksheet, paper).numbered():
        yield from _all(["", section.heading.upper()], "section")
        yield from _all(wrapped(section.instruction), "note")
        for entry in entries:
            yield from _all(["", *_short(question_lines(entry.number, entry.question))], "question")
            yield from _all(entry_lines(entry, KEY_SIGN), "key")
            yield from _all(indented(_asked(entry.question)), "note")


def _asked(question: Question) -> str:
    if not question.facts:
        return "one of your own"
    return f"fact{'s' * (len(question.facts) > 1)}: {', '.join(question.facts)}"


def _short(lines: Iterable[str]) -> Iterator[str]:
    """The same lines, but those to write on only counted."""
    for line, run in groupby(lines):
        count = len(list(run))
        if line == INDENT + LINE:
            yield f"{INDENT}({count} {'line' if count == 1 else 'lines'} to write on)"
        else:
            yield from [line] * count


def _all(texts: Iterable[str], role: Role) -> Iterator[Line]:
    return (Line(text.rstrip(), role) for text in texts)
