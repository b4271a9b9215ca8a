"""Whether a question or a text may stand on a sheet beside the questions that are there (rules H11, H12)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from ..bank import FactBank
from ..item_rules import independence
from ..questions import Key, Question
from ..sheet_lint import clash, lint_question
from ..words import holds
from ..worksheet import Worksheet

Change = Callable[[Question], Iterable[Question]]


def changed(worksheet: Worksheet, book: FactBank, change: Change, excused: Collection[str] = ()) -> Worksheet:
    """Put in the place of each question the first of its changed versions that is sound; if none is, it stays.

    :param change: the versions of a question, the best first; none where nothing is to be changed.
    :param excused: codes of rules that a changed question may break.
    """
    questions = list(worksheet.questions)
    for index, question in enumerate(questions):
        if not question.facts or book.get(question.facts[0]) is None:
            continue  # a question of the teacher's own, which the book does not know
        others = [*questions[:index], *questions[index + 1 :]]
        for version in change(question):
            if is_sound(version, others, book, excused):
                questions[index] = version
                break
    return with_questions(worksheet, questions)


def with_questions(worksheet: Worksheet, questions: Iterable[Question]) -> Worksheet:
    """The worksheet with other questions, one in the place of each."""
    rest = iter(questions)
    sections = tuple(
        replace(section, questions=tuple(next(rest) for _ in section.questions)) for section in worksheet.sections
    )
    return replace(worksheet, sections=sections)


def is_sound(question: Question, others: Iterable[Question], book: FactBank, excused: Collection[str] = ()) -> bool:
    """Whether a question breaks no rule and leaves the others on the sheet alone."""
    return all(problem.code in excused for problem in lint_question(question, book)) and not any(
        clash(question, other) for other in others
    )


def tells(texts: Collection[str], questions: Iterable[Question]) -> bool:
    """Whether some texts, printed on the sheet, answer one of its questions."""
    printed = Question("help", "", "", (), "", 0, Key(""), rows=tuple(texts))
    return any(independence.clash(question, printed, recalled=False) for question in questions)


def tells_itself(question: Question, texts: Iterable[str]) -> bool:
    """Whether texts that are given with a question hold what it asks for."""
    secrets = (*question.secrets, *(form for key in question.keys for form in (key.answer, *key.accept)))
    return any(secret and holds(text, secret) for text in texts for secret in secrets)
