"""Whether a teacher can mark the question with its key."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..questions import Question
from .finding import Finding


def complete(question: Question, _: FactBank) -> Iterator[Finding]:
    """An answer, marks, no empty point, as many points as marks where points are given, lines to write on."""
    key = question.key
    if not key.answer or not all((*key.points, *key.accept, *key.notes, *question.row_keys)):
        yield Finding("R8", "the key has an empty answer", "give the fact what is asked for")
    if question.marks < 1:
        yield Finding("G28", "it is worth no mark", "give it one mark at least")
    if question.item_type == "short-answer":
        if key.points and len(key.points) < question.marks:
            yield Finding("G28", f"{len(key.points)} points stand for {question.marks} marks", "write more :points:")
        if question.answer_lines < question.marks:
            yield Finding("L4", "there are fewer lines than marks", "give two lines a mark")
