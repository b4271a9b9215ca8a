"""The baseline grid of a book, on whose lines its text begins; WeasyPrint 70 has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ON_GRID = frozenset({"p", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6"})
HAIR = 0.02  # CSS pixels; what layout leaves over is no step


def keep_to_grid(top: float, line: float) -> Callable[[Element], None]:
    """Have the running text of documents begin on the lines of a grid.

    What stands between two paragraphs, such as a picture or a box, may have any height: what follows moves down to the
    next line. CSS calls this a rounded block step; WeasyPrint lacks it.

    :param top: the margin above the text of a page, in CSS pixels.
    :param line: the height of a line, in CSS pixels.
    :return: to be called with the root of each document; its running text are the children of sections.
    """
    from weasyprint.layout import block

    text: set[Element] = set()
    lay_out = block.block_level_layout

    # The names of WeasyPrint, which gives some by name.
    def on_grid(
        context: Any,
        box: Any,
        bottom_space: Any,
        skip_stack: Any,
        containing_block: Any,
        page_is_empty: bool = True,
        absolute_boxes: Any = None,
        fixed_boxes: Any = None,
        adjoining_margins: Any = None,
        *further: Any,
        **named: Any,
    ) -> Any:
        if box.element in text and skip_stack is None and not page_is_empty and box.is_in_normal_flow():
            margin = box.margin_top if isinstance(box.margin_top, int | float) else 0
            over = (box.position_y + block.collapse_margin([*(adjoining_margins or []), margin]) - top) % line
            if HAIR < over < line - HAIR:
                box.position_y += line - over
        around = (containing_block, page_is_empty, absolute_boxes, fixed_boxes, adjoining_margins)
        return lay_out(context, box, bottom_space, skip_stack, *around, *further, **named)

    def of(root: Element) -> None:
        text.clear()
        text.update(
            child
            for around in root.iter()
            if around.tag == "section" or "document" in around.get("class", "").split()
            for child in around
            if child.tag in ON_GRID
        )

    block.block_level_layout = on_grid
    return of
