"""Boxes and figures that would leave a hole: what follows them fills the page, and they stand behind it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

from .addresses import document_of
from .gaps import Gap, Shown
from .giving_way import let_pass, part_below_heads
from .margin import blocks_of
from .markup import add_class
from .movable import MovableBox
from .moving import above, ends_section, is_announced, move_behind_text
from .page_fill import LARGEST_HOLE, SMALL_HOLE, begins_page, hole, text_height, whole_height
from .passing import CARDS_AND_QUESTIONS, ahead_of, is_box, is_card, is_drawn, keeps_its_place

FARTHEST = 3  # paragraphs or cards by which a box may be moved: it stands near what speaks of it
FARTHEST_DRAWN = 6  # the same of a drawing, which the text names by its number; a page at most, but for large print
LONGEST_WHOLE = 1 / 3  # of a page: a longer card is parted like text
SETTLING = 2  # passes in which notes still move the text, so that no box gives way
FREE_PASSES = 5  # after these no box moves, but for one more to close large holes, so that the passes come to an end


class Drift:
    """Which boxes of one book are moved on one paper, from pass to pass.

    :param within: how many pages a drawing may stand behind the one that names it.
    """

    def __init__(self, within: int = 1) -> None:
        self._within = within
        self._boxes: dict[str, MovableBox] = {}
        self._moved: dict[str, int] = {}  # box that the last pass moved -> number of the page with the hole before it
        self._passes = 0

    def learn(self, survey: Sequence[Mapping[str, Any]]) -> None:
        """Look for boxes that begin a page, where the page before has a hole that they left.

        A box that stands on one page with what it was moved behind has room before it as well, so it goes back.
        """
        self._passes += 1
        if self._passes > FREE_PASSES + 1:
            return
        shown = Shown(survey)
        come_back = self._bring_near(shown)
        if self._is_free:
            self._take_back(shown)
        moved_before, self._moved = self._moved, {}
        risen: dict[str, float] = {}  # document -> by how much its text moves up by what this pass has moved
        for gap in shown.gaps():
            for block in gap.behind():
                if gap.hole <= LARGEST_HOLE:
                    if whole_height(block, gap.after):
                        risen[document_of(block["id"])] = 0.0  # it begins a page as it did
                elif self._is_open(block["id"], gap) and block["id"] not in come_back:
                    self._close(gap, block, shown, moved_before, risen)
            if gap.hole > SMALL_HOLE and self._passes > SETTLING:
                part_below_heads(gap, self._boxes)

    def move(self, root: HtmlElement) -> None:
        """Move the boxes of a chapter; mark those that give way, and what else does so in its place."""
        others = [element for element in CARDS_AND_QUESTIONS(root) if keeps_its_place(element)]
        boxes = [element for element in blocks_of(root) if is_box(element)]
        for element in (*others, *boxes):
            box = self._boxes.setdefault(element.get("id", ""), MovableBox(is_drawn(element), is_card(element)))
            if box.gives_way:
                add_class(element, "gives-way")
            if (before := above(element)) is not None:
                box.above = before.get("id", "")
        for element in boxes:
            box = self._boxes[element.get("id", "")]
            box.ends_section = ends_section(element)
            box.way, box.passed = (), []
            if not is_announced(element):
                farthest = FARTHEST_DRAWN * (self._within + 1) // 2 if box.drawn else FARTHEST
                box.way = ahead_of(element, farthest)
                box.passed = move_behind_text(element, box.place)

    @property
    def goes_on(self) -> bool:
        """Whether boxes are still looking for their places."""
        return self._passes < FREE_PASSES

    @property
    def is_over(self) -> bool:
        """Whether no box moves or gives way any more, whatever a pass shows."""
        return self._passes > FREE_PASSES

    @property
    def _is_free(self) -> bool:
        return self._passes <= FREE_PASSES

    def _bring_near(self, shown: Shown) -> set[str]:
        """Move drawings back that have come too many pages behind what names them, and tell which."""
        least = math.inf if self._is_free else SMALL_HOLE  # then no other place can be tried
        return {
            name
            for name, box in self._boxes.items()
            if box.drawn
            and box.place
            and {name, box.above} <= shown.begins.keys()
            and shown.begins[name] - shown.begins[box.above] > self._within
            and box.come_back(least)
        }

    def _take_back(self, shown: Shown) -> None:
        """Move boxes back before what has room behind them on their page."""
        for name, box in self._boxes.items():
            while box.passed and name in shown.begins and shown.begins.get(box.passed[-1]) == shown.begins[name]:
                number = shown.begins[name]
                page, before = shown.pages[number], shown.pages[number - 1] if number else None
                if before and hole(before) <= LARGEST_HOLE and begins_page(box.passed[0], page):
                    break  # the notes before what it was moved behind have filled the page
                box.take_back()

    def _is_open(self, name: str, gap: Gap) -> bool:
        """Whether what begins behind a gap is a box, and the gap more than may be left before it."""
        box = self._boxes.get(name)
        if box is None:
            return False
        return gap.hole > (LARGEST_HOLE if self._is_free and not box.ends_section else SMALL_HOLE)

    def _close(
        self,
        gap: Gap,
        block: Mapping[str, Any],
        shown: Shown,
        moved_before: Mapping[str, int],
        risen: dict[str, float],
    ) -> None:
        """Move a box that has left a gap to the best place that is known; as a last resort let it be parted."""
        name, document = block["id"], document_of(block["id"])
        box = self._boxes[name]
        if _moved_above(moved_before, name, gap.number):  # what was seen of other places was seen on other pages
            if box.way and not self._is_free:
                return
            box.forget_once()
        before, opening = box.place, shown.opening(gap, block, box.way)
        if (fitting := box.fitting(opening)) is not None:
            box.place = fitting
        else:
            # Nothing is put at stake where no later pass could put it right.
            least = 0.0 if self._passes < FREE_PASSES else SMALL_HOLE if self._is_free else math.inf
            farthest = (self._within + 1) / 2 if box.drawn else 1
            risen[document] = box.move_on(opening, risen.get(document, 0.0), least, farthest)
        if box.place != before:
            self._moved[name] = gap.number
        is_long = box.card and block["bottom"] - block["top"] > LONGEST_WHOLE * text_height(gap.after)
        if is_long or (box.left > SMALL_HOLE and self._passes > (FREE_PASSES - 2 if box.way else SETTLING)):
            box.gives_way = True
        if box.left > SMALL_HOLE and self._passes > FREE_PASSES:
            let_pass(name, opening.whole, self._boxes, shown)


def _moved_above(moved: Mapping[str, int], name: str, page: int) -> bool:
    """Whether another box of the same document was moved on an earlier page than a box was and is."""
    page = min(page, moved.get(name, page))
    document = document_of(name)
    return any(where < page for other, where in moved.items() if other != name and document_of(other) == document)
