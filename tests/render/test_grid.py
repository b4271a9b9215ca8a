"""The answers of a class at a glance."""

from __future__ import annotations

from dataclasses import replace

from example_sheets import CHOICE, GAPPED, MATCHES, grid_rows, key_of, personal_sheets, worksheet
from hypothesis import given
from hypothesis import strategies as st

from worksheets.questions import Key
from worksheets.rendering.grid import IN_THE_KEY, LONGEST, GridRow, class_grid

NO_BREAK = "\N{NO-BREAK SPACE}"
SENTENCE = "A few bacteria survive by a chance mutation and multiply."


def rows_of(*answers: list[str]) -> list[GridRow]:
    """Make a row for each list of answers."""
    questions = [tuple(replace(GAPPED, key=Key(text)) for text in texts) for texts in answers]
    return [GridRow(key_of(worksheet(("", "", texts)))) for texts in questions]


@given(st.lists(st.lists(st.text("ab ", min_size=1, max_size=60), min_size=1, max_size=40), min_size=1, max_size=5))
def test_every_question_stands_in_one_column_or_is_told(answers: list[list[str]]) -> None:
    """Tables and note together number all questions, none twice; within the tables they are in order."""
    grid = class_grid(rows_of(*answers))
    shown = [number for table in grid.tables for number in table.numbers]

    assert (list(range(1, max(map(len, answers)) + 1)), sorted(shown)) == (sorted([*shown, *grid.written]), shown)


@given(st.lists(st.text("ab", min_size=2, max_size=LONGEST), min_size=1, max_size=40))
def test_short_answers_are_whole(answers: list[str]) -> None:
    """What fits is printed as it is."""
    (row,) = rows_of(answers)

    assert answers == [answer for table in class_grid([row]).tables for answer in table.rows[0].answers]


def test_letters_and_ranks_stay_on_one_line() -> None:
    """What is compared with a row of boxes is read as a row."""
    (table,) = class_grid([GridRow(key_of(worksheet(("", "", (MATCHES,)))))]).tables

    assert (NO_BREAK.join("DFEB"),) == table.rows[0].answers


def test_a_long_answer_sends_to_the_key() -> None:
    """No part of a sentence is printed that somebody might mark with."""
    (table,) = class_grid(rows_of([SENTENCE], ["osmosis"])).tables

    assert [(IN_THE_KEY,), ("osmosis",)] == [row.answers for row in table.rows]


def test_questions_with_mostly_long_answers_have_no_column() -> None:
    """They are named instead."""
    grid = class_grid(rows_of(["osmosis", SENTENCE], ["diffusion", SENTENCE], ["sap", "cell"]))

    assert ([(1,)], (2,)) == ([table.numbers for table in grid.tables], grid.written)


def test_rows_keep_the_order_of_the_class() -> None:
    """Names stand as they were given."""
    sheets = personal_sheets()
    (table,) = class_grid(grid_rows(sheets)).tables

    assert [sheet.student_name for sheet in sheets] == [row.student_name for row in table.rows]


def test_a_wide_class_grid_has_several_tables() -> None:
    """Columns that do not fit beside the others begin a new table with all the names."""
    rows = rows_of(["twelve signs"] * 20, ["twelve signs"] * 20)
    tables = class_grid(rows).tables

    assert (4, {2}) == (len(tables), {len(table.rows) for table in tables})


def test_a_shorter_sheet_has_empty_cells_at_its_end() -> None:
    """Sheets of different length share the tables."""
    long, short = worksheet(("", "", (CHOICE, GAPPED, GAPPED))), worksheet(("", "", (CHOICE,)))
    (table,) = class_grid([GridRow(key_of(long)), GridRow(key_of(short))]).tables

    assert ("B", "", "") == table.rows[1].answers


def test_a_class_without_sheets_has_no_table() -> None:
    """Nothing is made of nothing."""
    assert () == class_grid([]).tables
