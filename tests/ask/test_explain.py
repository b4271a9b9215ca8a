"""Explanations of links and those that an author asks for."""

from __future__ import annotations

from dataclasses import replace

from ask.asking import ask, asked
from ask.bank import BOOK, LINKS

from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.item_types.explanations import mark_points
from worksheets.sheet_lint import lint_question

ASKED = replace(BOOK["q-parallax"], item_type="explain")


def test_the_limit_of_an_explanation_has_a_mark_of_its_own():
    """A link with a limit asks for it; the marks are the points and the limit (G27, G28)."""
    limited, plain = asked("explain", "link", LINKS[0]), asked("explain", "link", LINKS[2])

    assert limited.stem == (
        "The pull of the Moon raises the tides of the sea. "
        "Explain how, and give one point that limits this explanation."
    )
    assert (limited.marks, limited.key.points[-1]) == (3, "Limit: the Sun has a share as well")
    assert (plain.stem.endswith("Explain how."), plain.marks) == (True, 2)


def test_a_limit_that_repeats_a_point_is_not_asked_for():
    """No mark is given twice for one thing (G28)."""
    double = replace(LINKS[0], limit="the water bulges on two sides of the Earth")

    assert asked("explain", "link", double).stem.endswith("Explain how.")


def test_what_not_all_accept_is_told_as_an_argument():
    """A link that is weaker than strong, or disputed, is put into people's mouths (G36)."""
    for link in (LINKS[1], replace(LINKS[0], certainty="disputed")):
        question = asked("explain", "link", link)

        assert question.stem.startswith(f"Some people argue that {link.cause} {link.effect}. Explain the argument")


def test_there_is_room_for_reasons():
    """Three lines a mark: an explanation is longer than a list of points (L4)."""
    assert asked("explain", "link", LINKS[2]).answer_lines == 6


def test_a_link_with_one_usable_point_is_refused():
    """Points of fewer than three words, or that repeat the stem, do not count (G28)."""
    thin = replace(LINKS[2], marks=("two bulges", "each place passes through both in a day"))
    refusal = ask("explain", "link", thin)

    assert refusal == Refusal("fewer than two of its mark points say more than the question", "G28")


def test_a_point_that_is_told_by_the_stem_earns_no_mark():
    """It said in nearly the words of the question that relatives of the leaders were arrested (G28)."""
    told = "two high tides come in a day"
    question = asked("explain", "link", LINKS[2])
    doubled = replace(question, key=replace(question.key, points=(told, *question.key.points[1:])))

    assert question.stem.startswith("The turning of the Earth brings two high tides a day.")
    assert mark_points((told, *LINKS[2].marks), question.stem) == LINKS[2].marks
    assert [found.code for found in lint_question(question, BOOK)] == []
    assert [found.code for found in lint_question(doubled, BOOK)] == ["item.G28"]


def test_an_authors_explanation_keeps_marks_and_points():
    """It is asked as it stands; one that is marked by bands is left to another type (IB-1)."""
    question = asked("explain", "authored", ASKED)

    assert (question.stem, question.marks, question.key.points) == (ASKED.stem, 2, ASKED.points)
    assert ITEM_TYPES["explain"].patterns(replace(ASKED, bands="essay-15")) == ()


def test_the_linter_finds_a_doubtful_claim_that_is_stated():
    """G36 is judged by the book, not by how the question was made."""
    question = replace(asked("explain", "link", LINKS[1]), stem="The shape of a coast makes tides higher. Explain how.")

    assert [found.code for found in lint_question(question, BOOK)] == ["item.G36"]


def test_the_linter_finds_points_that_say_the_same():
    """Two marks for one thing are one mark too many (G28)."""
    question = asked("explain", "link", LINKS[2])
    point = question.key.points[0]
    doubled = replace(question, key=replace(question.key, points=(point, f"{point} today")))

    assert [found.code for found in lint_question(doubled, BOOK)] == ["item.G28"]
