"""Tables in which a cell of each row is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, every_question, material
from ask.bank import event, person
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.facts import Event
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.questions import GAP, Key, Question
from worksheets.sheet_lint import lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
PEOPLE = tuple(
    person(
        name.split()[-1].lower(),
        name,
        "",
        f"the maker of {thing}",
        "maker",
        fate=f"moved to {town}",
        fates=(f"went to {town}",),
    )
    for name, thing, town in (
        ("Ada Quist", "the brass quadrant", "Malmo"),
        ("Jan Lomax", "the glass sphere", "Leiden"),
        ("Eva Roux", "the moon clock", "Lyon"),
        ("Olaf Tamm", "the star table", "Tartu"),
    )
)
EVENTS = tuple(
    event(name.lower(), year, f"the founding of {name}", f"{name} was founded", "founding", why=why)
    for name, year, why in (
        ("Uraniborg", "1576", "It gave Brahe a house for his instruments."),
        ("Greenwich", "1675", "It brought sailors better tables of the Moon."),
        ("Pulkovo", "1839", "It collected the largest lenses of the time."),
        ("Palomar", "1948", "It doubled the width of the widest mirror."),
    )
)


def gaps(question: Question) -> dict[str, Key]:
    """The key of each gap by what is left of its row."""
    assert question.table
    left = (" ".join(cell for cell in row if cell != GAP) for row in question.table.rows)
    return dict(zip(left, question.gap_keys, strict=True))


def found(question: Question, *facts: object) -> set[str]:
    return {problem.code for problem in lint_question(question, material(*facts).book)}  # type: ignore[arg-type]


@many
@given(materials())
def test_every_table_keeps_its_rules(material):
    """One gap a row, and what is left fits one fact of the whole book, as the linter sees it (G24, H12)."""
    for question in every_question(material, "fill-the-table"):
        assert lint_question(question, material.book) == ()


def test_names_and_fates_are_left_out_in_turns():
    """Half of the rows lack the name, half the fate; the key knows other names and every fate that is true."""
    question = asked("fill-the-table", "people", *PEOPLE)
    answers = sorted(key.answer for key in question.gap_keys)

    assert question.table
    assert [row.count(GAP) for row in question.table.rows] == [1] * 4
    assert sorted(row.index(GAP) for row in question.table.rows) == [0, 0, 2, 2]
    assert sum(answer.startswith("moved") for answer in answers) == 2
    assert all(len(key.accept) == 1 for key in question.gap_keys)


def test_titles_and_years_are_left_out_in_turns():
    """Half of the rows lack the title, half the year; the significance is always there."""
    question = asked("fill-the-table", "events", *EVENTS)

    assert question.table
    assert question.table.heads == ("Event", "Year", "Why it mattered")
    assert sorted(row.index(GAP) for row in question.table.rows) == [0, 0, 1, 1]
    assert {row[2] for row in question.table.rows} == {found.why for found in EVENTS}


def test_what_would_fit_two_is_not_left_out():
    """A name whose role another could have, and a title beside a like event of that year, stay (G24)."""
    twin = person("twin", "Ute Hale", "", "the maker of the brass quadrant and more", "other")
    like = replace(EVENTS[0], id="like", title="the founding of Uraniborg castle", why="")
    people = asked("fill-the-table", "people", *PEOPLE, twin)
    events = asked("fill-the-table", "events", *EVENTS, like)

    assert "Ada Quist" not in [key.answer for key in people.gap_keys]
    assert EVENTS[0].title not in [key.answer for key in events.gap_keys]


def test_a_row_whose_role_tells_the_fate():
    """It would be read off its own row, or would say all twice: no such row, and the linter finds one (H9)."""
    told = replace(PEOPLE[0], role="the maker who moved to Malmo")
    question = asked("fill-the-table", "people", *PEOPLE)
    assert question.table
    lacking_name = next(index for index, row in enumerate(question.table.rows) if row[0] == GAP)
    fate = question.table.rows[lacking_name][2]
    rows = tuple(
        (row[0], f"The maker who {fate.lower()}", row[2]) if index == lacking_name else row
        for index, row in enumerate(question.table.rows)
    )

    assert isinstance(ask("fill-the-table", "people", told, *PEOPLE[1:]), Refusal)
    assert "item.H9" in found(replace(question, table=replace(question.table, rows=rows)), *PEOPLE)


def test_a_title_that_was_mixed_up_with_another_of_its_year():
    """What students mix up and was of one year is told apart by few: the title stays, and the linter knows (G24)."""
    like = event("like", "1576", "the building of Stjerneborg", "Stjerneborg was built", "building")
    mixed_up = replace(EVENTS[0], confusable_with=("like",))
    question = asked("fill-the-table", "events", mixed_up, *EVENTS[1:], like)
    tables = [asked("fill-the-table", "events", *EVENTS, seed=seed) for seed in "abcdefgh"]
    before = next(made for made in tables if EVENTS[0].title in [key.answer for key in made.gap_keys])

    assert EVENTS[0].title not in [key.answer for key in question.gap_keys]
    assert "item.G24" in found(before, mixed_up, *EVENTS[1:], like)
    assert "item.G24" not in found(before, *EVENTS, like)


def test_a_title_in_other_words_can_be_marked_by_anybody():
    """The key tells what happened where a title was left out."""
    question = asked("fill-the-table", "events", *EVENTS)
    titles = [number for number, key in enumerate(question.gap_keys, start=1) if key.answer.startswith("the founding")]
    marking, happened = question.key.notes

    assert marking == "1 mark for each."
    assert happened.startswith(f"What happened, where another true statement counts as well: {titles[0]} ")
    assert all(f"{number} " in happened and f"{EVENTS[0].clause.split()[-1]}." in happened for number in titles)


@pytest.mark.parametrize(
    "last",
    [
        replace(PEOPLE[3], fate="", fates=()),
        replace(PEOPLE[3], certainty="disputed"),
        replace(PEOPLE[3], content_note="a death"),
        replace(PEOPLE[3], weight=0),
        replace(PEOPLE[3], role="the maker of the clock of Roux"),
    ],
)
def test_too_few_rows_make_no_table(last):
    """Without fate, disputed, with a content note, unwanted, or naming another row: no row (HI-3, H12, H14, G26)."""
    assert isinstance(ask("fill-the-table", "people", *PEOPLE[:3], last), Refusal)


@pytest.mark.parametrize("why", ["", "It was the best of 1576."])
def test_an_event_without_significance_or_with_its_year_in_it_makes_no_row(why):
    """Its row would be too poor, or would tell the year."""
    assert isinstance(ask("fill-the-table", "events", replace(EVENTS[0], why=why), *EVENTS[1:]), Refusal)


def test_an_event_of_two_years_has_no_pattern():
    """There would be two right years."""
    long = replace(EVENTS[0], end=EVENTS[1].date)

    assert isinstance(long, Event)
    assert ITEM_TYPES["fill-the-table"].patterns(long) == ()


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds two gaps in a row, a row that fits nobody, a wrong key, and a name told elsewhere."""
    question = asked("fill-the-table", "people", *PEOPLE)
    assert question.table
    rows = question.table.rows
    lacking_name = next(index for index, row in enumerate(rows) if row[0] == GAP)
    name = question.gap_keys[lacking_name].answer
    two = tuple((GAP, row[1], GAP) if index == 0 else row for index, row in enumerate(rows))
    nobody = tuple((row[0], "The maker of nothing", row[2]) if index == 0 else row for index, row in enumerate(rows))
    told = tuple((row[0], f"{row[1]} of {name}", row[2]) if index == 0 else row for index, row in enumerate(rows))
    wrong = (replace(question.gap_keys[0], answer="Nobody"), *question.gap_keys[1:])

    assert found(question, *PEOPLE) == set()
    assert "item.P4" in found(replace(question, table=replace(question.table, rows=two)), *PEOPLE)
    assert "item.P4" in found(replace(question, table=replace(question.table, rows=rows[:3])), *PEOPLE)
    assert "item.G24" in found(replace(question, table=replace(question.table, rows=nobody)), *PEOPLE)
    assert "item.H12" in found(replace(question, table=replace(question.table, rows=told)), *PEOPLE)
    assert "item.H11" in found(replace(question, gap_keys=wrong), *PEOPLE)
    assert "item.G28" in found(replace(question, marks=3), *PEOPLE)
