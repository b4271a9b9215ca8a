"""Imposition in the printer's sense: which pages go on which side of paper, how large, and where.

Pure numbers, in points (1/72 inch), with the origin at the lower left as in PDF. Printed double-sided, the first of two
sides is the front of a sheet of paper, the *recto*, and the second its back, the *verso*. The schemes are in
``paper_schemes`` and ``paper_cards``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, Protocol

POINTS_PER_MM = 72 / 25.4

Box = tuple[float, float, float, float]  # left, bottom, right, top
Line = tuple[float, float, float, float]  # x and y of one end, then of the other


class Size(NamedTuple):
    """Width and height of a page or of paper, in points."""

    width: float
    height: float

    @property
    def turned(self) -> Size:
        """The same paper, turned by a quarter."""
        return Size(self.height, self.width)


A4 = Size(210 * POINTS_PER_MM, 297 * POINTS_PER_MM)  # ISO 216
LETTER = Size(612.0, 792.0)  # ANSI/ASME Y14.1, size A: 8.5 by 11 inches


class Placement(NamedTuple):
    """A page on a side: scaled, then turned round its lower left corner, then moved so that this corner is at x, y."""

    page: int  # counted from 0 over the pages of all students
    x: float
    y: float
    scale: float = 1.0
    rotation: int = 0  # degrees anticlockwise: 0, 90, 180 or 270


class Side(NamedTuple):
    """One side of a sheet of paper. A side without placements is blank."""

    width: float
    height: float
    placements: tuple[Placement, ...] = ()
    marks: tuple[Line, ...] = ()  # where to cut; they never enter a page


class PaperCount(NamedTuple):
    """What a print takes."""

    sides: int  # all that the file has, blank ones too
    sheets_of_paper: int
    blank_sides: int  # of the file; the back of a last sheet that the file does not reach is not counted


class Scheme(Protocol):
    """A way of arranging the pages of students on paper."""

    @property
    def double_sided(self) -> bool:
        """Whether two sides that follow each other are the front and back of one sheet of paper."""

    def sides(self, sheets: Sequence[range]) -> Iterator[Side]:
        """Give all sides in the order in which they are printed.

        :param sheets: the pages of each student.
        """


def arrange(sheets: Sequence[int], scheme: Scheme) -> tuple[Side, ...]:
    """Arrange the pages of a class on paper.

    :param sheets: how many pages each student's sheet has, in the order of the roster.
    :raises ValueError: if a sheet has no page, or the scheme cannot take such sheets.
    """
    if any(pages < 1 for pages in sheets):
        raise ValueError("every sheet needs 1 page or more")
    ends = accumulate(sheets, initial=0)
    return tuple(scheme.sides([range(start, end) for start, end in pairwise(ends)]))


def arrange_each(sheets: Sequence[int], scheme: Scheme) -> tuple[tuple[Side, ...], ...]:
    """Arrange each student's pages for a file of their own, in which pages are counted from 0 again."""
    return tuple(arrange([pages], scheme) for pages in sheets)


def count_paper(sides: Sequence[Side], scheme: Scheme) -> PaperCount:
    """Tell what an arrangement made with a scheme takes, before anything is printed."""
    papers = (len(sides) + 1) // 2 if scheme.double_sided else len(sides)
    return PaperCount(len(sides), papers, sum(not side.placements for side in sides))


def fitted(page: int, size: Size, room: Box) -> Placement:
    """Place a page in the middle of a box, reduced as far as it must be; it is never enlarged."""
    left, bottom, right, top = room
    width, height = right - left, top - bottom
    scale = min(1.0, width / size.width, height / size.height)
    return Placement(page, left + (width - scale * size.width) / 2, bottom + (height - scale * size.height) / 2, scale)


def each_on_new_paper(students: Iterable[Sequence[Side]]) -> Iterator[Side]:
    """Give the sides of all students, with a blank one wherever a student would else begin on the back of another."""
    printed = 0
    for sides in students:
        if printed % 2:
            yield Side(sides[0].width, sides[0].height)
            printed += 1
        yield from sides
        printed += len(sides)
