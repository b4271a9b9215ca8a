"""The bank of facts of one book, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from .facts import Fact

F = TypeVar("F", bound=Fact)
T = TypeVar("T")


@dataclass(frozen=True)
class Chapter:
    """A chapter that holds facts, as the book numbers and names it."""

    name: str  # document name
    number: str
    title: str


@dataclass(frozen=True)
class FactBank:
    """All marked facts of a book, in the order of their ids.

    A bank of facts, not of ready items: questions are made from it for each sheet.
    """

    title: str
    facts: tuple[Fact, ...]
    chapters: tuple[Chapter, ...] = ()  # in the order of the book
    language: str = "en"

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", tuple(sorted(self.facts, key=lambda fact: fact.id)))

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    def __getitem__(self, fact_id: str) -> Fact:
        return self._by_id[fact_id]

    def get(self, fact_id: str) -> Fact | None:
        """The fact of that id, or nothing."""
        return self._by_id.get(fact_id)

    def of_kind(self, kind: type[F]) -> tuple[F, ...]:
        """All facts of one kind, in the order of their ids."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(fact for fact in self.facts if isinstance(fact, kind))
        return cast(tuple[F, ...], self._kinds[kind])

    def within(self, chapters: Iterable[str]) -> FactBank:
        """The bank of some chapters only, given by their document names; the same object for the same chapters."""
        wanted = frozenset(chapters)
        if wanted not in self._parts:
            self._parts[wanted] = FactBank(
                self.title,
                tuple(fact for fact in self.facts if fact.place.chapter in wanted),
                tuple(chapter for chapter in self.chapters if chapter.name in wanted),
                self.language,
            )
        return self._parts[wanted]

    def without(self, ids: Container[str]) -> FactBank:
        """The bank without some facts, given by their ids."""
        return replace(self, facts=tuple(fact for fact in self.facts if fact.id not in ids))

    def chapter(self, name: str) -> Chapter | None:
        """The chapter of that number, document name or title."""
        wanted = name.strip().casefold()
        for chapter in self.chapters:
            if wanted and wanted in (chapter.number.casefold(), chapter.name.casefold(), chapter.title.casefold()):
                return chapter
        return None

    def also_true(self, one: Fact, other: Fact) -> bool:
        """Whether an author said that one is true, or nearly, in the other's place (``not-with``, either way)."""
        return other.id in one.not_with or one.id in other.not_with

    def once(self, work: Callable[[FactBank], T]) -> T:
        """What a pure function makes of this bank: worked out at the first call, then kept as long as the bank."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return cast(T, self._worked_out[work])

    def once_about(self, fact: F, work: Callable[[FactBank, F], T]) -> T:
        """What a pure function makes of this bank and one fact of it; kept likewise."""
        about = self._worked_out_about.setdefault(work, {})
        if fact.id not in about:
            about[fact.id] = work(self, fact)
        return cast(T, about[fact.id])

    @cached_property
    def _worked_out(self) -> dict[Callable[[FactBank], Any], Any]:
        return {}

    @cached_property
    def _worked_out_about(self) -> dict[Callable[[FactBank, Any], Any], dict[str, Any]]:
        return {}

    @cached_property
    def _kinds(self) -> dict[type[Fact], tuple[Fact, ...]]:
        return {}

    @cached_property
    def _parts(self) -> dict[frozenset[str], FactBank]:
        return {}

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}
