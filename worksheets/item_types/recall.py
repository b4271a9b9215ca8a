"""Questions with one short answer that has to be known: a gap, a name, a term, a year."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Event, Fact, Person, Statement, Term
from ..questions import Key, Question
from ..words import holds
from . import cloze, short_answer, truth
from .askable import has_role
from .assembly import build
from .cloze import SPELLING
from .drawing import Draw
from .giveaways import recalled, spellings_of
from .item_type import Material, Refusal
from .moments import date_asked, date_pairs, moment_of
from .names import mentions, names
from .wording import sentence

NAME = "recall"


def suits(fact: Fact) -> bool:
    """Whether a fact may have one short answer, looked at alone."""
    match fact:
        case Statement():
            return any(cloze.suits(number, fact) for number in range(cloze.BLANKS))
        case Person():
            return has_role(fact)
        case Term():
            return not (fact.disputed or fact.transparent or mentions(fact.definition, fact))
        case Event():
            year = fact.date.year_label
            return fact.ask == "year" and bool(moment_of(fact)) and not holds(f"{fact.title} {fact.clause}", year)
    return False


def short_questions(fact: Fact, material: Material) -> Iterator[Question]:
    """The questions with one short answer that a fact gives, an answer for a line each."""
    match fact:
        case Statement():
            numbers = [number for number in range(cloze.BLANKS) if cloze.suits(number, fact)]
            made = [cloze.gap(number, fact, material) for number in numbers]
        case Person():
            made = [_person(fact, material)]
        case Term():
            made = [_term(fact, material)]
        case Event():
            made = [_year(fact, material)]
        case _:
            made = []
    return (question for question in made if isinstance(question, Question))


def _person(person: Person, material: Material) -> Question | Refusal:
    if not material.book.once_about(person, _alone):
        return Refusal("its description fits somebody else", "G10")
    return short_answer.name(person, material)


def _term(term: Term, material: Material) -> Question | Refusal:
    if not material.book.once_about(term, _alone):
        return Refusal("its definition fits another term", "H11")
    answer, *accept = spellings_of(material.book, term.term)
    secrets, pairs = recalled(material.book, names(term), term.definition)
    return build(
        Draw(material, NAME, "term", term),
        (term,),
        stem=f"Which term is this? {sentence(term.definition)}",
        marks=1,
        key=Key(answer, accept=tuple(accept), notes=(SPELLING,)),
        secrets=secrets,
        pairs=pairs,
    )


def _year(event: Event, material: Material) -> Question | Refusal:
    draw = Draw(material, NAME, "year", event)
    return build(
        draw,
        (event,),
        stem=date_asked(event, "Give the year of {}.", "In which year was this?"),
        marks=1,
        key=Key(event.date.year_label),
        pairs=date_pairs(event, material),
    )


def _alone(book: FactBank, fact: Person | Term) -> bool:
    """Whether what the book says of it fits nobody and nothing else in the book (G10, H11)."""
    if isinstance(fact, Person):
        return not any(truth.same_role(book, fact, other) for other in book.of_kind(Person) if other.id != fact.id)
    return not any(truth.same_meaning(book, fact, other) for other in book.of_kind(Term) if other.id != fact.id)
