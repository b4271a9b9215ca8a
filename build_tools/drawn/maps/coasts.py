"""The outlines of land, without borders: made from Natural Earth by ``build_tools.coast_data``, public domain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("coasts.json")
PER_DEGREE: Final = 50  # the steps of the file are fiftieths of a degree

Point = tuple[float, float]  # longitude and latitude in degrees; a longitude may lie beyond 180


@cache
def coasts() -> tuple[tuple[Point, ...], ...]:
    """Every ring of the file, closed; a lake as large as the Caspian Sea is a ring within another."""
    rings = json.loads(FILE.read_text(encoding="utf-8"))["rings"]
    return tuple(tuple((lon / PER_DEGREE, lat / PER_DEGREE) for lat, lon in decoded(ring)) for ring in rings)


def encoded(steps: Sequence[tuple[int, int]]) -> str:
    """Write points as an encoded polyline: differences, each in letters of five bits, the lowest first.

    The form: developers.google.com/maps/documentation/utilities/polylinealgorithm.
    """
    text = ""
    for before, after in pairwise([(0, 0), *steps]):
        for place in (0, 1):
            step = after[place] - before[place]
            left = ~(step << 1) if step < 0 else step << 1
            while left >= 32:
                text += chr((32 | left & 31) + 63)
                left >>= 5
            text += chr(left + 63)
    return text


def decoded(text: str) -> list[tuple[int, int]]:
    """Read an encoded polyline."""
    values: list[int] = []
    value = shift = 0
    for letter in text:
        bits = ord(letter) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            values.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    points, lat, lon = [], 0, 0
    for up, across in zip(values[::2], values[1::2], strict=True):
        lat, lon = lat + up, lon + across
        points.append((lat, lon))
    return points
