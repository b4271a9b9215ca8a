"""Where a block ends that pages part: with its text. WeasyPrint 70 stretches it to the foot of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from weasyprint.document import Page


def end_with_text(pages: Sequence[Page]) -> None:
    """Take from each parted block the empty height below its last line, so that rules and grounds end there.

    CSS Fragmentation allows either. Blocks in columns stay as they are: these are evened out by their heights. Grounds
    are found later: child_backgrounds.py.

    :param pages: of one document, in order.
    """
    going_on: set[Element] = set()  # what has more on the page behind
    for page in reversed(pages):
        here: set[Element] = set()
        for box in page._page_box.children:
            if isinstance(box, boxes.BlockBox):
                _end(box, going_on, here)
        going_on = here


def _end(box: Any, going_on: set[Element], here: set[Element]) -> None:
    children = [child for child in box.children if child.is_in_normal_flow()]
    if any(child.is_column for child in children):
        return
    for child in children:
        if isinstance(child, boxes.BlockBox):
            _end(child, going_on, here)
    if box.element is None or box.element_tag.endswith(("::before", "::after")):
        return
    here.add(box.element)
    if box.element in going_on and children:
        text = max(_bottom(child) for child in children) - box.content_box_y()
        box.stretched = box.height  # for when the page is laid out again, and stays as it is
        box.height = max(0, min(box.height, text))


def _bottom(box: Any) -> float:
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.height)
    return float(box.border_box_y() + box.border_height())
