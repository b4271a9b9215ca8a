"""Makes the outlines of land that maps are drawn from: ``python -m build_tools.coast_data land-50m.json``.

Run by hand, when the outlines are to be finer or newer; no build needs it. The file it reads is the TopoJSON of the npm
package ``world-atlas``, made from Natural Earth at 1:50 million. Tolerances are such that a map of a country or a
continent, as wide as a page, shows no corner that the finer outline lacks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, Final

from .drawn.maps.coasts import FILE, PER_DEGREE, encoded

Points = list[tuple[float, float]]  # longitude and latitude in degrees

TOLERANCE: Final = 0.031  # degrees of latitude, some 3 km
SMALLEST: Final = 0.01  # square degrees; an island of 10 km by 10 km is kept
SOUTHERNMOST: Final = -60.0  # a ring wholly south of it winds round the pole and cannot be drawn as the others are
ABOUT: Final = {
    "what": "Outlines of land; rings of points in encoded polylines, fiftieths of a degree, latitude first",
    "origin": "Natural Earth, 1:50 million, land, as in the npm package world-atlas 2.0.2; simplified",
    "licence": "public domain",
}


def rings(topology: dict[str, Any]) -> Iterator[Points]:
    """Decode the rings of a TopoJSON of land; longitudes run on where a ring passes the 180th meridian.

    The form: github.com/topojson/topojson-specification, section 2.1.
    """
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Points] = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc: Points = []
        for across, up in deltas:
            x, y = x + across, y + up
            arc.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(arc)
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for ring in polygon:
                points: Points = []
                for index in ring:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    for lon, lat in arc[bool(points) :]:
                        before = points[-1][0] if points else lon
                        points.append((lon - 360 * round((lon - before) / 360), lat))
                yield points


def simplified(points: Points, tolerance: float) -> Points:
    """Leave out points that lie near the line between those that stay (Douglas and Peucker 1973).

    :param tolerance: in degrees of latitude.
    """
    kept, open_spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        across = cos(radians(points[first][1]))
        (x1, y1), (x2, y2) = ((points[end][0] * across, points[end][1]) for end in (first, last))
        length = hypot(x2 - x1, y2 - y1)
        farthest, place = tolerance, 0
        for index in range(first + 1, last):
            x, y = points[index][0] * across, points[index][1]
            off = abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length if length > 1e-9 else hypot(x - x1, y - y1)
            if off > farthest:
                farthest, place = off, index
        if place:
            kept.add(place)
            open_spans += [(first, place), (place, last)]
    return [points[index] for index in sorted(kept)]


def area(points: Sequence[tuple[float, float]]) -> float:
    """About how large a small ring is, in square degrees at the equator."""
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(points))
    return abs(twice) / 2 * cos(radians(points[0][1]))


def outlines(topology: dict[str, Any]) -> list[str]:
    """Give the simplified rings as they stand in the file."""
    made = []
    for ring in rings(topology):
        if area(ring) < SMALLEST or max(lat for _, lat in ring) < SOUTHERNMOST:
            continue
        steps = [(round(lat * PER_DEGREE), round(lon * PER_DEGREE)) for lon, lat in simplified(ring, TOLERANCE)]
        steps = [step for place, step in enumerate(steps) if not place or step != steps[place - 1]]
        if len(steps) > 3:
            made.append(encoded(steps))
    return made


if __name__ == "__main__":
    found = outlines(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    FILE.write_text(json.dumps({**ABOUT, "rings": found}, indent=0) + "\n", encoding="utf-8")
