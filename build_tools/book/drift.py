"""Boxes and figures that would leave a hole: what follows them fills the page, and they stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from lxml.html import HtmlElement

from .flow import mark_continuing
from .margin import is_block
from .markup import HEADINGS, add_class, classes, elements

LARGEST_HOLE = 0.1  # of the height of the text; print-rules 17 allows twice as much
FARTHEST = 2  # paragraphs or cards by which a box may be moved: it stands near what speaks of it
FREE_PASSES = 2  # after these nothing moves any more, so that the passes come to an end
_TEXT = frozenset({"p", "ul", "ol", "dl"})
_MARGIN = frozenset({"on-recto", "on-verso"})  # classes of notes beside the text
_DRAWN = frozenset(
    {"fact-drawing"}
)  # what bears a number by which the text names it, so it may stand in the next section


class Drift:
    """Which boxes of one book are moved on one paper, from pass to pass."""

    def __init__(self) -> None:
        self._by: dict[str, int] = {}
        self._passes = 0

    def learn(self, survey: Sequence[Mapping[str, Any]]) -> None:
        """Look for boxes that begin a page, where the page before has a hole that they left."""
        self._passes += 1
        if self._passes > FREE_PASSES:
            return
        for before, page in pairwise(survey):
            if before["blank"] or page["blank"] or hole(before) <= LARGEST_HOLE:
                continue
            first = min((line["top"] for line in text_lines(page)), default=0.0)
            for block in page["blocks"]:
                if "movable" in block["classes"].split() and block["top"] <= first:
                    self._by[block["id"]] = min(self._by.get(block["id"], 0) + 1, FARTHEST)

    def move(self, root: HtmlElement) -> None:
        """Move the boxes of a chapter; mark those that can be moved."""
        for block in [element for element in elements(root) if is_block(element) and element.tag not in _TEXT]:
            add_class(block, "movable")
            for _ in range(self._by.get(block.get("id", ""), 0)):
                following = _text_after(block, over_headings=bool(_DRAWN & set(classes(block))))
                if following is None:
                    break
                behind = next(_parts(block.itersiblings()), None)
                before = next(_parts(block.itersiblings(preceding=True)), None)
                notes = _notes_beside(block)
                following.addnext(block)
                for note in notes:
                    block.addprevious(note)
                if behind is not None:
                    mark_continuing(behind, before)
                if (after := next(_parts(block.itersiblings()), None)) is not None:
                    mark_continuing(after, block)


def _notes_beside(block: HtmlElement) -> list[HtmlElement]:
    """The places of the notes that stand beside a box: left behind, they might be on another page than the box."""
    name = block.get("id")
    return [place for place in block.getparent() if name and place.get("data-beside") == name]


def text_lines(page: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The lines of a page that stand in the column of the text."""
    return [line for line in page["lines"] if line["part"] == "text" and not _MARGIN & set(line["classes"].split())]


def hole(page: Mapping[str, Any]) -> float:
    """How much of the height of a page's text is empty at its foot, from 0 to 1."""
    top, _, bottom, _ = page["margins"]
    foot = page["footnotes"] or page["height"] - bottom
    pictures = [block["bottom"] for block in page["blocks"] if block["tag"] in ("img", "svg")]
    lowest = max([top, *pictures, *(line["top"] + line["height"] for line in text_lines(page))])
    return float((foot - lowest) / (page["height"] - top - bottom))


def _text_after(block: HtmlElement, over_headings: bool) -> HtmlElement | None:
    """Find the paragraph, list or card behind which a block can be moved."""
    following = next(_parts(block.itersiblings()), None)
    while following is not None and following.tag == "section" and over_headings:
        following = next((part for part in _parts(following) if part.tag not in HEADINGS), None)
    if following is None and over_headings and (around := block.getparent()) is not None and around.tag == "section":
        return _text_after(around, over_headings)
    passed = following is not None and (following.tag in _TEXT or "fact-card" in classes(following))
    return following if passed else None


def _parts(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    return (other for other in elements if isinstance(other.tag, str) and "beside" not in classes(other))
