"""Whether the key is what the book says (H11, H14, HI-2, HI-3)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import AuthoredQuestion, Figure, Link, View
from ..questions import Question
from ..words import fold
from .bearers import told_of
from .finding import Finding


def sound_facts(question: Question, book: FactBank) -> Iterator[Finding]:
    """Every fact is in the book, wanted by its author, and not disputed, unless whose view it is is printed."""
    for fact_id in question.facts:
        fact = book.get(fact_id)
        if fact is None:
            yield Finding("H11", f"there is no fact “{fact_id}” in the book", "build the bank anew")
        elif fact.weight == 0:
            yield Finding("H14", f"its author keeps “{fact_id}” out of worksheets", "give it a :weight: of 1")
        elif fact.disputed and not isinstance(fact, View | Link | AuthoredQuestion):
            yield Finding("HI-3", f"“{fact_id}” is disputed and asked as settled", "make it a view")
        elif isinstance(fact, Figure) and fact.range:
            yield Finding("HI-3", f"“{fact_id}” is a range and asked as one number", "ask for the range in words")
    if len(question.places) < len(question.facts):
        yield Finding("R8", "the key does not say where the book teaches each fact", "build the bank anew")


def evidence(question: Question, book: FactBank) -> Iterator[Finding]:
    """What may be credited under bands stands on facts of the book (HI-2)."""
    for key in question.keys:
        for found in key.indicative:
            if book.get(found.fact) is None:
                yield Finding("HI-2", f"“{found.text}” stands on no fact of the book", "build the bank anew")


def right_option(question: Question, book: FactBank) -> Iterator[Finding]:
    """The right option is a text of the fact it asks about."""
    fact = book.get(question.facts[0])
    for option in question.options:
        if fact and option.right and fold(option.text) not in told_of(book, fact):
            yield Finding("H11", f"“{option.text}” is not what the book says", "check the fact")
