"""Putting events into the order of time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ask.asking import ask, asked, every_question
from ask.bank import BOOK, EVENTS, event
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.dates import Date
from worksheets.facts import Event
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.item_types.chronology import close, counted

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(materials())
def test_the_ranks_are_those_of_the_dates(material):
    """Four or five events in years of their own that do not touch, ranked by date (P5)."""
    for question in every_question(material, "ordering"):
        asked = [fact for name in question.facts if isinstance(fact := material.book[name], Event)]
        events = {fact.title: fact for fact in asked} | {fact.clause: fact for fact in asked}
        printed = [events[row[0].lower() + row[1:].removesuffix(".")] for row in question.rows]
        ranked = [
            fact for _, fact in sorted(zip(question.row_keys, printed, strict=True), key=lambda pair: int(pair[0]))
        ]

        assert 4 <= len(printed) == len(set(printed)) <= 5
        assert all(one.years[1] < other.years[0] for one, other in pairwise(ranked))


@many
@given(materials())
def test_copying_the_printed_order_earns_about_half(material):
    """Who numbers the events as they are printed, or from the last up, earns about half of the marks (P5)."""
    for question in every_question(material, "ordering"):
        places = [question.row_keys.index(str(rank)) for rank in range(1, len(question.rows) + 1)]
        copied = sum(place < following for place, following in pairwise(places))

        assert abs(copied - (question.marks - copied)) <= 1


def test_neighbouring_pairs_earn_the_marks():
    """There is a mark for each pair of neighbours, and the key says how to give it (P5)."""
    question = asked("ordering", "titles", BOOK["uranus"], *EVENTS)

    assert question.marks == len(question.rows) - 1 == 4
    assert "neighbours" in question.key.notes[0]


def test_a_title_with_a_date_is_not_ordered():
    """No number or word of the calendar in what is to be ordered (G4)."""
    dated = event(
        "dated", "1986", "the passage of the comet in spring", "the comet of 1986 passed the Sun", "discovery"
    )

    assert ITEM_TYPES["ordering"].patterns(dated) == ()


def test_at_most_one_name_with_a_number():
    """Two ordinals in one set would give their order away (G4)."""
    numbered = [
        replace(fact, title=f"the {ordinal} congress of astronomers")
        for fact, ordinal in zip(EVENTS[:4], ("first", "second", "third", "fourth"), strict=True)
    ]
    questions = [
        asked("ordering", "titles", numbered[0], *numbered[1:], *EVENTS[4:], seed=str(seed)) for seed in range(20)
    ]

    assert all(sum(counted(row) for row in question.rows) <= 1 for question in questions)


def test_an_event_and_the_one_it_was_part_of_do_not_meet():
    """Ranges that overlap have no order (P5)."""
    landing = replace(BOOK["moon-landing"], within="apollo")
    questions = [asked("ordering", "titles", landing, *EVENTS, seed=str(seed)) for seed in range(20)]

    assert all("apollo" not in question.facts for question in questions)


def test_three_events_are_too_few():
    """Fewer than four events are not worth ordering (P5)."""
    assert isinstance(ask("ordering", "titles", *EVENTS[:3]), Refusal)


def test_two_days_about_new_year_are_not_to_be_ordered():
    """Which of 27 December and 7 January came first is no knowledge of the years; March and December of them is."""
    december, january, march = (
        replace(EVENTS[0], id=f"on-{year}-{month}", date=Date(year, month, day), end=None)
        for year, month, day in ((1932, 12, 27), (1933, 1, 7), (1933, 3, 1))
    )
    year = replace(EVENTS[0], id="in-1933", date=Date(1933), end=None)

    assert close(december, january)
    assert close(january, december)
    assert not close(december, march)
    assert not close(december, year)
