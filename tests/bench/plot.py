"""The results as a plot: seconds by number of sheets, both on logarithmic scales, as plain SVG.

Legible on white and on black: nothing is filled, and every colour has a contrast of 3:1 or more with both
(WCAG 2.2, 1.4.11). Each peer also has a dash and a mark of its own, and its name at its end.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

from .peer import Peer
from .results import Measured, Result

WIDTH, HEIGHT = 860, 480  # of the drawing, in its own units
LEFT, RIGHT, TOP, BOTTOM = 64, 560, 44, 424  # edges of the plot
APART = 19  # least distance of two names
INK = "#767676"
COLOURS = ("#2f7fc1", "#c8601d", "#2c8f5b", "#a65fc4", "#a67c00", "#d2506a", "#5b8291", "#7d72e0", "#8a7a5c")
DASHES = ("", "7 3", "2 3", "9 3 2 3")
MARKS = (
    '<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>',
    '<rect x="{x:.1f}" y="{y:.1f}" width="7" height="7" transform="translate(-3.5 -3.5)"/>',
    '<path d="M{x:.1f} {y:.1f}m0 -5l5 9h-10z"/>',
)


def plot(results: Sequence[Result], peers: Sequence[Peer]) -> str:
    """Draw a line for each peer that was measured at all."""
    measured = [result for result in results if isinstance(result, Measured)]
    across = Scale([result.sheets for result in measured], LEFT, RIGHT)
    up = Scale([result.seconds for result in measured], BOTTOM, TOP)
    shapes = [*_grid(across, up, sorted({result.sheets for result in measured}))]
    ends = []
    for number, peer in enumerate(peers):
        points = [(across(it.sheets), up(it.seconds)) for it in measured if it.peer == peer.name]
        if points:
            shapes.append(_line(points, number))
            ends.append((*points[-1], number, peer.label))
    return _page([*shapes, *_names(ends)])


class Scale:
    """Places numbers on a logarithmic axis from the power of ten below the least to that above the greatest."""

    def __init__(self, numbers: Sequence[float], begin: float, end: float) -> None:
        self.low = math.floor(math.log10(min(numbers, default=1)))
        self.high = max(self.low + 1, math.ceil(math.log10(max(numbers, default=10))))
        self.begin, self.end = begin, end

    def __call__(self, number: float) -> float:
        """Where a number stands."""
        return self.begin + (math.log10(number) - self.low) / (self.high - self.low) * (self.end - self.begin)

    @property
    def decades(self) -> list[float]:
        """The powers of ten on the axis."""
        return [10.0**power for power in range(self.low, self.high + 1)]


def _grid(across: Scale, up: Scale, sizes: Iterable[int]) -> Iterable[str]:
    for seconds in up.decades:
        y = up(seconds)
        yield f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="{INK}" stroke-width="0.5"/>'
        yield _text(LEFT - 8, y + 5, f"{seconds:g} s", anchor="end")
    for size in sizes:
        x = across(size)
        yield f'<path d="M{x:.1f} {BOTTOM}v6" stroke="{INK}"/>'
        yield _text(x, BOTTOM + 22, f"{size:,}", anchor="middle")
    yield _text((LEFT + RIGHT) / 2, BOTTOM + 44, "sheets of four pages", anchor="middle")
    yield _text(LEFT, TOP - 20, "Seconds to print, start-up included (both scales logarithmic)")


def _line(points: Sequence[tuple[float, float]], number: int) -> str:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    mark = MARKS[number % len(MARKS)]
    marks = "".join(mark.format(x=x, y=y) for x, y in points)
    dash = f' stroke-dasharray="{DASHES[number % len(DASHES)]}"' if DASHES[number % len(DASHES)] else ""
    colour = COLOURS[number % len(COLOURS)]
    return f'<g fill="none" stroke="{colour}" stroke-width="2"><path d="{path}"{dash}/>{marks}</g>'


def _names(ends: Sequence[tuple[float, float, int, str]]) -> Iterable[str]:
    """The names of the lines beside the plot, as near to their ends as they go without covering each other."""
    places: list[float] = []
    ordered = sorted(ends, key=lambda end: end[1])
    for _, y, _, _ in ordered:
        places.append(max(y, places[-1] + APART) if places else y)
    # What was pushed out at the bottom is pushed back up.
    lowest = float(BOTTOM)
    for at in reversed(range(len(places))):
        places[at] = min(places[at], lowest)
        lowest = places[at] - APART
    for (x, y, number, label), place in zip(ordered, places, strict=True):
        colour = COLOURS[number % len(COLOURS)]
        leader = f"M{x + 7:.1f} {y:.1f}L{RIGHT + 26} {place:.1f}"
        yield f'<path d="{leader}" stroke="{colour}" stroke-width="0.7" stroke-dasharray="1 2" fill="none"/>'
        yield _text(RIGHT + 30, place + 5, label, colour=colour)


def _text(x: float, y: float, words: str, *, anchor: str = "start", colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def _page(shapes: Iterable[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="system-ui, sans-serif" font-size="14">'
    )
    return "\n".join([head, "<title>Seconds to print by number of sheets</title>", *shapes, "</svg>", ""])
