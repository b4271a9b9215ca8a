"""Boxes and figures that would leave a hole: what follows them fills the page, and they stand behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from lxml.html import HtmlElement

from .addresses import document_of
from .flow import mark_continuing
from .markup import add_class, drop_class, elements
from .page_fill import (
    AIR,
    begins_page,
    brought_along,
    expected_hole,
    heights_on,
    hole,
    spaces_below,
    text_height,
    text_lines,
    whole_height,
)
from .passing import ahead_of, announces, is_box, is_drawn, parts, text_after

LARGEST_HOLE = 0.1  # of the height of the text; print-rules 17 allows twice as much
SMALL_HOLE = 0.2  # what may be left before a drawing that would have to pass a heading
FARTHEST = 3  # paragraphs or cards by which a box may be moved: it stands near what speaks of it
FARTHEST_DRAWN = 6  # the same of a drawing, which the text names by its number; a page at most, but for large print
FREE_PASSES = 5  # after these no box moves, but for one more to close large holes, so that the passes come to an end


class Drift:
    """Which boxes of one book are moved on one paper, from pass to pass.

    :param within: how many pages a drawing may stand behind the one that names it.
    """

    def __init__(self, within: int = 1) -> None:
        self._within = within
        self._named: dict[str, str] = {}  # drawing -> what names it: what stands above it as yet
        self._too_far: dict[str, int] = {}  # drawing -> how far it was moved and stood too many pages away
        self._by: dict[str, int] = {}
        self._passed: dict[str, list[str]] = {}  # box -> ids of what it was moved behind, in order
        self._way: dict[str, list[tuple[str, ...]]] = {}  # box -> ids of what it was or might be moved behind, in order
        self._holes: dict[str, dict[int, float]] = {}  # box -> how far it was moved -> the hole that it left
        self._tried_anew: set[str] = set()  # boxes of which what was tried was forgotten, once
        self._moved: dict[str, int] = {}  # box that the last pass moved -> the page with the hole before it
        self._giving_way: set[str] = set()  # boxes that may be parted: no place for them leaves no large hole
        self._closed: dict[str, float] = {}  # document -> how far the text moves up by what this pass has moved
        self._passes = 0

    def learn(self, survey: Sequence[Mapping[str, Any]]) -> None:
        """Look for boxes that begin a page, where the page before has a hole that they left.

        A box that stands on one page with what it was moved behind has room before it as well, so it goes back.
        """
        self._passes += 1
        if self._passes > FREE_PASSES + 1:
            return
        free = self._passes <= FREE_PASSES
        begins: dict[str, int] = {}
        for number, page in enumerate(survey):
            for block in page["blocks"]:
                begins.setdefault(block["id"], number)
        near_again = self._bring_near(begins)
        if free:
            self._take_back(begins, survey)
        heights: dict[str, float] = {}
        for page in survey:
            spaces = spaces_below(page)
            for html_id, high in heights_on(page).items():
                heights[html_id] = heights.get(html_id, 0.0) + high + spaces[html_id]
        moved, self._moved = self._moved, {}
        self._closed = {}
        for number, (before, page) in enumerate(pairwise(survey)):
            if before["blank"] or page["blank"]:
                continue
            if (left := hole(before)) <= LARGEST_HOLE:
                for block in _blocks_at_head(before, page):
                    if whole_height(block, page):
                        self._closed[document_of(block["id"])] = 0.0  # it begins a page as it did
                continue
            there = {name: high for name, high in heights_on(before).items() if begins[name] == number}
            for block in _blocks_at_head(before, page):
                kind = block["classes"].split()
                bearable = LARGEST_HOLE if free and "ends-section" not in kind else SMALL_HOLE
                if "movable" not in kind or left <= bearable or block["id"] in near_again:
                    continue
                if not free and _moved_before(moved, block["id"], number):
                    continue  # what was seen at other places was seen on other pages
                if block["id"] not in self._tried_anew and _moved_before(moved, block["id"], number):
                    self._holes.pop(block["id"], None)  # what was tried was tried on other pages
                    self._tried_anew.add(block["id"])
                came = brought_along(block, page)
                if self._place(block, whole_height(block, page), left, came, there, heights, text_height(page)):
                    self._moved[block["id"]] = number
                seen = self._holes.get(block["id"], {}).get(self._by.get(block["id"], 0), 0.0)
                if seen > SMALL_HOLE and self._passes >= FREE_PASSES - 1:
                    self._giving_way.add(block["id"])

    def _place(
        self,
        block: Mapping[str, Any],
        whole: float,
        left: float,
        came: float,
        there: Mapping[str, float],
        heights: Mapping[str, float],
        page: float,
    ) -> bool:
        """Find the best place for a box; tell whether it is another one.

        :param whole: how high that of it is which stands on one page whatever may come, in points.
        :param left: the hole before it.
        :param came: how high that is which came to its page with it, and would have stayed without it, in points.
        :param there: how high what begins on that page is there, in points.
        :param heights: of all blocks, in points.
        :param page: the height of the text of a page, in points.
        """
        name = block["id"]
        by = self._by.get(name, 0)
        back = self._fits(name, {passed: high / page for passed, high in there.items()}, left, heights[name] / page)
        if back is not None:
            self._by[name] = back
        else:
            way = [sum(heights.get(part, 0.0) for part in parts) / page for parts in self._way.get(name, ())]
            most = (self._within + 1) / 2 if "fact-drawing" in block["classes"].split() else 1
            near = [high for high, total in zip(way, accumulate(way), strict=True) if total < most]
            self._move_on(name, left, came / page, way[:by] + near[by:], whole / page)
        return self._by[name] != by

    def _move_on(self, name: str, left: float, came: float, way: Sequence[float], own: float) -> None:
        """Try the nearest place where no hole is to be expected, else that of the smallest one, expected or seen.

        What is moved before it in the same pass, and closes a hole there, makes the one before the box larger.

        :param came: how much of the hole is filled when the box is moved at all.
        :param way: heights of what the box was moved behind, and might be moved behind next, as shares of that of the
            page, as the hole is.
        :param own: the height of the box, if it stands on one page whatever may come.
        """
        by = self._by.setdefault(name, 0)
        holes = self._holes.setdefault(name, {})
        holes[by] = left
        closed = self._closed.get(document_of(name), 0.0)  # by so much the text before the box moves up
        left = (left + closed) % 1
        here = 0.0 if 0 < own < left - AIR else left
        expected = {place: expected_hole(left, -sum(way[place:by]), own) for place in range(1, by)}
        expected |= {
            place: expected_hole(left, came + sum(way[by:place]), own) for place in range(by + 1, len(way) + 1)
        }
        farthest = self._too_far.get(name, len(way) + 1)
        untried = {place: hole for place, hole in expected.items() if place not in holes and place < farthest}
        if self._passes > FREE_PASSES or (self._passes == FREE_PASSES and left <= SMALL_HOLE):
            untried = {}  # nothing is put at stake where no later pass could put it right
        without = [place for place, hole in untried.items() if hole < LARGEST_HOLE]
        known = untried | holes | {by: here}
        if here >= LARGEST_HOLE or not closed:
            self._by[name] = next(iter(without), None) or min(known, key=lambda place: (known[place], place))
        self._closed[document_of(name)] = left - known[self._by[name]]

    def _fits(self, name: str, there: Mapping[str, float], left: float, own: float) -> int | None:
        """Find how far a box has to be moved, if the page before has room for it and what it passed goes on.

        :param there: how high what begins on that page is there; all heights are shares of that of a page.
        """
        passed = self._passed.get(name, [])
        for by in range(len(passed)):
            if set(passed[by:]) <= set(there) and left + sum(there[html_id] for html_id in passed[by:]) > own + AIR:
                return by
        return None

    def _bring_near(self, begins: Mapping[str, int]) -> set[str]:
        """Move drawings back that have come too many pages behind what names them, and tell which."""
        back = set()
        for name, above in self._named.items():
            by = self._by.get(name, 0)
            if not by or not {name, above} <= begins.keys() or begins[name] - begins[above] <= self._within:
                continue
            self._too_far[name] = min(by, self._too_far.get(name, by))
            holes = {place: hole for place, hole in self._holes.get(name, {}).items() if place < by}
            best = min(holes, key=lambda place: (holes[place], place), default=0)
            if self._passes > FREE_PASSES and holes.get(best, 0.0) > SMALL_HOLE:
                continue  # a hole would be worse, and no other place can be tried
            back.add(name)
            self._holes[name] = holes
            self._by[name] = best
        return back

    def _take_back(self, begins: Mapping[str, int], survey: Sequence[Mapping[str, Any]]) -> None:
        for name, passed in self._passed.items():
            while passed and name in begins and begins.get(passed[-1]) == begins[name]:
                number = begins[name]
                if number and hole(survey[number - 1]) <= LARGEST_HOLE and begins_page(passed[0], survey[number]):
                    break  # the notes before what it was moved behind have filled the page
                self._holes.setdefault(name, {}).setdefault(len(passed), 1.0)  # not to be tried again: no use
                passed.pop()
                self._by[name] = len(passed)

    def move(self, root: HtmlElement) -> None:
        """Move the boxes of a chapter; mark those that can be moved, and those that may be parted."""
        for block in [element for element in elements(root) if element.get("id") in self._giving_way]:
            add_class(block, "gives-way")
        for drawing in [element for element in elements(root) if is_box(element) and is_drawn(element)]:
            if (named := next(parts(drawing.itersiblings(preceding=True)), None)) is not None:
                self._named[drawing.get("id", "")] = named.get("id", "")
        for block in [element for element in elements(root) if is_box(element)]:
            if (above := next(parts(block.itersiblings(preceding=True)), None)) is not None and announces(above):
                continue
            add_class(block, "movable")
            if next(parts(block.itersiblings()), block).tag == "section":
                add_class(block, "ends-section")
            self._passed[block.get("id", "")] = []
            farthest = FARTHEST_DRAWN * (self._within + 1) // 2 if is_drawn(block) else FARTHEST
            self._way[block.get("id", "")] = ahead_of(block, farthest)
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


def _blocks_at_head(before: Mapping[str, Any], page: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What begins a page; a short sentence that names a drawing came to its page with it, and stays behind."""
    lines = [line["top"] for line in text_lines(page) if "brief" not in line["classes"].split()]
    first = min(lines, default=0.0)
    begun = heights_on(before)  # what goes on from there has not left the hole
    return [block for block in page["blocks"] if block["id"] not in begun and block["top"] <= first]


def _moved_before(moved: Mapping[str, int], name: str, page: int) -> bool:
    """Whether another box of the same document was moved on an earlier page than a box was and is."""
    page = min(page, moved.get(name, page))
    document = document_of(name)
    return any(where < page for other, where in moved.items() if other != name and document_of(other) == document)


def _notes_beside(block: HtmlElement) -> list[HtmlElement]:
    """The places of the notes that stand beside a box: left behind, they might be on another page than the box."""
    name = block.get("id")
    return [place for place in block.getparent() if name and place.get("data-beside") == name]
