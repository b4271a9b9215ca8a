"""Questions about a source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, material

from worksheets.facts import AuthoredQuestion
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.item_types.source_question import assess
from worksheets.mark_schemes import bundled_schemes
from worksheets.questions import Question
from worksheets.sheet_lint import lint_question

NAME = "source-question"
MESSENGER = AuthoredQuestion(
    id="messenger",
    item_type=NAME,
    stem="Assess the value and limitations of this source for somebody who asks what telescopes changed.",
    worth=4,
    extract="Four bodies move round Jupiter. The face of the Moon is rough, and the Milky Way is made of stars.",
    attribution="The Starry Messenger, a short book by Galileo, printed in Venice in March 1610",
    inquiry="what telescopes changed",
    points=("bodies move round Jupiter", "the face of the Moon is rough", "the Milky Way is made of stars"),
    purpose=("it was for scholars all over Europe", "it was to make the find known first"),
    value=(
        "the writer saw all of it in person",
        "it appeared weeks after the find, so memory had no time to change it",
    ),
    limitations=("the writer sought a post and wished to impress", "it tells nothing of how others took it"),
)


def rules(question, fact=MESSENGER):
    return {found.code for found in lint_question(question, material(fact).book)}


def test_value_and_limitations_are_one_answer():
    """The author's question; the key names both sides and limits what one alone may earn (IB Paper 1)."""
    question = asked(NAME, "value-and-limitations", MESSENGER)

    assert (question.stem, question.marks, question.answer_lines) == (MESSENGER.stem, 4, 12)
    assert question.key.points == (
        *(f"Value: {point}" for point in MESSENGER.value),
        *(f"Limitation: {point}" for point in MESSENGER.limitations),
    )
    assert question.key.notes[0] == "No more than 2 marks if only value or only limitations are treated."
    assert "Purpose: it was for scholars all over Europe." in question.key.notes
    assert rules(question) == set()


def test_the_source_is_said_to_be_a_summary():
    """Nobody takes the words of the book for those of the source; its origin stands below."""
    for pattern in ("value-and-limitations", "in-steps"):
        (extract,) = asked(NAME, pattern, MESSENGER).extracts

        assert extract.heading == "The source, summed up and not quoted"
        assert extract.paragraphs == (MESSENGER.extract,)
        assert extract.attribution == MESSENGER.attribution


def test_steps_lead_from_content_to_limitations():
    """What it says, for whom and what for, value, limitations; each with points for its marks (G28)."""
    question = asked(NAME, "in-steps", MESSENGER)

    assert [(part.text, part.marks) for part in question.parts] == [
        ("Give three things that the source says.", 3),
        ("For whom was the source meant, and what was its purpose?", 2),
        ("Give two reasons why the source is of value for finding out what telescopes changed.", 2),
        ("Give two limitations of the source for finding out what telescopes changed.", 2),
    ]
    assert question.marks == 9
    assert [part.answer_lines for part in question.parts] == [6, 4, 4, 4]
    assert rules(question) == set()


def test_steps_without_points_are_left_out():
    """Content and purpose are asked where the author says them (G27); without an inquiry there are no steps."""
    bare = replace(MESSENGER, points=(), purpose=())

    assert [part.marks for part in asked(NAME, "in-steps", bare).parts] == [2, 2]
    assert ITEM_TYPES[NAME].patterns(replace(MESSENGER, inquiry="")) == ("value-and-limitations",)


@pytest.mark.parametrize("change", [{"value": MESSENGER.value[:1]}, {"limitations": ()}, {"worth": 6}, {"worth": 2}])
def test_too_few_points_on_one_side_are_refused(change):
    """Both sides can earn half the marks (G28)."""
    assert isinstance(ask(NAME, "value-and-limitations", replace(MESSENGER, **change)), Refusal)


def test_only_source_questions_are_asked():
    """Questions of other types are left to these."""
    assert ITEM_TYPES[NAME].patterns(replace(MESSENGER, item_type="explain")) == ()
    assert not any(kind.patterns(MESSENGER) for name, kind in ITEM_TYPES.items() if name != NAME)


def test_a_mark_scheme_that_is_named_tells_what_to_look_for():
    """Its signs of a good answer go into the key; where the scheme is not at hand, our own word does (IB-1)."""
    named = replace(MESSENGER, bands="value-and-limitations-4")
    alone, helped = (assess(named, replace(material(named), schemes=schemes)) for schemes in ((), bundled_schemes()))
    assert isinstance(alone, Question)
    assert isinstance(helped, Question)

    assert any("says what follows for the inquiry" in note for note in alone.key.notes)
    assert any("Bias is tied to a purpose" in note for note in helped.key.notes)
    assert helped.key.points == alone.key.points


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds a quoted or altered source, no origin, no limit to one side, thin keys (IB-1, H11, G28, L4)."""
    question = asked(NAME, "value-and-limitations", MESSENGER)
    (extract,) = question.extracts
    steps = asked(NAME, "in-steps", MESSENGER)
    first, *rest = steps.parts
    thin = replace(first, key=replace(first.key, points=first.key.points[:2]))

    assert "item.IB-1" in rules(replace(question, extracts=(replace(extract, heading="Source A"),)))
    assert "item.IB-1" in rules(replace(question, extracts=(replace(extract, paragraphs=("“Four bodies move.”",)),)))
    assert "item.IB-1" in rules(replace(question, extracts=(replace(extract, attribution=""),)))
    assert "item.H11" in rules(replace(question, extracts=(replace(extract, paragraphs=("Five bodies move.",)),)))
    assert "item.IB-1" in rules(replace(question, extracts=()))
    assert rules(replace(question, key=replace(question.key, notes=()))) == {"item.IB-1"}
    assert rules(replace(question, key=replace(question.key, points=question.key.points[:3]))) == {"item.G28"}
    assert rules(replace(question, answer_lines=3)) == {"item.L4"}
    assert rules(replace(steps, parts=(thin, *rest))) == {"item.G28"}
    assert rules(replace(steps, parts=(replace(first, answer_lines=1), *rest))) == {"item.L4"}
