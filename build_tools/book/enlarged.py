"""Drawings of which there are two: one for most editions, and one with larger type for those of large print."""

from __future__ import annotations

from lxml.html import HtmlElement

from .markup import remove, with_class

ENLARGED = "enlarged"  # the class of the second one, which stands behind the first


def choose_drawings(root: HtmlElement, enlarged: bool) -> None:
    """Leave the one of the two that an edition prints."""
    for larger in with_class(root, ENLARGED):
        remove(larger.getprevious() if enlarged else larger)
