"""Filling a page: the room left over goes to its answer spaces, then every row gets its place."""

from __future__ import annotations

from collections.abc import Sequence

from .page_breaks import Flow
from .page_choice import Band
from .page_rules import SLACK, Page, Place, Row


class Part:
    """One column of a band: rows that follow each other, and how many lines each has here."""

    __slots__ = ("band", "begins", "column", "first", "height", "lines")

    def __init__(self, band: int, column: int, first: int, lines: list[int], height: float, *, begins: bool) -> None:
        self.band, self.column, self.first, self.lines, self.height = band, column, first, lines, height
        self.begins = begins  # a page or column, so that the first lead vanishes and a header may be repeated


class PageFiller:
    """Gives the rows of one sheet their places, page by page, and lets answer spaces grow on the way.

    Room is shared out in rounds: one more line for each answer space of the page, from its top, as long as there is
    room and the space may grow. On the last page, which may be nearly empty, no space grows beyond half as many lines
    again as usual, rounded up: a little more room helps the writer, a large hole seems to ask for an essay.
    """

    __slots__ = ("flow", "grown", "height", "lines", "rows", "spaces")

    def __init__(self, rows: Sequence[Row], lines: Sequence[int], flow: Flow, height: float) -> None:
        self.rows, self.flow, self.height = rows, flow, height
        self.lines = lines  # by row, before any has grown
        self.grown = list(lines)  # by row, on all pages together
        self.spaces = [(number, row.space) for number, row in enumerate(rows) if row.space]

    def fill(self, bands: Sequence[Band], *, is_last: bool) -> Page:
        """Place what the bands of a page hold."""
        parts = self.parts(bands)
        heights = [band.height for band in bands]
        if self.spaces:
            self.share(parts, heights, is_last=is_last)
        places: list[Place] = []
        top, band = 0.0, 0
        for part in parts:
            if part.band > band:
                top += heights[band]
                band = part.band
            self.place(part, top, places)
        return tuple(places)

    def parts(self, bands: Sequence[Band]) -> list[Part]:
        """Take bands apart into columns, and cuts into rows with their lines."""
        flow, parts = self.flow, []
        for number, band in enumerate(bands):
            for column, (start, end) in enumerate(band.columns):
                first, before = flow.cuts[start]
                beyond, after = flow.cuts[end]
                begins = number == 0 or not flow.spans[start]
                height = flow.below[end] - (flow.top[start] if begins else flow.below[start])
                lines = list(self.lines[first : beyond + (after > 0)])
                if after:
                    lines[-1] = after
                lines[0] -= before
                parts.append(Part(number, column, first, lines, height, begins=begins))
        return parts

    def share(self, parts: Sequence[Part], heights: list[float], *, is_last: bool) -> None:
        """Let the answer spaces of a page grow, and with them the heights of its bands.

        A column that is not the highest of its band has room of its own.
        """
        room = self.height - sum(heights) + SLACK
        takers = [
            (part, row, min(space.most, space.usual + (space.usual + 1) // 2) if is_last else space.most)
            for part in parts
            for row, space in self.spaces
            if part.first <= row < part.first + len(part.lines)
        ]
        while takers:
            eager = []
            for taker in takers:
                part, row, most = taker
                line = self.rows[row].height
                taken = max(0.0, part.height + line - heights[part.band])
                if self.grown[row] < most and taken <= room:
                    self.grown[row] += 1
                    part.lines[row - part.first] += 1
                    part.height += line
                    heights[part.band] += taken
                    room -= taken
                    eager.append(taker)
            takers = eager

    def place(self, part: Part, top: float, places: list[Place]) -> None:
        """Place the rows of a column that begins at ``top``, under a repeated header if they ask for one."""
        rows, column, y = self.rows, part.column, top
        if part.begins:
            first = rows[part.first]
            if first.header >= 0:
                header = rows[first.header]
                places.append(Place(first.header, y, column, 1, True))
                y += header.height - header.lead
            y -= first.lead
        for number, lines in enumerate(part.lines, part.first):
            row = rows[number]
            places.append(Place(number, y + row.lead, column, lines))
            y += row.height * lines
