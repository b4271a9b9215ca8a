"""The first letters of an answer that is a word or a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..bank import FactBank
from ..item_types import ITEM_TYPES
from ..item_types.giveaways import is_number
from ..questions import Help, Key, Question
from ..worksheet import Worksheet
from .soundness import changed

MOST_WORDS = 4
LEAD = "First letters"


def with_first_letters(worksheet: Worksheet, book: FactBank) -> Worksheet:
    """Tell first letters wherever a word has to be found and none are offered."""
    offered = {question.id for section in worksheet.sections for question in section.questions if section.bank}
    return changed(worksheet, book, lambda question: () if question.id in offered else _versions(question))


def _versions(question: Question) -> Iterator[Question]:
    if (
        question.help
        or question.bank
        or question.clues
        or question.pattern not in ITEM_TYPES[question.item_type].easing.lettered
    ):
        return
    letters = [first_letters(key) for key in question.gap_keys or (question.key,)]
    if len(letters) > 1:
        letters = [f"({number}) {found}" for number, found in enumerate(letters, start=1) if found]
    if found := tuple(filter(None, letters)):
        yield replace(question, help=(*question.help, Help(LEAD, found)))


def first_letters(key: Key) -> str:
    """The beginnings of an answer's words, "N… Y…"; empty where they would tell too much, or mislead.

    A number has no first letter. Another right answer may not begin with another letter.
    """
    words = key.answer.split()
    if len(words) > MOST_WORDS or is_number(key.answer) or not all(word[0].isalpha() for word in words):
        return ""
    if any(len(word) < len("abc") for word in words):
        return ""
    initials = {word[0].casefold() for word in words}
    if any(form[:1].casefold() not in initials for form in key.accept):
        return ""
    return " ".join(f"{word[0]}…" for word in words)
