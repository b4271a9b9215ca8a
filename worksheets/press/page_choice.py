"""Which cuts become page ends: the fewest pages, and of these the ones with the evenest feet.

The whole sheet is looked at, as Knuth and Plass look at a whole paragraph ("Breaking Paragraphs into Lines", *Software:
Practice and Experience* 11, 1981): the best way to reach a cut is worked out from the best ways to all cuts before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from .page_breaks import Flow
from .page_rules import SLACK

SEAM_COST = 0.25  # to part a question is as bad as to leave half a column empty; a column left empty costs 1


class Band(NamedTuple):
    """A part of a page that begins at one height: rows that span both columns, or what stands side by side."""

    height: float
    columns: tuple[tuple[int, int], ...]  # first and last cut of each column that holds something


class Columns(Protocol):
    """How pages are filled from a flow: with one column or two."""

    def page_ends(self, start: int) -> Iterable[tuple[int, float]]:
        """Give the cuts at which a page may end that begins at a cut, and what each costs."""

    def bands(self, start: int, end: int) -> list[Band]:
        """Lay out the page between two such cuts."""


class Choice(NamedTuple):
    """The best way to every cut of a flow; what cannot be reached has 0 pages."""

    pages: list[int]  # fewest pages that hold all that stands above the cut
    previous: list[int]  # the cut at which the last of these pages begins

    def of(self, end: int) -> list[tuple[int, int]]:
        """First and last cut of each page up to a cut."""
        pages = []
        while end:
            pages.append((self.previous[end], end))
            end = self.previous[end]
        return pages[::-1]


def choose_pages(flow: Flow, columns: Columns) -> Choice:
    """Find the fewest pages to every cut, then the least cost: what the page ends cost, and something for each seam."""
    count = len(flow.cuts)
    pages, cost, previous = [0] * count, [0.0] * count, [0] * count
    seam = flow.seam
    for start in range(count - 1):
        if start and not pages[start]:
            continue
        if pages[-1] and pages[start] >= pages[-1]:
            continue
        number, so_far = pages[start] + 1, cost[start]
        for end, added in columns.page_ends(start):
            total = so_far + added + (SEAM_COST if seam[end] else 0.0)
            if not pages[end] or number < pages[end] or (number == pages[end] and total < cost[end]):
                pages[end], cost[end], previous[end] = number, total, start
    return Choice(pages, previous)


class OneColumn:
    """Pages with one column, whatever the rows."""

    __slots__ = ("flow", "height")

    def __init__(self, flow: Flow, height: float) -> None:
        self.flow, self.height = flow, height

    def page_ends(self, start: int) -> list[tuple[int, float]]:
        """Give the possible ends of a page, with the square of the share left empty at its foot.

        The last page of a sheet costs nothing.
        """
        below, height = self.flow.below, self.height
        foot = self.flow.top[start] + height
        beyond = bisect_right(below, foot + SLACK)
        ends = [(end, ((foot - below[end]) / height) ** 2) for end in range(start + 1, beyond)]
        if beyond == len(below):
            ends[-1] = (beyond - 1, 0.0)
        return ends

    def bands(self, start: int, end: int) -> list[Band]:
        """Give the one band of a page."""
        return [Band(self.flow.below[end] - self.flow.top[start], ((start, end),))]
