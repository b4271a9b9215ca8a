"""The part of the earth that a map shows, and where its places lie on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .albers import Albers
from .clipping import Box
from .places import Bounds, Place

MARGIN: Final = 0.09  # of the map's width, around its outermost places
LEAST: Final = 300.0  # km that a map shows at least: its outlines are no finer
LOWEST, HIGHEST = 0.42, 0.74  # height of a map in parts of its width
_STEPS: Final = 24  # points on each edge of the bounds; they are curves on paper


def in_one_arc(lons: Sequence[float]) -> list[float]:
    """Give the same longitudes in the shortest arc that holds them all, as degrees that go on where it crosses 180.

    The arc leaves out the largest gap between neighbours; of gaps as large, the one across the 180th meridian.
    """
    around = sorted(set(lons))
    after = {east - west: east for west, east in reversed(list(pairwise(around)))}
    widest = max(after, default=0.0)
    if widest <= around[0] + 360 - around[-1]:
        return list(lons)
    return [lon if lon >= after[widest] else lon + 360 for lon in lons]


@dataclass(frozen=True, slots=True)
class View:
    """A projection, and the frame of the map in units of the drawing."""

    projection: Albers
    frame: Box
    left: float  # kilometres of the projection at the frame's upper left corner
    top: float
    scale: float  # units of the drawing for a kilometre

    @classmethod
    def of(cls, places: Sequence[Place], bounds: Bounds | None, corner: tuple[float, float], wide: float) -> View:
        """Show the bounds, or places with a margin around them.

        :param corner: upper left one of the frame.
        :param wide: of the frame.
        """
        if bounds:
            south, west, north, east = bounds.south, bounds.west, bounds.north, bounds.east
            shown = [
                spot
                for step in range(_STEPS + 1)
                for lat, lon in ((south + (north - south) * step / _STEPS, west + (east - west) * step / _STEPS),)
                for spot in ((lat, west), (lat, east), (south, lon), (north, lon))
            ]
        else:
            lons_of_places = in_one_arc([place.lon for place in places])
            shown = list(zip((place.lat for place in places), lons_of_places, strict=True))
        lats, lons = zip(*shown, strict=True)
        projection = Albers.of(min(lats), max(lats), (min(lons) + max(lons)) / 2)
        across, down = zip(*(projection.at(lat, lon) for lat, lon in shown), strict=True)
        width, height = max(across) - min(across), max(down) - min(down)
        if not bounds:
            width, height = width * (1 + 2 * MARGIN), height + 2 * MARGIN * width
        width = max(width, LEAST, height / HIGHEST)
        high = max(height / width, LOWEST)
        left, top = (max(across) + min(across) - width) / 2, (max(down) + min(down) - high * width) / 2
        frame = Box(corner[0], corner[1], corner[0] + wide, corner[1] + high * wide)
        return cls(projection, frame, left, top, wide / width)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a place lies in the drawing."""
        meridian = self.projection.meridian
        turned = meridian + (lon - meridian + 180) % 360 - 180
        return self.spot(lat, turned)

    def spot(self, lat: float, lon: float) -> tuple[float, float]:
        """The same, for a longitude that is no farther than 180 degrees from the middle of the map."""
        x, y = self.projection.at(lat, lon)
        return self.frame.left + (x - self.left) * self.scale, self.frame.top + (y - self.top) * self.scale

    @property
    def shown(self) -> tuple[tuple[float, float], ...]:
        """Latitudes and longitudes of points all over the frame, where it shows the earth."""
        steps = range(_STEPS + 1)
        width, height = self.frame.right - self.frame.left, self.frame.bottom - self.frame.top
        spots = (
            (self.left + width * x / _STEPS / self.scale, self.top + height * y / _STEPS / self.scale)
            for x in steps
            for y in steps
        )
        return tuple(found for x, y in spots if (found := self.projection.place(x, y)))
