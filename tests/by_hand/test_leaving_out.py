"""Facts, item types and content notes that a teacher does not want."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from tests.by_hand.classes import MIXED, asked, changed, class_set, sheet
from tests.by_hand.test_swaps import seeds
from worksheets.bank import FactBank
from worksheets.facts import Event
from worksheets.problems import Faults

slowly = settings(max_examples=20, deadline=None)
facts = st.sampled_from([fact.id for fact in BOOK])
NOTE = "a death by fire"


@slowly
@given(seeds, facts)
def test_a_fact_that_is_left_out_is_asked_nowhere(seed, fact):
    """Nor is it a part of a set."""
    assert all(fact not in asked(worksheet) for worksheet in class_set(seed, "each", without=[fact]).worksheets)


@slowly
@given(seeds, facts)
def test_sheets_that_do_not_ask_it_stay_as_they_are(seed, fact):
    """Leaving a fact out changes nobody's sheet but of those who were asked about it, and there one question."""
    before, after = class_set(seed, "each"), class_set(seed, "each", without=[fact])
    told = [
        changed(*pair) for pair in zip(before.worksheets, after.worksheets, strict=True) if fact not in asked(pair[0])
    ]

    assert not any(told)


@slowly
@given(seeds, st.integers(0, 14))
def test_only_the_question_about_it_changes(seed, place):
    """The next in line takes its place."""
    before = sheet(seed)
    after = sheet(seed, without=[before.questions[place].facts[0]])

    assert changed(before, after) == [place + 1]


def test_a_pattern_leaves_out_all_that_fit():
    """A star stands for anything."""
    gone = {fact.id for fact in BOOK if fact.id.startswith("kepler-")}
    names = {
        fact for worksheet in class_set("autumn", "each", without=["kepler-*"]).worksheets for fact in asked(worksheet)
    }

    assert len(gone) > 2
    assert not gone & names


@pytest.mark.parametrize(
    ("name", "told"),
    [("sputnk", 'the book has no fact "sputnk"; write "sputnik"'), ("comets-*", 'no fact fits "comets-*"')],
)
def test_an_unknown_fact_is_told(name, told):
    """A slip of the finger does not pass for a wish that was heard."""
    with pytest.raises(Faults, match=r"^--without: ") as found:
        sheet("autumn", without=[name])

    assert told in str(found.value)


@slowly
@given(seeds)
def test_only_some_types_leaves_those_parts_as_they_were(seed):
    """The other parts are gone; the part that chooses first asks what it asked among them."""
    before = {section.heading: section for section in sheet(seed).sections}
    after = sheet(seed, only_types="matching,short_answer").sections

    assert [section.heading for section in after] == ["Matching", "Short answers"]
    assert after[0] == before["Matching"]


def test_types_that_the_blueprint_has_not_leave_nothing():
    """The message says what it has."""
    with pytest.raises(Faults) as found:
        sheet("autumn", only_types="essay")

    assert "the blueprint has no part of these item types; it has multiple-choice, true-false, cloze" in str(
        found.value
    )


def test_an_unknown_type_is_told():
    """With the nearest name."""
    with pytest.raises(Faults, match='--only-types: there is no item type "closed"; write "cloze"'):
        sheet("autumn", only_types="closed")


def noted(*names: str) -> FactBank:
    """The book with a content note at some facts."""
    return replace(BOOK, facts=tuple(replace(fact, content_note=NOTE) if fact.id in names else fact for fact in BOOK))


@slowly
@given(seeds)
def test_a_class_meets_nothing_that_bears_a_content_note(seed):
    """Neither in a question nor as a wrong answer (rule HI-4)."""
    book = noted(*(fact.id for fact in BOOK.of_kind(Event)[::3]))
    titles = [fact.title for fact in book.of_kind(Event) if fact.content_note]
    worksheet = sheet(seed, book=book, without_content_notes=True)
    shown = " ".join(text for question in worksheet.questions for text in question.shown)

    assert not {fact.id for fact in book if fact.content_note} & asked(worksheet)
    assert [title for title in titles if title.casefold() in shown.casefold()] == []


def test_without_the_option_a_content_note_warns_the_teacher():
    """It stands in the key, where the teacher reads it before the class does."""
    worksheet = sheet("autumn", book=noted(*(fact.id for fact in BOOK)))

    assert all(
        f"Content: {NOTE}." in question.key.notes for question in worksheet.questions if len(question.facts) == 1
    )


def test_a_fact_with_a_content_note_is_not_pinned_where_none_are_wanted():
    """The message repeats the note."""
    with pytest.raises(Faults, match=r"sputnik.*it has a content note \(a death by fire\); leave out"):
        sheet("autumn", MIXED, noted("sputnik"), pin=["sputnik"], without_content_notes=True)
