"""Rules for questions that ask for an explanation (G28, G36)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..bank import FactBank
from ..facts import AuthoredQuestion, Link
from ..questions import Question
from ..words import alike, content, holds, words
from .finding import Finding

POINT_WORDS = 3
TOLD = 0.75  # of a point's words in the stem: what is left is no answer
ARGUED = ("argue", "argues", "argued")  # one of them shows that a claim is somebody's


def reported(question: Question, book: FactBank) -> Iterator[Finding]:
    """A link that is not strong and settled is told as what people argue (G36)."""
    for fact_id in question.facts:
        fact = book.get(fact_id)
        doubted = isinstance(fact, Link) and (fact.strength != "strong" or fact.certainty != "settled")
        if doubted and not any(holds(question.stem, word) for word in ARGUED):
            yield Finding("G36", f"“{fact_id}” is stated although not all agree", "say that people argue it")


def points(question: Question, book: FactBank) -> Iterator[Finding]:
    """Two points of a link or more, each of three words, no two alike, none that the stem tells (G28)."""
    if not isinstance(book.get(question.facts[0]), Link):
        return
    found = question.key.points
    if len(found) < 2 or any(alike(one, other) for one, other in combinations(found, 2)):
        yield Finding("G28", "there are fewer than two points, or two say the same", "write other :marks:")
    for point in found:
        told = len(content(point) & content(question.stem)) / max(len(content(point)), 1)
        if len(words(point)) < POINT_WORDS or told >= TOLD:
            yield Finding("G28", f"the point “{point}” says no more than the question", "write it in more words")


def others_count(question: Question, book: FactBank) -> Iterator[Finding]:
    """Where points are marked, the key says that another sound one counts: no list holds all that can be said (P6)."""
    asked = isinstance(book.get(question.facts[0]), (Link, AuthoredQuestion)) and bool(question.key.points)
    if asked and not any(holds(note, "another") and holds(note, "counts") for note in question.key.notes):
        yield Finding("P6", "the key does not say that another sound point counts", "build the bank anew")
