"""Page-making: rows of known height go to pages. Pure numbers; it knows neither drawings nor PDF."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from .page_breaks import Flow, find_cuts
from .page_choice import Choice, Columns, OneColumn, choose_pages
from .page_columns import TwoColumns
from .page_fill import PageFiller
from .page_rules import SLACK, Area, DoesNotFit, Page, Row, TooLong


def make_pages(rows: Sequence[Row], area: Area, *, pages: int | None = None) -> tuple[Page, ...]:
    """Put the rows of one sheet on as few pages as hold them, with feet as even as can be.

    Answer spaces have their usual lines, then grow into the room left over on their page, never so that a row moves to
    another. They have fewer only where the sheet would else not fit: then all are lessened by the same share of the way
    from usual to least, step by step, and grow again into what is left.

    Columns are filled in turn. Rows that span both begin a new band of the page: what stands above them is set in two
    columns as equal as can be, and so is the end of the sheet.

    :param pages: how many pages there may be at most; without it, as many as needed.
    :return: the places of all rows, page by page; nothing for no rows.
    :raises DoesNotFit: if rows that must stay together are taller than an empty column, or if the sheet needs more
        pages than there may be.
    :raises ValueError: if the area has neither 1 column nor 2, there may be no page, or a row's header does not stand
        above it or spans while the row does not.
    """
    if pages is not None and pages < 1:
        raise ValueError(f"a sheet needs 1 page or more, not {pages}")
    if area.columns not in (1, 2):
        raise ValueError(f"an area has 1 column or 2, not {area.columns}")
    if not rows:
        return ()
    make_columns: Callable[[Flow, float], Columns] = OneColumn if area.columns == 1 else TwoColumns
    for lines in line_counts(rows, math.inf if pages is None else pages * area.columns * area.height):
        flow, faults = find_cuts(rows, lines, area)
        if faults:
            continue
        columns = make_columns(flow, area.height)
        choice = choose_pages(flow, columns)
        last = len(flow.cuts) - 1
        if pages is None or choice.pages[last] <= pages:
            filler = PageFiller(rows, lines, flow, area.height)
            return tuple(filler.fill(columns.bands(start, end), is_last=end == last) for start, end in choice.of(last))
        beyond = too_long(rows, flow, choice, pages)
    raise DoesNotFit(faults or [beyond])


def line_counts(rows: Sequence[Row], most: float) -> Iterator[list[int]]:
    """Give how many lines each row may have: usual first, least last, in even steps between.

    :param most: height of all columns that there may be; counts that can be seen to need more are left out, but not the
        last.
    """
    spaces = [(number, row.space) for number, row in enumerate(rows) if row.space]
    steps = max((space.usual - space.least for _, space in spaces), default=0)
    for step in range(steps + 1):
        lines = [1] * len(rows)
        for number, space in spaces:
            lines[number] = space.usual - (space.usual - space.least) * step // max(steps, 1)
        content = sum(row.height * count - row.lead for row, count in zip(rows, lines, strict=True))
        if step == steps or content <= most + SLACK:
            yield lines


def too_long(rows: Sequence[Row], flow: Flow, choice: Choice, pages: int) -> TooLong:
    """Tell what lies beyond the last page that there may be, if the pages before hold as much as they can."""
    furthest = max(cut for cut, number in enumerate(choice.pages) if number <= pages and (number or not cut))
    row, _ = flow.cuts[furthest]
    label = next((row.label for row in rows[row:] if row.label), "")
    return TooLong(label, pages, flow.below[-1] - flow.top[furthest])
