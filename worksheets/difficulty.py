"""How hard a question is and how long it takes: estimates from what it asks and offers, before anybody has answered it.

Difficulty runs from 0 to 1. It begins with the demand of the item type, that of its ordinary question: recognising is
easier than recalling, and recalling easier than judging. To this is added what can be measured:

- likeness of the wrong answers to the right one (rule D1): from 0.15 less to 0.15 more;
- 0.1 for each level above recall (explain, judge);
- 0.05 for each mark beyond the first, at most 0.15, where answers are written without anything to choose from;
- 0.1 less for each clue.

Minutes are marks times the pace of the item type, unless the author or the blueprint says otherwise. Both formulas are
our own proposal, to compare sheets with each other; marks of a class are the better measure where there are any.
"""

from __future__ import annotations

from collections.abc import Iterable

from .item_types import ITEM_TYPES
from .questions import Difficulty, Question

LIKENESS_SPAN = 0.3  # from nothing in common to mixed up
HALFWAY = 0.5  # likeness of an ordinary question
LEVEL, MARK, CLUE = 0.1, 0.05, 0.1
MOST_MARKS = 3  # beyond the first that count
APART = 0.1  # of the scale: as far apart as the means of two equal forms may be (rule D2)

# Likeness that may stand where a difficulty is asked for. The bands overlap, or thin classes would have no question.
LIKENESS: dict[Difficulty, tuple[float, float]] = {"easy": (0, 0.5), "medium": (0.25, 0.75), "hard": (0.5, 1)}


def difficulty_of(question: Question) -> float:
    """Give the estimated difficulty, 0 to 1, to two decimals."""
    kind = ITEM_TYPES[question.item_type]
    likeness = 0.0 if question.likeness is None else LIKENESS_SPAN * (question.likeness - HALFWAY)
    marks = MARK * min(question.marks - 1, MOST_MARKS) if kind.recalled and question.marks else 0.0
    measured = kind.demand + likeness + LEVEL * (question.level - 1) + marks - CLUE * question.clues
    return round(min(1.0, max(0.0, measured)), 2)


def mean_difficulty(questions: Iterable[Question]) -> float:
    """Give the mean difficulty of some questions, each counted once; 0 of none."""
    found = [difficulty_of(question) for question in questions]
    return sum(found) / len(found) if found else 0.0


def minutes_of(question: Question) -> float:
    """Give the estimated time in minutes."""
    return question.minutes or question.marks * ITEM_TYPES[question.item_type].pace


def is_as_hard(question: Question, difficulty: Difficulty | None) -> bool:
    """Whether a question may stand where a difficulty is asked for.

    One without a measure may stand anywhere: a true statement, or wrong answers whose likeness nobody can tell.
    """
    if difficulty is None or question.likeness is None:
        return True
    least, most = LIKENESS[difficulty]
    return least <= question.likeness <= most
