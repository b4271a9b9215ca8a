"""Facts that have to be asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from tests.by_hand.classes import MIXED, asked, changed, class_set, sheet
from tests.by_hand.test_swaps import seeds
from worksheets.blueprint import Blueprint, Part
from worksheets.item_types import ITEM_TYPES
from worksheets.problems import Faults

ASKED_TYPES = [ITEM_TYPES[part.item_type] for part in MIXED.parts]
PINS = [fact.id for fact in BOOK if any(kind.patterns(fact) for kind in ASKED_TYPES) and fact.id != "q-moons"]
slowly = settings(max_examples=20, deadline=None)


@slowly
@given(seeds, st.sampled_from(PINS))
def test_a_pinned_fact_is_on_every_sheet(seed, fact):
    """Each student is asked about it."""
    assert all(fact in asked(worksheet) for worksheet in class_set(seed, "each", pin=[fact]).worksheets)


@slowly
@given(seeds)
def test_a_sheet_that_asks_it_anyway_stays_as_it_is(seed):
    """Pinning what is already there changes nothing."""
    before = sheet(seed)
    there = before.questions[-1].facts[0]

    assert sheet(seed, pin=[there]) == before


def test_a_pin_takes_the_place_of_one_question():
    """Of others only where it clashes with several and the sheet has to be drawn anew: on few sheets."""
    changes = []
    for number, fact in enumerate(PINS[::2]):
        before, after = (sheet(f"seed {number % 5}", pin=pins) for pins in ([], [fact]))
        changes.append(len(changed(before, after)))

    assert sum(count <= 1 for count in changes) >= 0.8 * len(changes)


def test_several_facts_can_be_pinned():
    """Names stand behind one option or several."""
    worksheet = sheet("autumn", pin=["sputnik,halley", "kepler"])

    assert {"sputnik", "halley", "kepler"} <= asked(worksheet)


@pytest.mark.parametrize(
    ("pin", "more", "told"),
    [
        ("sputnk", {}, 'the book has no fact "sputnk"; write "sputnik"'),
        ("sputnik", {"without": ["sput*"]}, "cannot be pinned: --without leaves it out"),
        ("gas-giants", {}, "no part of the blueprint asks a group like this"),
        ("gas-giants", {}, "add a part of multiple-answer or odd-one-out or sorting"),
        ("q-moons", {}, "as multiple-choice: no two other wrong answers of its author are like the right answer"),
        ("sputnik", {"only_types": "cloze"}, "no part of the blueprint asks an event like this (it has cloze)"),
    ],
)
def test_a_pin_that_cannot_be_asked_is_told_with_the_reason(pin, more, told):
    """Each message names what stands against it."""
    with pytest.raises(Faults, match=r"^--pin: ") as found:
        sheet("autumn", pin=[pin], **more)

    assert told in str(found.value)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"chapters": ("2",)}, "the sheet does not ask about chapter 1 (Sky)"),
        ({"chapters": ("2",), "taught_through": "2"}, "the sheet does not ask about chapter 1 (Sky)"),
        ({"chapters": ("1",)}, "the class has not met chapter 3 (Flight) yet"),
    ],
)
def test_a_pin_respects_what_is_taught_and_asked(settings, told):
    """No hand asks a class about what it has not met (rule R11)."""
    fact = next(fact for fact in BOOK if f"chapter {fact.place.chapter_number} " in told and fact.weight)
    with pytest.raises(Faults) as found:
        sheet("autumn", replace(MIXED, **settings), pin=[fact.id])

    assert told in str(found.value)


def test_more_pins_than_there_is_room_for_are_told():
    """One question cannot ask about two facts."""
    blueprint = Blueprint("One", (Part("true-false", count=1),))
    with pytest.raises(Faults) as found:
        sheet("autumn", blueprint, pin=["sputnik", "halley"])

    assert '"halley"' in str(found.value)
    assert "true-false is full of other pinned facts" in str(found.value)


def test_a_pinned_question_is_not_swapped():
    """Two options that contradict each other are told."""
    number = next(
        number
        for number, question in enumerate(sheet("autumn", pin=["sputnik"]).questions, start=1)
        if "sputnik" in question.facts
    )
    with pytest.raises(Faults, match=f"question {number} is there because of --pin sputnik"):
        sheet("autumn", pin=["sputnik"], swap=[str(number)])


def test_a_part_about_other_chapters_is_told():
    """A part may ask about one chapter only; a fact of another has no place in it."""
    blueprint = Blueprint("Parts", (Part("true-false", count=2, chapters=("1",)), Part("cloze", count=1)))
    with pytest.raises(Faults) as found:
        sheet("autumn", blueprint, pin=["sputnik"])

    assert "the part of true-false does not ask about its chapter" in str(found.value)
