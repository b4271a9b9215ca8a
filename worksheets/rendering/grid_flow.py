"""The class grid for the press: the rows of its tables as rows of pieces."""

from __future__ import annotations

from collections.abc import Sequence

from ..press.flow import After, Format, Sheet
from .flowing import Flow
from .grid import GridRow, class_grid
from .pieces import piece

TITLE = "Answers at a glance"


def grid_flow(rows: Sequence[GridRow], page: Format, *, title: str) -> Sheet:
    """Write the answers of a class as rows of pieces; each row leads to the key of its code.

    A table that a page can hold is not cut. On each page that it goes over, the numbers of its questions are repeated.

    :param rows: one or more.
    :param page: from :func:`.formats.grid_format`.
    """
    grid = class_grid(rows)
    flow = Flow(page, rows[0].key.worksheet.language)
    whole = flow.frame("Sect")
    flow.row((piece("grid_head", title), whole), after=After.NEVER, label="the head of the grid")
    for group, table in enumerate(grid.tables):
        frame = flow.frame("Table", whole)
        names = flow.frame("TR", flow.frame("THead", frame))
        header = flow.row(
            (piece("grid_columns", table), names), after=After.NEVER, group=group, label="the numbers of the questions"
        )
        body = flow.frame("TBody", frame)
        for row in table.rows:
            flow.row(
                (piece("grid_row", table, row), flow.frame("TR", body)),
                after=After.FREE if row is table.rows[-1] else After.SEAM,
                group=group,
                header=header,
                label=f"the row of {row.student_name or f'sheet {row.code}'}",
            )
    if grid.written:
        flow.row((piece("grid_note", grid.written), whole), label="the last line of the grid")
    return Sheet("grid", TITLE, flow.frames, flow.rows, flow.foot("grid_foot"), page)
