"""What a pass has shown of blocks: where each begins, how high it is, and the gaps before those that begin pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .page_fill import heights_on, hole, spaces_below, text_lines


@dataclass(frozen=True, slots=True)
class Gap:
    """What is empty at the foot of a page, and the page behind it."""

    number: int  # of the page in its survey
    page: Mapping[str, Any]
    after: Mapping[str, Any]
    hole: float  # of the height of the page's text

    def behind(self) -> list[Mapping[str, Any]]:
        """The blocks that begin at the head of the page behind it.

        A short sentence that names a drawing came to that page with it, and stays behind.
        """
        lines = [line["top"] for line in text_lines(self.after) if "brief" not in line["classes"].split()]
        first = min(lines, default=0.0)
        begun = heights_on(self.page)  # what goes on from there has not left the hole
        return [block for block in self.after["blocks"] if block["id"] not in begun and block["top"] <= first]


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
