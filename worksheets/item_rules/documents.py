"""Rules for questions about a source (IB Paper 1, G28, L4)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import AuthoredQuestion
from ..questions import Question
from ..words import alike, fold, holds, words
from .finding import Finding

POINT_WORDS = 3
QUOTES = frozenset('“”"')


def shown(question: Question, book: FactBank) -> Iterator[Finding]:
    """One source with its origin, said to be summed up and not quoted, as its author wrote it."""
    fact = book.get(question.facts[0])
    if len(question.extracts) != 1 or not isinstance(fact, AuthoredQuestion):
        yield Finding("IB-1", "it shows no source, or more than one", "write an :extract:")
        return
    (extract,) = question.extracts
    if "summed up" not in extract.heading or QUOTES.intersection("".join(extract.paragraphs)):
        yield Finding("IB-1", "the source is not said to be a summary, or quotes", "sum it up in your own words")
    if fold(" ".join(extract.paragraphs)) != fold(fact.extract) or extract.attribution != fact.attribution:
        yield Finding("H11", "the source is not what its author wrote", "build the bank anew")
    if not extract.attribution:
        yield Finding("IB-1", "nothing tells where the source comes from", "write an :attribution:")


def both_sides(question: Question, _: FactBank) -> Iterator[Finding]:
    """Value and limitations have points for half the marks each, and a key of one answer limits what one side earns."""
    if question.parts:
        keyed = [(part.marks, part.key.points) for part in question.parts]
    else:
        half = (question.marks + 1) // 2
        sides = [[point for point in question.key.points if point.startswith(side)] for side in ("Value", "Limitation")]
        keyed = [(half, tuple(side)) for side in sides]
        if not any("if only value or only limitations" in note for note in question.key.notes):
            yield Finding("IB-1", "the key does not say what one side alone may earn", "limit it to half")
    for marks, points in keyed:
        if len(points) < marks:
            yield Finding("G28", f"{len(points)} points stand for {marks} marks", "write more points")
        if any(alike(one, other) for place, one in enumerate(points) for other in points[:place]):
            yield Finding("G28", "two points say the same", "write other points")
        for point in points:
            if len(words(point)) < POINT_WORDS:
                yield Finding("G28", f"the point “{point}” is too short", "write it in more words")
            if any(holds(text, point) for text in (question.stem, *(part.text for part in question.parts))):
                yield Finding("G28", f"the point “{point}” stands in the question", "reword it")


def room(question: Question, _: FactBank) -> Iterator[Finding]:
    """There are lines to write on, two a mark at least (L4)."""
    lines = [(part.answer_lines, part.marks) for part in question.parts]
    for given, marks in lines or [(question.answer_lines, question.marks)]:
        if given < 2 * marks:
            yield Finding("L4", f"{given} lines are too few for {marks} marks", "give more lines")
