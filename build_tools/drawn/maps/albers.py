"""Albers' equal-area conic projection of a sphere.

Snyder 1987, *Map Projections: A Working Manual* (USGS Professional Paper 1395), section 14, formulas for the sphere,
and section 10 for the cylinder that the cone becomes where its parallels lie evenly on both sides of the equator.
Equal areas, since what a reader takes from the map of a large country is how large it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, copysign, cos, degrees, hypot, radians, sin, sqrt
from typing import Final

EARTH: Final = 6371.0  # radius of a sphere as large as the earth, in km
_FLAT: Final = 1e-4  # a cone whose constant is smaller is a cylinder
_SIXTH: Final = 1 / 6  # of the latitudes shown, from each end to a standard parallel: a rule of thumb


@dataclass(frozen=True, slots=True)
class Albers:
    """A projection by its two standard parallels and its central meridian, in degrees."""

    southern: float
    northern: float
    meridian: float

    @classmethod
    def of(cls, south: float, north: float, meridian: float) -> Albers:
        """Fit standard parallels to the latitudes that are shown."""
        inset = (north - south) * _SIXTH
        return cls(south + inset, north - inset, meridian)

    @property
    def cone(self) -> float:
        """The constant of the cone, Snyder's n; 0 for a cylinder."""
        found = (sin(radians(self.southern)) + sin(radians(self.northern))) / 2
        return found if abs(found) > _FLAT else 0.0

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Project a place.

        :return: kilometres to the east of the central meridian, and southwards; where 0 lies is of no account.
        """
        across, cone, first = radians(lon - self.meridian), self.cone, radians(self.southern)
        if not cone:
            return EARTH * across * cos(first), -EARTH * sin(radians(lat)) / cos(first)
        radius = EARTH * sqrt(max(0.0, self._constant - 2 * cone * sin(radians(lat)))) / cone
        return radius * sin(cone * across), radius * cos(cone * across)

    def place(self, x: float, y: float) -> tuple[float, float] | None:
        """Find the latitude and longitude of a projected place; nothing where the map shows no part of the earth."""
        cone, first = self.cone, radians(self.southern)
        if cone:
            sign = copysign(1, cone)
            across = atan2(sign * x, sign * y) / cone
            height = (self._constant - (hypot(x, y) * cone / EARTH) ** 2) / (2 * cone)
        else:
            across, height = x / EARTH / cos(first), -y * cos(first) / EARTH
        if abs(height) > 1 or abs(degrees(across)) > 180:
            return None
        return degrees(asin(height)), self.meridian + degrees(across)

    @property
    def _constant(self) -> float:
        """Snyder's C, by 14-5 and 14-6 in one."""
        return 1 + sin(radians(self.southern)) * sin(radians(self.northern))

    @property
    def told(self) -> str:
        """Its name with its parallels, as a caption says it."""
        parallels = " and ".join(dict.fromkeys(latitude(round(lat)) for lat in (self.southern, self.northern)))
        return f"Albers’ equal-area projection; the scale holds at {parallels}"


def latitude(lat: float) -> str:
    """A latitude as it is written: “62.5° N”."""
    return _written(lat, "N", "S")


def longitude(lon: float) -> str:
    """A longitude as it is written, whatever turns it counts."""
    east = (lon + 180) % 360 - 180
    return _written(180.0, "", "") if abs(east) == 180 else _written(east, "E", "W")


def _written(value: float, above: str, below: str) -> str:
    name = above if value > 0 else below if value < 0 else ""
    return f"{abs(value):g}° {name}".rstrip()
