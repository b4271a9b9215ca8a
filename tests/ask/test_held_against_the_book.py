"""Rules that hold a finished question against the book: a sound question is changed in one place, and that is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import every_question
from ask.bank import BOOK

from worksheets.bank import FactBank
from worksheets.facts import Link, Term
from worksheets.item_types import Material
from worksheets.questions import GAP, Key, Option, Question
from worksheets.sheet_lint import lint_question

EVERY = tuple(every_question(Material(BOOK, BOOK, BOOK, "seed")))


def first(item_type: str, pattern: str = "") -> Question:
    return next(made for made in EVERY if made.item_type == item_type and made.pattern.startswith(pattern))


def rules(question: Question, book: FactBank = BOOK) -> set[str]:
    return {problem.code.removeprefix("item.") for problem in lint_question(question, book)}


def offered(question: Question, *texts: str) -> Question:
    """The question with other wrong options."""
    right = [option for option in question.options if option.right]
    return replace(question, options=(*right, *(Option(text) for text in texts)))


VERDICT_TRUE, VERDICT_FALSE = first("true-false", "event-year/true"), first("true-false", "event-year/false")
ROLE_FALSE, ORDER, PAIRS = first("true-false", "role/false"), first("ordering"), first("matching", "term")
GAPPED, BOX, TO_DATE = first("cloze"), first("cloze-with-bank"), first("multiple-choice", "event-to-date")
TO_TERM, TO_HOLDER = first("multiple-choice", "definition-to-term"), first("multiple-choice", "view-to-holder")
FIGURE, FATE = first("multiple-choice", "figure"), first("multiple-choice", "fate")


@pytest.mark.parametrize(
    "question", [VERDICT_TRUE, VERDICT_FALSE, ROLE_FALSE, ORDER, PAIRS, GAPPED, BOX, TO_DATE, FIGURE]
)
def test_a_sound_question_passes(question):
    """What the tests below change has no fault before."""
    assert rules(question) == set()


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("H11", replace(VERDICT_TRUE, key=Key("False", points=("False", "Correction: no.")))),
        ("H11", replace(VERDICT_FALSE, key=Key("True", points=("True", "Nothing.")))),
        ("P3", replace(VERDICT_FALSE, stem="Nobody saw the sky in 1600.")),
        ("P3", replace(ROLE_FALSE, stem=f"{ROLE_FALSE.stem[:-1]} of Rome.")),
        ("P5", replace(ORDER, row_keys=tuple(str(6 - int(key)) for key in ORDER.row_keys))),
        ("P5", replace(ORDER, rows=("The end of all time", *ORDER.rows[1:]))),
        ("G4", replace(ORDER, rows=("The second of two", "The third of many", *ORDER.rows[2:]))),
        ("H11", replace(PAIRS, row_keys=(*PAIRS.row_keys[1:], PAIRS.row_keys[0]))),
        ("P2", replace(PAIRS, stem="Match each definition with its term.")),
        ("H9", replace(PAIRS, rows=(f"{PAIRS.rows[0]}, a {PAIRS.responses[0]}", *PAIRS.rows[1:]))),
        ("H11", replace(GAPPED, key=replace(GAPPED.key, answer="Pluto"))),
        ("H11", replace(GAPPED, stem=GAPPED.stem.replace(GAP, f"never {GAP}"))),
        ("H11", replace(BOX, row_keys=(*BOX.row_keys[1:], BOX.row_keys[0]))),
        ("G5", replace(TO_DATE, options=tuple(replace(one, text=f"May {one.text}") for one in TO_DATE.options))),
        ("G34", offered(TO_TERM, f"No {TO_TERM.key.answer}", "Star")),
        ("H2", offered(TO_TERM, "Tycho Brahe", "Star")),
        ("H8", offered(TO_TERM, "The star", "The moon")),
        ("G12", offered(TO_HOLDER, TO_HOLDER.key.answer.partition(" (")[0], "Nobody (1700)")),
        ("G25", replace(TO_TERM, stem="I am a body in the sky. Which term is it?")),
        ("G15", offered(FIGURE, "1", "9,999,999")),
        ("H11", offered(FATE, FATE.key.answer.partition(" ")[2], "was never seen again")),
    ],
)  # fmt: skip
def test_what_the_book_does_not_say_is_found(rule, question):
    """Verdicts, orders, pairs, gaps and options are compared with the facts (H2, H8, H9, H11, P2 to P5, G3 to G34)."""
    assert rule in rules(question)


def test_a_transparent_term_is_no_key():
    """A term made of everyday words that say what it is, is found where its definition asks for it (G8)."""
    term = BOOK[TO_TERM.facts[0]]
    assert isinstance(term, Term)
    facts = (*(fact for fact in BOOK if fact != term), replace(term, transparent=True))

    assert "G8" in rules(TO_TERM, FactBank(BOOK.title, facts, BOOK.chapters))


def test_an_effect_is_not_asked_for():
    """A choice among effects, which facts alone cannot make sound, is found (G13)."""
    links = BOOK.of_kind(Link)
    asked = first("multiple-choice", "naming-the-cause")
    effects = [Option(link.effect, link.id == asked.facts[0]) for link in links]

    assert "G13" in rules(replace(asked, options=tuple(effects)))


def test_a_gap_of_an_open_kind_is_found():
    """What has many right answers is not asked without words to choose from (G18)."""
    fact = BOOK[GAPPED.facts[0]]
    opened = replace(fact, blanks=tuple(replace(blank, kind="word") for blank in fact.blanks))
    facts = (*(other for other in BOOK if other != fact), opened)

    assert "G18" in rules(GAPPED, FactBank(BOOK.title, facts, BOOK.chapters))


def test_the_key_accepts_every_name():
    """A key that leaves out another name of the same person or term is found (P6)."""
    named = next(made for made in EVERY if made.item_type in ("who-is-it", "short-answer") and len(made.key.accept) > 1)

    assert rules(named) == set()
    assert "P6" in rules(replace(named, key=replace(named.key, accept=())))


def test_the_key_tells_what_the_teacher_should_know():
    """A content note that the key does not repeat is found (HI-4)."""
    fact = BOOK[TO_DATE.facts[0]]
    facts = (*(other for other in BOOK if other != fact), replace(fact, content_note="a death"))

    assert "HI-4" in rules(TO_DATE, FactBank(BOOK.title, facts, BOOK.chapters))
