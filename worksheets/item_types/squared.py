"""Squared paper as SVG: squares, letters and rings, in millimetres.

Unlike the drawings of `shapes` these are as large as they say, for a square has to have room for a letter by hand.
"""

from __future__ import annotations

from collections.abc import Iterable

LINE, RING = 0.3, 0.6  # mm
# Widths of the regular capitals of Source Sans 3, A to Z, in thousandths of an em; those of bold ones are near enough.
_WIDTHS = (
    *(543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727),
    *(647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539),
)


def svg(width: float, height: float, shapes: Iterable[str]) -> str:
    """A drawing of that size; its shapes are measured from the upper left corner."""
    box = (
        f"{_n(-LINE)} {_n(-LINE)} {_n(width + 2 * LINE)} {_n(height + 2 * LINE)}"  # half a line lies outside its square
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width + 2 * LINE)}mm" height="{_n(height + 2 * LINE)}mm" '
        f'viewBox="{box}">{"".join(shapes)}</svg>'
    )


def square(x: float, y: float, side: float) -> str:
    """An empty square by its upper left corner."""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(side)}" height="{_n(side)}" '
        f'fill="none" stroke="black" stroke-width="{LINE}"/>'
    )


def number(x: float, y: float, size: float, figures: str) -> str:
    """A number on its base line, from ``x`` on."""
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}">{figures}</text>'


def letter(x: float, y: float, size: float, sign: str, *, bold: bool = False) -> str:
    """A capital on its base line around ``x``.

    It is moved to the left here: an anchor in the drawing makes WeasyPrint draw it on a layer of its own, which the
    press cannot place.
    """
    left = x - _WIDTHS[ord(sign) - ord("A")] / 2000 * size
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{_n(left)}" y="{_n(y)}" font-size="{_n(size)}"{weight}>{sign}</text>'


def ring(start: tuple[float, float], end: tuple[float, float], radius: float) -> str:
    """A ring round all that lies between two points: two lines with half a circle at either end."""
    (x, y), (to_x, to_y) = start, end
    length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    across, along = (to_y - y) / length * radius, (to_x - x) / length * radius
    corners = [
        (x - across, y + along),
        (to_x - across, to_y + along),
        (to_x + across, to_y - along),
        (x + across, y - along),
    ]
    first, second, third, fourth = (f"{_n(a)} {_n(b)}" for a, b in corners)
    arc = f"A{_n(radius)} {_n(radius)} 0 0 0"
    return (
        f'<path d="M{first}L{second}{arc} {third}L{fourth}{arc} {first}Z" '
        f'fill="none" stroke="black" stroke-width="{RING}"/>'
    )


def _n(value: float) -> str:
    """Hundredths are fine enough, and read the same everywhere."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
