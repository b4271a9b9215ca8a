"""The table of equal forms for the press: its rows as rows of pieces."""

from __future__ import annotations

from ..press.flow import After, Format, Sheet
from .flowing import Flow
from .forms import FormsTable
from .html import FORMS
from .pieces import piece, shared_piece

TITLE = "Equal forms"


def forms_flow(table: FormsTable, page: Format, *, title: str, language: str) -> Sheet:
    """Write the comparison of forms as rows of pieces; the letters of the forms are repeated on each page.

    :param title: of the keys.
    """
    flow = Flow(page, language)
    whole = flow.frame("Sect")
    flow.row((piece("forms_head", table, title), whole), after=After.NEVER, label="the head of the comparison")
    frame = flow.frame("Table", whole)
    names = flow.frame("TR", flow.frame("THead", frame))
    header = flow.row((piece("forms_columns", table), names), after=After.NEVER, label="the letters of the forms")
    for section in table.sections:
        body = flow.frame("TBody", frame)
        flow.row(
            (piece("forms_section", table, section), flow.frame("TR", body)),
            after=After.NEVER,
            header=header,
            label=f"the heading “{section.heading}”",
        )
        for row in section.rows:
            # The last line of the comparison never stands on a page by itself: the last section goes with it.
            is_last = row is section.rows[-1] and section is not table.sections[-1]
            flow.row(
                (piece("forms_row", table, row), flow.frame("TR", body)),
                after=After.FREE if is_last else After.SEAM,
                header=header,
                label=f"the row “{row.label}”",
            )
    flow.row((piece("forms_note"), whole), label="the last line of the comparison")
    foot = flow.foot("key_foot_page", shared_piece("key_foot_label", TITLE))
    return Sheet(FORMS, TITLE, flow.frames, flow.rows, foot, page)
