"""Facts that speak of one thing, so that only one of them is asked on a sheet (rule H12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..bank import FactBank
from ..facts import Fact, Misconception, Person, View
from ..words import fold
from .index import index_of
from .names import holders


def kin(book: FactBank, facts: Iterable[Fact]) -> tuple[str, ...]:
    """The ids of facts that speak of the same as one of these, whichever of the two is given.

    A misconception and the fact that it distorts do, and a view and each person who holds it.
    """
    found = book.once(_kin)
    return tuple(dict.fromkeys(other for fact in facts for other in found.get(fact.id, ())))


def _kin(book: FactBank) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in _pairs(book):
        found[one].append(other)
        found[other].append(one)
    return {name: tuple(others) for name, others in found.items()}


def _pairs(book: FactBank) -> Iterator[tuple[str, str]]:
    for misconception in book.of_kind(Misconception):
        if misconception.fact:
            yield misconception.id, misconception.fact
    for view in book.of_kind(View):
        for holder in holders(view):
            for person in index_of(book).named.get(fold(holder), ()):
                if isinstance(person, Person):
                    yield view.id, person.id
