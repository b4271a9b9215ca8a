"""Which pages are shown on which side of paper, and how a point of a page gets there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from .blocks import PlacedSheet

Matrix = tuple[float, float, float, float, float, float]  # as of the operator "cm" (ISO 32000-1, 8.3.4)
Box = tuple[float, float, float, float]  # left, bottom, right, top

_TURNS = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}  # cosine and sine


class Placement(Protocol):
    """A page on a side."""

    @property
    def page(self) -> int:
        """Its index among the pages of all sheets."""

    @property
    def x(self) -> float:
        """Where the lower left corner of the page comes to stand, in points from the left."""

    @property
    def y(self) -> float:
        """The same from the bottom."""

    @property
    def scale(self) -> float:
        """By how much the page is enlarged."""

    @property
    def rotation(self) -> int:
        """By how many degrees it is turned round that corner, anticlockwise: 0, 90, 180 or 270."""


class Side(Protocol):
    """One side of a sheet of paper."""

    @property
    def width(self) -> float:
        """Its width in points."""

    @property
    def height(self) -> float:
        """Its height in points."""

    @property
    def placements(self) -> Sequence[Placement]:
        """What it shows."""

    @property
    def marks(self) -> Sequence[Box]:
        """Lines along which to cut, from point to point."""


def matrix(placement: Placement) -> Matrix:
    """Give the matrix that takes points of a page to points of its side."""
    cosine, sine = _TURNS[placement.rotation]
    a, b = placement.scale * cosine, placement.scale * sine
    return (a, b, -b, a, placement.x, placement.y)


def transformed(box: Box, by: Matrix | None) -> Box:
    """Take a box to where a matrix of quarter turns puts it; nowhere if there is none."""
    if by is None:
        return box
    a, b, c, d, e, f = by
    x0, y0, x1, y1 = box
    left, right = sorted((a * x0 + c * y0 + e, a * x1 + c * y1 + e))
    bottom, top = sorted((b * x0 + d * y0 + f, b * x1 + d * y1 + f))
    return (left, bottom, right, top)


@dataclass(frozen=True, slots=True)
class Unit:
    """Sheets that need no sides but these, and sides that need no sheets but these."""

    first: int  # index of the first page of its first sheet
    sheets: Sequence[PlacedSheet]
    sides: Sequence[Side]


def units(sheets: Iterable[PlacedSheet], sides: Iterable[Side]) -> Iterator[Unit]:
    """Draw sheets and sides together into units, as small as they come and in their order.

    :raises ValueError: if a page is shown twice or not at all, or a side shows a page that there is not.
    """
    remaining = iter(sides)
    side = next(remaining, None)
    drawn: list[PlacedSheet] = []
    taken: list[Side] = []
    shown: list[int] = []
    first = end = 0
    for sheet in sheets:
        drawn.append(sheet)
        end += len(sheet.pages)
        while side is not None and all(page < end for page in shown_on(side)):
            taken.append(side)
            shown += shown_on(side)
            side = next(remaining, None)
        if len(shown) >= end - first:
            if sorted(shown) != list(range(first, end)):
                raise ValueError(f"pages {first} to {end - 1} are to be shown once each, not as {sorted(shown)}")
            yield Unit(first, drawn, taken)
            first, drawn, taken, shown = end, [], [], []
    if drawn or side is not None:
        raise ValueError(f"there are {end} pages, and other pages on the sides of paper")


def shown_on(side: Side) -> list[int]:
    """Give the pages that a side shows, as indices."""
    return [placement.page for placement in side.placements]
