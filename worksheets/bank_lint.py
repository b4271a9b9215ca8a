"""Faults that only show when facts are seen side by side: two of them could be right in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .bank import FactBank
from .facts import Event, Fact, Group, Person, Statement, Term
from .needed_forms import needed_forms
from .problems import Problem
from .words import fold

FULL_CLASS = 4  # members that a class needs before it gives good wrong answers (rule G35)


def bank_faults(bank: FactBank) -> tuple[Problem, ...]:
    """Every fault of a bank, in the order of its places."""
    found = [
        *_twins(bank),
        *_contradictions(bank),
        *_groups(bank),
        *_fillers(bank),
        *_circles(bank),
        *needed_forms(bank),
    ]
    return tuple(sorted(set(found)))


@dataclass(frozen=True, slots=True)
class ThinClass:
    """A class with too few members to take wrong answers from."""

    kind: str
    category: str
    members: tuple[str, ...]


def thin_classes(bank: FactBank) -> tuple[ThinClass, ...]:
    """The classes with fewer than four members: no fault, but their facts are asked less often (rule G35)."""
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in bank:
        if isinstance(fact, Term | Person) and fact.category:
            members[fact.kind, fact.category].append(fact.id)
    return tuple(
        ThinClass(kind, category, tuple(ids))
        for (kind, category), ids in sorted(members.items())
        if len(ids) < FULL_CLASS
    )


def _twins(bank: FactBank) -> Iterator[Problem]:
    """Two facts with the same words where a question needs them to differ (rules H11, G10)."""
    fields: tuple[tuple[type[Fact], str, Callable[[Fact], str]], ...] = (
        (Term, "term", lambda fact: fact.term if isinstance(fact, Term) else ""),
        (Term, "definition", lambda fact: fact.definition if isinstance(fact, Term) else ""),
        (Person, "name", lambda fact: fact.full_name if isinstance(fact, Person) else ""),
        (Person, "role", lambda fact: fact.role if isinstance(fact, Person) else ""),
        (Event, "title", lambda fact: fact.title if isinstance(fact, Event) else ""),
        (Event, "clause", lambda fact: fact.clause if isinstance(fact, Event) else ""),
        (Statement, "sentence", lambda fact: fact.text if isinstance(fact, Statement) else ""),
    )
    for kind, name, words in fields:
        first: dict[str, Fact] = {}
        for fact in bank.of_kind(kind):
            twin = first.setdefault(fold(words(fact)), fact)
            if twin is not fact:
                what = f'"{fact.id}" has the same {name} as "{twin.id}": "{words(fact)}"'
                mend = "say what sets the two apart, or delete one"
                yield Problem(fact.source, what, mend, "fact.twins")


def _contradictions(bank: FactBank) -> Iterator[Problem]:
    """Pairs said to be both true and false in each other's place (rule G7)."""
    for fact in bank:
        for other_id in fact.confusable_with:
            other = bank.get(other_id)
            if other and bank.also_true(fact, other):
                what = f'"{fact.id}" and "{other_id}" are joined by both not-with and confusable-with'
                mend = "keep not-with if one is true in the other's place, else confusable-with"
                yield Problem(fact.source, what, mend, "fact.both-true-and-false")


def _groups(bank: FactBank) -> Iterator[Problem]:
    """Outsiders that are members; members of groups that exclude each other; a partition without one name (G23)."""
    headings: dict[tuple[str, str], Group] = {}
    first: dict[str, Group] = {}
    for group in bank.of_kind(Group):
        members = {fold(member) for member in group.members}
        for near in group.near:
            if fold(near) in members:
                what = f'"{near}" is a member of "{group.id}" and stands under near as well'
                yield Problem(group.source, what, "keep it in one of the two", "fact.near-is-member")
        if not group.partition:
            continue
        if fold((other := first.setdefault(group.partition, group)).of) != fold(group.of):
            what = f'"{group.of}" and the "{other.of}" of "{other.id}" are sorted together and have no common name'
            mend = f'write one plural before the bar of every group of the partition "{group.partition}"'
            yield Problem(group.source, what, mend, "fact.partition")
        for member in group.members:
            other = headings.setdefault((group.partition, fold(member)), group)
            if other is not group:
                what = f'"{member}" is in "{group.id}" and in "{other.id}", which exclude each other'
                mend = f'take it out of one, or give one of them another partition than "{group.partition}"'
                yield Problem(group.source, what, mend, "fact.partition")


def _fillers(bank: FactBank) -> Iterator[Problem]:
    """Wrong fillers that another statement of the same words makes true (rule H11)."""
    true = {fold(statement.text) for statement in bank.of_kind(Statement)}
    for statement in bank.of_kind(Statement):
        for blank in statement.blanks:
            for filler in blank.false:
                swapped = statement.text[: blank.start] + filler + statement.text[blank.end :]
                if fold(swapped) in true:
                    what = f'the wrong filler "{filler}" makes a sentence that the book states elsewhere'
                    yield Problem(statement.source, what, "write another filler", "fact.filler-is-true")


def _circles(bank: FactBank) -> Iterator[Problem]:
    """Events that are part of themselves."""
    for event in bank.of_kind(Event):
        met = {event.id}
        outer = bank.get(event.within)
        while isinstance(outer, Event) and outer.id not in met:
            met.add(outer.id)
            outer = bank.get(outer.within)
        if isinstance(outer, Event) and outer.id == event.id:
            what = f'"{event.id}" lies within itself'
            yield Problem(event.source, what, "write the larger event after :within:", "fact.within-itself")
