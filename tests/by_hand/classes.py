"""Small classes that get sheets from the book of astronomy, with and without a teacher's hand."""

from __future__ import annotations

from typing import Any

from tests.ask.bank import BOOK
from worksheets.bank import FactBank
from worksheets.blueprint import Blueprint, Part
from worksheets.by_hand import hand_from
from worksheets.class_set import ClassSet, Mode, draw_class_set
from worksheets.mark_schemes import bundled_schemes
from worksheets.roster import Roster, Student
from worksheets.worksheet import Worksheet

MIXED = Blueprint(
    "Mixed",
    (
        Part("multiple-choice", count=6),
        Part("true-false", count=4),
        Part("cloze", count=2),
        Part("matching", count=1),
        Part("short-answer", count=2),
    ),
)
CLASS = Roster("10b", tuple(map(Student, ("Ann", "Bo", "Cy"))))


def class_set(
    seed: str, mode: Mode = "one", blueprint: Blueprint = MIXED, book: FactBank = BOOK, **by_hand: Any
) -> ClassSet:
    """The sheets of the class; ``by_hand`` is what is typed behind the options of that name."""
    hand = hand_from(**by_hand)
    return draw_class_set(book, CLASS, blueprint, seed=seed, mode=mode, schemes=bundled_schemes(), by_hand=hand)


def sheet(seed: str, blueprint: Blueprint = MIXED, book: FactBank = BOOK, **by_hand: Any) -> Worksheet:
    """The one sheet of the class."""
    return class_set(seed, "one", blueprint, book, **by_hand).worksheets[0]


def changed(before: Worksheet, after: Worksheet) -> list[int]:
    """The numbers of the questions that are others than before."""
    pairs = zip(before.questions, after.questions, strict=True)
    return [number for number, (old, new) in enumerate(pairs, start=1) if old != new]


def asked(worksheet: Worksheet) -> set[str]:
    """The ids of all facts that a sheet asks about."""
    return {fact for question in worksheet.questions for fact in question.facts}
