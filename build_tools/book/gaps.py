"""What a pass has shown of blocks: where each begins, how high it is, and the gaps before those that begin pages.

Holes and openings are told as shares of the height of a page's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .markup import HEADINGS
from .page_fill import brought_along, heights_on, hole, spaces_below, text_foot, text_height, text_lines, whole_height

TITLES = frozenset({"ap-title", "ap-level"})  # classes of the titles of boxes, and of their parts


@dataclass(frozen=True, slots=True)
class Gap:
    """What is empty at the foot of a page, and the page behind it."""

    number: int  # of the page in its survey
    page: Mapping[str, Any]
    after: Mapping[str, Any]
    hole: float

    def behind(self) -> list[Mapping[str, Any]]:
        """The blocks that begin at the head of the page behind it.

        A short sentence that names a drawing came to that page with it, and stays behind.
        """
        return self._above([line for line in text_lines(self.after) if "brief" not in line["classes"].split()])

    def below_heads(self) -> list[Mapping[str, Any]]:
        """Those and the blocks that begin below headings and titles there, which are never left behind."""
        return self._above([line for line in text_lines(self.after) if not _is_head(line)])

    def _above(self, lines: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        first = min((line["top"] for line in lines), default=0.0)
        begun = heights_on(self.page)  # what goes on from there has not left the hole
        return [block for block in self.after["blocks"] if block["id"] not in begun and block["top"] <= first]


@dataclass(frozen=True, slots=True)
class Opening:
    """The hole that a box has left before it, and what might fill it."""

    hole: float
    box: float  # the height of the box
    whole: float  # how much of it stands on one page whatever may come; 0 if it can be parted
    came: float  # the height of what came to its page with the box, and would have stayed without it
    begun: Mapping[str, float]  # id -> height on the page with the hole of each block that begins there
    way: Sequence[float]  # the heights of what the box is moved behind, and might be moved behind next


class Shown:
    """The survey of a pass, asked for blocks by their ids."""

    def __init__(self, survey: Sequence[Mapping[str, Any]]) -> None:
        self.pages = survey
        self.begins: dict[str, int] = {}  # block -> number of its first page
        self.heights: dict[str, float] = {}  # block -> how high it is with the space below it, on all pages, in points
        for number, page in enumerate(survey):
            spaces = spaces_below(page)
            for name, high in heights_on(page).items():
                self.begins.setdefault(name, number)
                self.heights[name] = self.heights.get(name, 0.0) + high + spaces[name]

    def gaps(self) -> Iterator[Gap]:
        """Go through the ends of pages behind which the text goes on."""
        for number, (page, after) in enumerate(pairwise(self.pages)):
            if not page["blank"] and not after["blank"]:
                yield Gap(number, page, after, hole(page))

    def begun_on(self, number: int) -> dict[str, float]:
        """How high the blocks that begin on a page are there, in points."""
        return {name: high for name, high in heights_on(self.pages[number]).items() if self.begins[name] == number}

    def opening(self, gap: Gap, box: Mapping[str, Any], way: Sequence[Sequence[str]]) -> Opening:
        """Tell what might fill the gap before a box.

        :param way: ids of each part of the text that the box might be moved behind.
        """
        page = text_height(gap.after)
        return Opening(
            hole=gap.hole,
            box=self.heights[box["id"]] / page,
            whole=whole_height(box, gap.after) / page,
            came=brought_along(box, gap.after) / page,
            begun={name: high / page for name, high in self.begun_on(gap.number).items()},
            way=[sum(self.heights.get(part, 0.0) for part in parts) / page for parts in way],
        )

    def room_from(self, name: str) -> float:
        """How much of its first page is below the upper edge of a block."""
        page = self.pages[self.begins[name]]
        top = next(block["top"] for block in page["blocks"] if block["id"] == name)
        return float((text_foot(page) - top) / text_height(page))


def _is_head(line: Mapping[str, Any]) -> bool:
    tag, kind = next(iter(line["tags"]), ""), line["classes"].split(" ")[0]
    return tag in HEADINGS or kind in TITLES
