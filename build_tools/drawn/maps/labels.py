"""Where names stand on a map: beside their markers, clear of each other, of all markers and of the frame.

Eight sides of a marker are tried, the best first, those before others where the name crosses no coast. The place with
the fewest free sides comes first, and one neighbour may make room for another. A name for which there is none gives way
to a number. Names of areas come last: they have more room to move.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Final

from ..canvas import SIZE, width_of
from .clipping import Box, Point, within
from .places import SIDES

RADIUS: Final = 3.0  # of the room that a marker takes
AIR: Final = 1.2  # between words and markers, at least
ASCENT, DESCENT = 0.74 * SIZE, 0.24 * SIZE
_PULL: Final = 6.0  # farther from its marker, for a number that has no room beside it
_PULLS: Final = 12
SPACING: Final = 1.1  # between the letters of an area's name
NUMBER_AIR: Final = 3.5  # between a number and the names of others
AREA_AIR: Final = 8.0  # between two such names, which would be read as one
FARTHEST: Final = 1 / 20  # of the map's width: a name that is moved on is read as that of another area
_SHIFT: Final = 4.0  # a step that such a name may move


@dataclass(frozen=True, slots=True)
class Label:
    """Words at their place."""

    words: str
    box: Box
    marker: Point
    led: bool = False  # a line leads from the marker to it
    spaced: bool = False  # the name of an area, which has no marker

    @property
    def end(self) -> Point:
        """Where a line from its marker ends."""
        x, y = self.marker
        return min(max(x, self.box.left), self.box.right), min(max(y, self.box.top), self.box.bottom)

    @property
    def baseline(self) -> Point:
        """Where its text begins."""
        return self.box.left, self.box.bottom - DESCENT


class NoRoomError(Exception):
    """So many markers stand so close that a number, or the name of an area, has no room."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(", ".join(self.names))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that is to stand beside its marker."""

    name: str
    marker: Point
    side: str = ""  # where its author wants it
    is_area: bool = False  # its name stands where the marker would stand, or near by


def marker_box(spot: Point) -> Box:
    """The room that a marker takes."""
    return Box(spot[0], spot[1], spot[0], spot[1]).wider(RADIUS)


def label_places(
    wanted: Sequence[Wanted], frame: Box, shores: Sequence[Sequence[Point]]
) -> tuple[list[Label], list[tuple[str, int]]]:
    """Place all names, or numbers for those that have no room; where names leave none for a number, all have numbers.

    :param shores: lines that names keep clear of where they can.
    :return: the labels, and the names with their numbers, counted from 1 in the order of the places.
    :raises NoRoomError: with all places whose number has no room, and areas with none near where they are wanted.
    """
    try:
        return _placed(wanted, frame, shores)
    except NoRoomError:
        return _placed(wanted, frame, shores, names=False)


def _placed(
    wanted: Sequence[Wanted], frame: Box, shores: Sequence[Sequence[Point]], *, names: bool = True
) -> tuple[list[Label], list[tuple[str, int]]]:
    inner = frame.wider(-AIR)
    points = [each for each in wanted if not each.is_area]
    labels, numbers, crowded = _beside_markers(points, inner, shores, names=names)
    markers = [marker_box(each.marker) for each in points]
    for each in wanted:
        if each.is_area:
            words = [label.box.wider(AREA_AIR if label.spaced else 0) for label in labels]
            label = _in_area(each, inner, [*markers, *words], shores)
            if label:
                labels.append(label)
            else:
                crowded.append(each.name)
    if crowded:
        raise NoRoomError(crowded)
    return labels, numbers


def _in_area(each: Wanted, inner: Box, taken: Sequence[Box], shores: Sequence[Sequence[Point]]) -> Label | None:
    """The name of an area where it is wanted, or as near to that as there is room; none that is far from there."""
    most = FARTHEST * (inner.right - inner.left) / _SHIFT
    steps = range(-int(most), int(most) + 1)
    near = ((x, y) for x in steps for y in steps if hypot(x, y) <= most)
    shifts = sorted(near, key=lambda shift: (hypot(*shift), shift))
    half, high = (width_of(each.name) + SPACING * len(each.name)) / 2, ASCENT + DESCENT
    x, y = each.marker
    boxes = [
        Box(x + right - half, y + down - high / 2, x + right + half, y + down + high / 2)
        for right, down in ((_SHIFT * right, _SHIFT * down) for right, down in shifts)
    ]
    free = [box for box in boxes if inner.holds(box) and not _meets(box, taken)]
    if not free:
        return None
    # A coast through a name is worse than a name a little way off.
    best = next((box for box in free if not _crossed(box, shores)), free[0])
    return Label(each.name, best, each.marker, spaced=True)


def _beside_markers(
    wanted: Sequence[Wanted], inner: Box, shores: Sequence[Sequence[Point]], *, names: bool
) -> tuple[list[Label], list[tuple[str, int]], list[str]]:
    """Labels, numbers, and the names of those for whose number there is no room."""
    markers = [marker_box(each.marker) for each in wanted]
    options: dict[int, list[Box]] = {}
    for place, each in enumerate(wanted if names else ()):
        others = [*markers[:place], *markers[place + 1 :]]
        free = [box for box in _boxes(each.name, each) if inner.holds(box) and not _meets(box, others)]
        options[place] = sorted(free, key=lambda box: _crossed(box, shores))
    chosen = choose(options)
    placed = {place: Label(wanted[place].name, box, wanted[place].marker) for place, box in chosen.items()}
    numbers: list[tuple[str, int]] = []
    crowded: list[str] = []
    for place, each in enumerate(wanted):
        if place not in placed:
            numbers.append((each.name, len(numbers) + 1))
            others = [*markers[:place], *markers[place + 1 :]]
            label = _numbered(each, len(numbers), inner, others, list(placed.values()))
            if label:
                placed[place] = label
            else:
                crowded.append(each.name)
    return [placed[place] for place in sorted(placed)], numbers, crowded


def choose(options: Mapping[int, Sequence[Box]]) -> dict[int, Box]:
    """Choose one of its boxes for each place, as far as that can be done without one meeting another."""
    chosen: dict[int, Box] = {}
    for place in sorted(options, key=lambda place: (len(options[place]), place)):
        if found := _free(options[place], chosen.values()):
            chosen[place] = found
    for place in options:
        for box in options[place] if place not in chosen else ():
            # One neighbour may make room.
            blocking = [other for other in chosen if _meets(box, [chosen[other]])]
            if len(blocking) == 1:
                (other,) = blocking
                others = [chosen[each] for each in chosen if each != other]
                if moved := _free(options[other], [*others, box]):
                    chosen |= {place: box, other: moved}
                    break
    return chosen


def _free(boxes: Iterable[Box], taken: Iterable[Box]) -> Box | None:
    known = list(taken)
    return next((box for box in boxes if not _meets(box, known)), None)


def _numbered(each: Wanted, number: int, inner: Box, markers: Sequence[Box], labels: Sequence[Label]) -> Label | None:
    """The number of a place, near its marker or at the end of a line that crosses nothing."""
    # A number close to another name would be read as a part of it.
    taken = [*markers, *(label.box.wider(NUMBER_AIR) for label in labels)]
    lines = [(label.marker, label.end) for label in labels if label.led]
    for pull in range(_PULLS):
        for box in _boxes(str(number), each, pull * _PULL):
            label = Label(str(number), box, each.marker, led=pull > 0)
            clear = inner.holds(box) and not _meets(box, taken) and not _crossed(box, lines)
            if clear and not (label.led and any(within(each.marker, label.end, other) for other in taken)):
                return label
    return None


def _boxes(words: str, each: Wanted, pull: float = 0) -> list[Box]:
    """The room of words on each side of a marker, the best side first.

    :param pull: how much farther from the marker than need be.
    """
    wide, high = width_of(words), ASCENT + DESCENT
    (x, y), made = each.marker, []
    for across, down in [SIDES[each.side]] if each.side else SIDES.values():
        # At a corner of its box the marker, which is round or pointed, leaves more room.
        off = RADIUS + AIR + pull if not (across and down) else 0.7 * RADIUS + AIR + pull
        left = x + off if across > 0 else x - off - wide if across < 0 else x - wide / 2
        off -= RADIUS / 2 if across and down else 0
        top = y + off if down > 0 else y - off - high if down < 0 else y - high / 2
        made.append(Box(left, top, left + wide, top + high))
    return made


def _meets(box: Box, others: Sequence[Box]) -> bool:
    rim = box.wider(AIR / 2)
    return any(map(rim.meets, others))


def _crossed(box: Box, lines: Sequence[Sequence[Point]]) -> bool:
    return any(within(start, end, box) for line in lines for start, end in pairwise(line))
