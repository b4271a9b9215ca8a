"""What the questions of a whole sheet have to add up to: marks, shares of chapters and levels, and the time they take.

While a sheet is drawn no question is taken that would pass an amount; when it is full, what is missing is told with its
amount (rule D3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from .bank import FactBank
from .blueprint import Blueprint
from .difficulty import minutes_of
from .problems import Problem, Source
from .questions import Question
from .shares import LEVEL_NAMES, LevelShares, Shares

Filled = Mapping[int, Sequence[Question]]  # the questions of each part, by its index in the blueprint
LATE = 1.1  # estimated times are rough: a tenth more than is allowed is let pass


@dataclass(frozen=True, slots=True)
class Unmet:
    """A demand that a sheet does not meet."""

    missing: float  # in marks, questions or minutes
    problem: Problem


class Demand(Protocol):
    """Something that is asked of a whole sheet."""

    def admits(self, filled: Filled, index: int, question: Question) -> bool:
        """Whether the sheet can still meet it when this question is put into a part."""

    def unmet(self, filled: Filled) -> Iterator[Unmet]:
        """What a full sheet lacks."""


@dataclass(frozen=True, slots=True)
class Quota:
    """Amounts for one way of sorting questions: by chapter, by level, or all in one."""

    key: Callable[[int, Question], str | None]  # what a question of a part counts for, if for anything
    amounts: Mapping[str, int]  # what is not in it must not come at all
    by_marks: bool  # else by questions
    named: Callable[[str], str]  # "chapter 3"
    source: Source
    code: str = "blueprint.shares"
    mend: str = "ask for what there is, or mark more facts there"

    def admits(self, filled: Filled, index: int, question: Question) -> bool:
        """Whether there is room for it."""
        key = self.key(index, question)
        if not key:
            return True
        return self._sums(filled)[key] + self._size(question) <= self.amounts.get(key, 0)

    def unmet(self, filled: Filled) -> Iterator[Unmet]:
        """Each amount that is not reached."""
        sums = self._sums(filled)
        unit = "marks" if self.by_marks else "questions"
        for key, amount in self.amounts.items():
            if missing := amount - sums[key]:
                what = f"{self.named(key)}: {amount} {unit} are asked for and {sums[key]} were found: {missing} short"
                yield Unmet(missing, Problem(self.source, what, self.mend, self.code))

    def _size(self, question: Question) -> int:
        return question.marks if self.by_marks else 1

    def _sums(self, filled: Filled) -> Counter[str]:
        sums: Counter[str] = Counter()
        for index, questions in filled.items():
            for question in questions:
                if key := self.key(index, question):
                    sums[key] += self._size(question)
        return sums


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """The most minutes that the questions may take."""

    minutes: int
    source: Source

    def admits(self, filled: Filled, index: int, question: Question) -> bool:
        """Whatever fits the parts: which question takes less time cannot be told before the sheet is full."""
        return True

    def unmet(self, filled: Filled) -> Iterator[Unmet]:
        """The minutes that are too many."""
        needed = sum(minutes_of(question) for questions in filled.values() for question in questions)
        if needed > LATE * self.minutes:
            over = round(needed - self.minutes)
            what = f"the questions take about {needed:.0f} minutes and {self.minutes} are given: {over} too many"
            mend = f'write "minutes: {needed:.0f}", ask for less, or give the parts a "pace" of your own'
            yield Unmet(over, Problem(self.source, what, mend, "blueprint.minutes"))


def demands_of(blueprint: Blueprint, book: FactBank) -> tuple[Demand, ...]:
    """What a blueprint asks of a whole sheet, beside its parts.

    :param book: which has all chapters that the blueprint names.
    """
    found: list[Demand] = []
    if blueprint.marks:
        found.append(
            Quota(
                lambda index, question: "all",
                {"all": blueprint.marks},
                True,
                lambda key: "the whole sheet",
                blueprint.source("marks"),
                mend="ask for as many as the parts can give",
            )
        )
    if blueprint.chapter_shares:
        amounts = _by_name(blueprint.chapter_shares, book)
        named = _chapter_namer(book)
        found.append(Quota(lambda index, question: question.topic, amounts, True, named, blueprint.source("chapters")))
    if blueprint.level_shares:
        shares = _by_level(blueprint.level_shares)
        found.append(
            Quota(lambda index, question: str(question.level), shares, True, _level_named, blueprint.source("levels"))
        )
    for index, part in enumerate(blueprint.parts):
        source, by_marks = Source(blueprint.path, part.line), bool(part.marks)
        if part.chapter_shares:
            amounts = _by_name(part.chapter_shares, book)
            found.append(
                Quota(_within(index, lambda found: found.topic), amounts, by_marks, _chapter_namer(book), source)
            )
        if part.level_shares:
            shares = _by_level(part.level_shares)
            found.append(Quota(_within(index, lambda found: str(found.level)), shares, by_marks, _level_named, source))
    if blueprint.minutes:
        found.append(TimeLimit(blueprint.minutes, blueprint.source("minutes")))
    return tuple(found)


def _within(part: int, key: Callable[[Question], str]) -> Callable[[int, Question], str | None]:
    return lambda index, question: key(question) if index == part else None


def _by_name(shares: Shares, book: FactBank) -> dict[str, int]:
    """The amounts by the document names of the chapters; a chapter named twice, once by its number, gets both."""
    amounts: Counter[str] = Counter()
    for name, amount in shares:
        if chapter := book.chapter(name):
            amounts[chapter.name] += amount
    return dict(amounts)


def _chapter_namer(book: FactBank) -> Callable[[str], str]:
    names = {chapter.name: chapter.number or chapter.title for chapter in book.chapters}
    return lambda key: f"chapter {names.get(key, key)}"


def _by_level(shares: LevelShares) -> dict[str, int]:
    return {str(level): amount for level, amount in shares}


def _level_named(level: str) -> str:
    return f"level {level} ({LEVEL_NAMES[level]})"
