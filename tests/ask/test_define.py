"""Definitions and their mark points."""

from __future__ import annotations

from dataclasses import replace

from ask.asking import ask, asked, every_question
from ask.bank import BOOK
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.facts import Term
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.sheet_lint import lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
COMET = BOOK["comet"]
assert isinstance(COMET, Term)


def rules(question):
    return {found.code for found in lint_question(question, BOOK)}


@many
@given(materials())
def test_a_definition_is_worth_two_marks_and_has_four_lines(material):
    """Whatever the bank holds, a definition has two marks and two lines for each (G28, L4)."""
    for question in every_question(material, "define"):
        assert (question.marks, question.answer_lines) == (2, 4)
        assert len(question.key.points) >= 2


def test_a_definition_has_two_marks_from_its_points():
    """A term is defined for two marks, one a point (G28)."""
    question = asked("define", "term", COMET)

    assert question.marks == 2
    assert question.key.points == ("a small body of ice and dust", "a tail grows as it nears the Sun")


def test_any_two_of_three_points():
    """Where a definition has more points than marks the key says that any two count (G28)."""
    rich = replace(COMET, marks=(*COMET.marks, "its path is often very long"))

    assert asked("define", "term", rich).key.notes[1:] == ("Any two points, 1 mark each.",)


def test_the_definition_of_the_book_earns_both_marks():
    """Whoever writes what the book says has both marks, whatever the points; the linter finds a key that denies it."""
    question = asked("define", "term", COMET)

    assert question.key.notes[0] == "The definition above earns both marks, and another sound point earns one."
    assert rules(replace(question, key=replace(question.key, notes=()))) == {"item.G28"}


def test_a_point_that_repeats_the_question_does_not_count():
    """A mark point has three words or more and adds to the stem (G28)."""
    thin = replace(COMET, marks=("the comet", "a small body of ice and dust"))

    assert isinstance(ask("define", "term", thin), Refusal)


def test_an_example_may_count():
    """What the author gives as an example may stand for a point."""
    assert asked("define", "term", replace(COMET, example="Halley's comet.")).key.notes[1:] == (
        "An example may count as a point: Halley's comet.",
    )


def test_a_term_without_two_points_or_in_dispute_has_no_pattern():
    """It could not be marked, or not be settled (G27, HI-3)."""
    assert ITEM_TYPES["define"].patterns(replace(COMET, marks=COMET.marks[:1])) == ()
    assert ITEM_TYPES["define"].patterns(replace(COMET, certainty="disputed")) == ()


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds points that repeat each other or the stem, other marks, and another term (G28, R8)."""
    question = asked("define", "term", COMET)
    point = question.key.points[0]

    assert rules(question) == set()
    assert rules(replace(question, key=replace(question.key, points=(point, f"{point} alone")))) == {"item.G28"}
    assert rules(replace(question, key=replace(question.key, points=(point, "such is the comet")))) == {"item.G28"}
    assert rules(replace(question, marks=1)) == {"item.G28"}
    assert rules(replace(question, stem="What is meant by ‘asteroid’?")) == {"item.R8"}
