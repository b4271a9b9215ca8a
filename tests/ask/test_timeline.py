"""Placing events on a scale of years."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from ask.asking import ask, asked, every_question, material
from ask.bank import BOOK, event
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from worksheets.facts import Event
from worksheets.item_rules.drawings import svg_fault
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.item_types.time_scale import MOST_STRETCHES, TimeScale, label
from worksheets.questions import Question
from worksheets.sheet_lint import lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
YEARS = st.lists(st.integers(-3000, 2030), min_size=4, max_size=7, unique=True)
DECADES = tuple(
    event(name, year, f"the {name}", f"the {name} took place", "fair")
    for name, year in (("Spring Fair", "1910"), ("Ox Race", "1920"), ("Long Regatta", "1931"), ("Kite Show", "1952"))
)


def of_decades() -> Question:
    return asked("timeline", "titles", *DECADES)


def found(question: Question) -> set[str]:
    return {problem.code for problem in lint_question(question, material(*DECADES).book)}


@settings(deadline=None)
@given(YEARS)
def test_a_scale_goes_from_one_round_year_to_another(years):
    """It holds every event, has few enough labels, all of them round, and years in which nothing happened."""
    scale = TimeScale.around(years)
    printed = [int(label(year).removesuffix(" BCE")) for year in scale.labelled]

    assert scale.first <= min(years)
    assert max(years) < scale.last
    assert 2 <= len(printed) <= MOST_STRETCHES + 1
    assert all(year % scale.step == 0 for year in printed)
    assert scale.length >= len(years) + 2


@settings(deadline=None)
@given(YEARS)
def test_what_is_near_enough_to_one_year_is_near_to_no_other(years):
    """Two events never share a place that would be marked right for both."""
    scale = TimeScale.around(years)
    known, tolerance = sorted(years), scale.tolerance(years)

    assert 0 <= tolerance <= scale.length / 20
    assert all(before + 1 + tolerance <= after - tolerance for before, after in pairwise(known))


@settings(deadline=None)
@given(YEARS)
def test_a_scale_is_drawn_with_plain_shapes(years):
    """Empty and solved, and every text in it is listed for whoever does not see it."""
    scale, letters = TimeScale.around(years), "ABCDEFG"[: len(years)]
    empty, solved = scale.drawing(letters), scale.drawing(letters, dict(zip(letters, years, strict=True)))

    assert svg_fault(empty.svg) == svg_fault(solved.svg) == ""
    assert [row[1] for row in solved.data.rows] == [label(year) for year in years]
    assert not any(row[1] for row in empty.data.rows)


@many
@given(materials())
def test_neighbours_can_be_told_apart(material):
    """Events of one question lie a tenth of the scale apart or more, and their texts hold no date (P5, G4)."""
    for question in every_question(material, "timeline"):
        events = [fact for name in question.facts if isinstance(fact := material.book[name], Event)]
        years = sorted(fact.date.year for fact in events)
        length = TimeScale.around(years).length

        assert all(10 * (after - before) >= length for before, after in pairwise(years))
        assert not any(re.search(r"\d", row) for row in question.rows)


def test_the_key_shows_the_solved_scale_and_how_near_is_near_enough():
    """Letters stand at their years in the key alone; the tolerance is printed."""
    question = of_decades()
    solved = question.key.drawing

    assert question.marks == 4
    assert solved
    assert question.drawing
    assert sorted(question.row_keys) == ["1910", "1920", "1931", "1952"]
    assert [row[1] for row in solved.data.rows] == list(question.row_keys)
    assert [row[1] for row in question.drawing.data.rows] == [""] * 4
    assert question.key.notes == (
        "1 mark for each line that meets the scale in the right year or within 2 years of it.",
    )


def test_the_short_key_is_the_order_of_the_letters():
    """The grid of a class has room for four letters, from left to right on the scale."""
    question = of_decades()
    letters = {year: "ABCD"[row] for row, year in enumerate(question.row_keys)}

    assert ITEM_TYPES["timeline"].short_key(question) == "".join(letters[year] for year in sorted(letters))


@pytest.mark.parametrize(
    "other",
    [
        event("close", "1911", "the Close Fair", "the Close Fair took place", "fair"),
        event("long", "1930", "the Long Fair", "the Long Fair took place", "fair", end=DECADES[3].date),
        event("about", "1935~", "the Vague Fair", "the Vague Fair took place", "fair"),
        event("told", "1935", "the Fair of 1935", "the Fair of 1935 took place", "fair"),
    ],
)
def test_what_has_no_place_of_its_own_is_left_out(other):
    """Too close to a neighbour, of several years, of no exact date, or with its date in its name (P5, G4)."""
    first, second, _, last = DECADES

    assert isinstance(ask("timeline", "titles", first, second, last, other), Refusal)


def test_the_rules_measure_the_drawing():
    """The linter finds a mark in the wrong year, a scale that is stretched, a wrong key, and events in order (P5)."""
    question = of_decades()
    assert question.drawing
    assert question.key.drawing
    solved = question.key.drawing
    marks = re.findall(r"M([\d.]+) 6L", solved.svg)
    shifted = solved.svg.replace(f"M{marks[0]} 6L{marks[0]} ", "M70 6L70 ")
    moved = replace(question.key, drawing=replace(solved, svg=shifted))
    ticks = re.findall(r"M([\d.]+) [\d.]+L\1 ", question.drawing.svg)
    stretched = question.drawing.svg.replace(f"M{ticks[3]} ", f"M{float(ticks[3]) + 1} ").replace(
        f"L{ticks[3]} ", f"L{float(ticks[3]) + 1} "
    )
    order = sorted(range(4), key=lambda row: question.row_keys[row])

    assert found(question) == set()
    assert "item.P5" in found(replace(question, key=moved))
    assert "item.P5" in found(replace(question, drawing=replace(question.drawing, svg=stretched)))
    assert "item.P5" in found(replace(question, drawing=None))
    assert "item.P5" in found(replace(question, rows=tuple(question.rows[row] for row in order)))
    assert "item.H11" in found(replace(question, row_keys=("1950", *question.row_keys[1:])))
    assert "item.G28" in found(replace(question, marks=3))
    assert "item.G4" in found(replace(question, rows=("The Spring Fair of 1910", *question.rows[1:])))


def test_every_event_of_the_book_of_astronomy_finds_a_scale():
    """A bank as rich as that gives a timeline for most of its events."""
    assert len(list(every_question(material(*BOOK), "timeline"))) >= 30
