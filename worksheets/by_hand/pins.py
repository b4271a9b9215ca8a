"""Facts that have to be asked: in the place of a question that was drawn, or before all others on a new sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..drafting import Draft
from ..facts import Fact
from ..fitting import full
from ..problems import Problem, Source
from .exchange import exchange
from .refusals import why_not


def asks(draft: Draft, fact: Fact) -> bool:
    """Whether the sheet asks about a fact, in a question of its own or within a set."""
    return any(fact.id in question.facts for questions in draft.filled.values() for question in questions)


def put_on(draft: Draft, fact: Fact, kept: Collection[str]) -> bool:
    """Ask about a fact in the place of one question, the last that can make room; whether one could.

    :param kept: ids of facts whose questions stay.
    """
    return any(
        exchange(draft, index, position, [draft.ground.pool.facts.index(fact)])
        for index in _parts(draft, fact)
        for position, question in reversed([*enumerate(draft.filled[index])])
        if not {*kept}.intersection(question.facts)
    )


def begin_with(draft: Draft, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Ask about facts on an empty sheet; say why where that cannot be."""
    for fact in facts:
        if not (asks(draft, fact) or _begin_with(draft, fact)):
            reasons = "; ".join(why_not(draft, fact))
            what = f'"{fact.id}" ({fact.source}) cannot be asked on this sheet: {reasons}'
            yield Problem(Source("--pin"), what, "leave it out, or change the blueprint", "hand.pin")


def _begin_with(draft: Draft, fact: Fact) -> bool:
    return any(
        not full(draft.ground.blueprint.parts[index], draft.filled[index])
        and draft.take_one([draft.ground.pool.facts.index(fact)], "", index)
        for index in _parts(draft, fact)
    )


def _parts(draft: Draft, fact: Fact) -> list[int]:
    """The parts that ask facts of its kind, its home first."""
    place = draft.ground.pool.facts.index(fact)
    suited = [index for index in draft.filled if index in draft.ground.pool.parts[place]]
    home = draft.queues.home(place) if suited else 0
    return sorted(suited, key=lambda index: (index != home, index))
