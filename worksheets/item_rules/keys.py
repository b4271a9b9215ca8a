"""Whether a teacher can mark the question with its key."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..questions import Question
from ..words import holds
from .finding import Finding


def complete(question: Question, _: FactBank) -> Iterator[Finding]:
    """An answer for the question or for each of its parts, one for each gap, no empty point."""
    answered = question.keys[1:] if question.parts and not question.key.answer else question.keys
    listed = [text for key in question.keys for text in (*key.points, *key.accept, *key.notes)]
    if not all(key.answer for key in answered) or not all((*listed, *question.row_keys)):
        yield Finding("R8", "the key has an empty answer", "give the fact what is asked for")
    if len(question.gap_keys) != question.gaps:
        yield Finding("R8", f"the key fills {len(question.gap_keys)} of {question.gaps} gaps", "key each gap")


def content_notes(question: Question, book: FactBank) -> Iterator[Finding]:
    """The key tells the teacher what its facts' authors want known before the class reads them (HI-4)."""
    for fact in filter(None, map(book.get, question.facts)):
        if fact.content_note and not any(holds(note, fact.content_note) for note in question.key.notes):
            yield Finding("HI-4", f"the key does not say “{fact.content_note}”", "build the bank anew")


def marks(question: Question, _: FactBank) -> Iterator[Finding]:
    """It is worth something, and its parts are worth as much together."""
    if question.marks < 1 or any(part.marks < 1 for part in question.parts):
        yield Finding("G28", "it is worth no mark", "give it one mark at least")
    if question.parts and sum(part.marks for part in question.parts) != question.marks:
        yield Finding("G28", "the marks of its parts are not its own", "check the marks")


def written(question: Question, _: FactBank) -> Iterator[Finding]:
    """As many points as marks where points are given, and lines to write on (for answers of a few lines)."""
    points = question.key.points
    if points and len(points) < question.marks:
        yield Finding("G28", f"{len(points)} points stand for {question.marks} marks", "write more :points:")
    if question.answer_lines < question.marks:
        yield Finding("L4", "there are fewer lines than marks", "give two lines a mark")
