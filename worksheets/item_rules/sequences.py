"""Whether events stand in the order of time that the book gives them (P5, G4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from ..bank import FactBank
from ..facts import Event
from ..questions import Question
from ..words import fold, words
from .finding import Finding

_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
"""
ORDINALS = frozenset(_ORDINALS.split())
_ROMAN = re.compile(r"\b[IVX]{2,}\b")


def by_time(question: Question, book: FactBank) -> Iterator[Finding]:
    """Each row is an event of an exact date; ranks follow the dates, and no two dates touch (P5)."""
    events = told_events(question, book)
    if len(events) < len(question.rows):
        yield Finding("P5", "not every row tells an event of the book", "build the bank anew")
        return
    for event in events:
        if event.certainty != "settled" or event.date.about or (event.end and event.end.about):
            yield Finding("P5", f"“{event.title}” has no exact date", "leave it out")
    ranked = [event for _, event in sorted(zip(map(_rank, question.row_keys), events, strict=True), key=lambda x: x[0])]
    for earlier, later in pairwise(ranked):
        if (earlier.end or earlier.date).last >= later.date.first:
            yield Finding(
                "P5", f"“{later.title}” does not begin after “{earlier.title}”", "choose events farther apart"
            )


def one_number_name(question: Question, book: FactBank) -> Iterator[Finding]:
    """At most one event of a set is called by an ordinal or number: two would tell each other's order (G4)."""
    counted = [
        row for row in question.rows if ORDINALS.intersection(words(row.replace("-", " "))) or _ROMAN.search(row)
    ]
    if len(counted) > 1:
        yield Finding(
            "G4", f"the numbers in “{counted[0]}” and “{counted[1]}” tell their order", "give one another title"
        )
    for one, other in combinations(told_events(question, book), 2):
        if book.also_true(one, other) or other.id == one.within or one.id == other.within:
            yield Finding(
                "P5", f"“{one.title}” and “{other.title}” are one, or one is part of the other", "choose others"
            )


def told_events(question: Question, book: FactBank) -> list[Event]:
    """The event of each row, by its title or clause."""
    facts = [fact for name in question.facts if isinstance(fact := book.get(name), Event)]
    return [
        fact
        for row in question.rows
        for fact in facts
        if fold(row) in (fold(fact.title), fold(fact.clause), fold(fact.short))
    ]


def _rank(key: str) -> int:
    return int(key) if key.isdigit() else 0
