"""A map of places: land within its coasts, markers by kind, names, and a key with the scale below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import hypot
from operator import sub
from typing import Final

from worksheets.facts import Fact
from worksheets.problems import Problem

from ..canvas import FINE, SIZE, width_of
from ..picture import DrawingMark, Picture, UnfitError, capital
from .albers import latitude, longitude
from .clipping import Box, lines_outside
from .key import EDGE, key
from .labels import SPACING, Label, NoRoomError, Wanted, label_places, marker_box
from .land import grid_in, land_in
from .map_canvas import MapCanvas
from .place_list import place_list
from .places import Place
from .view import View

CLOSEST: Final = 5.0  # from a marker to the next; nearer ones would cover each other
ORIGIN: Final = "Coasts: Natural Earth. Borders, rivers and lakes are not shown."
TOLD: Final = "Note"


def map_of_places(mark: DrawingMark, facts: Sequence[Fact]) -> Picture:
    """Draw the list of the body.

    :raises UnfitError: with all lines that are no places; else with all places that have no room, for that is known
        only of the whole list.
    """
    listed = place_list(mark)
    places = listed.places
    title = mark.options["caption"]
    canvas = MapCanvas(mark.wide)
    left = width_of("00° N") + EDGE
    view = View.of(places, listed.bounds, (left, 1.0), mark.wide - left - 1.0)
    named = list(dict.fromkeys(place.kind for place in places))
    used = [called for called in listed.kinds.values() if any(place.kind == called for place in places)]
    if faults := list(_crowded(mark, view, places)):
        raise UnfitError(faults)
    height = _draw(canvas, view, places, used)
    alt = f"Map with {len(places)} {'place' if len(places) == 1 else 'places'}. " + " ".join(
        f"{capital(kind)}: {', '.join(place.name for place in places if place.kind == kind)}." for kind in named
    )
    credit = [capital(mark.options["credit"].rstrip(".")) + "."] if "credit" in mark.options else []
    return Picture(
        title,
        canvas.svg(height, title, alt),
        alt,
        *_table(places),
        (),
        (ORIGIN, *credit, f"{view.projection.told}."),
        brief=(("Place", TOLD), *((place.name, place.told) for place in places if place.told)),
    )


def _crowded(mark: DrawingMark, view: View, places: Sequence[Place]) -> Iterator[Problem]:
    """Tell of markers that would cover another, and of names that have no room among those left."""
    covered: list[Place] = []
    for one, other in combinations([place for place in places if not place.is_area], 2):
        if hypot(*map(sub, view.at(one.lat, one.lon), view.at(other.lat, other.lon))) < CLOSEST:
            what = f"“{one.name}” and “{other.name}” lie on one spot of the map"
            yield mark.problem(what, "list one, or show a smaller part", other.source)
            covered.append(other)
    left = [place for place in places if place not in covered]
    try:
        _labelled(_wanted(view, left), view)
    except NoRoomError as crowded:
        for place in (place for place in left if place.name in crowded.names):
            what = f"“{place.name}” has no room beside its neighbours"
            yield mark.problem(what, "list fewer places, move it, or show a smaller part", place.source)


def _wanted(view: View, places: Iterable[Place]) -> tuple[Wanted, ...]:
    return tuple(Wanted(place.name, view.at(place.lat, place.lon), place.side, place.is_area) for place in places)


def _table(places: Sequence[Place]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Heads and rows: what each place is, what is told of it, and where it lies, to a tenth of a degree."""
    told = any(place.told for place in places)
    heads = ("Place", "What it is", *((TOLD,) if told else ()), "Latitude and longitude")
    return heads, tuple(
        (
            place.name,
            place.kind,
            *((place.told,) if told else ()),
            f"{latitude(round(place.lat, 1))}, {longitude(round(place.lon, 1))}",
        )
        for place in places
    )


def _draw(canvas: MapCanvas, view: View, places: Sequence[Place], kinds: Sequence[str]) -> float:
    spots = [view.at(place.lat, place.lon) for place in places]
    marked = [(place, spot) for place, spot in zip(places, spots, strict=True) if not place.is_area]
    land = land_in(view)
    labels, numbered = _labelled(_wanted(view, places), view)
    words = [label.box.wider(1.0) for label in labels]
    canvas.land(land.areas)
    for line in grid_in(view):
        canvas.grid(lines_outside(line.parts, words))
    canvas.coasts(lines_outside(land.coasts, [*words, *(marker_box(spot) for _, spot in marked)]))
    canvas.frame(view.frame)
    _degrees(canvas, view)
    for place, spot in marked:
        canvas.marker(kinds.index(place.kind), spot)
    for label in labels:
        if label.led:
            canvas.line(label.marker, label.end, FINE)
        if label.spaced:
            canvas.spaced(label.baseline, label.words, SPACING)
        else:
            canvas.text(label.baseline, label.words)
    return key(canvas, view, kinds, numbered)


# Asked for twice: to find the names that have no room, and to write them all.
@lru_cache(maxsize=32)
def _labelled(wanted: tuple[Wanted, ...], view: View) -> tuple[tuple[Label, ...], tuple[tuple[str, int], ...]]:
    labels, numbered = label_places(wanted, view.frame, land_in(view).coasts)
    return tuple(labels), tuple(numbered)


def _degrees(canvas: MapCanvas, view: View) -> None:
    """Numbers of the grid outside the frame, each where its line ends, as far as they have room."""
    taken: list[Box] = []
    for line in grid_in(view):
        if not line.end:
            continue
        name = latitude(line.degrees) if line.level else longitude(line.degrees)
        wide = width_of(name)
        if line.level:
            left, base = view.frame.left - EDGE - wide, line.end[1] + SIZE * 0.35
        else:
            left, base = line.end[0] - wide / 2, view.frame.bottom + EDGE + SIZE * 0.8
        box = Box(left, base - SIZE, left + wide + 3, base)
        if box.left >= 0 and box.top >= 0 and box.right <= canvas.wide and not any(map(box.meets, taken)):
            canvas.text((left, base), name)
            taken.append(box)
