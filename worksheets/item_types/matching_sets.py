"""Sets of premises and answers in which nothing but its own answer fits a premise (rules P2, G21)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..facts import Fact
from ..questions import Key, Question, letter
from ..words import fold
from . import truth
from .assembly import build
from .drawing import Draw
from .giveaways import cues, together
from .item_type import Material, Refusal
from .likeness import likeness, mean
from .neighbours import confused

SPARES = 2  # answers that are not needed (rule P2)
SIZES = (5, 4)  # premises; four where the class is thin


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

    :param others: pairs of the same class, of which those are taken first that students mix up with this one, then
        those of its chapter; premises are only those that the sheet may still ask.
    :param exclusive: whether neither answer could be given to the other's premise.
    :param ask: "Match each definition with its term."
    """
    book = material.book
    too_few = Refusal(f"fewer than {SIZES[-1] + SPARES} of its class exclude each other and are free", "G35")
    order = draw.order((pair for pair in others if pair.fact.id != first.fact.id), lambda pair: pair.fact.id, "pairs")
    if len(order) + 1 < SIZES[-1] + SPARES:
        return too_few

    def near(found: Pair) -> tuple[bool, bool]:
        return (not confused(first.fact, found.fact), found.fact.place.chapter != first.fact.place.chapter)

    told = {pair.fact.id: truth.told_of(book, pair.fact) for pair in (first, *order)}
    chosen = [first]
    for pair in sorted(order, key=near):
        if all(
            fold(pair.response) not in told[other.fact.id]
            and fold(other.response) not in told[pair.fact.id]
            and fold(pair.response) != fold(other.response)
            and exclusive(pair.fact, other.fact)
            for other in chosen
        ):
            chosen.append(pair)
    asked = [first, *(pair for pair in chosen[1:] if material.asked.get(pair.fact.id))]
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
