"""Whether a sheet asks one thing twice (H12, G29)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..questions import Question
from ..words import fold
from ..worksheet import Worksheet
from .sheet_finding import SheetFinding


def repeats(worksheet: Worksheet, _: FactBank) -> Iterator[SheetFinding]:
    """No fact stands in two questions, so no statement meets its swap, and no question is printed twice."""
    askers: dict[str, Question] = {}
    printed: dict[tuple[str, ...], Question] = {}
    for question in worksheet.questions:
        for fact in question.facts:
            if (first := askers.setdefault(fact, question)) is not question:
                what = f"“{fact}” is asked about in {first.id} as well"
                yield SheetFinding(question, "H12", what, "ask about another fact")
        said = tuple(sorted(fold(text) for text in question.shown))
        if (first := printed.setdefault(said, question)) is not question:
            yield SheetFinding(question, "H12", f"it prints the same as {first.id}", "reword one of the two facts")
