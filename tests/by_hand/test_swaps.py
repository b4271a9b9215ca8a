"""Another question in the place of one; the rest of the sheet stays."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from tests.by_hand.classes import MIXED, changed, class_set, sheet
from worksheets.blueprint import Blueprint, Part, blueprint_from
from worksheets.problems import Faults
from worksheets.sheet_lint import clash, lint_question
from worksheets.yaml_source import parse_yaml

seeds = st.text("abcdef0123456789", min_size=1, max_size=8)
numbers = st.integers(1, 15)
plenty = st.sampled_from([*range(1, 11), 14, 15])  # of these types the book has so many that swaps never run out
slowly = settings(max_examples=20, deadline=None)


@slowly
@given(seeds, numbers)
def test_a_swap_changes_exactly_that_question(seed, number):
    """All others stay word for word, under the same code and with the same numbers."""
    before, after = sheet(seed), sheet(seed, swap=[str(number)])

    assert changed(before, after) == [number]
    assert after.code == before.code


@slowly
@given(seeds, plenty)
def test_each_further_swap_gives_yet_another_question(seed, number):
    """None that was swapped out comes back."""
    met = [sheet(seed, swap=[str(number)] * times).questions[number - 1].id for times in range(3)]

    assert len(set(met)) == 3


@slowly
@given(seeds, st.lists(plenty, min_size=2, max_size=4))
def test_a_further_swap_leaves_the_earlier_ones(seed, swapped):
    """Swaps are made in their order, so that one more at the end changes one question more."""
    text = [str(number) for number in swapped]
    before, after = sheet(seed, swap=text[:-1]), sheet(seed, swap=text)

    assert changed(before, after) == [swapped[-1]]


@slowly
@given(seeds, st.lists(plenty, min_size=1, max_size=4))
def test_a_swapped_sheet_is_as_sound_as_any(seed, swapped):
    """No question answers another (H12), each passes the lint, each part holds what the blueprint says."""
    worksheet = sheet(seed, swap=[",".join(map(str, swapped))])

    assert [(one.id, other.id) for one, other in combinations(worksheet.questions, 2) if clash(one, other)] == []
    assert [found for question in worksheet.questions for found in lint_question(question, BOOK)] == []
    assert [len(section.questions) for section in worksheet.sections] == [part.count for part in MIXED.parts]


@slowly
@given(seeds)
def test_a_part_by_marks_keeps_its_marks(seed):
    """What takes the place of a question for two marks is worth two; where there is none it is told."""
    blueprint = Blueprint("Marks", (Part("short-answer", marks=6),))
    before = sheet(seed, blueprint)
    try:
        after = sheet(seed, blueprint, swap=["2"])
    except Faults as found:
        assert f"no other short-answer for {before.questions[1].marks} marks in" in str(found)
    else:
        assert changed(before, after) == [2]
        assert after.marks == before.marks == 6


def test_one_form_of_several_is_swapped():
    """A letter points at a form: the others stay as they are."""
    before, after = class_set("autumn", "forms"), class_set("autumn", "forms", swap=["B:3"])
    first, second = zip(before.worksheets, after.worksheets, strict=True)

    assert (changed(*first), changed(*second)) == ([], [3])


def test_one_sheet_of_a_class_is_swapped():
    """A code, in capitals or not, points at a student's sheet."""
    before = class_set("autumn", "each")
    code = before.sheets[1].worksheet.code
    after = class_set("autumn", "each", swap=[f"{code.lower()}:3"])
    told = [changed(*pair) for pair in zip(before.worksheets, after.worksheets, strict=True)]

    assert told == [[], [3], []]


@pytest.mark.parametrize(
    ("mode", "swap", "told"),
    [
        ("one", "16", "there is no question 16; the sheet has 15"),
        ("one", "XXXXX:3", 'there is no sheet "XXXXX"; the code stands at the foot of the sheet'),
        ("forms", "C:3", 'there is no sheet "C"'),
        ("each", "7", 'question 7 is another one on each sheet; write which one: form and number, "A:7"'),
        ("one", "seven", '"seven" is no question; write the number of a question, "7"'),
    ],
)
def test_a_swap_that_cannot_be_is_told(mode, swap, told):
    """The message says what to write instead."""
    with pytest.raises(Faults, match=r"^--swap: ") as found:
        class_set("autumn", mode, swap=[swap])

    assert told in str(found.value)


def test_a_thin_bank_runs_out_of_questions():
    """It is told when there is no other question."""
    blueprint = Blueprint("Matching", (Part("matching", count=1),), chapters=("3",))
    with pytest.raises(Faults) as found:
        sheet("autumn", blueprint, swap=["1"] * 30)

    assert "question 1 cannot be swapped: no other matching in chapter 3 goes with the rest" in str(found.value)


@slowly
@given(seeds, st.integers(1, 10))
def test_a_swap_keeps_what_the_whole_sheet_adds_up_to(seed, number):
    """The marks are those that the blueprint asks for, before and after; where that cannot be it is told."""
    text = "marks: 12\nquestions:\n- {type: multiple-choice, count: 6}\n- {type: short-answer, count: 4}\n"
    blueprint = blueprint_from(parse_yaml(text, "plan.yaml"), "plan.yaml")
    before = sheet(seed, blueprint)
    try:
        after = sheet(seed, blueprint, swap=[str(number)])
    except Faults as found:
        assert "cannot be swapped" in str(found)
    else:
        assert changed(before, after) == [number]
        assert after.marks == before.marks == 12
