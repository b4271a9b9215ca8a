"""True or false, with correction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, every_question
from ask.bank import BOOK, blank, event, statement
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.facts import Event
from worksheets.item_types import ITEM_TYPES, Material, Refusal
from worksheets.item_types.wording import capital, sentence
from worksheets.words import fold, words

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(materials())
def test_marks_do_not_tell_which_are_false(material):
    """Every item is worth two marks; a true one earns the second by empty lines (P3)."""
    for question in every_question(material, "true-false"):
        assert (question.marks, len(question.key.points)) == (2, 2)
        assert question.key.answer == ("True" if question.pattern.endswith("/true") else "False")


@many
@given(materials())
def test_a_false_statement_differs_in_one_slot(material):
    """A false statement or date differs from its correction in one place only (P3)."""
    for question in every_question(material, "true-false"):
        if question.pattern in ("statement/false", "event-year/false"):
            right = words(question.key.points[1].removeprefix("Correction: "))
            wrong = words(question.stem)
            changed = [place for place, (one, other) in enumerate(zip(right, wrong, strict=True)) if one != other]

            assert len(changed) == 1


@many
@given(materials())
def test_a_false_statement_is_false_by_the_whole_book(material):
    """No false statement says what another statement of the book says, taught or not (H11)."""
    told = {fold(fact.text) for fact in material.book if fact.kind == "statement"}
    false = [question.stem for question in every_question(material, "true-false", "statement/false")]

    assert [] == [stem for stem in false if fold(stem) in told]


@many
@given(materials())
def test_a_false_year_is_false_for_the_event(material):
    """The year of a false statement is not touched by the event (H11)."""
    for question in every_question(material, "true-false", "event-year/false"):
        fact = material.book[question.facts[0]]
        assert isinstance(fact, Event)
        year = int(words(question.stem)[-1])

        assert not fact.years[0] <= year <= fact.years[1]


def test_no_false_date_is_out_of_all_proportion():
    """An advance of 1941 was put into 1950 beside 1940: far and near go by the nearest date that is offered (G6)."""
    events = [
        event(f"e{year}", str(year), f"the visit of {year - 1}", f"somebody saw comet {year - 1}", "sight")
        for year in (1938, 1940, 1941, 1950, 1951)
    ]
    stems = {asked("true-false", "event-year/false", events[2], *events, seed=seed).stem[-5:-1] for seed in "abcdefgh"}

    assert stems == {"1938", "1940"}


def test_what_follows_a_colon_is_a_sentence():
    """Some clauses of a book begin with a capital and some with a small letter: the sheet is even."""
    told = event("told", "1901", "the find", "it was found that a star was new", "find")
    stem = asked("true-false", "event-year/true", replace(told, clause="astronomers found that a star was new")).stem

    assert stem == "This happened in 1901: Astronomers found that a star was new."


def test_nobody_is_given_a_role_of_another_time():
    """Who died in 1642 headed nothing in 1969: such a statement is false at first sight (H2)."""
    late = replace(
        BOOK["copernicus"], id="late", full_name="Ann Late", surname="Late", role="the head of a survey in 1969"
    )

    assert isinstance(ask("true-false", "role/false", BOOK["galileo"], late), Refusal)


def test_a_fact_offers_both_a_true_and_a_false_statement():
    """The composer balances the two, so both are offered under names of their own (P3, G29)."""
    patterns = ITEM_TYPES["true-false"].patterns

    assert patterns(BOOK["uranus"]) == ("event-year/true", "event-year/false")
    assert patterns(BOOK["kepler"]) == ("role/true", "role/false")
    assert patterns(BOOK["largest"]) == ("statement/true", "statement/false")
    assert patterns(BOOK["seasons"]) == ("misconception/false",)


def test_the_key_gives_the_whole_true_sentence():
    """The correction is a whole sentence, and the wrong words are named (P3)."""
    key = asked("true-false", "statement/false", BOOK["sun-fuel"]).key

    assert key.points[1] == "Correction: In its core the Sun turns hydrogen into helium."
    assert "should be ‘helium’." in key.notes[0]
    assert key.notes[0].endswith("Other words that make the sentence true correct it as well.")


def test_lines_go_by_what_is_read():
    """A long statement has two lines and a short one has one, be it true or false: they do not tell which it is."""
    parts = (
        "Each planet moves round the Sun",
        ", as Johannes Kepler found after many years of work on the path of Mars",
        " in an {ellipse}.",
    )
    options = blank("term", "oval", "arc")
    short = statement("short", "", parts[0] + parts[2], options)
    long = statement("long", "", "".join(parts), options)

    assert [1, 1, 2, 2] == [
        asked("true-false", pattern, fact).answer_lines
        for fact in (short, long)
        for pattern in ("statement/true", "statement/false")
    ]


def test_a_swapped_role_may_be_corrected_either_way():
    """To name the person whose role it is corrects the statement as well (P3)."""
    question = asked("true-false", "role/false", BOOK["leonov"], BOOK["armstrong"])

    assert question.stem == "Alexei Leonov was the first person on the Moon."
    assert question.key.accept[0] == "Neil Armstrong was the first person on the Moon."


def test_a_swapped_role_may_be_corrected_by_what_the_person_is_known_for():
    """Role and easiest clue are given, and the key says that other true statements count (P3, P6)."""
    key = asked("true-false", "role/false", BOOK["galileo"], BOOK["copernicus"]).key

    assert key.accept[1] == "Galileo Galilei saw moons beside Jupiter."
    assert "Another true statement about the person corrects it as well." in key.notes


def test_the_key_names_the_wrong_words_of_a_misconception():
    """What a correction has to put right is quoted (R8)."""
    slot = replace(BOOK["seasons"], slot="nearest to the Sun")
    notes = asked("true-false", "misconception/false", slot).key.notes

    assert notes[0] == "Wrong: ‘nearest to the Sun’. Any wording that puts this right earns the mark."


def test_the_key_says_that_a_reason_is_one_for_believing_the_misconception():
    """Without a label it would be read as a reason for the correction."""
    notes = asked("true-false", "misconception/false", BOOK["seasons"]).key.notes

    assert notes[-1] == "Why it is believed: It is warmer close to a fire than far away from it."


def test_the_false_word_is_not_hidden_in_the_subject():
    """The false word stands in what is asserted, never in the first half of the sentence (G17)."""
    early = statement(
        "early",
        "",
        "Long ago {Jupiter} was seen to have four moons on paths of their own.",
        blank("name", "Mars", "Venus"),
    )

    assert "statement/false" not in ITEM_TYPES["true-false"].patterns(early)


def test_a_filler_that_needs_the_other_article_is_not_used():
    """The article before the slot does not give the falsehood away (H8)."""
    ellipse = statement(
        "ellipse", "", "Each planet moves round the Sun in an {ellipse}.", blank("term", "spiral", "circle")
    )

    assert isinstance(ask("true-false", "statement/false", ellipse), Refusal)


@pytest.mark.parametrize(
    "clause", ["Tycho died after two years as a guest", "the comet was seen before sunrise", "Kepler was ill for weeks"]
)
def test_a_date_behind_words_of_time_goes_first(clause):
    """Nobody is "shot after four years as a prisoner in 1937": the year is that of the event (G3)."""
    told = event("told", "1601", "the end of a visit", clause, "life")

    assert asked("true-false", "event-year/true", told).stem == sentence(f"this happened in 1601: {capital(clause)}")


def test_a_date_behind_a_second_clause_goes_first():
    """The date is not read as that of a subordinate clause (G3)."""
    told = event(
        "told", "1846-09", "the sighting of Neptune", "Galle saw a planet that others had foretold", "discovery"
    )

    assert (
        asked("true-false", "event-year/true", told).stem
        == "This happened in 1846: Galle saw a planet that others had foretold."
    )


def test_an_event_of_several_years_has_no_year_to_state():
    """A range that passes the year cannot be put as one (H10)."""
    assert ITEM_TYPES["true-false"].patterns(BOOK["apollo"]) == ()


def test_what_is_only_approximate_is_no_true_or_false():
    """A statement that is not settled is not asked as true or false (HI-3)."""
    assert ITEM_TYPES["true-false"].patterns(replace(BOOK["largest"], certainty="approximate")) == ()


def test_all_kinds_of_statement_are_made_of_an_ordinary_book():
    """Every pattern finds facts it can ask."""
    made = {question.pattern for question in every_question(Material(BOOK, BOOK, BOOK, "seed"), "true-false")}

    assert made == {
        "event-year/true",
        "event-year/false",
        "role/true",
        "role/false",
        "statement/true",
        "statement/false",
        "misconception/false",
    }


def test_the_year_next_door_is_no_false_date():
    """What happened in the last days of a year is not said of the next (H11)."""
    from worksheets.dates import Date
    from worksheets.item_types.moments import WrongDate, believable

    event = replace(next(fact for fact in BOOK.of_kind(Event) if fact.ask == "year"), date=Date(1932, 12, 27), end=None)
    dates = [WrongDate((year,), event, False, 1) for year in (1931, 1933, 1934)]

    assert [date.moment[0] for date in believable(event, dates)] == [1931, 1934]
