"""What is also true: whether a wrong answer could be right, by any fact of the whole book (rules H11, G7, G11, G12).

Where it cannot be known it is taken to be true, so that the answer is not offered. ``confusable-with`` says the
opposite, that the two are mixed up and *not* true of each other, and so decides nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from ..bank import FactBank
from ..dates import Date, Precision
from ..fact_texts import texts
from ..facts import Event, Fact, Figure, Person, Term, View
from ..words import alike, content, fold, romanised, words
from .index import datable, index_of
from .names import names

F = TypeVar("F", bound=Fact)
Moment = tuple[int, ...]  # (year,), (year, month) or (year, month, day)

# A predicate with one of these speaks of one sex, or of a death that is nobody else's (rules G25, G26).
_YEAR = re.compile(r"\b(\d{4})(?:s|\b)")
_PERSONAL = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself", "suicide"})


def same_thing(book: FactBank, fact: Fact) -> tuple[Fact, ...]:
    """The fact and every other of its kind in the book that bears one of its names."""
    return book.once_about(fact, _same_thing)


def _same_thing(book: FactBank, fact: Fact) -> tuple[Fact, ...]:
    named = index_of(book).romanised
    found = {fact.id: fact}
    for name in names(fact):
        found |= {other.id: other for other in named.get(romanised(name), ()) if type(other) is type(fact)}
    return tuple(found.values())


def also_true(book: FactBank, one: Fact, other: Fact) -> bool:
    """Whether an author barred the pair, for these two facts or for others that speak of the same things."""
    ours, theirs = same_thing(book, one), same_thing(book, other)
    return any(mine.id == yours.id or book.also_true(mine, yours) for mine in ours for yours in theirs)


def told_of(book: FactBank, fact: Fact) -> frozenset[str]:
    """All texts of a fact, of those that speak of the same thing, and of what is also true; folded.

    None of them may be a wrong answer, whichever fact it comes from.
    """
    return book.once_about(fact, _told)


def _told(book: FactBank, fact: Fact) -> frozenset[str]:
    index = index_of(book)
    told = same_thing(book, fact)
    barred = {fact_id for found in told for fact_id in index.barred_from.get(found.id, ())}
    also = [other for fact_id in barred if (other := book.get(fact_id)) is not None]
    return frozenset(fold(text) for found in (*told, *also) for text in (*texts(found), *names(found)))


def same_meaning(book: FactBank, term: Term, other: Term) -> bool:
    """Whether the definition of one term could be given of the other."""
    return also_true(book, term, other) or any(
        alike(mine.definition, yours.definition)
        for mine in _of(Term, same_thing(book, term))
        for yours in _of(Term, same_thing(book, other))
    )


def same_role(book: FactBank, person: Person, other: Person) -> bool:
    """Whether the role of one person could be said of the other, by a group that both belong to as well."""
    if said_of_members(book, other.role, person) or said_of_members(book, person.role, other):
        return True
    return also_true(book, person, other) or any(
        alike(mine.role, yours.role)
        for mine in _of(Person, same_thing(book, person))
        for yours in _of(Person, same_thing(book, other))
    )


def same_fate(book: FactBank, person: Person, other: Person) -> bool:
    """Whether the fate of ``other`` could be said of ``person`` (rule G11).

    They share an entry of ``fates``, or a word of one fate is all another says ("shot", "shot after a trial"), or the
    predicate is one that must not be lent.
    """
    if said_of_members(book, other.fate, person):
        return True
    if also_true(book, person, other) or other.content_note or not _PERSONAL.isdisjoint(words(other.fate)):
        return True
    ours = {*person.fates, person.fate}
    theirs = {*other.fates, other.fate}
    return any(fold(mine) == fold(yours) or alike(mine, yours) for mine in ours for yours in theirs)


def out_of_time(claim: str, person: Person) -> bool:
    """Whether all years that a claim names lie before the person's birth or after the death: it is absurd (H2)."""
    named = [int(year) for year in _YEAR.findall(claim)]
    lived = [int(year) for year in _YEAR.findall(person.lived)]
    return bool(named) and bool(lived) and (min(named) > lived[-1] > lived[0] or max(named) < lived[0])


def said_of_members(book: FactBank, claim: str, person: Person) -> bool:
    """Whether a group that the person belongs to says as much of all its members."""
    said = content(claim)
    return bool(said) and any(said <= told for told in book.once_about(person, _told_of_members))


def _told_of_members(book: FactBank, person: Person) -> tuple[frozenset[str], ...]:
    groups = index_of(book).memberships
    known = {romanised(name) for found in same_thing(book, person) for name in names(found)}
    return tuple(content(group.are) for name in known for group in groups.get(name, ()))


def same_count(book: FactBank, figure: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing, as far as their author, or titles and units, tell."""
    if figure.id == other.id or book.also_true(figure, other):
        return True
    return fold(figure.unit) == fold(other.unit) and alike(figure.title, other.title)


def could_accept(book: FactBank, view: View, other: View) -> bool:
    """Whether the holder of one view could have said the other (rule G12)."""
    return (
        also_true(book, view, other)
        or fold(view.holder) == fold(other.holder)
        or any(
            alike(mine.thesis, yours.thesis)
            for mine in _of(View, same_thing(book, view))
            for yours in _of(View, same_thing(book, other))
        )
    )


def same_happening(book: FactBank, event: Event, other: Event) -> bool:
    """Whether two events are one, one part of the other, or told in words that fit both."""
    return (
        event.id == other.id
        or book.also_true(event, other)
        or event.within == other.id
        or other.within == event.id
        or alike(event.title, other.title)
        or alike(event.clause, other.clause)
    )


def touches(event: Event, moment: Moment) -> bool:
    """Whether the event, from its first day to its last, touches a year, month or day."""
    size = len(moment)
    return event.date.first[:size] <= moment <= (event.end or event.date).last[:size]


def at(date: Date, precision: Precision) -> Moment:
    """The date as year, month or day; empty where it is not known so exactly."""
    parts: dict[Precision, tuple[int | None, ...]] = {
        "year": (date.year,),
        "month": (date.year, date.month),
        "day": (date.year, date.month, date.day),
    }
    found = parts[precision]
    return () if None in found else tuple(part for part in found if part is not None)


def apart(one: Event, other: Event) -> bool:
    """Whether both dates are exact and the events lie in different years without touching (rules P5, H10)."""
    if not (datable(one) and datable(other)):
        return False
    return one.years[1] < other.years[0] or other.years[1] < one.years[0]


def _of(kind: type[F], facts: Iterable[Fact]) -> list[F]:
    return [fact for fact in facts if isinstance(fact, kind)]
