"""The places of a map, and the part of the earth that it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from worksheets.problems import Source

SIDES: Final = MappingProxyType(  # of a marker, the best first; steps to the right and down
    {
        "right": (1, 0), "above right": (1, -1), "below right": (1, 1), "left": (-1, 0),
        "above left": (-1, -1), "below left": (-1, 1), "above": (0, -1), "below": (0, 1),
    }
)  # fmt: skip
_ROUNDING: Final = 1e-9  # degrees: a place on the edge of the bounds lies within, whatever differences round to


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the list."""

    name: str
    lat: float
    lon: float
    kind: str  # as it is called in the key
    told: str = ""  # what the table says of it
    side: str = ""  # of its marker, where the author wants the name; one of SIDES
    is_area: bool = False  # its name has no marker, for it is no point: a region, a sea
    source: Source = field(default_factory=lambda: Source("", 0), compare=False)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The part of the earth that a map shows at least, in degrees; ``east`` may be more than 180."""

    south: float
    west: float
    north: float
    east: float

    def hold(self, place: Place) -> bool:
        """Whether a place lies within."""
        across = (place.lon - self.west + _ROUNDING) % 360
        return self.south <= place.lat <= self.north and across <= self.east - self.west + 2 * _ROUNDING
