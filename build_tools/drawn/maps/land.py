"""Land and the lines of the earth as they lie in a map's frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot
from typing import Final

from . import coasts
from .clipping import Box, Point, area_in, lines_in
from .view import View

CLOSE: Final = 0.5  # units of the drawing; a nearer point of a coast would not be seen
HALF_TURN: Final = 180.0
_LONG: Final = 2.0  # degrees; a longer line is bent on paper
_GRID: Final = (1, 2, 5, 10, 15, 20, 30)  # degrees from a line of the grid to the next
_FINE: Final = 0.5  # degrees from point to point of such a line


@dataclass(frozen=True, slots=True)
class Land:
    """Areas to fill, by the rule of even and odd, and the coasts around them."""

    areas: tuple[tuple[Point, ...], ...]
    coasts: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class GridLine:
    """A parallel or a meridian, and where it meets the edge that bears its name."""

    level: bool  # a parallel
    degrees: float
    parts: tuple[tuple[Point, ...], ...]
    end: Point | None  # on the left edge for a parallel, on the lower one for a meridian


@lru_cache(maxsize=32)
def land_in(view: View) -> Land:
    """Clip the land of the earth to what is shown."""
    areas: list[tuple[Point, ...]] = []
    shores: list[tuple[Point, ...]] = []
    middle = view.projection.meridian
    window = Box(middle - HALF_TURN, -90, middle + HALF_TURN, 90)
    for ring in coasts.coasts():
        west, east = min(lon for lon, _ in ring), max(lon for lon, _ in ring)
        for turn in (-720, -360, 0, 360, 720):
            if west + turn > window.right or east + turn < window.left:
                continue
            turned = [(lon + turn, lat) for lon, lat in ring]
            shown = area_in(_on_paper(area_in(turned, window), view), view.frame)
            if len(shown) > 2:
                areas.append(tuple(_thinned(shown)))
                for line in lines_in(turned, window):
                    shores += [tuple(_thinned(part)) for part in lines_in(_on_paper(line, view), view.frame)]
    return Land(tuple(areas), tuple(shores))


@lru_cache(maxsize=32)
def grid_in(view: View) -> tuple[GridLine, ...]:
    """Parallels and meridians at round degrees, some three to six of each."""
    lats, lons = [lat for lat, _ in view.shown], [lon for _, lon in view.shown]
    return tuple(
        line
        for level, shown in ((True, lats), (False, lons))
        for line in _lines(view, level, min(shown, default=0.0), max(shown, default=0.0))
    )


def _lines(view: View, level: bool, least: float, most: float) -> Iterator[GridLine]:
    step = next((step for step in _GRID if (most - least) / step <= 6), _GRID[-1])
    frame, middle = view.frame, view.projection.meridian
    for place in range(ceil(least / step), int(most // step) + 1):
        degrees = float(place * step)
        if level:
            many = round(2 * HALF_TURN / _FINE)
            points = [view.spot(degrees, middle - HALF_TURN + _FINE * step) for step in range(many + 1)]
        else:
            points = [view.spot(-90 + _FINE * step, degrees) for step in range(round(180 / _FINE) + 1)]
        parts = lines_in(points, frame)
        ends = [end for part in parts for end in (part[0], part[-1])]
        edge = [end for end in ends if abs(end[0] - frame.left if level else end[1] - frame.bottom) < 1e-6]
        yield GridLine(level, degrees, tuple(map(tuple, parts)), edge[0] if edge else None)


def _on_paper(points: Iterable[Point], view: View) -> list[Point]:
    """Project a line, with more points where it is long."""
    placed: list[Point] = []
    known = list(points)
    for (lon, lat), (next_lon, next_lat) in pairwise([*known[:1], *known]):
        parts = max(1, ceil(max(abs(next_lon - lon), abs(next_lat - lat)) / _LONG))
        for part in range(1, parts + 1):
            share = part / parts
            placed.append(view.spot(lat + (next_lat - lat) * share, lon + (next_lon - lon) * share))
    return placed


def _thinned(points: list[Point]) -> list[Point]:
    """The same line less points that lie close to the one before; it keeps both its ends."""
    kept = points[:1]
    for point in points[1:-1]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= CLOSE:
            kept.append(point)
    return [*kept, points[-1]]
