"""Lines and areas within a frame, and lines that make way for words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from typing import Final

Point = tuple[float, float]

SCRAP: Final = 4.0  # units of the drawing; a shorter piece of a line between words says nothing


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether both have a part in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies in it, wholly."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def wider(self, by: float) -> Box:
        """The same with a rim around it, or less a rim."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def within(start: Point, end: Point, box: Box) -> tuple[float, float] | None:
    """Tell which part of a line lies in a box, from 0 at its start to 1 at its end (Liang and Barsky 1984)."""
    if (
        (start[0] < box.left and end[0] < box.left)
        or (start[0] > box.right and end[0] > box.right)
        or (start[1] < box.top and end[1] < box.top)
        or (start[1] > box.bottom and end[1] > box.bottom)
    ):
        return None  # as most are: wholly on one side
    enters, leaves = 0.0, 1.0
    across, down = end[0] - start[0], end[1] - start[1]
    for step, room in (
        (-across, start[0] - box.left), (across, box.right - start[0]),
        (-down, start[1] - box.top), (down, box.bottom - start[1]),
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    return (enters, leaves) if enters < leaves else None


def lines_in(points: Sequence[Point], box: Box) -> list[list[Point]]:
    """The parts of a line of many points that lie in a box."""
    parts: list[list[Point]] = []
    for start, end in pairwise(points):
        if not (part := within(start, end, box)):
            continue
        first, last = (_between(start, end, at) for at in part)
        if parts and parts[-1][-1] == first:
            parts[-1].append(last)
        else:
            parts.append([first, last])
    return parts


def lines_outside(lines: Iterable[Sequence[Point]], boxes: Sequence[Box]) -> list[list[Point]]:
    """What is left of lines that stop where boxes begin, but for scraps."""
    left: list[list[Point]] = []
    for line in lines:
        parts = [list(line)]
        for box in boxes:
            parts = [piece for part in parts for piece in _outside(part, box)]
        whole = len(parts) == 1 and (parts[0][0], parts[0][-1]) == (line[0], line[-1])
        left += parts if whole else [part for part in parts if sum(map(dist, part, part[1:])) >= SCRAP]
    return left


def _outside(line: Sequence[Point], box: Box) -> list[list[Point]]:
    parts: list[list[Point]] = []
    kept: list[Point] = [line[0]]
    for start, end in pairwise(line):
        if part := within(start, end, box):
            enters, leaves = (_between(start, end, at) for at in part)
            parts.append([*kept, enters] if enters != kept[-1] else kept)
            kept = [leaves]
        if end != kept[-1]:
            kept.append(end)
    return [part for part in (*parts, kept) if len(part) > 1]


def area_in(points: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area that lies in a box (Sutherland and Hodgman 1974).

    Parts of it may be joined by lines along the edges of the box, so it is to be filled and not to be outlined.
    """
    left = list(points)
    for place, edge, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        left = _half(left, place, edge, sign)
    return left


def _half(points: list[Point], place: int, edge: float, sign: int) -> list[Point]:
    """The part of an area on one side of an upright or level line."""
    kept: list[Point] = []
    for start, end in pairwise([*points[-1:], *points]):
        before, after = sign * (start[place] - edge), sign * (end[place] - edge)
        if (before >= 0) != (after >= 0):
            kept.append(_between(start, end, before / (before - after)))
        if after >= 0:
            kept.append(end)
    return kept


def _between(start: Point, end: Point, part: float) -> Point:
    if part in (0, 1):
        return end if part else start
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
