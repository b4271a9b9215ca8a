"""Rows become pages: what holds for every sheet, and how common sheets look."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from press.sheets_of_rows import (
    AREA_HEIGHT,
    areas,
    bottom,
    breaks,
    columns_of,
    greedy_pages,
    kept_together,
    placed_lines,
    sheets,
    simple_sheets,
    spanning,
    usual_lines,
)

from worksheets.press.page_rules import After, AnswerSpace, Area, DoesNotFit, Page, Place, Row, TooLong, TooTall
from worksheets.press.pages import make_pages

NEAR = 1e-3  # more than sums of floats are off by, less than any row is high


def paged(rows: list[Row], area: Area, pages: int | None = None) -> tuple[Page, ...]:
    """The pages of a sheet; none for one that does not fit, whose faults are looked at by tests of their own."""
    try:
        return make_pages(rows, area, pages=pages)
    except DoesNotFit:
        return ()


@given(sheets(), areas)
def test_every_row_is_placed_once_and_in_order(rows, area):
    """Nothing is lost, nothing doubled, and reading order is the order of the rows."""
    pages = paged(rows, area)
    order = [place.row for page in pages for place in page if not place.repeated]

    assert order == sorted(order)
    assert not pages or set(order) == set(range(len(rows)))
    for row, lines in zip(rows, placed_lines(pages, rows), strict=True):
        assert not pages or row.space or lines == 1


@given(sheets(), areas)
def test_no_page_is_empty(rows, area):
    """Each page holds at least one row that is no repeated header."""
    assert all(any(not place.repeated for place in page) for page in paged(rows, area))


@given(sheets(), areas)
def test_everything_lies_within_the_area_and_nothing_overlaps(rows, area):
    """Rows of one column stand one below the other; rows that span share their height with none."""
    for page in paged(rows, area):
        for place in page:
            assert place.y >= -NEAR
            assert bottom(place, rows) <= AREA_HEIGHT + NEAR
            assert place.column < (1 if spanning(place, rows, area) else area.columns)
        for one, other in combinations(page, 2):
            if one.column == other.column or spanning(one, rows, area) or spanning(other, rows, area):
                assert bottom(one, rows) <= other.y + NEAR


@given(sheets(), areas)
def test_rows_follow_each_other_without_gaps(rows, area):
    """Only the lead stands between two rows; at the top of a page or column it vanishes, and columns begin level."""
    for page in paged(rows, area):
        columns = columns_of(page, rows, area)
        top = foot = 0.0
        for number, column in enumerate(columns):
            if number and column[0].column == 0:
                top = foot
            begins = number == 0 or not spanning(column[0], rows, area)
            assert column[0].y == pytest.approx(top + (0 if begins else rows[column[0].row].lead), abs=NEAR)
            for above, below in pairwise(column):
                lead = 0 if above.repeated else rows[below.row].lead
                assert below.y == pytest.approx(bottom(above, rows) + lead, abs=NEAR)
            foot = max(foot, bottom(column[-1], rows))


@given(sheets(), areas)
def test_pages_and_columns_end_only_where_they_may(rows, area):
    """What is glued stays together; what should stay together is parted only if it is taller than a column.

    Of an answer space at least three lines stay on either side.
    """
    pages = paged(rows, area)
    lines = placed_lines(pages, rows)
    for row, above in breaks(pages, rows, area):
        if above:
            assert 3 <= above <= lines[row] - 3
        else:
            assert rows[row - 1].after is not After.NEVER
        for start, end in kept_together(rows, row, within=above > 0):
            header = rows[rows[start].header].height if rows[start].header >= 0 else 0
            turns = [row for row in range(start + 1, end) if rows[row].spans != rows[row - 1].spans]
            header += sum(rows[rows[turn].header].height for turn in turns if rows[turn].header >= 0)
            height = sum(rows[row].height * lines[row] for row in range(start, end))
            assert height + header > AREA_HEIGHT


@given(sheets(), areas)
def test_a_header_is_repeated_just_where_it_is_promised(rows, area):
    """It stands on top of each page or column that begins with a row that asks for it, and nowhere else."""
    for page in paged(rows, area):
        for number, column in enumerate(columns_of(page, rows, area)):
            begins = number == 0 or not spanning(column[0], rows, area)
            first = next(place for place in column if not place.repeated)
            header = rows[first.row].header

            assert [place.row for place in column if place.repeated] == ([header] if begins and header >= 0 else [])
            assert column[0].repeated == (begins and header >= 0)


@given(sheets(), areas)
def test_answer_spaces_keep_to_their_bounds(rows, area):
    """From least to most, and on the last page not above half as many lines again as usual."""
    pages = paged(rows, area)
    for number, (row, lines) in enumerate(zip(rows, placed_lines(pages, rows), strict=True)):
        if row.space and pages:
            assert row.space.least <= lines <= row.space.most
            if all(place.row != number for page in pages[:-1] for place in page):
                assert lines <= row.space.usual + (row.space.usual + 1) // 2


@given(sheets(), areas)
def test_sharing_out_room_moves_no_row(rows, area):
    """Every row is on the page, and in the column, where it would be if no answer space could grow."""
    fixed = [
        row._replace(space=row.space and AnswerSpace(row.space.least, row.space.usual, row.space.usual)) for row in rows
    ]
    homes, fixed_homes = (
        [[(place.row, place.column) for place in page] for page in paged(sheet, area)] for sheet in (rows, fixed)
    )

    assert homes == fixed_homes


@given(simple_sheets(), areas)
def test_never_more_pages_than_a_greedy_breaker_makes(rows, area):
    """Who fills each page as far as it goes uses no fewer pages."""
    if area.columns == 2:
        rows = [row._replace(spans=False) for row in rows]

    assert len(make_pages(rows, area)) <= greedy_pages(rows, usual_lines(rows), area)


@given(st.lists(st.integers(5, 60).map(float), min_size=1, max_size=9))
def test_feet_are_as_even_as_can_be(heights):
    """Of all ways with the fewest pages the one with the least sum of squares is taken, the last page left out."""
    ways = []
    for size in range(len(heights)):
        for cuts in combinations(range(1, len(heights)), size):
            pages = [heights[start:end] for start, end in pairwise((0, *cuts, len(heights)))]
            if all(sum(page) <= AREA_HEIGHT for page in pages):
                ways.append((len(pages), sum((AREA_HEIGHT - sum(page)) ** 2 for page in pages[:-1])))
    pages = make_pages([Row(height) for height in heights], Area(AREA_HEIGHT))
    filled = [sum(heights[place.row] for place in page) for page in pages]

    assert min(ways) == (len(pages), pytest.approx(sum((AREA_HEIGHT - height) ** 2 for height in filled[:-1])))


@given(sheets(), areas, st.integers(1, 4))
def test_a_sheet_made_to_fit_has_no_more_pages_than_asked_for(rows, area, most):
    """Either it has at most so many pages, or the message names what lies beyond them."""
    try:
        pages = make_pages(rows, area, pages=most)
    except DoesNotFit as error:
        least = [
            row._replace(space=row.space and AnswerSpace(row.space.least, row.space.least, row.space.most))
            for row in rows
        ]
        for fault in error.faults:
            assert fault.label.startswith("row ")
            if isinstance(fault, TooLong):
                assert fault.excess > 0
                assert len(make_pages(least, area)) > most
            else:
                assert fault.height > fault.room
    else:
        assert len(pages) <= most


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=6))
def test_room_is_shared_out_evenly(spaces):
    """Of two answer spaces on a page none gets two lines more than the other, unless that one has its most."""
    rows = [Row(2.0, space=AnswerSpace(1, usual, usual + more), label="row") for usual, _, more in spaces]
    pages = make_pages([*rows, *[Row(AREA_HEIGHT)]], Area(AREA_HEIGHT))
    grown = [
        (place.lines - row.space.usual, place.lines == row.space.most)
        for place, row in zip(pages[0], rows, strict=True)
        if row.space
    ]

    assert all(full or most - lines <= 1 for lines, full in grown for most, _ in grown)


def heights_of(*values: float) -> list[Row]:
    return [Row(height, label=f"question {number}") for number, height in enumerate(values, 1)]


def test_a_short_sheet_is_one_page():
    """Rows stand one below the other from the top, and the first has no white space above it."""
    rows = [Row(30.0, lead=10.0), Row(40.0, lead=5.0)]

    assert ((Place(0, 0.0), Place(1, 25.0)),) == make_pages(rows, Area(AREA_HEIGHT))


def test_no_rows_make_no_pages():
    """Nothing comes of nothing."""
    assert () == make_pages([], Area(AREA_HEIGHT))


def test_the_whole_sheet_is_looked_at_before_the_first_page_ends():
    """The first page is left with a little more room so that the second is not left half empty."""
    pages = make_pages(heights_of(50, 20, 30, 55, 60), Area(AREA_HEIGHT))

    assert [[0, 1], [2, 3], [4]] == [[place.row for place in page] for page in pages]


def test_a_heading_goes_overleaf_with_its_question():
    """A heading is never the last row of a page."""
    rows = [Row(70.0), Row(10.0, after=After.NEVER, label="heading"), Row(30.0)]

    assert [[0], [1, 2]] == [[place.row for place in page] for page in make_pages(rows, Area(AREA_HEIGHT))]


def test_a_question_is_kept_whole():
    """A question that a page can hold is not cut to fill the page before."""
    rows = [Row(50.0), *[Row(20.0, after=After.SEAM, group=1)] * 3]

    assert [[0], [1, 2, 3]] == [[place.row for place in page] for page in make_pages(rows, Area(AREA_HEIGHT))]


def test_a_question_taller_than_a_page_is_cut_at_a_seam():
    """It begins under its heading and is cut as late as the page allows."""
    rows = [Row(20.0, after=After.NEVER, label="heading"), *[Row(30.0, after=After.SEAM, group=1)] * 4]

    assert [[0, 1, 2], [3, 4]] == [[place.row for place in page] for page in make_pages(rows, Area(AREA_HEIGHT))]


def test_a_question_is_not_cut_twice_to_fill_a_page():
    """Where the sheet has three pages either way, a question that must be cut once begins on a page of its own."""
    rows = [Row(60.0), *[Row(10.0, after=After.SEAM, group=1)] * 19]

    assert [1, 10, 9] == [len(page) for page in make_pages(rows, Area(AREA_HEIGHT))]


def test_columns_end_between_questions_rather_than_within():
    """The columns are a little uneven, but the question that was cut for the page is not cut again."""
    rows = [*[Row(10.0, after=After.SEAM, group=1)] * 23, Row(10.0, group=1), Row(8.0), Row(8.0)]
    _, last = make_pages(rows, Area(AREA_HEIGHT, 2))

    assert [0, 0, 0, 0, 1, 1] == [place.column for place in last]


def test_a_source_longer_than_a_page_with_its_questions_is_parted_between_questions():
    """Questions on one source part company before any of them is cut."""
    source = Row(40.0, after=After.NEVER)
    question = [Row(20.0, after=After.SEAM, group=1), Row(20.0, after=After.SEAM, group=1)]
    rows = [source, *question, *[row._replace(group=2) for row in question]]

    assert [[0, 1, 2], [3, 4]] == [[place.row for place in page] for page in make_pages(rows, Area(AREA_HEIGHT))]


def test_three_lines_stay_together():
    """An answer space that must be cut has three lines or more on either side, though more would fit above."""
    rows = [Row(20.0, after=After.NEVER, group=1), Row(10.0, group=1, space=AnswerSpace(10, 10, 10))]

    assert [[1, 7], [3]] == [[place.lines for place in page] for page in make_pages(rows, Area(AREA_HEIGHT))]


def test_a_table_head_is_repeated_overleaf():
    """The head stands on both pages, and takes its height from the second."""
    head = Row(15.0, lead=5.0, after=After.NEVER)
    rows = [head, *[Row(20.0, header=0)] * 6]
    first, second = make_pages(rows, Area(AREA_HEIGHT))

    assert (Place(0, 0.0), Place(1, 10.0)) == first[:2]
    assert (Place(0, 0.0, repeated=True), Place(5, 10.0), Place(6, 30.0)) == second


def test_room_goes_to_the_answers_of_a_page():
    """A page with 23 units left over gives five lines of 4 units to its answer spaces, the first getting one more."""
    answer = Row(4.0, space=AnswerSpace(2, 4, 12))
    rows = [Row(45.0), answer, answer, Row(90.0)]

    assert [1, 7, 6] == [place.lines for place in make_pages(rows, Area(AREA_HEIGHT))[0]]


def test_the_last_page_is_not_blown_up():
    """Where nothing follows, four lines become six, not twenty."""
    rows = [Row(4.0, space=AnswerSpace(2, 4, 20))]

    assert ((Place(0, 0.0, lines=6),),) == make_pages(rows, Area(AREA_HEIGHT))


def test_answers_are_lessened_evenly_to_fit_a_page():
    """Each gives the same share of what it can spare."""
    rows = [Row(1.0, space=AnswerSpace(10, 50, 50)), Row(1.0, space=AnswerSpace(5, 25, 25)), Row(50.0)]
    (page,) = make_pages(rows, Area(AREA_HEIGHT), pages=1)

    assert [33, 17, 1] == [place.lines for place in page]


def test_what_does_not_fit_the_pages_is_named():
    """The first question beyond the last page is named, with the height of all that is too much."""
    with pytest.raises(DoesNotFit) as caught:
        make_pages(heights_of(60, 30, 40, 20), Area(AREA_HEIGHT), pages=1)

    assert (TooLong("question 3", 1, 60.0),) == caught.value.faults


def test_rows_too_tall_for_a_page_are_named_all_at_once():
    """A message can be made of each: what it is, how tall, and how much room there is."""
    rows = [
        Row(120.0, label="figure 1"),
        Row(20.0, after=After.NEVER, label="part B"),
        Row(90.0, label="question 7", group=1),
    ]
    with pytest.raises(DoesNotFit) as caught:
        make_pages(rows, Area(AREA_HEIGHT))

    assert (TooTall("figure 1", 120.0, 100.0), TooTall("question 7", 110.0, 100.0)) == caught.value.faults


def test_a_question_just_too_tall_gives_up_lines_before_it_is_a_fault():
    """Five lines cannot be cut, but one of them can be spared."""
    rows = [Row(60.0, after=After.NEVER, label="question 1"), Row(10.0, space=AnswerSpace(2, 5, 5))]

    assert [[1, 4]] == [[place.lines for place in page] for page in make_pages(rows, Area(AREA_HEIGHT))]


def test_two_columns_are_filled_in_turn():
    """The first column is filled, then the second; the rest is set as evenly as can be."""
    pages = make_pages(heights_of(*[30] * 10), Area(AREA_HEIGHT, 2))

    assert [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1]] == [[place.column for place in page] for page in pages]
    assert [0.0, 30.0, 60.0, 0.0, 30.0, 60.0] == [place.y for place in pages[0]]


def test_a_heading_over_both_columns_balances_what_stands_above():
    """Columns end level before it and begin level below it."""
    rows = [*heights_of(10, 10, 10, 10), Row(20.0, lead=5.0, after=After.NEVER, spans=True), *heights_of(10, 15, 10)]
    (page,) = make_pages(rows, Area(AREA_HEIGHT, 2))

    assert [(0, 0.0), (0, 10.0), (1, 0.0), (1, 10.0)] == [(place.column, place.y) for place in page[:4]]
    assert Place(4, 25.0) == page[4]
    assert [(0, 40.0), (0, 50.0), (1, 40.0)] == [(place.column, place.y) for place in page[5:]]


def test_a_heading_over_both_columns_stays_with_its_question():
    """What is glued to a row that spans goes overleaf with it, and what stands above is set evenly."""
    rows = [*heights_of(40, 40), Row(20.0, after=After.NEVER, spans=True), Row(50.0)]

    assert [[0, 1], [2, 3]] == [[place.row for place in page] for page in make_pages(rows, Area(AREA_HEIGHT, 2))]


@pytest.mark.parametrize("header", [0, 1])
def test_a_header_that_cannot_be_repeated_is_refused(header):
    """It must stand above its row and be as wide."""
    with pytest.raises(ValueError, match="the header of row 1 must stand above it and be as wide"):
        make_pages([Row(10.0, spans=True), Row(10.0, header=header)], Area(AREA_HEIGHT))


def test_areas_with_three_columns_and_sheets_of_no_pages_are_refused():
    """These are mistakes in a program, not in a sheet."""
    with pytest.raises(ValueError, match="1 column or 2, not 3"):
        make_pages(heights_of(10), Area(AREA_HEIGHT, 3))
    with pytest.raises(ValueError, match="1 page or more, not 0"):
        make_pages(heights_of(10), Area(AREA_HEIGHT), pages=0)


def test_an_answer_space_has_its_bounds_in_order():
    """One line or more, and never more at least than usual."""
    with pytest.raises(ValueError, match="least <= usual"):
        AnswerSpace(3, 2, 4)
