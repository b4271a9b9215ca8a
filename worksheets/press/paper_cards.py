"""Cards to cut out, with backs that meet their fronts when the paper is printed on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product

from .paper import A4, Line, Placement, Side, Size

PAPER_MARGIN = 24.0  # points round the cards that no printer needs to reach, with room for the marks
MARK_GAP = 4.0  # points between a mark and the cards, so that a cut a little off shows none
MARK_LENGTH = 12.0  # points
FOLD_DASH = 3.0  # points, of each of the two strokes that mark a fold
ROUNDING = 1e-6  # points by which cards may be too large, since sizes in millimetres are never exact


class Flip(Enum):
    """Over which edge of the paper the printer turns it to print the back."""

    LONG_EDGE = "long edge"
    SHORT_EDGE = "short edge"


@dataclass(frozen=True, slots=True)
class Cards:
    """As many cards of one size as the paper holds, side by side; each student's begin on new paper, or run on.

    The pages of a student are front, back, front, back ...; without backs each page is a front. Pages have the size of
    the card and are not scaled. A card that is turned over like a leaf of a book has its back upright.
    """

    card: Size
    paper: Size = A4
    backs: bool = True
    flip: Flip = Flip.LONG_EDGE
    running_on: bool = False  # whether a student's cards begin where the last one's end, on the same paper

    @property
    def double_sided(self) -> bool:
        """Whether there are backs."""
        return self.backs

    @property
    def grid(self) -> tuple[int, int]:
        """How many rows and columns of cards go on one side.

        :raises ValueError: if the paper is too small for a single card.
        """
        columns = int((self.paper.width - 2 * PAPER_MARGIN + ROUNDING) // self.card.width)
        rows = int((self.paper.height - 2 * PAPER_MARGIN + ROUNDING) // self.card.height)
        if not rows or not columns:
            raise ValueError(
                f"a card of {self.card.width:g} by {self.card.height:g} points does not go on paper of "
                f"{self.paper.width:g} by {self.paper.height:g} with margins of {PAPER_MARGIN:g}"
            )
        return rows, columns

    @property
    def corner(self) -> tuple[float, float]:
        """Upper left corner of the grid, which is in the middle of the paper, so that both sides of it agree."""
        rows, columns = self.grid
        return (
            (self.paper.width - columns * self.card.width) / 2,
            (self.paper.height + rows * self.card.height) / 2,
        )

    @property
    def turned_like_a_leaf(self) -> bool:
        """Whether the printer turns the paper over its left or right edge, rather than over its top or bottom."""
        return (self.flip is Flip.LONG_EDGE) is (self.paper.height >= self.paper.width)

    def sides(self, sheets: Sequence[range]) -> Iterator[Side]:
        """Give the sides: fronts row by row, as one reads, and then their backs.

        :raises ValueError: if a front has no back, though there should be backs.
        """
        if self.backs and any(len(pages) % 2 for pages in sheets):
            raise ValueError("every card needs a front and a back")
        rows, columns = self.grid
        marks = self.marks()
        if self.running_on:
            sheets = [range(sheets[0].start, sheets[-1].stop)]
        for pages in sheets:
            fronts = pages[:: 2 if self.backs else 1]
            for start in range(0, len(fronts), rows * columns):
                some = list(zip(fronts[start:], product(range(rows), range(columns)), strict=False))
                yield Side(*self.paper, tuple(self.front(page, *cell) for page, cell in some), marks)
                if self.backs:
                    yield Side(*self.paper, tuple(self.back(page + 1, *cell) for page, cell in some), marks)

    def front(self, page: int, row: int, column: int) -> Placement:
        """Place a front in its cell of the grid, which begins at the upper left."""
        left, top = self.corner
        return Placement(page, left + column * self.card.width, top - (row + 1) * self.card.height)

    def back(self, page: int, row: int, column: int) -> Placement:
        """Place a back where it lies behind the front in a cell, so that the tops of both lie behind each other."""
        rows, columns = self.grid
        if self.turned_like_a_leaf:
            return self.front(page, row, columns - 1 - column)
        _, x, y, _, _ = self.front(page, rows - 1 - row, column)
        return Placement(page, x + self.card.width, y + self.card.height, rotation=180)

    def marks(self) -> tuple[Line, ...]:
        """Draw crop marks beyond the grid, in line with all edges of cards."""
        rows, columns = self.grid
        left, top = self.corner
        right, bottom = left + columns * self.card.width, top - rows * self.card.height
        near, far = MARK_GAP, MARK_GAP + MARK_LENGTH
        lines: list[Line] = []
        for column in range(columns + 1):
            x = left + column * self.card.width
            lines += [(x, bottom - far, x, bottom - near), (x, top + near, x, top + far)]
        for row in range(rows + 1):
            y = top - row * self.card.height
            lines += [(left - far, y, left - near, y), (right + near, y, right + far, y)]
        return tuple(lines)


@dataclass(frozen=True, slots=True)
class FoldedCards:
    """Cards printed on one side: the back lies left of its front, to be folded behind it; each student's on new paper.

    The pages of a student are front, back, front, back ... A card that is turned over like a leaf of a book has its
    back upright.
    """

    card: Size
    paper: Size = A4

    @property
    def double_sided(self) -> bool:
        """Never: the back is folded."""
        return False

    @property
    def pairs(self) -> Cards:
        """Front and back beside each other, as cards of twice the width."""
        return Cards(Size(2 * self.card.width, self.card.height), self.paper, backs=False)

    def sides(self, sheets: Sequence[range]) -> Iterator[Side]:
        """Give the sides, cards row by row.

        :raises ValueError: if a front has no back.
        """
        if any(len(pages) % 2 for pages in sheets):
            raise ValueError("every card needs a front and a back")
        for pages in sheets:
            for side in self.pairs.sides([range(len(pages) // 2)]):
                placements: list[Placement] = []
                for pair, x, y, _, _ in side.placements:
                    front = pages[2 * pair]
                    placements += [Placement(front, x + self.card.width, y), Placement(front + 1, x, y)]
                yield side._replace(placements=tuple(placements), marks=(*side.marks, *self.folds()))

    def folds(self) -> tuple[Line, ...]:
        """Draw a broken mark above and below the grid at each fold: two dots, where a cut has a line."""
        rows, columns = self.pairs.grid
        left, top = self.pairs.corner
        bottom = top - rows * self.card.height
        lines: list[Line] = []
        for column in range(columns):
            x = left + (2 * column + 1) * self.card.width
            for start in (MARK_GAP, MARK_GAP + MARK_LENGTH - FOLD_DASH):
                lines += [
                    (x, bottom - start - FOLD_DASH, x, bottom - start),
                    (x, top + start, x, top + start + FOLD_DASH),
                ]
        return tuple(lines)
