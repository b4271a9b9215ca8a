"""Whether a gap filled by its key gives what the book says, and filled by anything else does not (H11, P4, P6, G18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Blank, Statement
from ..questions import GAP, Question
from ..words import content, fold
from .bearers import bearers, names_of, same_bearer
from .finding import Finding

ANEW = "build the bank anew"
# What may be asked without a choice of words: there is one answer, and its other forms can be listed (G18).
_KINDS = """
    name person place city country region organisation body office title work term number year date month century unit
    symbol party event
"""
CLOSED = frozenset(_KINDS.split())
_BRACKET = re.compile(rf"{GAP} \([^()]*\)")


def sentence_of_the_book(question: Question, book: FactBank) -> Iterator[Finding]:
    """The filled sentence is that of the statement; the blank is of a closed kind; nothing false is accepted."""
    fact = book.get(question.facts[0])
    blank = _blank(question.stem, question.key.answer, fact)
    if blank is None:
        yield Finding("H11", "filled by its key it is not the sentence of the book", ANEW)
        return
    if blank.kind.casefold() not in CLOSED:
        yield Finding(
            "G18", f"a gap of the kind “{blank.kind}” has many answers", "offer words, or name what is missing"
        )
    for text in (question.key.answer, *question.key.accept):
        if any(fold(text) == fold(filler) for filler in blank.false):
            yield Finding("H11", f"“{text}” is accepted and stands under false= as well", "take it out of one")


def box_fills_once(question: Question, book: FactBank) -> Iterator[Finding]:
    """Each row filled by its answer is a statement, and by no other word of the box (G19, G20, H11)."""
    told = {fold(statement.text) for statement in book.of_kind(Statement)}
    facts = [fact for name in question.facts if isinstance(fact := book.get(name), Statement)]
    for row, answer in zip(question.rows, question.row_keys, strict=False):
        if not any(_blank(row, answer, fact) for fact in facts):
            yield Finding("H11", f"“{row}”, filled by “{answer}”, is no sentence of the book", ANEW)
        for word in question.bank:
            if fold(word) != fold(answer) and (
                fold(row.replace(GAP, word)) in told or same_bearer(book, word, answer) or _variants(word, answer)
            ):
                yield Finding("G19", f"“{word}” fits “{row}” as well as “{answer}”", "write another filler")
    if len({fact.passage.name for fact in facts if fact.passage}) != 1:
        yield Finding("G20", "its sentences are not of one passage", "number the statements of a passage")


def all_spellings(question: Question, book: FactBank) -> Iterator[Finding]:
    """Where the answer is a name, the key accepts every other name that nobody else bears (P6).

    Not in a puzzle, where the squares tell how many letters the answer has.
    """
    for key in (question.key, *question.gap_keys):
        owners = bearers(book, key.answer)
        if len(owners) != 1:
            continue
        given = [fold(text) for text in (key.answer, *key.accept)]
        for name in names_of(owners[0]):
            if name != owners[0].native and fold(name) not in given and len(bearers(book, name)) == 1:
                yield Finding("P6", f"the key does not accept “{name}”", ANEW)


def _blank(text: str, answer: str, fact: object) -> Blank | None:
    """The blank of a statement that the gap stands for, if the answer fills it."""
    if not isinstance(fact, Statement):
        return None
    bare = fold(_BRACKET.sub(GAP, text).replace(GAP, answer))
    return next((blank for blank in fact.blanks if blank.answer == answer and bare == fold(fact.text)), None)


def _variants(one: str, other: str) -> bool:
    first, second = content(one), content(other)
    return bool(first and second) and (first <= second or second <= first)
