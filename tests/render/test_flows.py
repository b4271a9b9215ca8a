"""Sheets, keys and the class grid as rows of pieces for the press."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import pytest
from example_sheets import (
    CHOICE,
    ESSAY,
    EXPLAIN,
    GAPPED,
    OF_EACH_TYPE,
    WORD_BANK,
    full_worksheet,
    grid_rows,
    key_of,
    personal_sheets,
    worksheet,
)
from hypothesis import given
from hypothesis import strategies as st

from worksheets.press.flow import Cell, Row, Sheet
from worksheets.press.page_rules import After
from worksheets.questions import Question
from worksheets.rendering.formats import grid_format, sheet_format
from worksheets.rendering.grid_flow import grid_flow
from worksheets.rendering.html import grid_html, key_html, sheet_html
from worksheets.rendering.key_flow import key_flow
from worksheets.rendering.sheet_flow import MOST_MORE, answer_space, sheet_flow
from worksheets.worksheet import PersonalSheet

A4 = sheet_format("a4")
SHEETS = personal_sheets()
ROWS = grid_rows(SHEETS)
SHEET = sheet_flow(SHEETS[0], A4)
KEY = key_flow(ROWS[0].key, A4, student_name="Ann")
GRID = grid_flow(ROWS, grid_format("a4"), title="10 B")
every_flow = pytest.mark.parametrize("flow", [SHEET, KEY, GRID], ids=["sheet", "key", "grid"])


def flow_of(*questions: Question, name: str = "", code: str = "K7Q2M") -> Sheet:
    sheet = worksheet(("Part", "What to do.", questions), code=code)
    return sheet_flow(PersonalSheet(sheet, "sheet-1", name, "10 B"), A4)


def cells(flow: Sheet) -> list[Cell]:
    return [cell for row in flow.rows for cell in row.cells]


def htmls(flow: Sheet) -> list[str]:
    return [cell.piece.html for cell in cells(flow)]


def words(html: str) -> str:
    """Give what is read, without any white space."""
    return "".join(re.sub(r"<[^>]*>", "", html).split())


def rows_of(flow: Sheet, label: str) -> list[Row]:
    return [row for row in flow.rows if row.label == label]


def tags_above(flow: Sheet, cell: Cell) -> str:
    tags = []
    frame = cell.frame
    while frame >= 0:
        tags.append(flow.frames[frame].tag)
        frame = flow.frames[frame].parent
    return " > ".join(reversed(tags))


@pytest.mark.parametrize(
    ("flow", "whole"),
    [
        (SHEET, sheet_html(SHEETS[0])),
        (KEY, key_html(ROWS[0].key, student_name="Ann")),
        (GRID, grid_html(ROWS, title="10 B")),
    ],
    ids=["sheet", "key", "grid"],
)
def test_pieces_are_read_in_the_order_of_the_whole(flow: Sheet, whole: str) -> None:
    """All that the direct way prints is there, and nothing else."""
    without_foot = re.sub(r'<div class="foot">.*?</div>', "", whole, flags=re.DOTALL)

    assert words(without_foot) == words("".join(htmls(flow)))


@pytest.mark.parametrize("item_type", OF_EACH_TYPE)
def test_a_question_is_the_same_pieces_on_every_sheet(item_type: str) -> None:
    """Under another number, in another part, for another student."""
    question = next(item for kind, item in OF_EACH_TYPE.items() if kind == item_type)
    first = rows_of(flow_of(question), "question 1")
    third = rows_of(flow_of(CHOICE, GAPPED, question, EXPLAIN, name="Bo", code="AAAAA"), "question 3")

    assert [[cell.piece for cell in row.cells[-1:]] for row in first] == [
        [cell.piece for cell in row.cells[-1:]] for row in third
    ]


def test_only_the_name_is_a_students_own() -> None:
    """Two sheets that differ in the name have all other pieces in common."""
    first, second = flow_of(CHOICE, EXPLAIN, name="Ann"), flow_of(CHOICE, EXPLAIN, name="Bo")
    differing = [(one, two) for one, two in zip(htmls(first), htmls(second), strict=True) if one != two]

    assert [("NameAnn", "NameBo")] == [(words(one), words(two)) for one, two in differing]
    assert (first.frames, list(first.foot(1, 2))) == (second.frames, list(second.foot(1, 2)))


def test_only_the_number_of_an_entry_is_not_the_same_in_every_key() -> None:
    """What a key says to a question is typeset once."""
    first, second = (
        rows_of(key_flow(key_of(worksheet(("Part", "", questions))), A4), f"the key to question {number}")[0]
        for questions, number in (((WORD_BANK,), 1), ((CHOICE, WORD_BANK), 2))
    )

    assert ("1", "2", first.cells[1].piece) == (
        words(first.cells[0].piece.html),
        words(second.cells[0].piece.html),
        second.cells[1].piece,
    )


@every_flow
def test_frames_stand_below_their_parents_in_reading_order(flow: Sheet) -> None:
    """A frame comes after the one that holds it, and is first used no later than the next one."""
    uses = [cell.frame for cell in cells(flow)]
    first = [uses.index(frame) for frame in dict.fromkeys(uses)]

    assert (True, sorted(first)) == (all(frame.parent < at for at, frame in enumerate(flow.frames)), first)
    assert [-1] == [frame.parent for frame in flow.frames if frame.tag == "Sect"][:1]


def test_questions_are_a_numbered_list() -> None:
    """Each is an item with its number as label; a list that is cut is one list in its body."""
    flow = flow_of(WORD_BANK)
    found = [tags_above(flow, cell) for row in rows_of(flow, "question 1") for cell in row.cells]
    item = "Sect > Sect > L > LI > "

    assert [f"{item}Lbl", f"{item}LBody", f"{item}LBody > L", f"{item}LBody > L"] == found
    assert 1 == len({row.cells[-1].frame for row in rows_of(flow, "question 1")[1:]})


def test_keys_and_the_grid_are_tables() -> None:
    """Names of columns in the head, entries in the body, row by row."""
    key = [tags_above(KEY, cell) for row in KEY.rows[:4] for cell in row.cells]
    grid = [tags_above(GRID, cell) for row in GRID.rows[:3] for cell in row.cells]
    head, body = "Sect > Table > THead > TR", "Sect > Table > TBody > TR"

    assert (["Sect", head, body, body, body], ["Sect", head, body]) == (key, grid)
    assert 1 == len({cell.frame for cell in KEY.rows[3].cells})


@every_flow
def test_headings_do_not_skip_a_level(flow: Sheet) -> None:
    """The title first, then the parts."""
    levels = [int(level) for html in htmls(flow) for level in re.findall(r"<h(\d)", html)]

    assert (1, []) == (levels[0], [(above, below) for above, below in pairwise(levels) if below > above + 1])


def test_a_heading_stays_with_its_first_question() -> None:
    """No page ends below it; the head of the sheet goes before the first if a page can hold both."""
    after = [(row.after, row.group) for row in flow_of(CHOICE, GAPPED).rows]
    never, seam, free = After.NEVER, After.SEAM, After.FREE

    assert [(never, 0), (never, 0), (seam, 0), (never, 1), (free, 1), (seam, 2), (free, 2)] == after


def test_sentences_are_parted_only_where_a_question_must_be() -> None:
    """Stem and two sentences stay together in any case."""
    rows = rows_of(flow_of(WORD_BANK, CHOICE), "question 1")

    assert [(After.NEVER, 1), (After.SEAM, 1), (After.FREE, 1)] == [(row.after, row.group) for row in rows]


def test_the_lines_of_a_short_answer_are_one_row() -> None:
    """The press places it as often as there are lines, or as it fits; the lines of others are as they are."""
    spaces = [row.space for row in SHEET.rows if row.space]

    assert [(3, 4, 6), (6, 8, 12)] == [(space.least, space.usual, space.most) for space in spaces]
    assert 1 == sum("answer-line" in html for html in htmls(flow_of(OF_EACH_TYPE["true-false"])))


@given(st.integers(1, 200))
def test_answer_spaces_keep_to_their_bounds(lines: int) -> None:
    """Two thirds at least, half as many again at most, but from one line to four more."""
    space = answer_space(lines)

    assert (True, lines, True) == (
        1 <= space.least <= lines and 3 * space.least >= 2 * lines and space.least >= min(2, lines),
        space.usual,
        space.most == lines + max(1, min(lines // 2, MOST_MORE)),
    )


@pytest.mark.parametrize("flow", [KEY, GRID], ids=["key", "grid"])
def test_the_head_of_a_table_is_repeated_on_every_page(flow: Sheet) -> None:
    """Each row of the body knows it."""
    heads = {row.header for row in flow.rows[2:] if row.header >= 0}

    assert [("THead", 1)] == [(tags_above(flow, flow.rows[head].cells[0]).split(" > ")[2], head) for head in heads]
    assert all(row.header == 1 for row in flow.rows[2:-1])


def test_the_grid_leads_to_the_keys() -> None:
    """The links are the ids of the keys."""
    links = [link for html in htmls(GRID) for link in re.findall(r'href="#([^"]*)"', html)]

    assert [key_flow(row.key, A4).id for row in ROWS] == links


def test_tables_of_a_wide_grid_are_kept_whole_one_by_one() -> None:
    """Each is a group, with a head of its own."""
    key = key_of(worksheet(("Part", "", (replace(GAPPED, key=CHOICE.key),) * 40)))
    flow = grid_flow(
        [SimpleNamespace(key=key, student_name=name) for name in ("Ann", "Bo")], grid_format("a4"), title="T"
    )
    tables = [row for row in flow.rows if row.group >= 0]

    assert ([0, 0, 0, 1, 1, 1], {1, 4}) == (
        [row.group for row in tables][:6],
        {row.header for row in tables[:6]} - {-1},
    )


@pytest.mark.parametrize(("flow", "texts"), [(SHEET, ["Sheet K7Q21", "Page 2 of 3"]), (GRID, ["Page 2"])])
def test_the_foot_tells_code_and_page(flow: Sheet, texts: Sequence[str]) -> None:
    """Each in a piece of its own: the code is the same on all pages, the page on all sheets."""
    assert ["".join(text.split()) for text in texts] == [words(cell.piece.html) for cell in flow.foot(2, 3)]


def test_the_foot_of_a_key_names_the_sheet_and_its_form() -> None:
    """As on the sheet itself."""
    flow = key_flow(key_of(full_worksheet(form="B")), A4)

    assert ["Key to sheet K7Q2M · Form B", "Page 1 of 1"] == [
        re.sub(r"<[^>]*>", "", cell.piece.html) for cell in flow.foot(1, 1)
    ]


def test_ids_and_bookmarks_are_those_of_the_direct_way() -> None:
    """A teacher finds a sheet by its student."""
    assert [("sheet-1", "Ann O'Neill"), ("key-K7Q21", "Ann"), ("grid", "Answers at a glance")] == [
        (flow.id, flow.title) for flow in (SHEET, KEY, GRID)
    ]


def test_a_part_without_heading_needs_no_row() -> None:
    """Its questions follow upon the last."""
    sheet = worksheet(("", "", (ESSAY,)), ("", "", (CHOICE,)))
    flow = sheet_flow(PersonalSheet(sheet, "sheet-1"), A4)

    assert [] == [row for row in flow.rows if "heading" in row.label]
