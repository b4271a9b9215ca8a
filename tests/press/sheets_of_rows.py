"""Sheets for page-making, made up by Hypothesis, and what must be true of every set of pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from hypothesis import strategies as st

from worksheets.press.page_rules import After, AnswerSpace, Area, Page, Place, Row

AREA_HEIGHT = 100.0
heights = st.one_of(st.integers(1, 24).map(float), st.floats(0.5, 60.0))


@st.composite
def answer_spaces(draw: st.DrawFn) -> AnswerSpace:
    least = draw(st.integers(1, 8))
    usual = draw(st.integers(least, 16))
    return AnswerSpace(least, usual, draw(st.integers(usual, 24)))


@st.composite
def sheets(draw: st.DrawFn, most_rows: int = 16) -> list[Row]:
    """Rows of any kind, whose headers stand above them and are as wide; some such sheets fit no page."""
    rows: list[Row] = []
    group = 0
    for number in range(draw(st.integers(1, most_rows))):
        height = draw(heights)
        space = draw(st.none() | answer_spaces()) if draw(st.booleans()) else None
        height = min(height, 9.0) if space else height
        group += draw(st.integers(0, 1))
        spans = draw(st.integers(0, 5)) == 0
        headers = [above for above in range(number) if rows[above].spans == spans and not rows[above].space]
        rows.append(
            Row(
                height,
                draw(st.sampled_from((0.0, 0.0, 0.5))) * height,
                draw(st.sampled_from((After.FREE, After.FREE, After.SEAM, After.SEAM, After.NEVER, After.NEVER))),
                draw(st.sampled_from((-1, group, group))),
                draw(st.sampled_from(headers)) if headers and draw(st.integers(0, 3)) == 0 else -1,
                space,
                spans,
                f"row {number}",
            )
        )
    return rows


areas = st.sampled_from((Area(AREA_HEIGHT), Area(AREA_HEIGHT, 2)))


def bottom(place: Place, rows: Sequence[Row]) -> float:
    """Lower edge of a placed row."""
    return place.y + place.lines * rows[place.row].height - rows[place.row].lead


def spanning(place: Place, rows: Sequence[Row], area: Area) -> bool:
    """Whether a placed row goes over both columns."""
    return area.columns == 2 and rows[place.row].spans


def columns_of(page: Page, rows: Sequence[Row], area: Area) -> list[list[Place]]:
    """The places of a page in order, by column of a band; rows that span and follow each other are one column."""
    return [list(places) for _, places in groupby(page, lambda place: (spanning(place, rows, area), place.column))]


def placed_lines(pages: Sequence[Page], rows: Sequence[Row]) -> list[int]:
    """How many lines each row has on all pages together."""
    lines = [0] * len(rows)
    for page in pages:
        for place in page:
            lines[place.row] += 0 if place.repeated else place.lines
    return lines


def breaks(pages: Sequence[Page], rows: Sequence[Row], area: Area) -> list[tuple[int, int]]:
    """Where pages and columns end: number of the row below, and of its lines that stand above.

    Where rows that span meet rows that do not, on one page, no column ends.
    """
    found = []
    columns = [(number, column) for number, page in enumerate(pages) for column in columns_of(page, rows, area)]
    done = {0: 0}
    for (page, above), (next_page, below) in pairwise(columns):
        for place in above:
            if not place.repeated:
                done[place.row] = done.get(place.row, 0) + place.lines
        first = next(place for place in below if not place.repeated)
        if page != next_page or spanning(above[-1], rows, area) == spanning(first, rows, area):
            found.append((first.row, done.get(first.row, 0)))
    return found


def may_end_freely(rows: Sequence[Row], number: int) -> bool:
    """Whether a page may end above a row, whatever the heights."""
    above = rows[number - 1]
    return above.after is After.FREE and (above.group < 0 or above.group != rows[number].group)


def kept_together(rows: Sequence[Row], number: int, *, within: bool) -> list[tuple[int, int]]:
    """First row of, and first row after, all that is kept together across a break; nothing for a free end.

    :param number: the row below the break.
    :param within: the break is between lines of the row.
    """
    if not within and may_end_freely(rows, number):
        return []

    def around(parts: Callable[[int], bool]) -> tuple[int, int]:
        start = number
        while start and ((start == number and not within) or not parts(start)):
            start -= 1
        end = number + 1
        while end < len(rows) and not parts(end):
            end += 1
        return start, end

    def between_groups(row: int) -> bool:
        above = rows[row - 1]
        return above.after is not After.NEVER and (above.group < 0 or above.group != rows[row].group)

    runs = [around(lambda row: may_end_freely(rows, row))]
    if within or not between_groups(number):
        runs.append(around(between_groups))
    return runs


def usual_lines(rows: Sequence[Row]) -> list[int]:
    """How many lines each row has if nothing is squeezed and nothing grows."""
    return [row.space.usual if row.space else 1 for row in rows]


@st.composite
def simple_sheets(draw: st.DrawFn) -> list[Row]:
    """Questions of up to four rows, some under a heading or table head, none taller than an empty column."""
    rows: list[Row] = []
    for group in range(draw(st.integers(1, 16))):
        if draw(st.booleans()):
            rows.append(Row(draw(st.floats(1.0, 10.0)), 0.5, After.NEVER))
        header = draw(st.sampled_from((-1, len(rows) - 1))) if rows else -1
        for _ in range(draw(st.integers(1, 3))):
            rows.append(Row(draw(st.floats(1.0, 20.0)), draw(st.sampled_from((0.0, 1.0))), group=group, header=header))
        rows.append(
            Row(2.0, group=group, space=draw(st.none() | st.builds(AnswerSpace, st.just(1), st.just(4), st.just(9))))
        )
    return rows


def greedy_pages(rows: Sequence[Row], lines: Sequence[int], area: Area) -> int:
    """How many pages there are if each column takes as many pieces as it can; none is taller than a column."""
    columns, height = 0, 0.0
    ends = [0, *(row for row in range(1, len(rows)) if may_end_freely(rows, row)), len(rows)]
    for start, end in pairwise(ends):
        piece = sum(rows[row].height * lines[row] for row in range(start, end))
        if columns and height + piece <= area.height:
            height += piece
            continue
        header = rows[rows[start].header] if rows[start].header >= 0 else None
        columns += 1
        height = piece - rows[start].lead + (header.height - header.lead if header else 0.0)
    return -(-columns // area.columns)
