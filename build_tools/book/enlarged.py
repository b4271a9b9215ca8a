"""Drawings of which there are two: one for most editions, and one with larger type for those of large print."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement

from .chapters import Chapter
from .markup import remove, with_class

ENLARGED = "enlarged"  # the class of the second one, which stands behind the first


def with_drawings(chapters: Sequence[Chapter], enlarged: bool) -> tuple[Chapter, ...]:
    """Give chapters with one drawing of each, the larger one if that is wanted; others as they are."""
    return tuple(_chosen(chapter, enlarged) for chapter in chapters)


def _chosen(chapter: Chapter, enlarged: bool) -> Chapter:
    if not with_class(chapter.element, ENLARGED):
        return chapter
    element = deepcopy(chapter.element)
    choose_drawings(element, enlarged)
    return replace(chapter, element=element)


def choose_drawings(root: HtmlElement, enlarged: bool) -> None:
    """Leave the one of the two that an edition prints."""
    for larger in with_class(root, ENLARGED):
        remove(larger.getprevious() if enlarged else larger)
