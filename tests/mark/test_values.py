"""Dates, numbers and lists as authors write them."""

from __future__ import annotations

import pytest
from hypothesis import given

from build_tools.mark.values import bars, commas, number
from build_tools.mark.words import stem, year_in
from tests.mark.marks import faults, read
from tests.strategies import dates
from worksheets.facts import Event
from worksheets.happenings import head_noun


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 December 1934", "“1934-12-01”"),
        ("1st of December 1934", "“1859”, “1859-11”, “1859-11-24”, or “1859~” for “about 1859”"),
        ("December 1934", "“1934-12”"),
        ("Dec. 1934", "“1934-12”"),
        ("December 1, 1934", "“1934-12-01”"),
        ("31 June 1934", "a day that exists, such as “1934-06-28”"),
        ("c. 1934", "“1934~”"),
        ("about 1934", "“1934~”"),
        ("1936-38", "“:date: 1936” and “:end: 1938”"),
        ("1936 to 1938", "“:date: 1936” and “:end: 1938”"),
        ("44 BCE", "“-0043” (years before 1 are counted from 0, so 1 BCE is 0000)"),
        ("1 BC", "“0000” (years before 1 are counted from 0, so 1 BCE is 0000)"),
        ("1934-13", "“1859”, “1859-11”, “1859-11-24”, or “1859~” for “about 1859”"),
        ("yesterday", "“1859”, “1859-11”, “1859-11-24”, or “1859~” for “about 1859”"),
    ],
)
def test_a_date_that_is_none_is_told_with_what_was_meant(written, meant):
    """Whoever writes a date as in prose is shown the same date as it has to be written."""
    told = faults(f"event the birth of a star\n:name: star\n:date: {written}\nA star was born")

    assert [f"book/01.md:3: “{written}” is no date; write {meant} [fact.bad-date]"] == told


@given(dates)
def test_every_date_can_be_written(date):
    """Whatever date there is can be written in a mark and comes back as it was."""
    fact = read(f"event the birth of a star\n:name: star\n:date: {date}\nA star was born").fact

    assert isinstance(fact, Event)
    assert date == fact.date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("681,692", 681692.0),
        ("681 692", 681692.0),
        ("1.2 million", 1_200_000.0),
        ("3 billion", 3e9),
        ("46", 46.0),
        ("-5", -5.0),
        ("−5.5", -5.5),
        ("12 %", 12.0),
        ("12%", 12.0),
        ("1,00", None),
        ("many", None),
        ("", None),
        ("12 to 14", None),
    ],
)
def test_numbers_are_read_as_printed(text, value):
    """Thousands, decimals, millions and per cent are numbers; half a number is none."""
    assert value == number(text)


def test_a_comma_inside_a_number_parts_no_list():
    """Only a comma with a space behind it parts a list, so numbers keep their thousands."""
    assert ("353,074", "400,000") == commas("353,074, 400,000")


def test_bars_part_phrases():
    """Phrases may hold commas."""
    assert ("first, this", "then that") == bars("first, this | then that |")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("evaporation", "evaporates"),
        ("evaporation", "evaporated"),
        ("condensation", "condense"),
        ("cell", "cells"),
        ("process", "processes"),
        ("policy", "policies"),
        ("merge", "merging"),
        ("plan", "planned"),
        ("Darwin", "Darwin's"),
        ("trees", "tree"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    """A definition cannot hide its term behind another ending."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("policy", "police"), ("station", "state"), ("cell", "cellar")])
def test_words_that_look_alike_have_stems_of_their_own(one, other):
    """A definition is not blamed for a word that only looks like its term."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the murder of the king", ("murder", "of")),
        ("Luke Howard's lecture on clouds", ("lecture", "on")),
        ("the Royal Society", ("Society", "")),
        ("the society, which met in London", ("society", ",")),
        ("Order No. 5", ("Order", "no.")),
        ("", ("", "")),
    ],
)
def test_the_head_noun_is_what_a_phrase_is_about(phrase, head):
    """It stands before the first preposition or comma."""
    assert head == head_noun(phrase)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("the crisis of 1929", "1929"),
        ("the 1930s", "1930s"),
        ("Order No. 1934", ""),
        ("the 1,934 delegates", ""),
        ("1934 % of it", ""),
        ("room 101", ""),
    ],
)
def test_years_are_told_from_other_numbers(text, year):
    """A number with a comma, a number of an order and a percentage are no years."""
    assert year == year_in(text)
