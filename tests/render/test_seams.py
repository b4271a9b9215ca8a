"""Which questions have to be cut."""

from __future__ import annotations

from example_sheets import CHOICE, ESSAY, EXPLAIN, worksheet

from worksheets.rendering.seams import must_run_on, sure_to_run_on
from worksheets.worksheet import PersonalSheet

SHEET = PersonalSheet(worksheet(("One", "", (CHOICE, EXPLAIN)), ("Two", "", (EXPLAIN,))), "s")
ALL_ON_ONE_PAGE = dict.fromkeys(
    ["s", "s-part1", "s-q1", "s-q1-end", "s-q2", "s-q2-end", "s-part2", "s-q3", "s-q3-end", "s-end"], 1
)


def test_questions_that_fit_stay_whole() -> None:
    """Nothing is cut without need."""
    assert frozenset() == must_run_on([SHEET], ALL_ON_ONE_PAGE)


def test_a_question_that_ends_on_a_later_page_runs_on() -> None:
    """It was taller than a page."""
    assert {"s-q2"} == must_run_on([SHEET], {**ALL_ON_ONE_PAGE, "s-q2-end": 2, "s-part2": 2, "s-q3": 2, "s-q3-end": 2})


def test_a_question_that_leaves_its_heading_behind_runs_on() -> None:
    """A heading alone at the foot of a page is worse than a cut at a seam."""
    assert {"s-q3"} == must_run_on([SHEET], {**ALL_ON_ONE_PAGE, "s-q3": 2, "s-q3-end": 2})


def test_a_first_question_that_leaves_the_head_of_the_sheet_behind_runs_on() -> None:
    """The first page shall not hold name and title alone."""
    moved = {name: 2 for name in ALL_ON_ONE_PAGE if name != "s"}

    assert {"s-q1"} == must_run_on([SHEET], {**ALL_ON_ONE_PAGE, **moved})


def test_lines_for_more_than_a_page_are_known_beforehand() -> None:
    """An essay needs no second typesetting."""
    sheet = PersonalSheet(worksheet(("One", "", (CHOICE, ESSAY))), "s")

    assert {"s-q2"} == sure_to_run_on([sheet])
