"""Events as they are put in order: told without their dates, years apart, in a row that is not the order of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..facts import Event
from ..words import words
from . import truth
from .drawing import Draw
from .index import datable, index_of
from .item_type import Material
from .moments import tells_date

FORMS: Final = ("titles", "clauses")  # one set has either titles or clauses (rule G3)
FEWEST, EVENTS = 4, 5  # rule P5 allows 4 to 7
CLOSEST = (
    2  # months between two events: which of two days about New Year came first tells nobody's knowledge of the years
)
WINDOW = 12  # events on either side, by rank, among which is chosen (rule G6)
_COUNTING = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last next final
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty hundred early earlier late later
"""
_COUNTED = frozenset(_COUNTING.split())
_ROMAN = re.compile(r"\b[IVX]{2,}\b")


def suits(form: str, event: Event) -> bool:
    """Whether its date is exact and its text does not tell it."""
    return datable(event) and not tells_date(told(event, form))


def told(event: Event, form: str) -> str:
    """The event's title or clause."""
    return event.title if form == "titles" else event.clause


def near(draw: Draw, event: Event, form: str, material: Material) -> Iterator[Event]:
    """Events of its time that may stand beside it, in the order in which they are tried; none if it has no exact date.

    First those of the same chapter, then others that have been taught: a chapter may lie within two years.
    """
    window = index_of(material.taught).around(event, WINDOW)
    others = [other for other in window if other.id != event.id and material.asked.get(other.id)]
    order = draw.order(others, lambda found: found.id, "events")
    for other in sorted(order, key=lambda found: found.place.chapter != event.place.chapter):
        if not tells_date(told(other, form)):
            yield other


def fits(event: Event, chosen: Sequence[Event], form: str, material: Material) -> bool:
    """Whether the event can be ordered among the others: in other years, not close, at most one numbered name (G4)."""
    return all(
        truth.apart(event, other)
        and not close(event, other)
        and not truth.same_happening(material.book, event, other)
        and not (counted(told(event, form)) and counted(told(other, form)))
        for other in chosen
    )


def close(one: Event, other: Event) -> bool:
    """Whether two events whose months are known lie within two months of each other, though in different years."""
    if "year" in (one.date.precision, other.date.precision):
        return False
    earlier, later = sorted((one, other), key=lambda event: event.date.first)
    (year, month, _), (next_year, next_month, _) = (earlier.end or earlier.date).last, later.date.first
    return 12 * (next_year - year) + next_month - month < CLOSEST


def counted(text: str) -> bool:
    """Whether an ordinal or number in the text would tell its place among others of the sort."""
    return not _COUNTED.isdisjoint(words(text.replace("-", " "))) or bool(_ROMAN.search(text))


def mixed(draw: Draw, order: Sequence[Event]) -> list[Event]:
    """The events in an order that earns about half of the marks if it is copied, and if it is reversed (rule P5)."""
    attempt = 0
    while True:
        printed = draw.order(order, lambda found: found.id, f"rows {attempt}")
        copied = sum(printed.index(one) < printed.index(other) for one, other in pairwise(order))
        if abs(2 * copied - (len(order) - 1)) <= 1:
            return printed
        attempt += 1
