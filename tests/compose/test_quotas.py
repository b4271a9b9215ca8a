"""What a whole sheet has to add up to is met, or what is missing is named with its amount (rule D3)."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compose.test_compose import draw, seeds
from worksheets.blueprint import Blueprint, Part
from worksheets.difficulty import is_as_hard, minutes_of
from worksheets.problems import Faults
from worksheets.questions import Difficulty
from worksheets.worksheet import Worksheet

slowly = settings(max_examples=25, deadline=None)
MIXED = (
    Part("multiple-choice", count=5),
    Part("true-false", count=2),
    Part("matching", count=1),
    Part("short-answer", count=3),
)


def marks_by_topic(worksheet: Worksheet) -> Counter[str]:
    marks: Counter[str] = Counter()
    for question in worksheet.questions:
        marks[question.topic] += question.marks
    return marks


def shortage(blueprint: Blueprint) -> list[str]:
    with pytest.raises(Faults) as caught:
        draw(blueprint, "seed")
    return [str(problem) for problem in caught.value.problems]


@slowly
@given(seeds, st.sampled_from(["easy", "medium", "hard"]))
def test_questions_are_as_hard_as_is_asked(seed, difficulty: Difficulty):
    """No easy part holds a question with near wrong answers, and no hard one any with far ones (D1)."""
    questions = draw(Blueprint("Hard", (Part("multiple-choice", count=4, difficulty=difficulty),)), seed).questions

    assert all(is_as_hard(question, difficulty) for question in questions)


@slowly
@given(seeds)
def test_a_part_keeps_to_its_chapters(seed):
    """Other parts may ask about the rest of the book."""
    sheet = draw(
        Blueprint("Two", (Part("multiple-choice", count=3, chapters=("2",)), Part("true-false", count=4))), seed
    )

    assert {question.topic for question in sheet.sections[0].questions} == {"02-tools"}


@slowly
@given(seeds)
def test_a_part_has_its_shares(seed):
    """Three questions on one chapter and two on another, whatever the seed; the order stays that of the ranks."""
    part = Part("multiple-choice", count=5, chapters=("1", "2"), chapter_shares=(("1", 3), ("2", 2)))
    sheet = draw(Blueprint("Shares", (part,)), seed)

    assert Counter(question.topic for question in sheet.questions) == {"01-sky": 3, "02-tools": 2}


@slowly
@given(seeds)
def test_a_sheet_adds_up_to_its_marks_and_shares(seed):
    """Total and chapters are met exactly over parts of different types and marks."""
    blueprint = Blueprint(
        "Shares", MIXED, marks=18, chapters=("1", "2", "3"), chapter_shares=(("1", 14), ("2", 2), ("3", 2))
    )
    sheet = draw(blueprint, seed)

    assert sheet.marks == 18
    assert marks_by_topic(sheet) == {"01-sky": 14, "02-tools": 2, "03-flight": 2}


@slowly
@given(seeds)
def test_levels_have_their_shares(seed):
    """Four marks of recall and four of explaining, in one part that is given in marks."""
    part = Part("short-answer", marks=8, levels=(1, 2), level_shares=((1, 4), (2, 4)))
    sheet = draw(Blueprint("Levels", (part,)), seed)

    assert sum(question.marks for question in sheet.questions if question.level == 1) == 4
    assert sheet.marks == 8


def test_what_is_missing_of_a_share_is_named():
    """The message gives the place, what was asked for, what was found and the difference."""
    part = Part("multiple-choice", count=60, chapters=("1", "2"), chapter_shares=(("1", 10), ("2", 50)), line=7)
    told = " ".join(shortage(Blueprint("Shares", (part,), path="b.yaml")))

    assert "b.yaml:7: chapter 2: 50 questions are asked for and" in told
    assert "short" in told


def test_marks_that_cannot_be_had_are_named():
    """Nine marks of multiple choice are not ten."""
    (told,) = shortage(Blueprint("Marks", (Part("multiple-choice", count=9),), marks=10, path="b.yaml"))

    assert "the whole sheet: 10 marks are asked for and 9 were found: 1 short" in told


def test_time_is_a_limit():
    """More than a tenth too long is told with the minutes that are too many; a pace of one's own changes the count."""
    parts = (Part("multiple-choice", count=9),)
    (told,) = shortage(Blueprint("Short", parts, minutes=6, path="b.yaml"))
    quick = draw(Blueprint("Quick", (Part("multiple-choice", count=9, pace=0.5),), minutes=6), "seed")

    assert "the questions take about 9 minutes and 6 are given: 3 too many" in told
    assert sum(map(minutes_of, quick.questions)) == 4.5
    assert draw(Blueprint("Even", parts, minutes=9), "seed").questions


@slowly
@given(seeds)
def test_asking_for_nothing_more_changes_nothing(seed):
    """Minutes that suffice leave a sheet as it is without them."""
    free, timed = (draw(Blueprint("Same", MIXED, minutes=minutes), seed) for minutes in (0, 600))

    assert free.sections == timed.sections
