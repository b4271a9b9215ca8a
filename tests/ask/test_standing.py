"""Rules for what a question prints by itself: a sound question is changed in one place, and that is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import every_question
from ask.bank import BOOK

from worksheets.bank import FactBank
from worksheets.facts import Event, Person, Term
from worksheets.item_types import Material
from worksheets.questions import Option, Question
from worksheets.sheet_lint import lint_question

EVERY = tuple(every_question(Material(BOOK, BOOK, BOOK, "seed")))
CHOICES = {made.pattern: made for made in EVERY if made.item_type == "multiple-choice"}


def rules(question: Question, book: FactBank = BOOK) -> set[str]:
    return {problem.code.removeprefix("item.") for problem in lint_question(question, book)}


def with_fact(fact: Event | Person | Term) -> FactBank:
    """The book with one fact changed or added."""
    return FactBank(BOOK.title, (*(other for other in BOOK if other.id != fact.id), fact), BOOK.chapters)


@pytest.mark.parametrize("opening", ["He", "Her", "However,"])
def test_what_leans_on_another_sentence_is_found(opening):
    """A stem or option that begins with "he" or "however" needs a sentence that is not there (G16)."""
    question = CHOICES["definition-to-term"]
    leaning = (*question.options[:1], Option(f"{opening} body"), *question.options[2:])

    assert "G16" not in rules(question)
    assert "G16" in rules(replace(question, stem=f"{opening} was which body in the sky?"))
    assert "G16" in rules(replace(question, options=leaning))


@pytest.mark.parametrize("title", ["the star commission", "the letter from Prague"])
def test_neither_a_body_nor_a_document_takes_place(title):
    """A date is asked of a happening only (G2)."""
    question = CHOICES["event-to-date"]
    event = BOOK[question.facts[0]]
    assert isinstance(event, Event)
    stem = f"Which of these is the year of {event.title}?"

    assert "G2" not in rules(replace(question, stem=stem))
    assert "G2" in rules(
        replace(question, stem=f"Which of these is the year of {title}?"), with_fact(replace(event, title=title))
    )


def test_a_role_that_two_people_have_is_found():
    """Who is asked for by a role must be the only one who had it, and the role one claim (G10)."""
    question = next(made for made in EVERY if made.pattern == "role-to-person")
    person = BOOK[question.facts[0]]
    assert isinstance(person, Person)
    twin = replace(person, id="twin", full_name="Anna Twin", surname="Twin", aliases=(), native="")

    assert "G10" not in rules(question)
    assert "G10" in rules(question, with_fact(twin))
    doubled = replace(person, role=f"{person.role}; a poet")
    assert "G10" in rules(replace(question, stem=f"Who was {doubled.role}?"), with_fact(doubled))


def test_a_class_of_three_lends_no_options():
    """Where a class has three members, the same wrong answers come each time (G35)."""
    question = CHOICES["definition-to-term"]
    term = BOOK[question.facts[0]]
    assert isinstance(term, Term)
    few = [other for other in BOOK.of_kind(Term) if other.category == term.category and other.id != term.id][:2]
    thin = [fact for fact in BOOK if not isinstance(fact, Term) or fact.category != term.category]
    options = tuple(Option(found.term, found is term) for found in (term, *few))
    book = FactBank(BOOK.title, (*thin, replace(term, confusable_with=()), *few), BOOK.chapters)

    assert "G35" not in rules(question)
    assert "G35" in rules(replace(question, options=options), book)
