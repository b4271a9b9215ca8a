"""What hands do with printed paper: look at it, turn it over, fold it, cut it, pile it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from worksheets.press.paper import Box, Placement, Side, Size


def placed_box(placement: Placement, page: Size) -> Box:
    """The box that a placed page covers."""
    width, height = page.width * placement.scale, page.height * placement.scale
    x, y = placement.x, placement.y
    return {
        0: (x, y, x + width, y + height),
        90: (x - height, y, x, y + width),
        180: (x - width, y - height, x, y),
        270: (x, y - width, x + height, y),
    }[placement.rotation]


def boxes(side: Side, page: Size) -> dict[int, Box]:
    """The boxes of all pages on a side."""
    return {placement.page: placed_box(placement, page) for placement in side.placements}


def shown_at(side: Side | None, page: Size, x: float, y: float) -> int | None:
    """The page that covers a point of a side; none where it is blank or was never printed."""
    if side is None:
        return None
    found = [
        number
        for number, (left, bottom, right, top) in boxes(side, page).items()
        if left < x < right and bottom < y < top
    ]
    assert len(found) < 2
    return found[0] if found else None


def sheets_of_paper(sides: Sequence[Side]) -> list[tuple[Side, Side | None]]:
    """Front and back of each sheet, as a printer makes them that prints on both sides."""
    return list(zip_longest(sides[::2], sides[1::2]))


def leafed_through(sides: Sequence[Side], page: Size) -> list[int | None]:
    """The pages of a pile of turned paper, folded in the middle and stitched, in the order in which one reads them.

    The paper was flipped on the short edge, which is the left or right one: what is behind the left half of a front is
    on the right half of its back.
    """
    first_half, second_half = [], []
    for front, back in sheets_of_paper(sides):  # the outermost sheet first
        left, right, middle = front.width / 4, front.width * 3 / 4, front.height / 2
        first_half += [shown_at(front, page, right, middle), shown_at(back, page, front.width - right, middle)]
        second_half = [
            shown_at(back, page, front.width - left, middle),
            shown_at(front, page, left, middle),
            *second_half,
        ]
    return first_half + second_half


def cut_in_quarters_and_piled(sides: Sequence[Side], page: Size) -> list[int | None]:
    """The tickets of a stack that was cut twice, its quarters piled as one reads, from the uppermost."""
    return [
        shown_at(side, page, side.width * x, side.height * y)
        for x, y in ((0.25, 0.75), (0.75, 0.75), (0.25, 0.25), (0.75, 0.25))
        for side in sides
    ]
