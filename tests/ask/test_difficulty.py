"""Likeness of wrong answers, and the difficulty that comes of it (rule D1)."""

from __future__ import annotations

from dataclasses import replace
from statistics import mean
from typing import Any

import pytest
from hypothesis import given, settings

from tests.ask.asking import ask, asked, every_question
from tests.ask.bank import BOOK
from tests.ask.strategies import materials
from tests.collect.books import BOOKS, build
from worksheets.bank import FactBank
from worksheets.bank_file import read_bank
from worksheets.difficulty import difficulty_of, is_as_hard, mean_difficulty, minutes_of
from worksheets.facts import Blank, Event, Statement, Term
from worksheets.item_types import ITEM_TYPES, Material
from worksheets.item_types.likeness import likeness
from worksheets.item_types.numbers import Number
from worksheets.item_types.numbers import likeness as of_numbers
from worksheets.questions import Difficulty, Key, Question
from worksheets.sheet_lint import lint_question

IN_ORDER: tuple[Difficulty, ...] = ("easy", "medium", "hard")
GRADED = [name for name, kind in ITEM_TYPES.items() if kind.graded]


def graded(book: FactBank, item_type: str, difficulty: Difficulty | None, variant: int = 0) -> list[Question]:
    made = every_question(Material(book, book, book, "", variant=variant, difficulty=difficulty), item_type)
    return [question for question in made if not lint_question(question, book)]


def by_likeness(book: FactBank, item_type: str = "multiple-choice") -> list[float]:
    """Mean likeness of all questions of a bank: easy, medium, hard."""
    return [
        mean(question.likeness for question in graded(book, item_type, wanted) if question.likeness is not None)
        for wanted in IN_ORDER
    ]


def in_order(values: list[float]) -> bool:
    return values[0] < values[1] < values[2]


@pytest.mark.parametrize("item_type", ["multiple-choice", "true-false", "ordering"])
def test_likeness_rises_with_the_difficulty_asked_for(item_type):
    """Over a bank the wrong answers of easy questions are least like the right ones, those of hard ones most (D1)."""
    assert in_order(by_likeness(BOOK, item_type))


@pytest.fixture(scope="module")
def moving_earth(tmp_path_factory):
    """The bank of a small book on another subject."""
    out = tmp_path_factory.mktemp("moving-earth") / "out"
    build(BOOKS / "moving-earth", out, "facts")
    return read_bank(out / "facts.json")


@pytest.mark.parametrize("item_type", ["multiple-choice", "true-false"])
def test_likeness_rises_in_a_book_of_another_subject(moving_earth, item_type):
    """The measure knows no subject: it orders a book on rocks as well (D1)."""
    assert in_order(by_likeness(moving_earth, item_type))


def test_wrong_years_come_nearer():
    """Seen by no measure of ours: the harder the question, the fewer years lie between its dates."""

    def apart(wanted: Difficulty) -> float:
        made = every_question(Material(BOOK, BOOK, BOOK, "", difficulty=wanted), "multiple-choice", "event-to-date")
        dated = [question for question in made if all(option.text.isdigit() for option in question.options)]
        return mean(
            abs(int(option.text) - int(question.key.answer))
            for question in dated
            for option in question.options
            if not option.right
        )

    assert apart("hard") < apart("medium") < apart("easy")


@pytest.mark.parametrize("item_type", GRADED)
def test_the_estimate_follows(item_type):
    """In every type that offers it, what is asked to be hard is estimated to be harder than what is to be easy."""
    easy, hard = (mean_difficulty(graded(BOOK, item_type, wanted)) for wanted in ("easy", "hard"))

    assert easy < hard


@settings(max_examples=25, deadline=None)
@given(materials())
def test_whatever_the_difficulty_questions_are_sound(material):
    """Far and near wrong answers break no rule that the usual ones keep; all measures keep to their scales."""

    def broken(difficulty: Difficulty | None) -> set[tuple[str, str]]:
        made = list(every_question(replace(material, difficulty=difficulty), "multiple-choice"))
        assert all(question.likeness is None or 0 <= question.likeness <= 1 for question in made)
        assert all(0 <= difficulty_of(question) <= 1 for question in made)
        return {(question.id, found.code) for question in made for found in lint_question(question, material.book)}

    assert set().union(*map(broken, IN_ORDER)) <= broken(None)


def test_variants_of_a_graded_question_differ():
    """Sorting by likeness does not offer everybody the same: most hard questions differ from variant to variant."""
    first, second = ({q.id: q for q in graded(BOOK, "multiple-choice", "hard", variant)} for variant in (0, 1))
    both = first.keys() & second.keys()

    assert sum(first[name] != second[name] for name in both) > len(both) / 2


def test_nothing_changes_where_no_difficulty_is_asked_for():
    """The usual question takes what students mix up, then the class, then what is near: it is rather hard than easy."""
    usual = mean(q.likeness for q in graded(BOOK, "multiple-choice", None) if q.likeness is not None)
    easy, _, hard = by_likeness(BOOK)

    assert easy < usual <= hard


def test_what_is_mixed_up_is_most_alike():
    """An author's word counts for more than any measure; else class, time, place and words do."""
    term = Term(id="a", term="a", definition="a wall of wood around a field", category="wall")
    sibling = replace(term, id="b", term="b", definition="a bank of earth and stones")
    stranger = replace(sibling, id="c", category="water")
    mixed_up = replace(stranger, id="d", confusable_with=("a",))
    book = FactBank("Book", (term, sibling, stranger, mixed_up))

    assert likeness(term, mixed_up, book) == 1.0 > likeness(term, sibling, book) > likeness(term, stranger, book)
    assert likeness(sibling, term, book) == likeness(term, sibling, book)


def test_neighbours_in_time_are_alike():
    """Events are the more alike the fewer lie between them, however many years that is."""
    first, *_, last = events = sorted(
        (event for event in BOOK.of_kind(Event) if event.certainty == "settled"), key=lambda event: event.date.first
    )

    assert likeness(first, events[1], BOOK) > likeness(first, last, BOOK)


def test_numbers_are_alike_by_their_ratio():
    """The smallest step between options counts as most alike, four times four as not at all; up or down is the same."""
    right, *others = (Number.parse(text) for text in ("100", "160", "200", "50", "1600", "9000"))
    found = [of_numbers(right, other) for other in others if right and other]

    assert found[0] == pytest.approx(1.0)
    assert found[1] == pytest.approx(found[2])
    assert found[1] > found[3] == found[4] == 0.0


def test_an_easy_gap_offers_words_and_a_medium_one_a_letter():
    """Clues of a gap: the answer among two wrong words, how it begins, or none; the answer never stands in the stem."""
    easy, medium, hard = ({q.facts[0]: q for q in graded(BOOK, "cloze", wanted)} for wanted in IN_ORDER)

    assert easy
    assert medium.keys() == hard.keys() >= easy.keys()
    for fact, question in easy.items():
        assert len(question.bank) == 3
        assert question.key.answer in question.bank
        assert "beginning with" in medium[fact].stem
        assert "beginning with" not in hard[fact].stem
        assert difficulty_of(question) < difficulty_of(medium[fact]) < difficulty_of(hard[fact])


SHORT = Question("x", "short-answer", "p", ("a",), "Why?", 1, Key("k"))


def test_words_of_an_easy_gap_tell_nothing_by_their_order():
    """Numbers ascend, and words are in alphabetical order (H4)."""
    blank = Blank("9", 23, "number", false=("12", "100", "7"))
    statement = Statement(id="s", text="The ring around it has 9 small moons by now.", blanks=(blank,))
    made = asked("cloze", "blank-1", statement, difficulty="easy")

    assert [int(word) for word in made.bank] == sorted(int(word) for word in made.bank)


@pytest.mark.parametrize(
    ("answer", "clue"), [("1936", "193"), ("Galle", "G"), ("681,692", "6"), ("the Moon", "“the M…”")]
)
def test_a_medium_gap_tells_how_its_answer_begins(answer, clue):
    """Of a year all but its last figure, else the first sign; an article goes along."""
    before = "People had long looked at "
    statement = Statement(id="s", text=f"{before}{answer} by then.", blanks=(Blank(answer, len(before), "name"),))
    made = asked("cloze", "blank-1", statement, difficulty="medium")

    assert made.stem.endswith(f"(name, beginning with {clue}) by then.")


def test_an_answer_of_one_sign_has_no_clue():
    """How it begins is all there is of it."""
    statement = Statement(id="s", text="People long counted 7 of them.", blanks=(Blank("7", 20, "number"),))

    assert not isinstance(ask("cloze", "blank-1", statement, difficulty="medium"), Question)


def question(**fields: Any) -> Question:
    return replace(SHORT, **fields)


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        ({"level": 2}, 0.1),
        ({"level": 3}, 0.2),
        ({"marks": 3}, 0.1),
        ({"marks": 9}, 0.15),
        ({"clues": 1}, -0.1),
        ({"likeness": 1.0}, 0.15),
        ({"likeness": 0.5}, 0.0),
        ({"likeness": 0.0}, -0.15),
    ],
)
def test_difficulty_adds_up(fields, more):
    """Each part of the formula as the manual gives it, over the demand of the item type."""
    assert difficulty_of(question(**fields)) == pytest.approx(ITEM_TYPES["short-answer"].demand + more)


def test_time_goes_by_marks_unless_it_is_said():
    """Marks times the pace of the type; what an author or a blueprint says counts instead."""
    assert minutes_of(question(marks=4)) == 4 * ITEM_TYPES["short-answer"].pace
    assert minutes_of(question(marks=4, minutes=30)) == 30


def test_a_question_without_a_measure_stands_anywhere():
    """A true statement has no wrong answer; it is not barred from a hard part."""
    assert all(is_as_hard(question(likeness=None), wanted) for wanted in IN_ORDER)
    assert not is_as_hard(question(likeness=0.9), "easy")
    assert not is_as_hard(question(likeness=0.1), "hard")
    assert is_as_hard(question(likeness=0.1), None)
