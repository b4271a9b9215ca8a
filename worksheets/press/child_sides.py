"""Notes in the outer margin stay there: WeasyPrint 70 has no words for the outer side of a page."""

from __future__ import annotations

from typing import Any


def keep_outside() -> None:
    """Have what stands beside the column of a page stand in the outer margin.

    A pass sets a note for the page on which the pass before had its paragraph. Where the paragraph has moved to a page
    of the other side since, the note would lie in the inner margin and be cut by the edge of the paper. It is set as
    far on the other side of the column.
    """
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import page

    lay_out = page.absolute_layout

    def outside(context: Any, placeholder: Any, around: Any, *further: Any, **named: Any) -> None:
        lay_out(context, placeholder, around, *further, **named)
        if not isinstance(around, boxes.PageBox):
            return
        left, right = around.content_box_x(), around.content_box_x() + around.width
        begins, ends = placeholder.position_x, placeholder.position_x + placeholder.margin_width()
        if begins >= right if around.page_type.side == "left" else ends <= left:
            placeholder.translate(left + right - begins - ends, 0)

    page.absolute_layout = outside
