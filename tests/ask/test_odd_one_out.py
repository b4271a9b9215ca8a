"""Which of four does not belong, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, every_question
from ask.bank import BOOK, GROUPS
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.bank import FactBank
from worksheets.facts import Event, Group, Person, View
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.questions import Option, Question
from worksheets.sheet_lint import clash, lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
GIANTS, ROCKY, STARS = GROUPS


def found(question: Question) -> set[str]:
    return {problem.code for problem in lint_question(question, BOOK)}


@many
@given(materials())
def test_no_group_holds_the_odd_one_and_two_others(material):
    """Three members and one that is no member; no second answer can be drawn from the book (H11)."""
    for question in every_question(material, "odd-one-out"):
        group = material.book[question.facts[0]]
        assert isinstance(group, Group)
        (odd,) = (option.text for option in question.options if option.right)
        three = {option.text for option in question.options} - {odd}

        assert len(three) == 3
        assert three <= set(group.members)
        assert odd not in group.members
        assert not any(
            odd in other.members and len(three & set(other.members)) > 1 for other in material.book.of_kind(Group)
        )


def test_the_odd_one_and_the_reason_earn_a_mark_each():
    """The key names what the others have in common, and that the words of the question are not enough (G22)."""
    question = asked("odd-one-out", "basis", GIANTS, ROCKY)

    assert question.stem.startswith("Three of these planets are made of the same sort of material. Which one")
    assert question.marks == 2
    assert question.key.points == (question.key.answer, "The other three consist mostly of gas or of ice")
    assert question.key.notes == (
        f"{question.key.answer}: Rocky planets.",
        "The words of the question alone, “are made of the same sort of material”, earn no mark.",
    )


@pytest.mark.parametrize(
    "group",
    [
        replace(GIANTS, basis=""),
        replace(GIANTS, certainty="disputed"),
        replace(GIANTS, basis="consist mostly of gas or of ice"),
        replace(GIANTS, near=()),
        replace(STARS, near=("the star at the tail of the Little Bear", "the companion of Mizar in the Plough")),
    ],
)
def test_what_has_no_single_answer_is_refused(group):
    """Without basis or outsider, with a basis that tells, disputed, or seen by length or article (G22, HI-3, H2)."""
    assert isinstance(ask("odd-one-out", "basis", group), Refusal)


def test_what_the_odd_one_shares_with_two_others_bars_it():
    """A second group of the book would make another of the four the odd one (H11)."""
    group = replace(GIANTS, members=("Jupiter", "Saturn", "Uranus"), near=("Mars", "Venus", "Ceres"))
    old = replace(GIANTS, id="old", are="were known to the ancients", members=("Jupiter", "Saturn", "Mars"), near=())
    other = replace(old, id="other", are="are seen at dusk", members=("Venus", "Saturn", "Uranus"))
    question = asked("odd-one-out", "basis", replace(group, partition=""), old, other)

    assert question.key.answer == "Ceres"


def test_what_the_group_is_stands_nowhere_else():
    """Another question that says what the others have in common gives the reason away (H12)."""
    question = asked("odd-one-out", "basis", GIANTS)
    stem = "Why do some planets that consist mostly of gas or of ice have rings?"

    assert clash(question, Question("x/y/z", "short-answer", "y", ("z",), stem, 1, question.key))


def test_a_group_without_a_basis_offers_no_pattern():
    """Four names alone have several good answers (G22)."""
    assert ITEM_TYPES["odd-one-out"].patterns(replace(GIANTS, basis="")) == ()


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds strangers, a second answer, a reason in the stem and missing lines (G14, H11, G22, G28, L4)."""
    question = asked("odd-one-out", "basis", GIANTS, ROCKY)
    odd, *three = sorted(question.options, key=lambda option: not option.right)

    assert found(question) == set()
    assert "item.G14" in found(replace(question, options=(odd, *three[:2], Option("Pluto"))))
    assert "item.H11" in found(replace(question, options=(Option("Neptune", True), *three)))
    assert "item.G22" in found(replace(question, stem=f"{question.stem} They consist mostly of gas or of ice."))
    assert "item.G28" in found(replace(question, key=replace(question.key, points=())))
    assert "item.L4" in found(replace(question, answer_lines=0))


def test_forenames_of_some_only():
    """Beside a full name all people have theirs, and the linter finds one who has not (H2)."""
    vega = Person(id="vega", full_name="Maria Vega", surname="Vega", role="the finder of a star")
    hart = Person(id="hart", full_name="Ian Hart", surname="Hart", role="the finder of a ring")
    group = replace(GIANTS, members=("Vega", "Paul Dorn", "Karl Moss"), near=("Hart",), partition="")
    question = asked("odd-one-out", "basis", group, vega, hart)
    mixed = tuple(replace(option, text=option.text.removeprefix("Maria ")) for option in question.options)
    problems = lint_question(replace(question, options=mixed), FactBank("Book", (group, vega, hart)))

    assert {option.text for option in question.options} == {"Maria Vega", "Paul Dorn", "Karl Moss", "Ian Hart"}
    assert "item.H2" in {problem.code for problem in problems}
    assert isinstance(ask("odd-one-out", "basis", group, vega), Refusal)


def test_the_key_says_what_sets_the_odd_one_apart():
    """A post alone does not tell a teacher why somebody does not belong: the fate does, and an event's date (R8)."""
    near = replace(GIANTS, members=("Vega", "Dorn", "Moss"), near=("Hart",), partition="")
    hart = Person(id="hart", full_name="Ian Hart", surname="Hart", role="the finder of a ring", fate="died at sea")
    landing = BOOK["galileo-trial"]
    assert isinstance(landing, Event)
    dated = replace(near, near=(landing.title,), members=("the first flight", "the first orbit", "the first walk"))

    view = View(
        id="view", holder="Ian Hart", year="1901", thesis="rings are dust", on="what rings are", work="On Rings"
    )
    shelf = replace(near, near=("On Rings",), members=("On Moons", "On Suns", "On Dust"))

    assert asked("odd-one-out", "basis", shelf, view).key.notes[0] == "On Rings: Ian Hart (1901)."
    assert asked("odd-one-out", "basis", near, hart).key.notes[0] == "Hart: the finder of a ring; died at sea."
    assert asked("odd-one-out", "basis", dated, landing).key.notes[0].endswith(f": {landing.date_label}.")
