"""Causes matched with their effects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, every_question, material
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.facts import Link
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.questions import letter
from worksheets.sheet_lint import lint_question
from worksheets.words import content

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
FROST, *OTHERS = LINKS = tuple(
    Link(id=cause.split()[-1], cause=cause, effect=effect, of="the look of the land")
    for cause, effect in (
        ("the freezing of water in frost", "split rock along its cracks"),
        ("the grinding of ice", "widened the valleys to a trough"),
        ("the rise of magma", "built cones of ash and lava"),
        ("the blowing of sand by wind", "wore pillars thin at their foot"),
        ("the beating of waves", "cut cliffs back and left a platform"),
        ("the silt of rivers", "filled bays with new plains"),
        ("the sinking of crust", "drowned the mouths of old channels"),
        ("the rubbing of plates", "shook towns to the ground"),
    )
)


def rules(question, *facts):
    return {found.code for found in lint_question(question, material(*facts).book)}


@many
@given(materials())
def test_every_cause_is_checked_against_every_effect(material):
    """No cause may have another's effect by its author's word, and no word draws it to any (G21, H9)."""
    for question in every_question(material, "cause-and-effect"):
        links = {link.effect: link for link in material.book.of_kind(Link) if link.id in question.facts}
        for row, key in zip(question.rows, question.row_keys, strict=True):
            responses = {letter(place): text for place, text in enumerate(question.responses)}
            assert links[responses.pop(key)].cause.casefold() == row.casefold()
            assert not any(content(row) & content(text) for text in responses.values())
        for one in links.values():
            assert one.strength == "strong"
            assert one.certainty == "settled"
            assert not any(material.book.also_true(one, other) for other in links.values())


def test_five_causes_meet_seven_effects():
    """Two effects more than causes, in the order of the alphabet; a mark for each pair (P2)."""
    question = asked("cause-and-effect", "effects", FROST, *OTHERS)

    assert question.stem == "Match each cause with its effect. Two letters are not needed."
    assert (len(question.rows), len(question.responses), question.marks) == (5, 7, 5)
    assert "The freezing of water in frost" in question.rows
    assert list(question.responses) == sorted(question.responses)
    assert rules(question, *LINKS) == set()


def test_links_of_one_chapter_come_first():
    """A set that grows from a chapter stays in it as far as it can."""
    here = [replace(link, place=replace(link.place, chapter="land")) for link in LINKS[:7]]
    elsewhere = [replace(link, id=f"far-{link.id}", effect=f"{link.effect} far away") for link in LINKS[7:]]
    question = asked("cause-and-effect", "effects", *here, *elsewhere)

    assert {text for text in question.responses if "far away" in text} == set()


@pytest.mark.parametrize(
    "change",
    [
        {"not_with": (FROST.id,)},
        {"strength": "moderate"},
        {"certainty": "disputed"},
        {"weight": 0},
        {"effect": "ended with the frost of spring"},
        {"effect": FROST.effect},
        {"cause": "rock falls"},
        {"effect": "was the end of it"},
    ],
)
def test_what_could_be_taken_for_the_other_is_left_out(change):
    """An author's bar, doubt, a word in common, the same effect, a verb that tells one from many (G7, G36, H8, H9)."""
    odd = replace(OTHERS[0], **change)
    question = asked("cause-and-effect", "effects", FROST, odd, *OTHERS[1:])

    assert odd.effect not in set(question.responses) - {FROST.effect}


def test_too_few_links_are_refused():
    """Four and two are the least (P2, G35)."""
    assert isinstance(ask("cause-and-effect", "effects", *LINKS[:5]), Refusal)
    assert len(asked("cause-and-effect", "effects", *LINKS[:6]).rows) == 4


def test_a_link_that_repeats_itself_has_no_pattern():
    """A word of the cause in its own effect would give it away (H9)."""
    told = replace(FROST, effect="left the water frozen")

    assert ITEM_TYPES["cause-and-effect"].patterns(told) == ()


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds a swapped key, a barred pair, a shared word, a doubtful link (H11, G21, H9, G36)."""
    question = asked("cause-and-effect", "effects", FROST, *OTHERS)
    first, second, *rest = question.row_keys
    place = next(index for index, text in enumerate(question.responses) if text == FROST.effect)
    spare = next(link for link in OTHERS if link.effect in question.responses and link.id not in question.facts)
    told = tuple(
        "filled the freezing bays with new plains" if text == spare.effect else text for text in question.responses
    )
    reworded = replace(spare, effect="filled the freezing bays with new plains")
    others = [link for link in LINKS if link.id != spare.id]

    assert place >= 0
    assert "item.H11" in rules(replace(question, row_keys=(second, first, *rest)), *LINKS)
    assert rules(question, *others, replace(spare, not_with=question.facts)) == {"item.G21"}
    assert "item.H9" in rules(replace(question, responses=told), *others, reworded)
    assert rules(question, replace(FROST, strength="weak"), *OTHERS) == {"item.G36"}
