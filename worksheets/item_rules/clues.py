"""Rules for a person or term that is found by clues (G8, G9, G25, H11)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..bank import FactBank
from ..fact_texts import texts
from ..facts import Person, Term
from ..questions import Question
from ..words import alike, bare_date, begins_with_verb, content, fold, holds, words
from .finding import Finding

CLUES = (2, 3)
PERSONAL = frozenset({"he", "she", "i", "my", "we", "our"})  # a clue tells neither sex nor speaks as the person


def worth(question: Question, _: FactBank) -> Iterator[Finding]:
    """Two or three clues that say different things, the first more than a date, and as many marks."""
    rows = question.rows
    if len(rows) not in CLUES or question.marks != len(rows):
        yield Finding("G28", f"{len(rows)} clues stand for {question.marks} marks", "give three clues, or two points")
    if any(alike(one, other) for one, other in combinations(rows, 2)):
        yield Finding("G28", "two clues say the same", "write other clues")
    if rows and bare_date(rows[0]):
        yield Finding("G28", f"nobody can be named from “{rows[0]}”", "say in it what was done or what it is")


def untold(question: Question, _: FactBank) -> Iterator[Finding]:
    """No clue names the answer, says he or she, or speaks with the person's voice (G8, G25)."""
    answers = (question.key.answer, *question.key.accept)
    for row in question.rows:
        if any(holds(row, answer) or content(answer) <= content(row) for answer in answers):
            yield Finding("G8", f"the clue “{row}” names the answer", "reword it")
        if PERSONAL.intersection(words(row)):
            yield Finding("G25", f"the clue “{row}” says who speaks or of which sex it is", "begin it with a verb")


def sort_of_thing(question: Question, book: FactBank) -> Iterator[Finding]:
    """The first clue of a term says what sort of thing is meant, not only what it did (G9)."""
    first = question.rows[0] if question.rows else ""
    if isinstance(book.get(question.facts[0]), Term) and begins_with_verb(first):
        yield Finding("G9", f"“{first}” does not say what sort of thing is meant", "begin it with a noun: “a body ...”")


def one_answer(question: Question, book: FactBank) -> Iterator[Finding]:
    """Not all clues are told of another person or term, nor is the last one of another person (H11)."""
    fact = book.get(question.facts[0])
    if not isinstance(fact, Person | Term):
        yield Finding("H11", "it asks about neither a person nor a term", "mark one")
        return
    needed = question.rows[-1:] if isinstance(fact, Person) else question.rows
    for other in book.of_kind(type(fact)):
        if other.id != fact.id and all(any(holds(text, row) for text in texts(other)) for row in needed):
            yield Finding("H11", f"the clues fit “{other.id}” as well", "write a clue that fits nobody else")
    if fold(question.key.answer) not in {fold(text) for text in texts(fact)}:
        yield Finding("H11", f"“{question.key.answer}” is not the name of what the clues tell", "build the bank anew")
