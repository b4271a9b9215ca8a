"""Rules for retrieval grids (R1, H12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..bank import FactBank
from ..questions import Question
from ..words import fold, holds
from .finding import Finding

CELLS = (9, 12)
SHARES = {1: 0.5, 2: 0.3, 3: 0.2}  # of the questions, by their marks: last lesson, last week, last month


def ages(question: Question, _: FactBank) -> Iterator[Finding]:
    """9 or 12 questions: half from last lesson, three tenths from last week, the rest older, within one (R1)."""
    count = Counter(part.marks for part in question.parts)
    total = len(question.parts)
    if total not in CELLS or total != len(question.facts):
        yield Finding("R1", f"it has {total} boxes for {len(question.facts)} facts", "ask for 9 or 12")
    for marks, share in SHARES.items():
        if abs(count[marks] - share * total) > 1:
            yield Finding("R1", f"{count[marks]} of {total} questions have {marks} marks", "mix the ages as usual")
    if set(count) - set(SHARES):
        yield Finding("R1", "a question has other marks than those of its age", "give it 1, 2 or 3")


def independent(question: Question, _: FactBank) -> Iterator[Finding]:
    """Each has an answer of its own, which no question of the grid prints, and says where the book teaches it (H12)."""
    answers = [part.key.answer for part in question.parts]
    right = Counter(form for part in question.parts for form in {*map(fold, (part.key.answer, *part.key.accept))})
    for form, count in right.items():
        if count > 1:
            yield Finding("H12", f"“{form}” is right in two boxes", "check the facts")
    for answer in answers:
        for part in question.parts:
            if holds(part.text, answer):
                yield Finding("H12", f"“{answer}” stands in “{part.text}”", "reword the fact")
    if not all(part.place for part in question.parts):
        yield Finding("R8", "the key does not say where the book teaches each answer", "build the bank anew")
