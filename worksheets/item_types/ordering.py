"""Ordering: events to be put into the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from .. import plain_text
from ..facts import Event
from ..item_rules import sequences, sets
from ..questions import ItemTypeName, Key, Question
from .assembly import build
from .chronology import EVENTS, FEWEST, FORMS, fits, mixed, near, suits, told
from .drawing import Draw
from .giveaways import Pairs
from .index import index_of
from .item_type import ItemType, Material, Pattern, Refusal
from .likeness import by_difficulty, closeness, mean
from .moments import date_pairs
from .neighbours import REACH
from .wording import capital, sentence

NAME: Final[ItemTypeName] = "ordering"


def in_order(form: str, event: Event, material: Material) -> Question | Refusal:
    """The event among four others of its time, by their titles or by their clauses."""
    draw = Draw(material, NAME, form, event)
    chosen = [event]
    order = list(near(draw, event, form, material))
    while len(chosen) < EVENTS:
        order = [other for other in order if fits(other, chosen, form, material)]
        if not order:
            break
        chosen.append(by_difficulty(draw, order, lambda other: _nearness(other, chosen, material))[0])
    if len(chosen) < FEWEST:
        return Refusal(f"fewer than {FEWEST} events near it lie in years of their own", "P5")
    return _question(draw, event, sorted(chosen, key=lambda found: found.date.first), form, material)


def _nearness(event: Event, others: Sequence[Event], material: Material) -> float:
    """Likeness of its date to the nearest of the others', by rank among all events (rule G6)."""
    when = index_of(material.taught).when
    return closeness(min(abs(when[event.id] - when[other.id]) for other in others), REACH)


def _question(draw: Draw, event: Event, order: list[Event], form: str, material: Material) -> Question:
    printed = mixed(draw, order)
    ranks = {found.id: str(rank) for rank, found in enumerate(order, start=1)}
    shape = capital if form == "titles" else sentence
    pairs: Pairs = tuple(pair for found in order for pair in date_pairs(found, material))
    dated = "; ".join(f"{rank} {told(found, form)} ({found.date_label})" for rank, found in enumerate(order, start=1))
    count = len(order)
    nearness = mean([_nearness(one, (other,), material) for one, other in pairwise(order)])
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
        likeness=nearness,
    )


ORDERING = ItemType(
    name=NAME,
    title="Put in order",
    instruction="Write a number in each box.",
    takes="events of different years",
    graded="how near in time the events lie",
    demand=0.45,
    pace=0.75,
    ways=tuple(Pattern(form, Event, partial(suits, form), partial(in_order, form)) for form in FORMS),
    rules=(sets.ordering, sequences.by_time, sequences.one_number_name),
    precedence=3,
    text=plain_text.boxed_rows,
    key_text=plain_text.ranked_key,
)
