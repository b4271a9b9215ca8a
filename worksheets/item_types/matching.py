"""Matching: premises on the left, answers on the right, two answers more than premises."""

from __future__ import annotations

from typing import Final

from .. import plain_text
from ..facts import Event, Fact, Person, Term, View
from ..item_rules import pairings, sets
from ..questions import ItemTypeName, Question
from ..words import fold
from . import truth
from .askable import has_one_year, has_role, has_thesis
from .drawing import Draw
from .index import index_of
from .item_type import ItemType, Material, Pattern, Refusal
from .matching_sets import Pair, matched
from .names import mentions, names
from .wording import capital, sentence

NAME: Final[ItemTypeName] = "matching"
WINDOW = 12  # events on either side, by rank, among which is chosen (rule G6)


def definitions(term: Term, material: Material) -> Question | Refusal:
    """Definitions with terms of one class and number."""

    def pair(found: Term) -> Pair:
        return Pair(found, capital(found.definition), capital(found.term), (0, fold(found.term)), names(found))

    def exclusive(one: Fact, other: Fact) -> bool:
        assert isinstance(one, Term)
        assert isinstance(other, Term)
        return not (
            truth.same_meaning(material.book, one, other)
            or mentions(one.definition, other)
            or mentions(other.definition, one)
        )

    siblings = index_of(material.taught).terms.get((term.category, term.plural), ())
    others = (pair(other) for other in siblings if not other.transparent)
    return matched(
        Draw(material, NAME, "term-definition", term),
        material,
        pair(term),
        others,
        exclusive,
        "Match each definition with its term.",
    )


def roles(person: Person, material: Material) -> Question | Refusal:
    """Roles with people of one class."""

    def pair(found: Person) -> Pair:
        return Pair(found, capital(found.role), found.full_name, (0, fold(found.sort_name)), names(found))

    def exclusive(one: Fact, other: Fact) -> bool:
        assert isinstance(one, Person)
        assert isinstance(other, Person)
        return not (
            truth.same_role(material.book, one, other) or mentions(one.role, other) or mentions(other.role, one)
        )

    others = (
        pair(other)
        for other in index_of(material.taught).people.get(person.category, ())
        if has_role(other) and other.gendered == person.gendered
    )
    return matched(
        Draw(material, NAME, "person-role", person),
        material,
        pair(person),
        others,
        exclusive,
        "Match each description with the person.",
    )


def years(event: Event, material: Material) -> Question | Refusal:
    """Events with their years."""

    def pair(found: Event) -> Pair:
        year = found.date.year
        return Pair(found, capital(found.title), found.date.year_label, (year, ""), (found.date.year_label,))

    def exclusive(one: Fact, other: Fact) -> bool:
        assert isinstance(one, Event)
        assert isinstance(other, Event)
        return truth.apart(one, other) and not truth.same_happening(material.book, one, other)

    near = index_of(material.taught).around(event, WINDOW)
    others = (pair(other) for other in near if has_one_year(other))
    return matched(
        Draw(material, NAME, "event-year", event),
        material,
        pair(event),
        others,
        exclusive,
        "Match each event with its year.",
    )


def theses(view: View, material: Material) -> Question | Refusal:
    """Views on one question with who holds them."""

    def pair(found: View) -> Pair:
        return Pair(found, sentence(found.thesis), found.holder_label, (0, fold(found.holder_label)), names(found))

    def exclusive(one: Fact, other: Fact) -> bool:
        assert isinstance(one, View)
        assert isinstance(other, View)
        return not truth.could_accept(material.book, one, other)

    others = (pair(other) for other in index_of(material.taught).views.get(fold(view.on), ()) if has_thesis(other))
    return matched(
        Draw(material, NAME, "view-holder", view),
        material,
        pair(view),
        others,
        exclusive,
        "Match each view with the person who held it.",
    )


MATCHING = ItemType(
    name=NAME,
    title="Matching",
    instruction="Write the letter of the right answer beside each number.",
    takes="classes of terms and people, events of different years, views on one question; six or seven of each",
    ways=(
        Pattern("term-definition", Term, lambda term: not (term.disputed or term.transparent), definitions),
        Pattern("person-role", Person, has_role, roles),
        Pattern("event-year", Event, has_one_year, years),
        Pattern("view-holder", View, has_thesis, theses),
    ),
    rules=(sets.matching, pairings.one_answer, pairings.stated),
    precedence=2,
    demand=0.4,
    pace=0.75,
    text=plain_text.matching,
    key_text=plain_text.numbered_key,
)
