"""Timeline: the place of events on a scale of years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from ..facts import Event
from ..item_rules import time_scales
from ..plain_text import indented
from ..questions import ItemTypeName, Key, Question, letter
from .assembly import build
from .chronology import EVENTS, FEWEST, FORMS, fits, mixed, near, suits, told
from .drawing import Draw
from .giveaways import Pairs
from .item_type import ItemType, Material, Pattern, Refusal
from .moments import date_pairs
from .time_scale import TimeScale, label
from .wording import capital, sentence

NAME: Final[ItemTypeName] = "timeline"


def place_events(form: str, event: Event, material: Material) -> Question | Refusal:
    """The event and four others of its time, to be placed on one scale."""
    draw = Draw(material, NAME, form, event)
    chosen = [event]
    for other in near(draw, event, form, material):
        if len(chosen) < EVENTS and in_one_year(other) and fits(other, chosen, form, material):
            years = [found.date.year for found in (*chosen, other)]
            if TimeScale.around(years).tells_apart(years):
                chosen.append(other)
    if len(chosen) < FEWEST:
        return Refusal(f"fewer than {FEWEST} events near it can be told apart on one scale", "P5")
    return _question(draw, event, sorted(chosen, key=lambda found: found.date.first), form, material)


def in_one_year(event: Event) -> bool:
    """Whether it has one place on a scale: it began and ended in the same year."""
    return event.years[0] == event.years[1]


def _suits(form: str, event: Event) -> bool:
    return in_one_year(event) and suits(form, event)


def _question(draw: Draw, event: Event, order: list[Event], form: str, material: Material) -> Question:
    years = [found.date.year for found in order]
    scale = TimeScale.around(years)
    printed = mixed(draw, order)
    placed = {letter(index): found.date.year for index, found in enumerate(printed)}
    shape = capital if form == "titles" else sentence
    pairs: Pairs = tuple(pair for found in order for pair in date_pairs(found, material))
    return build(
        draw,
        (event, *(found for found in order if found.id != event.id)),
        stem="Mark these events on the timeline.",
        marks=len(printed),
        key=Key(
            ", ".join(f"{sign} {label(placed[sign])}" for sign in sorted(placed, key=placed.__getitem__)),
            notes=(_marking(scale.tolerance(years)),),
            drawing=scale.drawing(tuple(placed), placed),
        ),
        drawing=scale.drawing(tuple(placed)),
        rows=tuple(shape(told(found, form)) for found in printed),
        row_keys=tuple(map(label, placed.values())),
        pairs=pairs,
    )


def _marking(tolerance: int) -> str:
    """How near is near enough."""
    if not tolerance:
        return "1 mark for each line that meets the scale in the right year: between its tick and the next year."
    years = "1 year" if tolerance == 1 else f"{tolerance} years"
    return f"1 mark for each line that meets the scale in the right year or within {years} of it."


def _lettered(question: Question) -> Iterator[str]:
    """The events with their letters, and the scale in words."""
    for index, row in enumerate(question.rows):
        yield from indented(row, f"{letter(index)}  ")
    if question.drawing:
        yield from indented(question.drawing.alt)


TIMELINE = ItemType(
    name=NAME,
    title="Timeline",
    instruction=(
        "Write the letter of each event above the scale and draw a line down to its year. A year begins at its tick."
    ),
    takes="events of different years",
    demand=0.6,
    ways=tuple(Pattern(form, Event, partial(_suits, form), partial(place_events, form)) for form in FORMS),
    rules=(time_scales.to_scale, time_scales.events_in_mixed_order),
    precedence=3,
    text=_lettered,
    key_text=lambda question: (question.key.answer,),
    short_key=lambda question: "".join(placed.split()[0] for placed in question.key.answer.split(", ")),
)
