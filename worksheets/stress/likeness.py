"""Distractors that come again and again, and questions that are nearly the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from ..bank import FactBank
from ..questions import Question
from ..words import content, fold

MOST = 25  # rows of each table that a person reads
NEAR = 0.7  # shared content of two questions: their common words over all their words (Jaccard)


@dataclass(frozen=True, slots=True)
class Reuse:
    """A wrong answer, and how many facts it is offered for."""

    text: str
    facts: int
    questions: int


@dataclass(frozen=True, slots=True)
class NearDuplicates:
    """Two facts that are asked about in nearly the same words."""

    way: str
    one: str  # stem and answer
    other: str
    places: tuple[str, str]  # "book/01-cells.md:31"
    facts: tuple[str, str]
    likeness: float


def reuse(questions: Iterable[Question]) -> tuple[Reuse, ...]:
    """The distractors that are offered most often."""
    uses: defaultdict[str, list[Question]] = defaultdict(list)
    for question in questions:
        for option in question.options:
            if not option.right:
                uses[option.text].append(question)
    counted = (Reuse(text, len({use.facts[0] for use in found}), len(found)) for text, found in uses.items())
    return tuple(sorted(counted, key=lambda row: (-row.facts, -row.questions, row.text))[:MOST])


def near_duplicates(questions: Iterable[Question], book: FactBank) -> tuple[NearDuplicates, ...]:
    """Pairs of different facts that one way of asking turns into nearly the same question and answer, nearest first."""
    ways: defaultdict[str, dict[str, Question]] = defaultdict(dict)
    for question in questions:
        if len(question.facts) == 1:
            ways[f"{question.item_type}/{question.pattern}"].setdefault(question.facts[0], question)
    found = [pair for way, asked in ways.items() for pair in _pairs(way, asked, book)]
    return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.way, pair.facts)))


def _pairs(way: str, asked: Mapping[str, Question], book: FactBank) -> Iterator[NearDuplicates]:
    said = {fact: _said(question) for fact, question in asked.items()}
    heard = {fact: content(text) for fact, text in said.items()}
    # What nearly all questions of a way say is its frame, such as "What does ... mean?".
    common = Counter(word for words in heard.values() for word in words)
    frame = {word for word, count in common.items() if count > max(3, len(heard) / 3)}
    told = {fact: words - frame for fact, words in heard.items()}
    for one, other in combinations(sorted(told), 2):
        shared, every = len(told[one] & told[other]), len(told[one] | told[other])
        if every and shared / every >= NEAR:
            places = (str(book[one].source), str(book[other].source))
            yield NearDuplicates(way, said[one], said[other], places, (one, other), shared / every)


def _said(question: Question) -> str:
    right = "; ".join(option.text for option in question.options if option.right)
    answer = right or question.key.answer
    return question.stem if not answer or fold(answer) in fold(question.stem) else f"{question.stem} — {answer}"
