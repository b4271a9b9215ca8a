"""Which three of six belong to a group."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, every_question
from ask.bank import BOOK, GROUPS
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.bank import FactBank
from worksheets.facts import Group, Person
from worksheets.item_types import Refusal
from worksheets.questions import Option, Question
from worksheets.sheet_lint import clash, lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
GIANTS, ROCKY, STARS = GROUPS


def texts(question: Question, right: bool) -> set[str]:
    return {option.text for option in question.options if option.right is right}


def found(question: Question) -> set[str]:
    return {problem.code for problem in lint_question(question, BOOK)}


@many
@given(materials())
def test_three_are_members_and_three_are_not(material):
    """The right ones are members, no wrong one is, by this group or one that says the same (G14, H11)."""
    for question in every_question(material, "multiple-answer"):
        group = material.book[question.facts[0]]
        assert isinstance(group, Group)
        others = [
            member for other in material.book.of_kind(Group) if other.are == group.are for member in other.members
        ]

        assert texts(question, True) <= set(group.members)
        assert len(texts(question, True)) == len(texts(question, False)) == 3
        assert texts(question, False).isdisjoint(others)


def test_the_number_stands_in_capitals_and_extra_ticks_cancel():
    """The stem joins the author's words; the key says how ticks are counted."""
    question = asked("multiple-answer", "members", GIANTS)

    assert question.stem == "Which THREE of these planets consist mostly of gas or of ice?"
    assert question.marks == 3
    assert question.key.notes == ("1 mark for each. Each tick beyond three cancels a mark.",)


def test_groups_that_exclude_each_other_lend_wrong_answers():
    """Without near ones those of the same partition are taken, and the key says where they belong (G23)."""
    question = asked("multiple-answer", "members", ROCKY, GIANTS)

    assert texts(question, False) < {*GIANTS.members}
    assert {option.note for option in question.options if not option.right} == {"Giants"}
    assert isinstance(ask("multiple-answer", "members", ROCKY), Refusal)
    assert isinstance(ask("multiple-answer", "members", ROCKY, replace(GIANTS, certainty="disputed")), Refusal)


def test_two_groups_of_one_partition_are_not_on_one_sheet():
    """What is wrong in one question is right in the other, so either answers the other (H12)."""
    giants = asked("multiple-answer", "members", GIANTS, ROCKY)
    rocky = asked("multiple-answer", "members", ROCKY, GIANTS)

    assert clash(giants, rocky)


def test_one_person_is_not_offered_under_two_names():
    """Whoever is a member under another name is no wrong answer (H11)."""
    vega = Person(id="vega", full_name="Maria Vega", surname="Vega", role="the finder of a star", category="finder")
    twice = replace(STARS, near=("Maria Vega", "Polaris", "Mizar"))

    assert isinstance(ask("multiple-answer", "members", twice, vega), Refusal)


@pytest.mark.parametrize(
    "near",
    [
        ("a star of the Plough", "a star of the Swan", "a star of the Lyre"),
        ("Polaris, which is called the star of the sailors", "the companion of Mizar in the Plough", "Barnard's Star"),
    ],
)
def test_articles_and_length_do_not_tell(near):
    """Names of another shape or length than the members are refused (H2, H3)."""
    assert isinstance(ask("multiple-answer", "members", replace(STARS, near=near)), Refusal)


def test_a_disputed_group_is_not_asked():
    """There is no single right answer where membership is disputed (HI-3)."""
    assert isinstance(ask("multiple-answer", "members", replace(STARS, certainty="disputed")), Refusal)


def test_a_member_beside_what_the_group_is_gives_it_away():
    """No other question may print that a member is one (H12)."""
    question = asked("multiple-answer", "members", STARS)
    telling = Question("x/y/z", "short-answer", "y", ("z",), "Is Vega one of the brightest stars?", 1, question.key)

    assert clash(question, telling)


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds wrong counts, strangers, members among the wrong ones, and clues (H1, H2, H3, G14, H11)."""
    question = asked("multiple-answer", "members", GIANTS)
    right = [option for option in question.options if option.right]
    wrong = [option for option in question.options if not option.right]

    assert found(question) == set()
    assert "item.H1" in found(replace(question, options=(*right[:2], *wrong)))
    assert "item.G14" in found(replace(question, options=(*right[:2], Option("Pluto", True), *wrong)))
    assert "item.H11" in found(replace(question, options=(*right, *wrong[:2], Option("Neptune"))))
    assert "item.H11" in found(replace(question, options=(*right, *wrong[:2], Option("Pluto"))))
    assert "item.H3" in found(
        replace(question, options=(*right, *(Option(f"{option.text} with its long orbit") for option in wrong)))
    )
    assert "item.H2" in found(replace(question, options=(*right, *(Option(f"The {option.text}") for option in wrong))))
    assert "item.H13" in found(replace(question, stem="Which of these planets are large?"))


FINDERS = tuple(
    Person(id=name.split()[-1].lower(), full_name=name, surname=name.split()[-1], role=f"the finder of {thing}")
    for name, thing in (
        ("Maria Vega", "a star"),
        ("Otto Lind", "a comet"),
        ("Ana Rojas", "a moon"),
        ("Ian Hart", "a ring"),
    )
)
FOUND_BY_EYE = Group(
    id="by-eye",
    of="people",
    are="looked without a telescope",
    members=("Vega", "Paul Dorn", "Lind"),
    near=("Rojas", "Hart", "Karl Moss"),
)


def test_forenames_on_one_side_only():
    """Beside "Paul Dorn" all are printed with forenames: those that have them would stand out (H2)."""
    question = asked("multiple-answer", "members", FOUND_BY_EYE, *FINDERS)

    assert texts(question, True) == {"Maria Vega", "Paul Dorn", "Otto Lind"}
    assert texts(question, False) == {"Ana Rojas", "Ian Hart", "Karl Moss"}
    assert isinstance(ask("multiple-answer", "members", FOUND_BY_EYE, *FINDERS[:3]), Refusal)


def test_bare_surnames_stay_where_nobody_has_a_forename():
    """Three and three by surname are as even as three and three by full name."""
    bare = replace(FOUND_BY_EYE, members=("Vega", "Dorn", "Lind"), near=("Rojas", "Hart", "Moss"))

    assert texts(asked("multiple-answer", "members", bare, *FINDERS), True) == {"Vega", "Dorn", "Lind"}


def test_the_linter_finds_forenames_on_one_side_only():
    """Options with and without forenames are found, whoever made the question (H2)."""
    question = asked("multiple-answer", "members", FOUND_BY_EYE, *FINDERS)
    book = FactBank("Book", (FOUND_BY_EYE, *FINDERS))
    mixed = tuple(replace(option, text=option.text.removeprefix("Otto ")) for option in question.options)

    assert lint_question(question, book) == ()
    assert {problem.code for problem in lint_question(replace(question, options=mixed), book)} == {"item.H2"}
