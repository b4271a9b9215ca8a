"""What an author writes of a map: its options, and its places, a line for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from worksheets.problems import Problem, Source

from ..picture import DrawingMark, UnfitError
from .places import SIDES, Bounds, Place

MOST_KINDS: Final = 5  # markers that readers tell apart in black and white
MOST: Final = 24  # places whose names a page has room for
_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_COORDINATES: Final = re.compile(rf"({_NUMBER}) *, *({_NUMBER})")
_FORM: Final = "write “name | latitude, longitude | kind”, in degrees, south and west with a minus"
_EDGES: Final = "write south, west, north and east in degrees: “:bounds: 50, -11, 61, 2”"


@dataclass(frozen=True, slots=True)
class PlaceList:
    """All that the author wrote of a map."""

    kinds: Mapping[str, str]  # of places with a marker: the word in the list, and what the key calls it
    bounds: Bounds | None  # of the part to be shown, where that is not left to the places
    places: tuple[Place, ...]


def place_list(mark: DrawingMark) -> PlaceList:
    """Read the options and the body of a map.

    :raises UnfitError: with every fault of its options and of its lines.
    """
    reader = _Reader(mark)
    found = reader.read()
    if reader.faults:
        raise UnfitError(reader.faults)
    return found


@dataclass(slots=True)
class _Reader:
    """Goes on after a fault, so that its author is told all of them at once."""

    mark: DrawingMark
    faults: list[Problem] = field(default_factory=list)

    def tell(self, what: str, mend: str, source: Source | None = None) -> None:
        self.faults.append(self.mark.problem(what, mend, source))

    def read(self) -> PlaceList:
        if "caption" not in self.mark.options:
            self.tell("the map has no title", "write a :caption:")
        kinds, areas = self.named("kinds"), self.named("areas")
        if not kinds:
            self.tell("the map has no kinds of places", "write “:kinds: harbour | mine = mines of coal”")
        if len(kinds) > MOST_KINDS:
            self.tell(f"the map has {len(kinds)} kinds of places", f"name {MOST_KINDS} or fewer in :kinds:")
        bounds = self.bounds()
        return PlaceList(kinds, bounds, tuple(self.places(kinds, areas, bounds)))

    def named(self, option: str) -> Mapping[str, str]:
        named: dict[str, str] = {}
        for part in filter(None, map(str.strip, self.mark.options.get(option, "").split("|"))):
            word, _, called = part.partition("=")
            named[word.strip()] = called.strip() or word.strip()
        return named

    def bounds(self) -> Bounds | None:
        text = self.mark.options.get("bounds")
        if text is None:
            return None
        edges = [part.strip() for part in text.split(",")]
        if len(edges) != 4 or not all(re.fullmatch(_NUMBER, edge) for edge in edges):
            self.tell(f"“{text}” in :bounds: are no four numbers", _EDGES)
            return None
        south, west, north, east = map(float, edges)
        is_level = -60 <= south < north <= 90
        is_across = -180 <= west <= 180 and -180 <= east <= 180 and west != east
        if not is_level:
            self.tell(f"the latitudes {south:g} and {north:g} in :bounds: are none", f"{_EDGES}; -60 to 90")
        if not is_across:
            self.tell(f"the longitudes {west:g} and {east:g} in :bounds: are none", f"{_EDGES}; -180 to 180")
        return Bounds(south, west, north, east if east > west else east + 360) if is_level and is_across else None

    def places(self, kinds: Mapping[str, str], areas: Mapping[str, str], bounds: Bounds | None) -> list[Place]:
        places: dict[str, Place] = {}
        for source, row in self.mark.rows:
            place = self.place(source, row, kinds, areas)
            if place is None:
                continue
            if place.name in places:
                self.tell(f"“{place.name}” stands in the list twice", "delete one line", source)
            elif bounds and not bounds.hold(place):
                self.tell(f"“{place.name}” lies outside :bounds:", "make them wider, or delete the line", source)
            places.setdefault(place.name, place)
        if not self.mark.rows:
            self.tell("the map has no places", _FORM)
        if len(self.mark.rows) > MOST:
            self.tell(f"the map has {len(self.mark.rows)} places", f"list {MOST} or fewer")
        return list(places.values())

    def place(self, source: Source, row: str, kinds: Mapping[str, str], areas: Mapping[str, str]) -> Place | None:
        cells = [cell.strip() for cell in row.split("|")]
        if not 3 <= len(cells) <= 5 or not cells[0]:
            self.tell(f"“{row.strip()}” is no place", _FORM, source)
            return None
        name, coordinates, word, told, side = [*cells, "", ""][:5]
        told_before = len(self.faults)
        match = _COORDINATES.fullmatch(coordinates)
        lat, lon = map(float, match.groups()) if match else (0.0, 0.0)
        if not match:
            self.tell(f"“{coordinates}” is no latitude with its longitude", _FORM, source)
        if not -90 <= lat <= 90:
            self.tell(f"the latitude {lat:g} of “{name}” is none", "write one from -90 to 90", source)
        if not -180 <= lon <= 180:
            self.tell(f"the longitude {lon:g} of “{name}” is none", "write one from -180 to 180", source)
        known = {**kinds, **areas}
        if kinds and word not in known:
            self.tell(f"“{word}” is none of the :kinds:", f"write one of {', '.join(known)}, or add it", source)
        if side and side not in SIDES:
            self.tell(f"“{side}” is no side of a marker", f"write one of {', '.join(SIDES)}", source)
        if len(self.faults) > told_before:
            return None
        return Place(name, lat, lon, known.get(word, word), told, side, word not in kinds, source)
