"""Whether one question of a sheet, or its title, holds the answer to another (H12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..bank import FactBank
from ..words import content, tells
from ..worksheet import Worksheet
from .answers import Answer, answers
from .sheet_finding import SheetFinding

MEND = "choose another fact for one of the two"


def leaks(worksheet: Worksheet, book: FactBank) -> Iterator[SheetFinding]:
    """No stem, option, source, word of a box, heading or title holds a question's answer, in no spelling of it.

    A year, number or fate is in so many texts that it counts only where the text also speaks of what was asked.
    """
    printed: list[tuple[str, tuple[str, ...]]] = [("the head of the sheet", heads(worksheet))]
    printed += [(question.id, question.seen_together) for question in worksheet.questions]
    for question in worksheet.questions:
        found = answers(question, book)
        for name, shown in printed:
            if name != question.id and (told := _told(found, shown)):
                what = f"{name} prints “{told}”, the answer to {question.id}"
                yield SheetFinding(question, "H12", what, MEND)


def heads(worksheet: Worksheet) -> tuple[str, ...]:
    """What a sheet prints beside its questions."""
    given = (worksheet.title, worksheet.instructions)
    return (*given, *(text for section in worksheet.sections for text in (section.heading, section.instruction)))


def _told(found: Iterable[Answer], shown: tuple[str, ...]) -> str:
    """The first answer that is printed."""
    for answer in found:
        for text in shown:
            if any(tells(text, form) for form in answer.forms) and _speaks_of(text, answer):
                return answer.forms[0]
    return ""


def _speaks_of(text: str, answer: Answer) -> bool:
    """Whether a text names whom an answer is about, or holds half of what that is, two things at least."""
    if answer.beside:
        return any(tells(text, name) for name in answer.beside)
    wanted = content(answer.about)
    if not wanted:  # about nothing, or words too short to be compared
        return not answer.about or tells(text, answer.about)
    return 0 < min(len(wanted), max(2, (len(wanted) + 1) // 2)) <= len(wanted & content(text))
