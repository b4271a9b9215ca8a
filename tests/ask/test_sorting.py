"""Sorting members of groups that exclude each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from ask.asking import ask, asked, every_question, material
from ask.bank import BOOK, GROUPS
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.bank import FactBank
from worksheets.facts import Group, Person
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.questions import Heading, Question
from worksheets.sheet_lint import lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
GIANTS, ROCKY, STARS = GROUPS


def found(question: Question) -> set[str]:
    return {problem.code for problem in lint_question(question, BOOK)}


@many
@given(materials())
def test_each_name_belongs_under_one_heading(material):
    """Two to four members a heading, of groups of one partition, none of them a member of two (G23)."""
    for question in every_question(material, "sorting"):
        groups = [fact for name in question.facts if isinstance(fact := material.book[name], Group)]
        members = {group.heading: set(group.members) for group in groups}

        assert {group.partition for group in groups} == {"work"}
        assert all(2 <= len(heading.members) <= 4 for heading in question.groups)
        assert all(set(heading.members) <= members[heading.text] for heading in question.groups)
        for one, other in combinations(question.groups, 2):
            assert not set(one.members) & members[other.text]


def test_the_box_is_in_order_and_each_place_earns_a_mark():
    """The box stands in the order of the alphabet; the key lists what belongs under each heading (P4)."""
    question = asked("sorting", "partition", ROCKY, GIANTS)

    assert question.stem == "Sort these planets under the two headings."
    assert question.bank == tuple(sorted((*GIANTS.members, *ROCKY.members)))
    assert question.groups == (
        Heading("Giants", tuple(sorted(GIANTS.members))),
        Heading("Rocky planets", tuple(sorted(ROCKY.members))),
    )
    assert question.marks == 7


def test_what_is_sorted_is_called_by_one_name():
    """Moons beside planets would be "what stands in the box"; they are not sorted; the linter sees it (G23)."""
    moons = replace(GIANTS, id="moons", of="moons", members=("Io", "Titan"), heading="Moons")
    question = asked("sorting", "partition", ROCKY, GIANTS)
    book = material(ROCKY, replace(GIANTS, of="moons")).book

    assert isinstance(ask("sorting", "partition", ROCKY, moons), Refusal)
    assert {found.code for found in lint_question(question, book)} == {"item.G23"}


def test_headings_with_years_stand_in_their_order():
    """Dates come before the alphabet, if every heading has one."""
    early = replace(GIANTS, heading="Seen before 1700")
    late = replace(ROCKY, heading="A list of 1900")

    assert [heading.text for heading in asked("sorting", "partition", late, early).groups] == [
        "Seen before 1700",
        "A list of 1900",
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(ROCKY, partition="other"),
        replace(ROCKY, certainty="disputed"),
        replace(ROCKY, heading=""),
        replace(ROCKY, heading=GIANTS.heading),
        replace(ROCKY, members=("Jupiter", "Saturn", "Mars")),
        replace(ROCKY, heading="Mars and Venus"),
    ],
)
def test_what_cannot_be_sorted_is_refused(other):
    """No second group of the partition with a heading, settled members of its own and no clue (G23, HI-3, H9)."""
    assert isinstance(ask("sorting", "partition", GIANTS, other), Refusal)


def test_a_group_without_heading_or_partition_offers_no_pattern():
    """Both are the author's to give."""
    assert ITEM_TYPES["sorting"].patterns(replace(GIANTS, partition="")) == ()
    assert ITEM_TYPES["sorting"].patterns(replace(GIANTS, heading="")) == ()


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds strangers, what belongs twice, clues, a wrong box and wrong marks (G14, G23, H9, P4, G28)."""
    question = asked("sorting", "partition", GIANTS, ROCKY)
    giants, rocky = question.groups

    assert found(question) == set()
    assert "item.G14" in found(replace(question, groups=(replace(giants, members=("Pluto", "Saturn")), rocky)))
    assert "item.G23" in found(replace(question, groups=(replace(giants, members=("Mars", "Saturn")), rocky)))
    assert "item.G23" in found(replace(question, facts=("gas-giants", "bright-stars")))
    assert "item.H9" in found(replace(question, bank=(*question.bank, "the rocky one")))
    assert "item.P4" in found(replace(question, bank=question.bank[::-1]))
    assert "item.G28" in found(replace(question, marks=3))


def test_forenames_under_one_heading_only():
    """Beside a full name all people have theirs, or there is no such question (H2)."""
    lind, rojas = (
        Person(id=name, full_name=full, surname=full.split()[-1], role=f"the finder of {thing}")
        for name, full, thing in (("lind", "Otto Lind", "a comet"), ("rojas", "Ana Rojas", "a moon"))
    )
    early = replace(GIANTS, members=("Maria Vega", "Paul Dorn"))
    late = replace(ROCKY, members=("Lind", "Rojas"))
    question = asked("sorting", "partition", early, late, lind, rojas)

    assert question.bank == ("Ana Rojas", "Maria Vega", "Otto Lind", "Paul Dorn")
    assert lint_question(question, FactBank("Book", (early, late, lind, rojas))) == ()
    assert isinstance(ask("sorting", "partition", early, late, lind), Refusal)
