"""Forms A to D are equal, and what a bank cannot give is named (rules D2, D3)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings

from tests.ask.bank import BOOK
from tests.compose.test_compose import seeds
from worksheets.bank import FactBank
from worksheets.blueprint import Blueprint, Part
from worksheets.by_hand import Hand, Spot
from worksheets.class_set import draw_class_set
from worksheets.compose import Composer
from worksheets.difficulty import APART, mean_difficulty
from worksheets.equal_forms import equal_to
from worksheets.quotas import Filled
from worksheets.rendering.forms import forms_table
from worksheets.roster import Roster, Student
from worksheets.worksheet import Section, Worksheet

CLASS = Roster("10b", tuple(map(Student, "abcdefgh")))
TEST = Blueprint(
    "Test",
    (
        Part("multiple-choice", count=6),
        Part("true-false", count=3),
        Part("matching", count=1),
        Part("short-answer", count=3),
    ),
    path="test.yaml",
)


def forms(seed: str, number: int = 4, plan: Blueprint = TEST, book: FactBank = BOOK) -> tuple[Worksheet, ...]:
    return draw_class_set(book, CLASS, plan, seed=seed, mode="forms", forms=number).worksheets


def kinds(section: Section) -> Counter[tuple[str, str, int]]:
    """How many questions of each topic, type and number of marks there are."""
    return Counter((question.topic, question.item_type, question.marks) for question in section.questions)


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_forms_are_equal(seed):
    """Whatever the seed: the same kinds of questions in the same order of sections, and like mean difficulties (D2)."""
    sheets = forms(seed)

    assert [sheet.form for sheet in sheets] == ["A", "B", "C", "D"]
    for sections in zip(*(sheet.sections for sheet in sheets), strict=True):
        assert len({section.heading for section in sections}) == 1
        assert all(kinds(section) == kinds(sections[0]) for section in sections)
        means = [mean_difficulty(section.questions) for section in sections]
        assert max(means) - min(means) <= APART + 1e-9
    means = [mean_difficulty(sheet.questions) for sheet in sheets]
    assert max(means) - min(means) <= APART
    assert len({sheet.marks for sheet in sheets}) == 1


@settings(max_examples=5, deadline=None)
@given(seeds)
def test_the_table_shows_it(seed):
    """The keys' table is worked out from the sheets alone, and comes to the same verdict."""
    table = forms_table(forms(seed))

    assert table is not None
    assert table.equal


def test_the_first_form_is_a_sheet_like_any_other():
    """Form A does not depend on how many forms there are: two forms are the first two of four."""
    assert forms("autumn", 2) == forms("autumn", 4)[:2]


def test_forms_share_little():
    """Facts of earlier forms are asked only when the others run out: no multiple choice of one form is in another."""
    asked = [{question.facts[0] for question in sheet.sections[0].questions} for sheet in forms("autumn", 3)]

    assert all(one.isdisjoint(other) for one, other in combinations(asked, 2))


def test_a_swap_keeps_forms_equal():
    """A question that a teacher takes off form A or B gives way to one of its kind."""
    for form in "AB":
        hand = Hand(swap=(Spot(1, form),))
        drawn = draw_class_set(BOOK, CLASS, TEST, seed="autumn", mode="forms", forms=2, by_hand=hand).worksheets
        table = forms_table(drawn)

        assert drawn != forms("autumn", 2)
        assert table is not None
        assert table.equal


def unmet(first: Filled, other: Filled) -> list[str]:
    demands = equal_to(first, "B", TEST, BOOK.chapters)
    return [str(found.problem) for demand in demands for found in demand.unmet(other)]


def test_what_a_form_lacks_is_named():
    """The message names form, section, chapter and marks, what was asked for, and how much is missing (D3)."""
    first = Composer(BOOK, TEST).draw("autumn").filled
    gone, *kept = first[0]
    number = sum((question.topic, question.marks) == (gone.topic, gone.marks) for question in first[0])
    (told,) = (
        unmet(first, {**first, 0: kept}) if abs(mean_difficulty(kept) - mean_difficulty(first[0])) < 0.05 else ("",)
    )

    assert unmet(first, first) == []
    assert f"{number} questions are asked for and {number - 1} were found: 1 short" in told
    assert "form B, “Multiple choice”, chapter 1, 1 mark: " in told


def test_means_too_far_apart_are_named():
    """By how much they are too far apart is told as well."""
    first = Composer(BOOK, TEST).draw("autumn").filled
    harder = [replace(question, likeness=1.0, level=3) for question in first[0]]
    told = " ".join(unmet(first, {**first, 0: harder}))

    assert "test.yaml: form B, “Multiple choice”: the mean difficulty is " in told
    assert f"and {mean_difficulty(first[0]):.2f} in form A: " in told
    assert f"{mean_difficulty(harder) - mean_difficulty(first[0]) - APART / 2:.2f} too far apart" in told


def test_no_question_is_taken_that_would_pass_what_the_first_form_has():
    """A kind of question that form A has no more of, and one that would draw the mean away, are passed over."""
    first = Composer(BOOK, TEST).draw("autumn").filled
    more, *others = first[0]
    quota, balance, *_ = equal_to(first, "B", TEST, BOOK.chapters)

    assert quota.admits({**first, 0: others}, 0, more)
    assert not quota.admits(first, 0, more)
    assert balance.admits({**first, 0: []}, 0, more)
    assert not balance.admits({**first, 0: []}, 0, replace(more, likeness=1.0, level=3, clues=-9))
