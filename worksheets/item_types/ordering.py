"""Ordering: events to be put into the order of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from .. import plain_text
from ..facts import Event
from ..item_rules import sets
from ..questions import ItemTypeName, Key, Question
from ..words import words
from . import truth
from .assembly import build
from .drawing import Draw
from .giveaways import Pairs
from .index import datable, index_of
from .item_type import ItemType, Material, Pattern, Refusal
from .moments import date_pairs, tells_date
from .wording import capital, sentence

NAME: Final[ItemTypeName] = "ordering"
EVENTS, FEWEST = 5, 4  # rule P5 allows 4 to 7
WINDOW = 12  # events on either side, by rank, among which is chosen (rule G6)
_COUNTING = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last next final
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty hundred early earlier late later
"""
_COUNTED = frozenset(_COUNTING.split())
_ROMAN = re.compile(r"\b[IVX]{2,}\b")


def chronology(form: str, event: Event, material: Material) -> Question | Refusal:
    """The event among four others of its time, by their titles or by their clauses."""
    draw = Draw(material, NAME, form, event)
    window = index_of(material.taught).around(event, WINDOW)
    if not window:
        return Refusal("its date is not exact enough", "P5")
    near = [other for other in window if other.id != event.id and material.asked.get(other.id)]
    chosen = [event]
    # First events of the same chapter, then others that have been taught: a chapter may lie within two years.
    order = draw.order(near, lambda found: found.id, "events")
    for other in sorted(order, key=lambda found: found.place.chapter != event.place.chapter):
        if len(chosen) < EVENTS and not tells_date(told(other, form)) and fits(other, chosen, form, material):
            chosen.append(other)
    if len(chosen) < FEWEST:
        return Refusal(f"fewer than {FEWEST} events near it lie in years of their own", "P5")
    return _question(draw, event, sorted(chosen, key=lambda found: found.date.first), form, material)


def told(event: Event, form: str) -> str:
    """The event's title or clause."""
    return event.title if form == "titles" else event.clause


def fits(event: Event, chosen: Sequence[Event], form: str, material: Material) -> bool:
    """Whether the event can be ordered among the others: years apart, and at most one name with a number (rule G4)."""
    return all(
        truth.apart(event, other)
        and not truth.same_happening(material.book, event, other)
        and not (counted(told(event, form)) and counted(told(other, form)))
        for other in chosen
    )


def counted(text: str) -> bool:
    """Whether an ordinal or number in the text would tell its place among others of the sort."""
    return not _COUNTED.isdisjoint(words(text)) or bool(_ROMAN.search(text))


def _question(draw: Draw, event: Event, order: list[Event], form: str, material: Material) -> Question:
    printed = _mixed(draw, order)
    ranks = {found.id: str(rank) for rank, found in enumerate(order, start=1)}
    shape = capital if form == "titles" else sentence
    pairs: Pairs = tuple(pair for found in order for pair in date_pairs(found, material))
    dated = "; ".join(f"{rank} {told(found, form)} ({found.date_label})" for rank, found in enumerate(order, start=1))
    count = len(order)
    return build(
        draw,
        (event, *(found for found in order if found.id != event.id)),
        stem=f"Number these events from 1 (earliest) to {count} (latest).",
        marks=count - 1,
        key=Key(
            f"{dated}.",
            notes=(
                "Take the right order two neighbours at a time: 1 mark where the earlier has the lower number "
                f"({count - 1} pairs).",
            ),
        ),
        rows=tuple(shape(told(found, form)) for found in printed),
        row_keys=tuple(ranks[found.id] for found in printed),
        pairs=pairs,
    )


def _mixed(draw: Draw, order: list[Event]) -> list[Event]:
    """The events in an order that earns about half of the marks if it is copied, and if it is reversed (rule P5)."""
    attempt = 0
    while True:
        printed = draw.order(order, lambda found: found.id, f"rows {attempt}")
        copied = sum(printed.index(one) < printed.index(other) for one, other in pairwise(order))
        if abs(2 * copied - (len(order) - 1)) <= 1:
            return printed
        attempt += 1


def suits(form: str, event: Event) -> bool:
    """Whether its date is exact and its text does not tell it."""
    return datable(event) and not tells_date(told(event, form))


ORDERING = ItemType(
    name=NAME,
    title="Put in order",
    instruction="Write a number in each box.",
    takes="events of different years",
    ways=tuple(Pattern(form, Event, partial(suits, form), partial(chronology, form)) for form in ("titles", "clauses")),
    rules=(sets.ordering,),
    precedence=3,
    text=plain_text.boxed_rows,
    key_text=plain_text.ranked_key,
)
