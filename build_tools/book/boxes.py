"""Boxes on a ground of their own: the ground is an element inside the box, so that it is repeated with its padding.

Where pages part it, the box's margin takes no room at the foot of the page then.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from .markup import classes, elements

TINTED = frozenset({"ap-method", "ap-debate"})
GROUND = "ap-ground"


def lay_grounds(root: HtmlElement) -> None:
    """Put what a tinted box holds onto its ground."""
    for box in [element for element in elements(root) if TINTED & set(classes(element))]:
        ground = box.makeelement("div", {"class": GROUND})
        ground.text, box.text = box.text, None
        ground.extend(list(box))
        box.append(ground)
