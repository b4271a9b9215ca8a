"""The SVG of the book's pictures: plain shapes and text as text.

One unit is a point on paper, where a picture is as wide as the text. Colours stand in attributes, since WeasyPrint
applies no style sheet to a drawing; a screen's style sheet overrides them by class. What is black is ``currentColor``,
so a dark page shows it light.
"""

from __future__ import annotations

from html import escape

from worksheets.item_types.shapes import TYPE, text_width

from .picture import WIDTH

SIZE = 8.2  # of type; never below 7.5 points on paper
LEADING = 9.8
FAMILY = "'Source Sans 3', sans-serif"
FINE, THIN, THICK = 0.4, 0.7, 1.4
GRID = "#a8a8a8"  # lines that only help to read, on light and on dark
SHADES = ("#9a9a9a", "#d9d9d9", "#bcbcbc", "#efefef")  # neighbours differ on a grey copier, and each has a black line
_SAFETY = 1.06  # widths of letters are near enough for words, and bold ones are wider


class CannotFitError(Exception):
    """A word that is wider than the room it has; the words are its message."""


class Canvas:
    """A drawing in the making; its origin is the upper left corner, and it grows downwards as it is drawn.

    :param wide: its width; on paper as wide as the text, so the narrower it is the larger is its type.
    """

    def __init__(self, wide: float = WIDTH) -> None:
        self.wide = wide
        self._parts: list[str] = []

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float = THIN,
        *,
        arrow: bool = False,
        ink: str = "currentColor",
    ) -> None:
        """A straight line, with a head at its end if it is an arrow."""
        (x1, y1), (x2, y2) = start, end
        self._parts.append(
            f'<path class="line" d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" fill="none" stroke="{ink}"{_pen(width)}/>'
        )
        if arrow:
            half, long = 2.2 + width / 2, 5.0 + width / 2
            across = abs(x2 - x1) > abs(y2 - y1)
            back = (
                [(x2 - long, y2 - half), (x2 - long, y2 + half)]
                if across
                else [(x2 - half, y2 - long), (x2 + half, y2 - long)]
            )
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in [(x2, y2), *back])
            self._parts.append(f'<polygon class="head" points="{points}"/>')

    def box(
        self, corner: tuple[float, float], width: float, height: float, shade: str = "#ffffff", line: float = THIN
    ) -> None:
        """A rectangle within a black line, given by its upper left corner."""
        kind = f"shade-{SHADES.index(shade) + 1}" if shade in SHADES else "paper"
        self._parts.append(
            f'<rect class="{kind}" x="{_n(corner[0])}" y="{_n(corner[1])}" width="{_n(width)}" '
            f'height="{_n(height)}" fill="{shade}" stroke="currentColor"{_pen(line)}/>'
        )

    def blank(self, corner: tuple[float, float], width: float, height: float) -> None:
        """Bare paper, for words over lines."""
        self._parts.append(
            f'<rect class="paper" x="{_n(corner[0])}" y="{_n(corner[1])}" width="{_n(width)}" '
            f'height="{_n(height)}" fill="#ffffff"/>'
        )

    def dot(self, middle: tuple[float, float]) -> None:
        """A point of a line or of time."""
        self._parts.append(f'<circle class="dot" cx="{_n(middle[0])}" cy="{_n(middle[1])}" r="2"/>')

    def text(self, place: tuple[float, float], words: str, align: float = 0, *, bold: bool = False) -> None:
        """Words on one line, on their baseline; ``align`` is the part of their width to the left of the place."""
        anchor = {0: "", 0.5: ' text-anchor="middle"', 1: ' text-anchor="end"'}[align]
        weight = ' font-weight="700"' if bold else ""
        self._parts.append(f'<text x="{_n(place[0])}" y="{_n(place[1])}"{anchor}{weight}>{escape(words)}</text>')

    def part(self, svg: str) -> None:
        """A shape of a drawing that has some of its own."""
        self._parts.append(svg)

    def svg(self, height: float, title: str, description: str) -> str:
        """The drawing as one ``svg`` element that says what it shows."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(self.wide)} {_n(height)}" role="img" '
            f'font-family="{FAMILY}" font-size="{_n(SIZE)}" fill="currentColor" '
            f'stroke-width="{_n(THIN)}"><title>{escape(f"{title}. {description}")}</title>'
            f"{''.join(self._parts)}</svg>"
        )


def _pen(width: float) -> str:
    """Say how wide a line is where it is not as wide as most."""
    return "" if width == THIN else f' stroke-width="{_n(width)}"'


def width_of(words: str) -> float:
    """How wide words are at most, in units of the drawing."""
    return SIZE * _SAFETY * text_width(words) / TYPE


def wrapped(words: str, width: float) -> list[str]:
    """Break words into lines that fit.

    :raises CannotFitError: with the word that is too wide.
    """
    lines: list[str] = []
    for word in words.split():
        if width_of(word) > width:
            raise CannotFitError(word)
        if lines and width_of(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def balanced(words: str, width: float) -> list[str]:
    """Break words into as few lines as fit, and these as even as can be: no line has one word for want of room.

    :raises CannotFitError: with the word that is too wide.
    """
    lines = wrapped(words, width)
    while True:
        narrower = max(map(width_of, lines)) - 0.01
        try:
            tried = wrapped(words, narrower)
        except CannotFitError:
            return lines
        if len(tried) > len(lines):
            return lines
        lines = tried


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
