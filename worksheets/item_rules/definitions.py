"""Rules for a term that is to be defined (G28)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..bank import FactBank
from ..facts import Term
from ..questions import Question
from ..words import alike, content, holds, words
from .finding import Finding

MARKS = 2
POINT_WORDS = 3
WHOLE = "The definition above"  # how the note begins that says what it earns


def points(question: Question, _: FactBank) -> Iterator[Finding]:
    """Two marks; points of three words or more that say different things, and more than the stem does (G28)."""
    found = question.key.points
    if question.marks != MARKS or len(found) < MARKS:
        yield Finding("G28", f"{len(found)} points stand for {question.marks} marks", "write two :marks: or more")
    if any(alike(one, other) for one, other in combinations(found, 2)):
        yield Finding("G28", "two points say the same", "write other :marks:")
    for point in found:
        if len(words(point)) < POINT_WORDS or content(point) <= content(question.stem):
            yield Finding("G28", f"the point “{point}” says no more than the question", "write it in more words")


def term_named(question: Question, book: FactBank) -> Iterator[Finding]:
    """The stem names the term, and the key has its definition, which by itself earns all marks, whatever the points."""
    fact = book.get(question.facts[0])
    if not isinstance(fact, Term) or not holds(question.stem, fact.term) or question.key.answer != fact.definition:
        yield Finding("R8", "stem and key are not those of one term", "build the bank anew")
    if not any(note.startswith(WHOLE) for note in question.key.notes):
        yield Finding("G28", "the key does not say what the definition itself earns", "say that it earns both marks")
