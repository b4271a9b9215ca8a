"""What is drawn by rank within a question: wordings, positions, order (rules S2, S3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ..facts import Fact
from ..questions import ItemTypeName
from ..sampling import rank, ranked
from .item_type import Material

T = TypeVar("T")


class Draw:
    """Draws for one variant of a question: the same for the same seed, whatever else is on the sheet."""

    def __init__(self, material: Material, item_type: ItemTypeName, pattern: str, fact: Fact) -> None:
        self.item_type: ItemTypeName = item_type
        self.pattern = pattern
        self.book = material.book
        self.question_id = f"{item_type}/{pattern}/{fact.id}"
        self.difficulty = material.difficulty
        self._seed, self._variant = material.seed, material.variant

    def order(self, candidates: Iterable[T], name: Callable[[T], str], matter: str) -> list[T]:
        """The candidates in the order of their ranks; one more leaves the others' order as it was."""
        return ranked(f"{self._name(matter)}\n{self._variant}", candidates, name)

    def number(self, below: int, matter: str) -> int:
        """A number from 0 to ``below`` - 1; it moves on by one from variant to variant, so that they differ."""
        return (rank(self._name(matter)) + self._variant) % below

    def large(self, matter: str) -> int:
        """A number below 2**256 that tells nothing about that of another variant."""
        return rank(self._name(matter), str(self._variant))

    def one(self, of: Sequence[T], matter: str) -> T:
        """One of some wordings or positions."""
        return of[self.number(len(of), matter)]

    def _name(self, matter: str) -> str:
        return f"{self._seed}\n{self.question_id}\n{matter}"
