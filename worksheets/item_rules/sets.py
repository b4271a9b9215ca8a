"""Rules for matching sets, true and false, cloze and ordering (P2 to P5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..bank import FactBank
from ..facts import Person
from ..questions import GAP, Question, letter
from ..words import fold, holds
from .finding import Finding
from .numerals import value_of

PREMISES = (4, 10)
EVENTS = (4, 7)
SPARES = 2
WORDS_BEFORE_GAP = 3


def matching(question: Question, book: FactBank) -> Iterator[Finding]:
    """4 to 10 premises, two responses more, those in order; each premise has a letter of its own (P2)."""
    rows, responses = len(question.rows), len(question.responses)
    if not PREMISES[0] <= rows <= PREMISES[1] or responses < rows + SPARES:
        yield Finding("P2", f"{rows} premises meet {responses} answers", "give the class more members")
    letters = [letter(place) for place in range(responses)]
    if len(question.row_keys) != rows or len(set(question.row_keys)) < rows or not {*question.row_keys} <= {*letters}:
        yield Finding("P2", "the key does not give each premise a letter of its own", "check for facts of one answer")
    if len({fold(text) for text in (*question.rows, *question.responses)}) < rows + responses:
        yield Finding("P2", "two premises or two answers are the same", "check for two facts that say the same")
    values = [value_of(text) for text in question.responses]
    names = [fold(book.once(_sort_names).get(text, text)) for text in question.responses]
    if names != sorted(names) and (None in values or values != sorted(value for value in values if value)):
        yield Finding("P2", "the answers are neither in alphabetical order nor in that of time", "sort them")


def _sort_names(book: FactBank) -> dict[str, str]:
    return {person.full_name: person.sort_name for person in book.of_kind(Person)}


def true_false(question: Question, _: FactBank) -> Iterator[Finding]:
    """The key says true or false, with a correction of what is false; marks tell nothing (P3)."""
    if question.key.answer not in ("True", "False"):
        yield Finding("P3", f"the key is “{question.key.answer}”", "say True or False")
    if question.marks != 2 or len(question.key.points) != 2:
        yield Finding("P3", "it is not worth two marks", "give one for the verdict and one for the correction")
    elif question.key.answer == "False" and fold(question.stem) in fold(question.key.points[1]):
        yield Finding("P3", "the correction repeats the statement", "give a wrong word that differs from the right one")


def cloze(question: Question, _: FactBank) -> Iterator[Finding]:
    """One gap, not among the first three words, and its answer nowhere else in the sentence (P4)."""
    yield from _gap(question.stem, question.key.answer)


def cloze_with_bank(question: Question, _: FactBank) -> Iterator[Finding]:
    """Gaps as in any cloze; the box holds every answer, two spares, no word twice, in order (P4, G19)."""
    for row, answer in zip(question.rows, question.row_keys, strict=False):
        yield from _gap(row, answer)
    if len(question.rows) != len(question.row_keys) or question.marks != len(question.rows):
        yield Finding("P4", "gaps, answers and marks are not equally many", "check the passage")
    box = [fold(word) for word in question.bank]
    if not {fold(word) for word in question.row_keys} <= {*box} or len({*box}) < len(box):
        yield Finding("P4", "the box does not hold every answer once", "give each blank an answer of its own")
    if len(box) < len(question.rows) + SPARES:
        yield Finding("G19", "the box has fewer than two words to spare", "give the blanks more false fillers")
    if box != sorted(box):
        yield Finding("P4", "the words of the box are not in alphabetical order", "sort them")
    for word in question.bank:
        if any(holds(row, word) for row in question.rows):
            yield Finding("G19", f"“{word}” is in the box and in the passage", "blank or reword it")


def _gap(text: str, answer: str) -> Iterator[Finding]:
    if text.count(GAP) != 1:
        yield Finding("P4", f"“{text}” has {text.count(GAP)} gaps", "leave one gap in a sentence")
    if len(text.partition(GAP)[0].split()) < WORDS_BEFORE_GAP:
        yield Finding("P4", f"the gap is among the first three words of “{text}”", "move the blank towards the end")
    if holds(text, answer):
        yield Finding("P4", f"“{answer}” stands in its own sentence", "reword the statement")


def ordering(question: Question, _: FactBank) -> Iterator[Finding]:
    """4 to 7 events without dates, in an order that is not the right one (P5, G4)."""
    ranks = [str(rank) for rank in range(1, len(question.rows) + 1)]
    if not EVENTS[0] <= len(question.rows) <= EVENTS[1]:
        yield Finding("P5", f"there are {len(question.rows)} events", "give 4 to 7")
    if sorted(question.row_keys, key=int) != ranks or list(question.row_keys) == ranks:
        yield Finding("P5", "the events have no ranks of their own or stand in the right order", "check their dates")
    if question.marks != len(question.rows) - 1:
        yield Finding("P5", "there is not one mark for each neighbouring pair", "check the marks")
    places = [question.row_keys.index(rank) for rank in ranks if rank in question.row_keys]
    copied = sum(place < following for place, following in pairwise(places))
    if abs(2 * copied - (len(ranks) - 1)) > 1:
        yield Finding("P5", f"the printed order, copied, earns {copied} marks", "mix the events more")
    for row in question.rows:
        if re.search(r"\d{3}", row):
            yield Finding("G4", f"“{row}” holds a date", "leave the date out of title and clause")
