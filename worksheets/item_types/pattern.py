"""A pattern: one way in which an item type asks about one kind of fact. An item type is a table of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..facts import KINDS, Fact
from ..questions import ItemTypeName, Question
from .item_type import ItemType, Material, Refusal

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True)
class Pattern(Generic[F]):
    """``suits`` looks at the fact alone and is cheap; ``ask`` looks at the bank and may still refuse."""

    name: str
    kind: type[F]
    suits: Callable[[F], bool]
    ask: Callable[[F, Material], Question | Refusal]


def item_type(
    name: ItemTypeName, title: str, instruction: str, table: tuple[Pattern[Any], ...], *, takes: str
) -> ItemType:
    """An item type that asks by the patterns of a table."""
    by_name = {pattern.name: pattern for pattern in table}
    by_kind = {kind: tuple(pattern for pattern in table if issubclass(kind, pattern.kind)) for kind in KINDS.values()}

    def patterns(fact: Fact) -> tuple[str, ...]:
        if fact.weight == 0:
            return ()
        return tuple(pattern.name for pattern in by_kind[type(fact)] if pattern.suits(fact))

    def ask(fact: Fact, pattern: str, material: Material) -> Question | Refusal:
        if fact.weight == 0:
            return Refusal("its author keeps it out of worksheets")
        if material.taught.get(fact.id) is None:
            return Refusal("the class has not met it yet", "R11")
        if pattern not in patterns(fact):
            return Refusal(f"a {fact.kind} like this is not asked as {name}, {pattern}")
        return by_name[pattern].ask(fact, material)

    return ItemType(name, title, instruction, patterns, ask, takes)


def always(_: Fact) -> bool:
    """Suits every fact of its kind."""
    return True
