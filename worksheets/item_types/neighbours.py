"""Facts that stand near another and may lend it wrong answers, as far as the class has been taught.

They come in tiers, and within a tier in no order that matters: students' own mix-ups first, then the same class, then
what is near. Only facts of one kind lend each other wrong answers (rule H2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ..bank import FactBank
from ..facts import Event, Fact, Person, Term
from .index import born, datable, index_of
from .item_type import Material

F = TypeVar("F", bound=Fact)
Tiers = tuple[tuple[F, ...], ...]

GENERATION = 20  # years between the births of people of one time
FEWEST = 4  # members of a class of terms that lends wrong answers (rule G35)
REACH = 6  # neighbours looked at on either side, by rank and not by years (rule G6)


def in_tiers(fact: Fact, others: Iterable[F], same_class: Callable[[F], bool] = lambda _: True) -> Tiers[F]:
    """Other facts in their tiers; by default they are all of one class with it."""
    confusable, siblings, near = [], [], []
    for other in others:
        if confused(fact, other):
            confusable.append(other)
        elif same_class(other):
            siblings.append(other)
        else:
            near.append(other)
    return tuple(confusable), tuple(siblings), tuple(near)


def confused(fact: Fact, other: Fact) -> bool:
    """Whether an author said that students mix the two up (``confusable-with``, either way)."""
    return other.id in fact.confusable_with or fact.id in other.confusable_with


def terms_near(term: Term, material: Material) -> Tiers[Term]:
    """Terms of the same number that are mixed up with this one or are of its class (rule H8)."""
    return material.taught.once_about(term, _terms_near)


def people_near(person: Person, material: Material) -> Tiers[Person]:
    """People who are mixed up with this one, of the same class, or born about the same time.

    A role that fits one sex goes only with others that do (rule G33).
    """
    return material.taught.once_about(person, _people_near)


def events_near(event: Event, material: Material) -> Tiers[Event]:
    """Dated events next to this one in the order of time, and those mixed up with it."""
    return material.taught.once_about(event, _events_near)


def _terms_near(taught: FactBank, term: Term) -> Tiers[Term]:
    siblings = index_of(taught).terms.get((term.category, term.plural), ()) if term.category else ()
    if len(siblings) < FEWEST:
        siblings = ()
    found = _others(taught, term, siblings)
    return in_tiers(
        term, (other for other in found if other.plural == term.plural), lambda other: other.category == term.category
    )


def _people_near(taught: FactBank, person: Person) -> Tiers[Person]:
    index, year = index_of(taught), born(person)
    siblings = index.people.get(person.category, ()) if person.category else ()
    of_the_time = index.born_between(year - GENERATION, year + GENERATION) if year is not None else ()
    return in_tiers(
        person,
        (other for other in _others(taught, person, (*siblings, *of_the_time)) if other.gendered == person.gendered),
        lambda other: bool(person.category) and other.category == person.category,
    )


def _events_near(taught: FactBank, event: Event) -> Tiers[Event]:
    found = _others(taught, event, index_of(taught).around(event, REACH))
    return in_tiers(
        event,
        (other for other in found if datable(other)),
        lambda other: bool(event.category) and other.category == event.category,
    )


def _others(taught: FactBank, fact: F, near: Iterable[F]) -> Iterator[F]:
    """Facts of its kind that are mixed up with it, and those near it; each once, never itself."""
    mixed_up = (
        other
        for other in index_of(taught).mixed_up_with(fact)
        if isinstance(other, type(fact)) and other.weight > 0 and not other.disputed
    )
    for other in {other.id: other for other in (*mixed_up, *near)}.values():
        if other.id != fact.id:
            yield other
