"""Ordering: events to be put into the order of time."""

from __future__ import annotations

from functools import partial
from typing import Final

from .. import plain_text
from ..facts import Event
from ..item_rules import sets
from ..questions import ItemTypeName, Key, Question
from .assembly import build
from .chronology import EVENTS, FEWEST, FORMS, fits, mixed, near, suits, told
from .drawing import Draw
from .giveaways import Pairs
from .item_type import ItemType, Material, Pattern, Refusal
from .moments import date_pairs
from .wording import capital, sentence

NAME: Final[ItemTypeName] = "ordering"


def in_order(form: str, event: Event, material: Material) -> Question | Refusal:
    """The event among four others of its time, by their titles or by their clauses."""
    draw = Draw(material, NAME, form, event)
    chosen = [event]
    for other in near(draw, event, form, material):
        if len(chosen) < EVENTS and fits(other, chosen, form, material):
            chosen.append(other)
    if len(chosen) < FEWEST:
        return Refusal(f"fewer than {FEWEST} events near it lie in years of their own", "P5")
    return _question(draw, event, sorted(chosen, key=lambda found: found.date.first), form, material)


def _question(draw: Draw, event: Event, order: list[Event], form: str, material: Material) -> Question:
    printed = mixed(draw, order)
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


ORDERING = ItemType(
    name=NAME,
    title="Put in order",
    instruction="Write a number in each box.",
    takes="events of different years",
    ways=tuple(Pattern(form, Event, partial(suits, form), partial(in_order, form)) for form in FORMS),
    rules=(sets.ordering,),
    precedence=3,
    text=plain_text.boxed_rows,
    key_text=plain_text.ranked_key,
)
