"""Drawing with plain shapes: the SVG of scales and charts.

Lengths are the drawing's own units. Type of one em is ``TYPE`` of them, so a drawing of ``WIDTH`` is about 31 em wide:
120 mm beside type of 11 points. Styles give the width in em, so type in a drawing grows with the type around it.
Everything that tells something is black, or a light grey within a black line, for a grey copier.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from itertools import pairwise

WIDTH = 120.0
TYPE = 3.9
FINE, THIN, THICK = 0.2, 0.35, 0.6  # widths of lines
GREY = "#d4d4d4"  # of areas
FAINT = "#8a8a8a"  # of lines that guide the eye; whatever they tell is told in black as well
# Widths of Source Sans 3, in em: exact for numbers, near enough for words.
DIGIT, NARROW, SLIM, LETTER, WIDE = 0.497, 0.25, 0.32, 0.51, 0.78
_NARROW = frozenset("ijlI .,:;'|")
_SLIM = frozenset("frt-()[]/")
_WIDE = frozenset("mwMW%")


class Canvas:
    """A drawing in the making; its origin is the upper left corner."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self._parts: list[str] = []
        self._head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}" '
            f'font-size="{_number(TYPE)}">'
        )

    def line(
        self, start: tuple[float, float], end: tuple[float, float], width: float = THIN, colour: str = "black"
    ) -> None:
        """A straight line."""
        (x1, y1), (x2, y2) = start, end
        path = f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}"
        self._parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{_number(width)}"/>')

    def box(self, corner: tuple[float, float], width: float, height: float) -> None:
        """A grey rectangle within a black line, given by its upper left corner."""
        x, y = corner
        self._parts.append(
            f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}" '
            f'fill="{GREY}" stroke="black" stroke-width="{_number(THIN)}"/>'
        )

    def text(self, place: tuple[float, float], words: str, align: float = 0.5, *, bold: bool = False) -> None:
        """Words on one line.

        They are moved to the left here: an anchor in the drawing makes WeasyPrint draw them on a layer of their own,
        which the press cannot place.

        :param place: on their baseline.
        :param align: the part of their width that stands to the left of it: 0, 0.5 or 1.
        """
        x, y = place[0] - align * text_width(words), place[1]
        weight = ' font-weight="700"' if bold else ""
        self._parts.append(f'<text x="{_number(x)}" y="{_number(y)}"{weight}>{escape(words, quote=False)}</text>')

    @property
    def svg(self) -> str:
        """The drawing as one ``svg`` element."""
        return f"{self._head}{''.join(self._parts)}</svg>"


def text_width(words: str) -> float:
    """How wide words are, in units of the drawing."""
    return TYPE * sum(map(_width, words))


def round_step(least: Decimal) -> Decimal:
    """The smallest of ..., 1, 2, 5, 10, 20, 50, ... that is ``least`` or more.

    :param least: above 0.
    """
    unit = Decimal(1).scaleb(least.adjusted())
    return next(factor * unit for factor in map(Decimal, (1, 2, 5, 10)) if factor * unit >= least)


def apart(places: Sequence[float], least: float) -> bool:
    """Whether neighbours in a row of places are so far from each other."""
    return all(after - before >= least for before, after in pairwise(places))


def _width(sign: str) -> float:
    if sign.isdigit():
        return DIGIT
    return NARROW if sign in _NARROW else SLIM if sign in _SLIM else WIDE if sign in _WIDE else LETTER


def _number(value: float) -> str:
    """Hundredths are fine enough, and read the same everywhere."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
