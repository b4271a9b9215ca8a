"""Schemes for whole pages: one a side, two a side, four tickets to be cut, a booklet to be folded.

All take the size of the pages and of the paper, both upright. Pages that are too large are reduced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .paper import A4, Box, Line, Scheme, Side, Size, arrange, each_on_new_paper, fitted

CUT_MARK = 24.0  # points from the edge of the paper: printers leave about 12 blank, so that as much is seen


@dataclass(frozen=True, slots=True)
class OnePerSide:
    """A page on each side. Double-sided, each student begins on a recto, if need be after a blank side."""

    page: Size
    paper: Size = A4
    double_sided: bool = False

    def sides(self, sheets: Sequence[range]) -> Iterator[Side]:
        """Give the sides in the order of the pages."""
        students = [[self.side(page) for page in pages] for pages in sheets]
        return each_on_new_paper(students) if self.double_sided else (side for sides in students for side in sides)

    def side(self, page: int) -> Side:
        """Give the side that shows a page."""
        return Side(*self.paper, (fitted(page, self.page, (0.0, 0.0, *self.paper)),))


@dataclass(frozen=True, slots=True)
class TwoUp:
    """Two pages side by side on turned paper, flipped on the short edge; each student begins on a new sheet."""

    page: Size
    paper: Size = A4

    @property
    def double_sided(self) -> bool:
        """Always; who prints on one side only gets some blank sheets."""
        return True

    def sides(self, sheets: Sequence[range]) -> Iterator[Side]:
        """Give the sides in the order of the pages."""
        return each_on_new_paper(
            [pair_of_pages(self.page, self.paper, page, page + 1 if page + 1 in pages else None) for page in pages[::2]]
            for pages in sheets
        )


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet for each student: one signature of nested sheets, folded and saddle-stitched.

    The pages are padded to a multiple of four with blank ones at the end. On the front of the outermost sheet the last
    page stands left of the first; the paper is turned and flipped on the short edge.
    """

    page: Size
    paper: Size = A4

    @property
    def double_sided(self) -> bool:
        """Always."""
        return True

    def sides(self, sheets: Sequence[range]) -> Iterator[Side]:
        """Give front and back of each sheet of paper, from the outermost to the innermost of each booklet."""
        for pages in sheets:
            leaves: list[int | None] = [*pages, *[None] * (-len(pages) % 4)]
            for outer in range(0, len(leaves) // 2, 2):
                inner = outer + 1
                yield pair_of_pages(self.page, self.paper, leaves[-1 - outer], leaves[outer])
                yield pair_of_pages(self.page, self.paper, leaves[inner], leaves[-1 - inner])


@dataclass(frozen=True, slots=True)
class FourUp:
    """Four one-page tickets on each sheet of paper, two by two, printed on one side and cut."""

    page: Size
    paper: Size = A4
    cut_and_stack: bool = True  # cut the whole stack in quarters, pile these as one reads: it is in roster order

    @property
    def double_sided(self) -> bool:
        """Never: a ticket has no back."""
        return False

    def sides(self, sheets: Sequence[range]) -> Iterator[Side]:
        """Give the sides; a quarter that nobody needs stays empty.

        :raises ValueError: if a sheet has two pages or more.
        """
        if any(len(pages) > 1 for pages in sheets):
            raise ValueError("a ticket has one page only")
        tickets = len(sheets)
        count = -(-tickets // 4)
        for number in range(count):
            chosen = [quarter * count + number if self.cut_and_stack else 4 * number + quarter for quarter in range(4)]
            yield Side(
                *self.paper,
                tuple(
                    fitted(ticket, self.page, room)
                    for ticket, room in zip(chosen, quarters(self.paper), strict=True)
                    if ticket < tickets
                ),
                quarter_marks(self.paper),
            )


def arrange_with_whole_pages(sheets: Sequence[int], small: int, scheme: Scheme, paper: Size) -> tuple[Side, ...]:
    """Arrange the pages of a class of which some sheets must not be reduced: each of their pages has a side.

    :param sheets: how many pages each sheet has, those that go several on a side first.
    :param small: how many sheets these are.
    :param paper: size of the others' pages, of which each fills a side.
    """
    sides = list(arrange(sheets[:small], scheme))
    if whole := sheets[small:]:
        if scheme.double_sided and len(sides) % 2:
            sides.append(Side(sides[0].width, sides[0].height))
        first = sum(sheets[:small])
        one = OnePerSide(paper, paper, scheme.double_sided)
        for side in arrange(whole, one):
            moved = tuple(place._replace(page=place.page + first) for place in side.placements)
            sides.append(side._replace(placements=moved))
    return tuple(sides)


def pair_of_pages(page: Size, paper: Size, left: int | None, right: int | None) -> Side:
    """Set two pages side by side on turned paper; either may be missing."""
    width, height = paper.turned
    rooms = ((0.0, 0.0, width / 2, height), (width / 2, 0.0, width, height))
    return Side(
        width,
        height,
        tuple(
            fitted(number, page, room) for number, room in zip((left, right), rooms, strict=True) if number is not None
        ),
    )


def quarters(paper: Size) -> tuple[Box, Box, Box, Box]:
    """Give the quarters of upright paper as one reads: from left to right, then below."""
    width, height = paper
    x, y = width / 2, height / 2
    return (0.0, y, x, height), (x, y, width, height), (0.0, 0.0, x, y), (x, 0.0, width, y)


def quarter_marks(paper: Size) -> tuple[Line, ...]:
    """Mark both cuts at the edges of the paper. The quarters leave no room beside them, so marks lie on the cuts."""
    width, height = paper
    x, y = width / 2, height / 2
    return (
        (x, 0.0, x, CUT_MARK),
        (x, height - CUT_MARK, x, height),
        (0.0, y, CUT_MARK, y),
        (width - CUT_MARK, y, width, y),
    )
