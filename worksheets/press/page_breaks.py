"""Where a page or column may end: rows gathered into pieces that are never parted.

Rows between two free ends make a run. A run that an empty column can hold is one piece. One that is taller is cut at
the seams between its groups; what is still too tall, at the seams within groups and between writing lines. So a
question is cut only if it must be, and whatever is glued to its beginning stays with its first piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .page_rules import SLACK, After, Area, Row, TooTall

LINES_TOGETHER = 3  # fewer writing lines are never left alone at the foot or top of a page

Cut = tuple[int, int]  # number of a row, and of its lines that stand before the cut; 0 lines: the cut is above the row


class Flow(NamedTuple):
    """The cuts of a sheet, the first above its first row and the last below its last; all lists go by cut.

    What lies from one cut to another is ``below[end] - top[start]`` high if it begins a column.
    """

    cuts: list[Cut]
    below: list[float]  # height of all that stands above the cut
    top: list[float]  # the same, with the lead that vanishes here and without the header that is repeated here
    seam: list[bool]  # whether something is parted here that should rather stay together
    page_may_end: list[bool]  # False only where rows that span are glued to rows that do not
    spans: list[bool]  # whether rows that span both columns follow


def find_cuts(rows: Sequence[Row], lines: Sequence[int], area: Area) -> tuple[Flow, list[TooTall]]:
    """Tell where pages and columns may end, and what fits no column; with such faults the flow is of no use.

    :param lines: how many lines each row has, which is 1 except for answer spaces.
    """
    stack = Stack(rows, lines, area.columns)
    below, top, limit = stack.below, stack.top, area.height + SLACK
    edges = [0, *free_ends(rows), len(rows)]
    cuts: list[Cut] = [(row, 0) for row in edges]
    seams: set[Cut] = set()
    faults = []
    for start, end in pairwise(edges):
        if below[end] - top[start] > limit:
            inner = find_seams(stack, start, end, area.height)
            seams.update(inner)
            for upper, lower in pairwise([(start, 0), *inner, (end, 0)]):
                if stack.height(upper, lower) > limit:
                    faults.append(too_tall(stack, upper, lower, area.height))
    glued = set(stack.turns).difference(cuts, seams)
    if seams or glued:
        cuts = sorted({*cuts, *seams, *glued})
    heights = [stack.at(cut) for cut in cuts]
    flow = Flow(
        cuts,
        [above for above, _ in heights],
        [start for _, start in heights],
        [cut in seams for cut in cuts],
        [cut not in glued for cut in cuts],
        [area.columns == 2 and row < len(rows) and rows[row].spans for row, _ in cuts],
    )
    return flow, faults


class Stack:
    """Rows set one below the other in a single column, with their heights summed up."""

    __slots__ = ("below", "lines", "rows", "top", "turns")

    def __init__(self, rows: Sequence[Row], lines: Sequence[int], columns: int) -> None:
        self.rows, self.lines = rows, lines
        self.below = [0.0]  # by row, and once more at the end: height of all that stands above it
        self.top: list[float] = []  # by row: what is to be taken from ``below`` further down, if it begins a column
        self.turns: list[Cut] = []  # where rows that span both columns meet rows that do not
        height = 0.0
        spanned = rows[0].spans
        for number, (row, count) in enumerate(zip(rows, lines, strict=True)):
            gone = row.lead if row.header < 0 else self.gone(number)
            added = row.height * count
            if columns == 2 and row.spans is not spanned:
                self.turns.append((number, 0))
                spanned = row.spans
                if not spanned:  # below rows that span, a column always begins
                    added -= gone
                    gone = 0.0
            self.top.append(height + gone)
            height += added
            self.below.append(height)

    def gone(self, row: int) -> float:
        """What a row saves where it begins a column: its lead, less the header repeated above it."""
        this = self.rows[row]
        if this.header < 0:
            return this.lead
        if this.header >= row or self.rows[this.header].spans is not this.spans:
            raise ValueError(f"the header of row {row} must stand above it and be as wide")
        header = self.rows[this.header]
        return this.lead - (header.height - header.lead)

    def at(self, cut: Cut) -> tuple[float, float]:
        """Values of ``below`` and ``top`` for a cut, which may lie between the lines of an answer space."""
        row, before = cut
        if row == len(self.rows):
            return self.below[row], self.below[row]
        if not before:
            return self.below[row], self.top[row]
        below = self.below[row + 1] - (self.lines[row] - before) * self.rows[row].height
        return below, below + self.gone(row)

    def height(self, start: Cut, end: Cut) -> float:
        """Height of what lies between two cuts, set in an empty column."""
        return self.at(end)[0] - self.at(start)[1]


def free_ends(rows: Sequence[Row]) -> Iterator[int]:
    """Give the numbers of the rows above which a page may end without parting anything."""
    free = After.FREE
    for number, (row, following) in enumerate(pairwise(rows), 1):
        if row.after is free and (row.group < 0 or row.group != following.group):
            yield number


def find_seams(stack: Stack, start: int, end: int, room: float) -> list[Cut]:
    """Choose where a run of rows may be cut that is too tall for a column: between groups, and within where needed."""
    rows, lines = stack.rows, stack.lines
    between = [
        number
        for number in range(start + 1, end)
        if rows[number - 1].after is After.SEAM
        and (rows[number].group < 0 or rows[number - 1].group != rows[number].group)
    ]
    seams: list[Cut] = [(number, 0) for number in between]
    for first, last in pairwise([start, *between, end]):
        if stack.height((first, 0), (last, 0)) > room + SLACK:
            seams += [(row, 0) for row in range(first + 1, last) if rows[row - 1].after is not After.NEVER]
            seams += [
                (row, line)
                for row in range(first, last)
                if rows[row].space
                for line in range(LINES_TOGETHER, lines[row] - LINES_TOGETHER + 1)
            ]
    return sorted(seams)


def too_tall(stack: Stack, start: Cut, end: Cut, room: float) -> TooTall:
    """Describe a piece that no column can hold by the label of its tallest row that has one."""
    rows = range(start[0], end[0] + (end[1] > 0))
    tallest = max(rows, key=lambda row: (stack.rows[row].label != "", stack.rows[row].height * stack.lines[row]))
    row = stack.rows[start[0]]
    header = stack.rows[row.header] if row.header >= 0 else None
    repeated = header.height - header.lead if header else 0.0
    return TooTall(stack.rows[tallest].label, stack.height(start, end) - repeated, room - repeated)
