"""Facts that stand near another and may lend it wrong answers, as far as the class has been taught."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Event, Fact, Person, Term
from .distractors import tier
from .index import BankIndex, born, datable, index_of
from .item_type import Material

GENERATION = 20  # years between the births of people of one time
REACH = 6  # neighbours looked at on either side, by rank and not by years (rule G6)


def terms_near(term: Term, material: Material) -> Iterator[tuple[int, Term]]:
    """Terms of the same number that are mixed up with this one or are of its class, each with its tier (rule H8)."""
    index = index_of(material.taught)
    siblings = index.terms.get((term.category, term.plural), ()) if term.category else ()
    for other in {other.id: other for other in (*_confusable(term, material), *siblings)}.values():
        if isinstance(other, Term) and other.id != term.id and other.plural == term.plural:
            yield tier(material.book, term, other, other.category == term.category), other


def people_near(person: Person, material: Material) -> Iterator[tuple[int, Person]]:
    """People who are mixed up with this one, of the same class, or born about the same time, each with a tier.

    A role that fits one sex goes only with others that do (rule G33).
    """
    index = index_of(material.taught)
    found: dict[str, Fact] = {other.id: other for other in _confusable(person, material)}
    if person.category:
        found |= {other.id: other for other in index.people.get(person.category, ())}
    found |= {other.id: other for other in _born_near(person, index)}
    for other in found.values():
        if isinstance(other, Person) and other.id != person.id and other.gendered == person.gendered:
            yield tier(material.book, person, other, bool(person.category) and other.category == person.category), other


def events_near(event: Event, material: Material) -> Iterator[tuple[int, Event]]:
    """Dated events next to this one in the order of time, and those mixed up with it, each with its tier."""
    index = index_of(material.taught)
    earlier = [other for other in index.timeline if other.date.first < event.date.first]
    later = [other for other in index.timeline if other.date.first >= event.date.first and other.id != event.id]
    found: dict[str, Fact] = {other.id: other for other in _confusable(event, material)}
    found |= {other.id: other for other in (*earlier[-REACH:], *later[:REACH])}
    for other in found.values():
        if isinstance(other, Event) and datable(other):
            yield tier(material.book, event, other, bool(event.category) and other.category == event.category), other


def _confusable(fact: Fact, material: Material) -> Iterator[Fact]:
    for other in index_of(material.taught).mixed_up_with(fact):
        if other.weight > 0 and not other.disputed:
            yield other


def _born_near(person: Person, index: BankIndex) -> Iterator[Person]:
    year = born(person)
    if year is None:
        return
    for other in index.people_by_birth:
        if other.id != person.id and abs((born(other) or 0) - year) <= GENERATION:
            yield other
