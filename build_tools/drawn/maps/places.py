"""The places of a map as their author lists them, a line for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from worksheets.problems import Source

from ..picture import DrawingMark

MOST_KINDS: Final = 5  # markers that readers tell apart in black and white
MOST: Final = 24  # places whose names a page has room for
SIDES: Final = MappingProxyType(  # of a marker, the best first; steps to the right and down
    {
        "right": (1, 0), "above right": (1, -1), "below right": (1, 1), "left": (-1, 0),
        "above left": (-1, -1), "below left": (-1, 1), "above": (0, -1), "below": (0, 1),
    }
)  # fmt: skip
_ROUNDING: Final = 1e-9  # degrees: a place on the edge of the bounds lies within, whatever differences round to
_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_COORDINATES: Final = re.compile(rf"({_NUMBER}) *, *({_NUMBER})")
_FORM: Final = "write “name | latitude, longitude | kind”, in degrees, south and west with a minus"


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


def kinds_of(mark: DrawingMark) -> Mapping[str, str]:
    """What ``:kinds:`` names: the words in the list, and what the key calls them.

    :raises UnfitError: if there are none or too many.
    """
    kinds = _named(mark, "kinds")
    if not kinds:
        raise mark.fault("the map has no kinds of places", "write “:kinds: harbour | mine = mines of coal”")
    if len(kinds) > MOST_KINDS:
        raise mark.fault(f"the map has {len(kinds)} kinds of places", f"name {MOST_KINDS} or fewer in :kinds:")
    return kinds


def areas_of(mark: DrawingMark) -> Mapping[str, str]:
    """What ``:areas:`` names: kinds of what is no point and has no marker."""
    return _named(mark, "areas")


def _named(mark: DrawingMark, option: str) -> Mapping[str, str]:
    named: dict[str, str] = {}
    for part in filter(None, map(str.strip, mark.options.get(option, "").split("|"))):
        word, _, called = part.partition("=")
        named[word.strip()] = called.strip() or word.strip()
    return named


def bounds_of(mark: DrawingMark) -> Bounds | None:
    """What ``:bounds:`` says is to be shown.

    :raises UnfitError: if that is no part of the earth.
    """
    text = mark.options.get("bounds")
    if text is None:
        return None
    form = "write south, west, north and east in degrees: “:bounds: 50, -11, 61, 2”"
    edges = [part.strip() for part in text.split(",")]
    if len(edges) != 4 or not all(re.fullmatch(_NUMBER, edge) for edge in edges):
        raise mark.fault(f"“{text}” in :bounds: are no four numbers", form)
    south, west, north, east = map(float, edges)
    if not -60 <= south < north <= 90:
        raise mark.fault(f"the latitudes {south:g} and {north:g} in :bounds: are none", f"{form}; -60 to 90")
    if not (-180 <= west <= 180 and -180 <= east <= 180) or west == east:
        raise mark.fault(f"the longitudes {west:g} and {east:g} in :bounds: are none", f"{form}; -180 to 180")
    return Bounds(south, west, north, east if east > west else east + 360)


def places_of(
    mark: DrawingMark, kinds: Mapping[str, str], areas: Mapping[str, str], bounds: Bounds | None
) -> list[Place]:
    """Read the list.

    :raises UnfitError: at the first line that is no place of the map, or if there is none.
    """
    places: dict[str, Place] = {}
    for source, row in mark.rows:
        place = _read(mark, kinds, areas, source, row)
        if place.name in places:
            raise mark.fault(f"“{place.name}” stands in the list twice", "delete one line", source)
        if bounds and not bounds.hold(place):
            raise mark.fault(f"“{place.name}” lies outside :bounds:", "make them wider, or delete the line", source)
        places[place.name] = place
    if not places:
        raise mark.fault("the map has no places", _FORM)
    if len(places) > MOST:
        raise mark.fault(f"the map has {len(places)} places", f"list {MOST} or fewer")
    return list(places.values())


def _read(mark: DrawingMark, kinds: Mapping[str, str], areas: Mapping[str, str], source: Source, row: str) -> Place:
    cells = [cell.strip() for cell in row.split("|")]
    if not 3 <= len(cells) <= 5 or not cells[0]:
        raise mark.fault(f"“{row.strip()}” is no place", _FORM, source)
    name, coordinates, word, told, side = [*cells, "", ""][:5]
    match = _COORDINATES.fullmatch(coordinates)
    if not match:
        raise mark.fault(f"“{coordinates}” is no latitude with its longitude", _FORM, source)
    lat, lon = map(float, match.groups())
    if not -90 <= lat <= 90:
        raise mark.fault(f"the latitude {lat:g} of “{name}” is none", "write one from -90 to 90", source)
    if not -180 <= lon <= 180:
        raise mark.fault(f"the longitude {lon:g} of “{name}” is none", "write one from -180 to 180", source)
    known = {**kinds, **areas}
    if word not in known:
        raise mark.fault(f"“{word}” is none of the :kinds:", f"write one of {', '.join(known)}, or add it", source)
    if side and side not in SIDES:
        raise mark.fault(f"“{side}” is no side of a marker", f"write one of {', '.join(SIDES)}", source)
    return Place(name, lat, lon, known[word], told, side, is_area=word not in kinds)
