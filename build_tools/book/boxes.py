"""Boxes on a ground of their own: each part bears its piece of the ground, so that it ends with the text.

WeasyPrint stretches what pages part to the foot of the page.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from .markup import classes, elements, wrap

TINTED = frozenset({"ap-method", "ap-debate"})
PART = "ap-part"


def part_boxes(root: HtmlElement) -> None:
    """Wrap each paragraph, table or list of a tinted box: what pages part is stretched to the foot."""
    for box in [element for element in elements(root) if TINTED & set(classes(element))]:
        for part in [child for child in box if isinstance(child.tag, str)]:
            # A view may be parted as well, between its paragraphs.
            for whole in list(part) if "fact-view" in classes(part) else [part]:
                wrap(whole, "div", **{"class": PART})
