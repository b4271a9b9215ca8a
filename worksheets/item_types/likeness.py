"""How like one thing is to another of its kind, from 0 to 1: what makes a wrong answer hard to tell from the right one.

Rule D1. The more two concepts have in common, the harder a question that offers both (Alsubait, Parsia and Sattler
2013, "A similarity-based theory of controlling MCQ difficulty"). What they have in common is read off the marks of the
book: class, time, place in the book and words. The weights are our own proposal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ..bank import FactBank
from ..facts import Event, Fact, Link, Person, Term, View
from ..questions import Difficulty
from ..words import content, fold
from .drawing import Draw
from .index import born, index_of
from .neighbours import GENERATION, REACH, confused

T = TypeVar("T")

CLASS, TIME, TOPIC, WORDS = 2, 2, 1, 2  # weights; what is not known of both counts for nothing
STEPS = 5  # likeness is told apart in fifths when wrong answers are ordered, so that variants of a question differ


def likeness(one: Fact, other: Fact, book: FactBank) -> float:
    """How much two facts of one kind have in common; 1 where their author says that students mix them up."""
    if confused(one, other):
        return 1.0
    found = list(_in_common(one, other, book))
    return sum(weight * share for weight, share in found) / sum(weight for weight, _ in found)


def mean_likeness(fact: Fact, others: Iterable[str], book: FactBank) -> float | None:
    """The mean of a fact's likeness to others, given by their ids; nothing where there are none."""
    return mean([likeness(fact, other, book) for name in others if (other := book.get(name)) is not None])


def mean(measured: list[float]) -> float | None:
    """The mean to two decimals; nothing of nothing."""
    return round(sum(measured) / len(measured), 2) if measured else None


def by_difficulty(draw: Draw, candidates: Iterable[T], measure: Callable[[T], float]) -> list[T]:
    """Candidates with those first that make a question as hard as is wanted; unchanged if nothing is wanted.

    Easy begins with those that have little in common with the right answer, hard with those that are most like it, and
    medium with those about halfway. What has nothing in common comes behind what has a little: nobody would tick it.

    :param measure: likeness of a candidate to the right answer, 0 to 1.
    """
    aims: dict[Difficulty, float] = {"easy": 0.2, "medium": 0.5, "hard": 1}
    if not draw.difficulty:
        return list(candidates)
    aim = aims[draw.difficulty]
    return sorted(candidates, key=lambda candidate: round(STEPS * abs(measure(candidate) - aim)))


def closeness(steps: float, reach: int) -> float:
    """Likeness of what is so many steps away: 1 next to it, 0 at the end of what is reached."""
    return max(0.0, 1 - (steps - 1) / reach)


def _in_common(one: Fact, other: Fact, book: FactBank) -> Iterator[tuple[int, float]]:
    """What is known of both, each with its weight and the share that they have in common."""
    group, group_there = _class(one), _class(other)
    if group or group_there:
        yield CLASS, float(group == group_there)
    if isinstance(one, Event) and isinstance(other, Event):
        when = index_of(book).when
        if one.id in when and other.id in when:
            yield TIME, closeness(abs(when[one.id] - when[other.id]), REACH)
    if isinstance(one, Person) and isinstance(other, Person):
        year, year_there = born(one), born(other)
        if year is not None and year_there is not None:
            yield TIME, max(0.0, 1 - abs(year - year_there) / GENERATION)
    chapter = one.place.chapter == other.place.chapter
    yield TOPIC, (chapter + (chapter and one.place.section == other.place.section)) / 2
    words, words_there = content(_told(one)), content(_told(other))
    if words and words_there:
        yield WORDS, min(1.0, 2 * len(words & words_there) / min(len(words), len(words_there)))


def _class(fact: Fact) -> str:
    """What puts it among its like: the author's class, the question that a view answers, what a link is a cause of."""
    match fact:
        case Term() | Person() | Event():
            return fact.category
        case View():
            return fold(fact.on)
        case Link():
            return fold(fact.of)
    return ""


def _told(fact: Fact) -> str:
    match fact:
        case Term():
            return fact.definition
        case Person():
            return fact.role
        case Event():
            return f"{fact.title} {fact.clause}"
        case View():
            return fact.thesis
        case Link():
            return fact.how
    return ""
