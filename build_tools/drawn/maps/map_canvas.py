"""The shapes of a map: land, coasts and the markers of its kinds of places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from math import cos, pi, sin
from typing import Final

from ..canvas import FINE, GRID, SHADES, THIN, Canvas
from .clipping import Box, Point

LAND: Final = SHADES[3]
COAST: Final = 0.45  # width of its line
RIM: Final = 0.9  # of a hollow marker
# Told apart by shape, so that no colour is needed: corners (0 for a circle), the turn of the first one from due right
# in parts of a circle, radius, and whether it is filled.
MARKERS: Final = (
    (0, 0.0, 2.3, True),
    (3, -0.25, 3.0, True),
    (4, 0.125, 2.9, False),
    (0, 0.0, 2.3, False),
    (4, 0.0, 3.0, True),
)


class MapCanvas(Canvas):
    """A canvas with the shapes of maps."""

    def land(self, areas: Iterable[Sequence[Point]]) -> None:
        """Fill areas; one within another is water."""
        path = "".join(f"{_path(area)}z" for area in areas)
        if path:
            self.part(f'<path class="land" d="{path}" fill="{LAND}" fill-rule="evenodd"/>')

    def coasts(self, lines: Iterable[Sequence[Point]]) -> None:
        """The lines where land ends."""
        self._lines("line", "currentColor", COAST, lines)

    def grid(self, lines: Iterable[Sequence[Point]]) -> None:
        """Parallels and meridians, fainter than anything else."""
        self._lines("grid", GRID, FINE, lines)

    def _lines(self, name: str, ink: str, width: float, lines: Iterable[Sequence[Point]]) -> None:
        path = "".join(map(_path, lines))
        if path:
            self.part(f'<path class="{name}" d="{path}" fill="none" stroke="{ink}" stroke-width="{width:g}"/>')

    def frame(self, box: Box) -> None:
        """The edge of the map."""
        self.part(
            f'<rect class="frame" x="{box.left:g}" y="{box.top:g}" width="{box.right - box.left:.2f}" '
            f'height="{box.bottom - box.top:.2f}" fill="none" stroke="currentColor" stroke-width="{THIN}"/>'
        )

    def spaced(self, place: Point, words: str, spacing: float) -> None:
        """Words with room between their letters, on their baseline."""
        at = f'x="{place[0] + spacing / 2:.2f}" y="{place[1]:.2f}"'
        self.part(f'<text {at} letter-spacing="{spacing:g}">{escape(words)}</text>')

    def marker(self, kind: int, spot: Point) -> None:
        """The marker of a kind of places, by its number."""
        corners, turn, radius, filled = MARKERS[kind]
        x, y = spot
        look = 'class="dot"' if filled else f'class="paper" fill="#ffffff" stroke="currentColor" stroke-width="{RIM}"'
        if corners:
            angles = [2 * pi * (turn + corner / corners) for corner in range(corners)]
            points = " ".join(f"{x + radius * cos(angle):.2f},{y + radius * sin(angle):.2f}" for angle in angles)
            self.part(f'<polygon {look} points="{points}"/>')
        else:
            self.part(f'<circle {look} cx="{x:.2f}" cy="{y:.2f}" r="{radius}"/>')


def _path(points: Sequence[Point]) -> str:
    """A line by its steps in tenths of a unit, in few letters; rounding adds up to nothing."""
    (x, y), *others = [(round(10 * x), round(10 * y)) for x, y in points]
    path = f"M{x / 10:g} {y / 10:g}l"
    for across, down in others:
        path += f"{(across - x) / 10:g} {(down - y) / 10:g} "
        x, y = across, down
    return path.rstrip()
