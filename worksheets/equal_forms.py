"""Equal forms of a test: what a form has to have in common with the first one (rule D2).

In each part as many questions of each chapter and number of marks, and a mean difficulty that differs little. The parts
stand in the same order anyway.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .bank import Chapter
from .blueprint import Blueprint
from .difficulty import APART, difficulty_of, mean_difficulty
from .problems import Problem, Source
from .questions import Question
from .quotas import Demand, Filled, Quota, Unmet

FROM_FIRST = APART / 2  # and from the first form, so that any two keep to that
MEND = "ask for fewer forms or questions, add chapters, or mark more facts there"
CODE = "forms.unequal"


def equal_to(first: Filled, form: str, blueprint: Blueprint, chapters: tuple[Chapter, ...]) -> tuple[Demand, ...]:
    """What a form has to have in common with the first one.

    :param first: the questions of the first form.
    :param form: the letter of the other one, for messages.
    :param chapters: of the book, for messages.
    """
    names = {chapter.name: chapter.number or chapter.title for chapter in chapters}
    headings = {index: f"form {form}, “{part.head[0]}”" for index, part in enumerate(blueprint.parts)}
    places = {index: Source(blueprint.path, part.line) for index, part in enumerate(blueprint.parts)}
    found: list[Demand] = []
    for index, questions in first.items():
        found.append(_Kinds(index, headings[index], names, places[index]).quota(questions))
        found.append(Balance(index, len(questions), mean_difficulty(questions), headings[index], places[index]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The chapters and marks of the questions of one part."""

    index: int
    heading: str
    chapters: Mapping[str, str]  # document name -> as it is called in messages
    source: Source

    def quota(self, questions: Sequence[Question]) -> Quota:
        """As many of each as there are."""
        amounts = Counter(_kind(question) for question in questions)
        return Quota(self._key, amounts, by_marks=False, named=self._named, source=self.source, code=CODE, mend=MEND)

    def _key(self, index: int, question: Question) -> str | None:
        return _kind(question) if index == self.index else None

    def _named(self, kind: str) -> str:
        topic, _, marks = kind.rpartition(" ")
        worth = "1 mark" if marks == "1" else f"{marks} marks"
        return f"{self.heading}, chapter {self.chapters.get(topic, topic)}, {worth}"


def _kind(question: Question) -> str:
    return f"{question.topic} {question.marks}"


@dataclass(frozen=True, slots=True)
class Balance:
    """The mean difficulty of one part."""

    part: int
    count: int
    mean: float  # of the first form
    heading: str
    source: Source

    def admits(self, filled: Filled, index: int, question: Question) -> bool:
        """Whether the sum of difficulties stays so near to what the first form has that the mean will not leave it."""
        if index != self.part:
            return True
        found = [difficulty_of(other) for other in (*filled[index], question)]
        return abs(sum(found) - self.mean * len(found)) <= FROM_FIRST * self.count

    def unmet(self, filled: Filled) -> Iterator[Unmet]:
        """How much too far the means are apart."""
        apart = abs(mean_difficulty(filled[self.part]) - self.mean)
        if filled[self.part] and apart > FROM_FIRST + 1e-9:
            what = (
                f"{self.heading}: the mean difficulty is {mean_difficulty(filled[self.part]):.2f} and "
                f"{self.mean:.2f} in form A: {apart - FROM_FIRST:.2f} too far apart"
            )
            yield Unmet(apart, Problem(self.source, what, MEND, CODE))
