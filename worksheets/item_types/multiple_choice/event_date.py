"""From an event to its date, and back."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from ...bank import FactBank
from ...facts import Event
from ...questions import Option, Question
from ...words import fold, holds
from .. import truth
from ..distractors import OPTIONS, Candidate, nearest_first, pick
from ..drawing import Draw
from ..item_type import Material, Pattern, Refusal
from ..likeness import by_difficulty, mean
from ..moments import FARTHEST, NEAREST, WrongDate, date_asked, date_pairs, label, moment_of, tells_date, wrong_dates
from ..neighbours import events_near
from ..wording import capital, sentence
from .choice import choice, drawn, lenders, permuted

TO_DATE = "event-to-date"
TO_EVENT = "date-to-event"


def to_date(event: Event, material: Material) -> Question | Refusal:
    """Ask for the date. The dates stand in order, so the key's place is varied by what stands beside it (rule G32)."""
    draw = drawn(material, TO_DATE, event)
    moment = moment_of(event)
    year = event.ask == "year"
    stem = date_asked(
        event,
        f"Which of these is the {'year' if year else 'date'} of {{}}?",
        f"{'In which year' if year else 'When'} was this?",
    )
    wrong = around(draw, *wrong_dates(event, material, FARTHEST if draw.difficulty else NEAREST))
    if isinstance(wrong, Refusal):
        return wrong
    offered = sorted([(moment, ""), *((date.moment, date.event.label) for date in wrong)])
    options = tuple(Option(label(found), found == moment, note) for found, note in offered)
    return choice(
        draw,
        event,
        stem,
        options,
        answer=label(moment),
        pairs=date_pairs(event, material),
        likeness=mean([date.likeness for date in wrong]),
    )


def around(draw: Draw, earlier: list[WrongDate], later: list[WrongDate]) -> tuple[WrongDate, ...] | Refusal:
    """Two wrong dates, so many of them earlier than the key as the hash says and the bank allows."""
    needed = OPTIONS - 1
    possible = [below for below in range(needed + 1) if below <= len(earlier) and needed - below <= len(later)]
    if not possible:
        return Refusal("fewer than two other dates to choose wrong answers from", "G35")
    below = draw.one(possible, "place of the key")
    return (*_nearest(draw, earlier, below), *_nearest(draw, later, needed - below))


def _nearest(draw: Draw, dates: list[WrongDate], number: int) -> list[WrongDate]:
    if draw.difficulty:
        order = draw.order(dates, lambda date: date.event.id, "dates")
        return by_difficulty(draw, order, lambda date: date.likeness)[:number]
    mixed_up = [date for date in dates if date.mixed_up]
    near = [date for date in dates[: max(NEAREST, number)] if not date.mixed_up]
    return [*mixed_up, *draw.order(near, lambda date: date.event.id, "dates")][:number]


def to_event(event: Event, material: Material) -> Question | Refusal:
    """Ask what was in a year. All titles or all clauses, never both (rule G3)."""
    draw = drawn(material, TO_EVENT, event)
    year = event.date.year_label
    there = material.book.once_about(event, _said_of_its_year)
    forms: tuple[tuple[str, Callable[[Event], str], Callable[[str], str]], ...] = (
        (f"Which of these took place in {year}?", attrgetter("title"), capital),
        (f"Which of these happened in {year}?", attrgetter("clause"), sentence),
    )
    first = draw.number(len(forms), "form")
    for stem, text, shape in (forms[first], forms[1 - first]):
        if tells_date(text(event)):
            continue
        right = Candidate(event.id, shape(text(event)), "")
        candidates = (
            Candidate(other.id, shape(text(other)), other.date_label)
            for other in nearest_first(draw, event, events_near(event, material))
            if not tells_date(text(other))
            and not truth.touches(other, (event.date.year,))
            and fold(text(other)) not in there
            and not truth.same_happening(material.book, event, other)
        )
        wrong = pick(stem, right.text, candidates, "dated events near it", truth.told_of(material.book, event))
        if not isinstance(wrong, Refusal):
            return choice(
                draw,
                event,
                stem,
                permuted(draw, right, wrong),
                wrong=lenders(wrong),
                answer=right.text,
                notes=(f"Date: {event.date_label}.",),
                secrets=(event.title, event.clause),
                pairs=date_pairs(event, material),
            )
    return Refusal("fewer than two events near it that go with it as wrong answers", "G35")


def _said_of_its_year(book: FactBank, event: Event) -> frozenset[str]:
    """All that happened in the year of an event, in words that another event of another year may have as well."""
    there = (found for found in book.of_kind(Event) if truth.touches(found, (event.date.year,)))
    return frozenset(fold(text) for found in there for text in (found.title, found.clause))


def in_one_year(event: Event) -> bool:
    """Whether one year can be named for the event, whatever is asked of it."""
    return bool(moment_of(event)) and event.years[0] == event.years[1]


def silent(event: Event) -> bool:
    """Whether neither title nor clause holds the event's own year."""
    return not any(holds(text, event.date.year_label) for text in (event.title, event.clause))


PATTERNS = (
    Pattern(TO_DATE, Event, lambda event: bool(moment_of(event)) and silent(event), to_date),
    Pattern(TO_EVENT, Event, in_one_year, to_event),
)
