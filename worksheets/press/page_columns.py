"""Pages with two columns: rows that span both, and between them stretches of rows that fill the columns.

What ends on a page, before rows that span or with the sheet, is set in two columns as equal as can be. A stretch that
goes on overleaf fills the first column as far as it can, then the second.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator

from .page_breaks import Flow
from .page_choice import SEAM_COST, Band
from .page_rules import SLACK


class TwoColumns:
    """Ends and bands of pages with two columns; ``height`` is that of the area."""

    __slots__ = ("flow", "height", "turn")

    def __init__(self, flow: Flow, height: float) -> None:
        self.flow, self.height = flow, height
        last = len(flow.cuts) - 1
        self.turn = [last] * last  # by cut: where the rows that span, or do not, give way to the others
        for cut in range(last - 2, -1, -1):
            self.turn[cut] = self.turn[cut + 1] if flow.spans[cut] is flow.spans[cut + 1] else cut + 1

    def page_ends(self, start: int) -> Iterator[tuple[int, float]]:
        """Give the possible ends of a page, with the squares of the shares left empty at the foot of its columns.

        Each column counts half. To part a group between two columns costs as much as between two pages. The last page
        of a sheet may end anywhere.
        """
        flow, room = self.flow, self.height
        last = len(flow.cuts) - 1
        cut = start
        while cut < last:
            turn = self.turn[cut]
            if flow.spans[cut]:
                above = (flow.top if cut == start else flow.below)[cut]
                for end in range(cut + 1, turn):
                    left = room - (flow.below[end] - above)
                    if left >= -SLACK:
                        yield end, (left / self.height) ** 2
            else:
                yield from self.overleaf(cut, turn, room)
            band = self.band(cut, turn, room, first=cut == start)
            if band is None:
                return
            if flow.page_may_end[turn]:
                yield turn, self.parted(band) + (0.0 if turn == last else self.uneven(band, room))
            room -= band.height
            cut = turn

    def overleaf(self, start: int, turn: int, room: float) -> Iterator[tuple[int, float]]:
        """Give the ends of a page before which a stretch has begun, and after which it goes on."""
        flow, below = self.flow, self.flow.below
        middle = self.full(start, turn, room)
        # What could stand in one column need not go overleaf, unless something glued to the end of the stretch must.
        for end in range(start + 1 if not flow.page_may_end[turn] else middle, min(middle, turn - 1) + 1):
            band = self.band(start, end, room, first=False)
            if band:
                yield end, self.parted(band) + self.uneven(band, room)
        left = room - self.column(start, middle)
        if middle < turn and left >= -SLACK:
            first = (left / self.height) ** 2 / 2
            first += SEAM_COST if flow.seam[middle] else 0.0
            foot = flow.top[middle] + room
            for end in range(middle + 1, bisect_right(below, foot + SLACK, middle + 1, turn)):
                yield end, first + ((foot - below[end]) / self.height) ** 2 / 2

    def uneven(self, band: Band, room: float) -> float:
        """What the feet of a band cost that is the last on its page."""
        if self.flow.spans[band.columns[0][0]]:
            return ((room - band.height) / self.height) ** 2
        feet = [room - self.column(*column) for column in band.columns]
        feet += [room] * (2 - len(feet))
        return ((feet[0] / self.height) ** 2 + (feet[1] / self.height) ** 2) / 2

    def parted(self, band: Band) -> float:
        """What it costs that a group is parted between the columns of a band."""
        return SEAM_COST if len(band.columns) == 2 and self.flow.seam[band.columns[1][0]] else 0.0

    def bands(self, start: int, end: int) -> list[Band]:
        """Lay out the page between two cuts that :meth:`page_ends` has paired."""
        bands: list[Band] = []
        room = self.height
        cut = start
        while cut < end:
            upto = min(self.turn[cut], end)
            band = self.band(cut, upto, room, first=cut == start)
            if band is None:
                raise ValueError(f"the page from cut {start} to {end} is too high")
            bands.append(band)
            room -= band.height
            cut = upto
        return bands

    def band(self, start: int, end: int, room: float, *, first: bool) -> Band | None:
        """Set what lies between two cuts, which is all spanning or all not; None where the room does not do.

        :param first: nothing stands above it on the page.
        """
        flow = self.flow
        if flow.spans[start]:
            height = flow.below[end] - (flow.top[start] if first else flow.below[start])
            return Band(height, ((start, end),)) if height <= room + SLACK else None
        middle = self.full(start, end, room)
        if middle == end or end == self.turn[start]:
            middle = self.even(start, end, room)
        columns = ((start, end),) if middle == end else ((start, middle), (middle, end))
        height = max([self.column(*column) for column in columns])
        return Band(height, columns) if height <= room + SLACK else None

    def column(self, start: int, end: int) -> float:
        """Height of a column."""
        return self.flow.below[end] - self.flow.top[start]

    def full(self, start: int, end: int, room: float) -> int:
        """Where the first column ends if it takes as much as it can, but one piece even where it cannot."""
        below = self.flow.below
        return max(start + 1, bisect_right(below, self.flow.top[start] + room + SLACK, start + 1, end + 1) - 1)

    def even(self, start: int, end: int, room: float) -> int:
        """Where the first column ends if the higher of the two is to be as low as can be; if equal, the longer first.

        A seam is taken only where it saves more than it costs.
        """
        below, top, seam = self.flow.below, self.flow.top, self.flow.seam
        best, least = end, (True, math.inf)
        for middle in range(end, start, -1):
            higher = below[middle] - top[start]
            if middle < end:
                higher = max(higher, below[end] - top[middle])
            badness = higher > room + SLACK, higher + (SEAM_COST * self.height if seam[middle] and middle < end else 0)
            if badness < least:
                best, least = middle, badness
        return best
