"""What would answer a question if it stood elsewhere on the sheet: read from the question and from the book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..bank import FactBank
from ..facts import Event, Fact, Person, Statement, Term
from ..item_types import ITEM_TYPES
from ..item_types.number_words import written_otherwise
from ..questions import GAP, Key, Question
from ..words import fold, tells

SHORTEST = 3  # letters of a word that can give something away
_NUMBER = re.compile(r"[\d.,]+( (BCE|per cent|%))?|(\d{1,2} )?[A-Z][a-z]+ \d{1,4}")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in all its forms."""

    forms: tuple[str, ...]  # "Edward Jenner", "Jenner"
    about: str = ""  # for a number, or what stands in a table: it tells something only beside words of this text
    beside: tuple[str, ...] = ()  # for what is told of a person: it tells something only beside one of these names


def answers(question: Question, book: FactBank) -> tuple[Answer, ...]:
    """Every answer of a question that a student has to find."""
    facts = [fact for fact in map(book.get, question.facts) if fact]
    given = [*_keys(question), *_blanks(question, facts)]
    found = (_answer(text, question, facts, book) for text in dict.fromkeys(given))
    return (*filter(None, found), *_cells(question, book))


def _keys(question: Question) -> Iterator[str]:
    """The answers that its key gives word by word."""
    for option in question.options:
        if option.right and sum(other.right for other in question.options) == 1:
            yield option.text
    named = [key for key, subject in _gaps(question) if not subject]
    for key in (*named, *(part.key for part in question.parts)):
        yield from (key.answer, *key.accept)
    if ITEM_TYPES[question.item_type].recalled:
        yield from (question.key.answer, *question.key.accept)


def _cells(question: Question, book: FactBank) -> Iterator[Answer]:
    """What is left out behind a name in a row of a table: a year or fate of many, it tells only beside the name."""
    for key, subject in _gaps(question):
        forms = (key.answer, *key.accept)
        if named := book.once(_spellings).get(fold(subject)):
            yield Answer(forms, beside=named)
        elif subject:
            yield Answer(forms, subject)


def _gaps(question: Question) -> Iterator[tuple[Key, str]]:
    """Each gap's key, and what its row of a table begins with; nothing where that is the gap, or there is no table."""
    rows = question.table.rows if question.table else ()
    heads = [row[0] for row in rows for cell in row for _ in range(cell.count(GAP))]
    before = [""] * (len(question.gap_keys) - len(heads))  # gaps of extracts are read first
    for key, head in zip(question.gap_keys, [*before, *heads], strict=False):
        yield key, "" if GAP in head else head


def _blanks(question: Question, facts: list[Fact]) -> Iterator[str]:
    """What a false or unfinished sentence leaves out, unless the question prints it itself."""
    for fact in facts:
        for blank in fact.blanks if isinstance(fact, Statement) else ():
            if not any(tells(text, blank.answer) for text in question.shown):
                yield blank.answer


def _answer(text: str, question: Question, facts: list[Fact], book: FactBank) -> Answer | None:
    if _NUMBER.fullmatch(text) or written_otherwise(text):
        return Answer((text,), " ".join(_subjects(question, facts, text)))
    if len(fold(text)) < SHORTEST:
        return None
    for fact in facts:
        if isinstance(fact, Person) and text == fact.fate:
            return Answer((text,), beside=_names(fact))
    return Answer((text, *book.once(_spellings).get(fold(text), ())))


def _subjects(question: Question, facts: list[Fact], number: str) -> Iterator[str]:
    """What a number is the answer to."""
    for fact in facts:
        if isinstance(fact, Event):
            yield fact.title
        elif isinstance(fact, Statement):
            yield fact.text.replace(number, "")
        else:
            yield question.stem


def _spellings(book: FactBank) -> dict[str, tuple[str, ...]]:
    """Every name of a person or term that no other fact bears -> all such names of it."""
    bearers: dict[str, set[str]] = {}
    named: dict[str, tuple[str, ...]] = {}
    people: tuple[Person | Term, ...] = book.of_kind(Person)
    for fact in (*people, *book.of_kind(Term)):
        given = _names(fact)
        named[fact.id] = given
        for name in given:
            bearers.setdefault(fold(name), set()).add(fact.id)
    alone = {
        fact_id: tuple(name for name in given if len(bearers[fold(name)]) == 1) for fact_id, given in named.items()
    }
    return {fold(name): names for names in alone.values() for name in names}


def _names(fact: Person | Term) -> tuple[str, ...]:
    if isinstance(fact, Term):
        return tuple(filter(None, (fact.term, *fact.aliases, fact.native, fact.transliteration)))
    return tuple(filter(None, (fact.full_name, fact.surname, *fact.aliases, fact.native)))
