"""Boxes and figures that would leave a hole: what follows them fills the page, and they stand behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from lxml.html import HtmlElement

from .flow import mark_continuing
from .markup import add_class, drop_class, elements
from .passing import ahead_of, announces, is_box, is_drawn, parts, text_after

LARGEST_HOLE = 0.1  # of the height of the text; print-rules 17 allows twice as much
SMALL_HOLE = 0.2  # what may be left before a drawing that would have to pass a heading
FARTHEST = 3  # paragraphs or cards by which a box may be moved: it stands near what speaks of it
AIR = 0.06  # of the height of the text: above and below a box
FREE_PASSES = 5  # after these no box moves any more, so that the passes come to an end
_MARGIN = frozenset({"on-recto", "on-verso"})  # classes of notes beside the text


class Drift:
    """Which boxes of one book are moved on one paper, from pass to pass."""

    def __init__(self) -> None:
        self._by: dict[str, int] = {}
        self._passed: dict[str, list[str]] = {}  # box -> ids of what it was moved behind, in order
        self._ahead: dict[str, list[str]] = {}  # box -> ids of what it might be moved behind next
        self._holes: dict[str, dict[int, float]] = {}  # box -> how far it was moved -> the hole that it left
        self._moved: dict[str, int] = {}  # box that the last pass moved -> the page with the hole before it
        self._passes = 0

    def learn(self, survey: Sequence[Mapping[str, Any]]) -> None:
        """Look for boxes that begin a page, where the page before has a hole that they left.

        A box that stands on one page with what it was moved behind has room before it as well, so it goes back.
        """
        self._passes += 1
        if self._passes > FREE_PASSES:
            return
        self._take_back(survey)
        heights: dict[str, float] = {}
        for page in survey:
            for html_id, high in _heights(page).items():
                heights[html_id] = heights.get(html_id, 0.0) + high
        moved, self._moved = self._moved, {}
        for number, (before, page) in enumerate(pairwise(survey)):
            if before["blank"] or page["blank"] or (left := hole(before)) <= LARGEST_HOLE:
                continue
            # A short sentence that names a drawing came to its page with it, and stays behind.
            lines = [line["top"] for line in text_lines(page) if "brief" not in line["classes"].split()]
            first = min(lines, default=0.0)
            begun = _heights(before)  # what goes on from there has not left the hole
            for block in [block for block in page["blocks"] if block["id"] not in begun]:
                kind = block["classes"].split()
                bearable = SMALL_HOLE if "ends-section" in kind else LARGEST_HOLE
                if "movable" in kind and block["top"] <= first and left > bearable:
                    height = page["height"] - page["margins"][0] - page["margins"][2]
                    if _moved_before(moved, block["id"], number):  # what was tried was tried on other pages
                        self._holes.pop(block["id"], None)
                    by = self._by.get(block["id"], 0)
                    room = [heights.get(ahead, 0.0) / height for ahead in self._ahead.get(block["id"], ())]
                    if (back := self._fits(block["id"], before, left, heights[block["id"]] / height)) is not None:
                        self._by[block["id"]] = back
                    else:
                        self._move_on(block["id"], left, room)
                    if self._by[block["id"]] != by:
                        self._moved[block["id"]] = number

    def _move_on(self, name: str, left: float, ahead: Sequence[float]) -> None:
        """Try the place up to which what follows fills the hole, then others, and take the one that left the smallest.

        :param ahead: heights of what the box may be moved behind next, as shares of that of the page, as the hole is.
        """
        by = self._by.get(name, 0)
        holes = self._holes.setdefault(name, {})
        holes[by] = left
        untried = [farther for farther in range(by + 1, by + len(ahead) + 1) if farther not in holes]
        if untried:
            fills = [place for place in untried if sum(ahead[: place - by]) > left - LARGEST_HOLE]
            self._by[name] = next(iter(fills), untried[-1])
        else:
            self._by[name] = min(holes, key=lambda place: (holes[place], place))

    def _fits(self, name: str, before: Mapping[str, Any], left: float, own: float) -> int | None:
        """Find how far a box has to be moved, if the page before has room for it and what it passed goes on."""
        height = before["height"] - before["margins"][0] - before["margins"][2]
        there = {html_id: high / height for html_id, high in _heights(before).items()}
        passed = self._passed.get(name, [])
        for by in range(len(passed)):
            if set(passed[by:]) <= set(there) and left + sum(there[html_id] for html_id in passed[by:]) > own + AIR:
                return by
        return None

    def _take_back(self, survey: Sequence[Mapping[str, Any]]) -> None:
        begins: dict[str, int] = {}
        for number, page in enumerate(survey):
            for block in page["blocks"]:
                begins.setdefault(block["id"], number)
        for name, passed in self._passed.items():
            while passed and name in begins and begins.get(passed[-1]) == begins[name]:
                self._holes.setdefault(name, {}).setdefault(len(passed), 1.0)  # not to be tried again: no use
                passed.pop()
                self._by[name] = len(passed)

    def move(self, root: HtmlElement) -> None:
        """Move the boxes of a chapter; mark those that can be moved."""
        for block in [element for element in elements(root) if is_box(element)]:
            if (above := next(parts(block.itersiblings(preceding=True)), None)) is not None and announces(above):
                continue
            add_class(block, "movable")
            if next(parts(block.itersiblings()), block).tag == "section":
                add_class(block, "ends-section")
            self._passed[block.get("id", "")] = []
            for _ in range(self._by.get(block.get("id", ""), 0)):
                following = text_after(block, over_headings=is_drawn(block))
                if following is None:
                    break
                behind = next(parts(block.itersiblings()), None)
                before = next(parts(block.itersiblings(preceding=True)), None)
                notes = _notes_beside(block)
                following.addnext(block)
                self._passed[block.get("id", "")].append(following.get("id", ""))
                if before is not None and len(self._passed[block.get("id", "")]) == 1:
                    drop_class(before, "brief")
                for note in notes:
                    block.addprevious(note)
                if behind is not None:
                    mark_continuing(behind, before)
                if (after := next(parts(block.itersiblings()), None)) is not None:
                    mark_continuing(after, block)
            self._ahead[block.get("id", "")] = ahead_of(block, FARTHEST - len(self._passed[block.get("id", "")]))


def _heights(page: Mapping[str, Any]) -> dict[str, float]:
    """How high each block of a page is there, in points."""
    return {block["id"]: block["bottom"] - block["top"] for block in page["blocks"]}


def _moved_before(moved: Mapping[str, int], name: str, page: int) -> bool:
    """Whether another box of the same document was moved on an earlier page than a box was and is."""
    page = min(page, moved.get(name, page))
    document = name.partition("--")[0]
    return any(where < page for other, where in moved.items() if other != name and other.partition("--")[0] == document)


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
