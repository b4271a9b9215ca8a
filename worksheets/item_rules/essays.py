"""Rules for answers that are marked by bands (IB-1, HI-1, HI-2, L4)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import AuthoredQuestion, Figure, Group
from ..questions import Question
from ..words import holds
from .finding import Finding


def bands(question: Question, _: FactBank) -> Iterator[Finding]:
    """The key holds its bands in full, each mark from 0 to the highest in one of them; the sheet shows none (HI-1)."""
    if not question.key.bands:
        yield Finding("HI-1", "the key names no mark scheme", "give the question its :bands:")
    marks = [mark for band in question.key.mark_bands for mark in _marks(band.marks)]
    if sorted(marks) != list(range(question.marks + 1)):
        yield Finding("IB-1", f"the bands do not hold each of 0 to {question.marks} marks once", "check the scheme")
    for band in question.key.mark_bands:
        if any(holds(text, band.descriptor) for text in question.shown):
            yield Finding("HI-1", "a band is printed on the sheet", "leave it to the key")


def content(question: Question, book: FactBank) -> Iterator[Finding]:
    """The key says what may be credited: the author's points or facts of the book, none of them twice (HI-2)."""
    texts = [*question.key.points, *(found.text for found in question.key.indicative)]
    if not texts or len(set(texts)) < len(texts):
        yield Finding("G28", "the key has nothing to credit, or one thing twice", "write :points: or :about:")
    fact = book.get(question.facts[0])
    if isinstance(fact, AuthoredQuestion) and {found.fact for found in question.key.indicative} - {*fact.about}:
        yield Finding("HI-2", "the key credits a fact that the author does not name", "name it in :about:")


def evidence(question: Question, book: FactBank) -> Iterator[Finding]:
    """What may be credited is said in full: a figure with its numbers, a group with its members (HI-2)."""
    for found in question.key.indicative:
        fact = book.get(found.fact)
        said: tuple[str, ...] = ()
        if isinstance(fact, Figure):
            said = tuple(filter(None, (fact.value, *(reading.written for reading in fact.series))))
        elif isinstance(fact, Group):
            said = fact.members
        for text in said:
            if not holds(found.text, text):
                yield Finding("HI-2", f"“{found.text}” does not say “{text}”", "build the bank anew")


def room(question: Question, _: FactBank) -> Iterator[Finding]:
    """There are lines to write on, two a mark at least (L4)."""
    if question.answer_lines < 2 * question.marks:
        yield Finding("L4", f"{question.answer_lines} lines are too few for {question.marks} marks", "give more lines")


def _marks(label: str) -> range:
    least, _, most = label.partition("-")
    return range(int(least), int(most or least) + 1)
