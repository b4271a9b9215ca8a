"""Matching: premises on the left, answers on the right, two answers more than premises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from .. import plain_text
from ..facts import Event, Fact, Person, Term, View
from ..item_rules import sets
from ..questions import ItemTypeName, Key, Question, letter
from ..words import fold
from . import truth
from .askable import has_one_year, has_role, has_thesis
from .assembly import build
from .drawing import Draw
from .giveaways import cues, together
from .index import index_of
from .item_type import ItemType, Material, Pattern, Refusal
from .likeness import likeness, mean
from .names import mentions, names
from .neighbours import confused
from .wording import capital, sentence

NAME: Final[ItemTypeName] = "matching"
SPARES = 2  # answers that are not needed (rule P2)
SIZES = (5, 4)  # premises; four where the class is thin
WINDOW = 12  # events on either side, by rank, among which is chosen (rule G6)


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise and the answer that belongs to it."""

    fact: Fact
    premise: str
    response: str
    place: tuple[int, str]  # among the responses: their order in time or in the alphabet
    names: tuple[str, ...]  # every way to say the response


def matched(
    draw: Draw,
    material: Material,
    first: Pair,
    others: Iterable[Pair],
    exclusive: Callable[[Fact, Fact], bool],
    ask: str,
) -> Question | Refusal:
    """A set that grows from one pair; every premise is checked against every answer, both ways (rule G21).

    :param others: pairs of the same class; premises are only those that the sheet may still ask, first those of the
        chapter that the set grows from.
    :param exclusive: whether neither answer could be given to the other's premise.
    :param ask: "Match each definition with its term."
    """
    book = material.book
    too_few = Refusal(f"fewer than {SIZES[-1] + SPARES} of its class exclude each other and are free", "G35")
    order = draw.order((pair for pair in others if pair.fact.id != first.fact.id), lambda pair: pair.fact.id, "pairs")
    if len(order) + 1 < SIZES[-1] + SPARES:
        return too_few
    told = {pair.fact.id: truth.told_of(book, pair.fact) for pair in (first, *order)}
    chosen = [first]
    for pair in sorted(order, key=lambda found: not confused(first.fact, found.fact)):
        if all(
            fold(pair.response) not in told[other.fact.id]
            and fold(other.response) not in told[pair.fact.id]
            and fold(pair.response) != fold(other.response)
            and exclusive(pair.fact, other.fact)
            for other in chosen
        ):
            chosen.append(pair)
    free = [pair for pair in chosen[1:] if material.asked.get(pair.fact.id)]
    asked = [first, *sorted(free, key=lambda pair: pair.fact.place.chapter != first.fact.place.chapter)]
    size = next((size for size in SIZES if len(asked) >= size and len(chosen) >= size + SPARES), None)
    if size is None:
        return too_few
    premises = _mixed(draw, asked[:size])
    spares = [pair for pair in chosen if pair not in premises][:SPARES]
    chosen = [*premises, *spares]
    responses = sorted(chosen, key=lambda pair: pair.place)
    letters = {pair.fact.id: letter(place) for place, pair in enumerate(responses)}
    return build(
        draw,
        (first.fact, *(pair.fact for pair in premises if pair.fact.id != first.fact.id)),
        stem=f"{ask} Two letters are not needed.",
        marks=size,
        key=Key(", ".join(f"{number} {letters[pair.fact.id]}" for number, pair in enumerate(premises, start=1))),
        instruction="Write one letter in each box.",
        rows=tuple(pair.premise for pair in premises),
        responses=tuple(pair.response for pair in responses),
        row_keys=tuple(letters[pair.fact.id] for pair in premises),
        pairs=tuple(found for pair in premises for found in together(pair.names, cues(book, pair.premise))),
        likeness=mean([likeness(one.fact, other.fact, book) for one, other in combinations(chosen, 2)]),
    )


def _mixed(draw: Draw, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs in an order in which the letters do not simply run on, forwards or backwards."""
    attempt = 0
    while True:
        premises = draw.order(pairs, lambda pair: pair.fact.id, f"premises {attempt}")
        places = [pair.place for pair in premises]
        if places not in (sorted(places), sorted(places, reverse=True)):
            return premises
        attempt += 1


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
    demand=0.4,
    pace=0.75,
    ways=(
        Pattern("term-definition", Term, lambda term: not (term.disputed or term.transparent), definitions),
        Pattern("person-role", Person, has_role, roles),
        Pattern("event-year", Event, has_one_year, years),
        Pattern("view-holder", View, has_thesis, theses),
    ),
    rules=(sets.matching,),
    precedence=2,
    text=plain_text.matching,
    key_text=plain_text.numbered_key,
)
