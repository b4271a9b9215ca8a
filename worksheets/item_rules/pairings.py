"""Whether each premise of a matching set has one answer only, held against the book (P2, G9, G12, G21, H11)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Fact
from ..questions import Question, letter
from ..words import fold, holds
from .also_true import why_true
from .bearers import told_of
from .finding import Finding


def one_answer(question: Question, book: FactBank) -> Iterator[Finding]:
    """The answer to each premise is a text of its fact, and no other answer is true of it (G21, H11)."""
    facts = [fact for fact in map(book.get, question.facts) if fact]
    for row, key in zip(question.rows, question.row_keys, strict=False):
        fact = _fact(row, facts, book)
        right = next((text for place, text in enumerate(question.responses) if letter(place) == key), "")
        if fact is None or fold(right) not in told_of(book, fact):
            yield Finding("H11", f"“{right}” is not what the book says of “{row}”", "build the bank anew")
            continue
        for response in question.responses:
            if response != right and (why := why_true(response, right, fact, book)):
                yield Finding(
                    "G21", f"“{response}” {why}, as an answer to “{row}”", "name the other fact in :not-with:"
                )


def stated(question: Question, _: FactBank) -> Iterator[Finding]:
    """The stem says what is matched with what, and how many answers are left over (P2)."""
    left = len(question.responses) - len(question.rows)
    counted = ("", "One", "Two", "Three", "Four")[left] if 0 <= left <= 4 else ""
    if not holds(question.stem, "match") or not counted or not holds(question.stem, counted):
        yield Finding("P2", f"the stem does not say that {left} answers are not needed", "say what is matched")
    for row in question.rows:
        if any(holds(row, response) for response in question.responses):
            yield Finding("H9", f"“{row}” names an answer of the list", "reword the definition or role")


def _fact(row: str, facts: list[Fact], book: FactBank) -> Fact | None:
    return next((fact for fact in facts if fold(row) in told_of(book, fact)), None)
