"""Lines to write on, where a teacher wants more or fewer."""

from __future__ import annotations

import pytest

from tests.by_hand.classes import changed, class_set, sheet
from worksheets.problems import Faults


def test_a_question_gets_as_many_lines_as_are_wanted():
    """Nothing else on the sheet changes, and the question stays the same."""
    before, after = sheet("autumn"), sheet("autumn", lines=["14=7"])

    assert changed(before, after) == [14]
    assert after.questions[13].answer_lines == 7
    assert after.questions[13].id == before.questions[13].id


def test_a_swapped_question_gets_the_lines_too():
    """They are counted by number, once all else is decided."""
    assert sheet("autumn", swap=["14"], lines=["14=7"]).questions[13].answer_lines == 7


def test_all_sheets_of_a_class_get_them():
    """Where no sheet is named, the number means all; where one is, that one."""
    before = class_set("autumn", "forms")
    both, second = (class_set("autumn", "forms", lines=[text]) for text in ("14=7", "B:14=7"))
    told = [
        [changed(*pair) for pair in zip(before.worksheets, after.worksheets, strict=True)] for after in (both, second)
    ]

    assert told == [[[14], [14]], [[], [14]]]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("3=4", "question 3 (multiple-choice) has no lines to write on; those that have some are 7, 8, 9, 10, 14, 15"),
        ("16=4", "there is no question 16; the sheet has 15"),
        ("14=0", '0 lines cannot be had; write "7=4" for four lines under question 7; 1 to 200 lines can be had'),
        ("14", '"14" is no question with its lines'),
        ("C:14=4", 'there is no sheet "C"'),
    ],
)
def test_lines_that_cannot_be_had_are_told(lines, told):
    """The message names what would do."""
    with pytest.raises(Faults, match=r"^--lines: ") as found:
        sheet("autumn", lines=[lines])

    assert told in str(found.value)
