"""Rules for claims that are matched with evidence (G12, G21, H9)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import View
from ..questions import Question, letter
from ..words import content, fold, holds
from .finding import Finding


def each_its_own(question: Question, book: FactBank) -> Iterator[Finding]:
    """Each claim stands with holder and year; no other evidence is of someone who agrees, or alike (G12, G21, H9)."""
    asked = [fact for name in question.facts if isinstance(fact := book.get(name), View)]
    by_evidence = {fold(view.evidence): view for view in book.of_kind(View) if view.evidence}
    for row, key in zip(question.rows, question.row_keys, strict=False):
        view = next((found for found in asked if holds(row, found.holder_label) and holds(row, found.thesis)), None)
        if view is None:
            yield Finding("G12", f"“{row}” does not give a claim with holder and year", "build the bank anew")
            continue
        for index, response in enumerate(question.responses):
            other = by_evidence.get(fold(response))
            if other is None or (letter(index) == key) != (fold(view.evidence) == fold(response)):
                yield Finding("H11", f"“{response}” is not keyed as the book says it", "check the views")
            elif letter(index) != key and (book.also_true(view, other) or fold(view.holder) == fold(other.holder)):
                yield Finding("G12", f"“{view.id}” and “{other.id}” could accept each other", "ask one of the two")
            elif letter(index) != key and content(response) & content(view.evidence):
                yield Finding("G12", f"“{view.id}” could have used “{response}”", "ask one of the two")
            if content(view.thesis) & content(response):
                yield Finding("H9", f"a word of “{view.thesis}” stands in “{response}”", "reword one of the two")
