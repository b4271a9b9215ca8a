"""A scale of years, drawn so that equal times are equally long.

A year is a stretch of the scale, not a point: it begins at its tick, and what happened in it lies behind that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ..dates import Date
from ..exhibits import Drawing, Table
from .shapes import THICK, THIN, WIDTH, Canvas, round_step

MOST_STRETCHES = 8  # between ticks with years, so that their labels do not meet
FREE_YEARS = 2  # at least, beyond those of the events
EDGE = 5.5  # left free on either side, for half a label
FINEST = 1.8  # between ticks without years
HEIGHT, LINE = 19.0, 12.0  # of the drawing, and of the scale in it: above it is room to write
LETTER_BASE = 5.0
YEAR_BASE = 17.6
LEAST_PART = 10  # neighbours are this part of the scale from each other, or farther
HEADS = ("Event", "Year")


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A scale from one round year to another."""

    first: int  # where the scale begins and ends, years as `dates.Date` counts them
    last: int
    step: int  # years between the labels

    @classmethod
    def around(cls, years: Iterable[int]) -> TimeScale:
        """The scale of some years, with as many labels as have room, and with years on it in which nothing happened.

        Without these a student who knows the order would know the years.
        """
        known = sorted(years)
        step = 1
        while True:
            first, last = _round_down(known[0], step), _round_up(known[-1] + 1, step)
            longer = 0
            while last - first < len(known) + FREE_YEARS:
                first, last = (_round_down(first - 1, step), last) if longer % 2 else (first, _round_up(last + 1, step))
                longer += 1
            if last - first <= MOST_STRETCHES * step:
                return cls(first, last, step)
            step = int(round_step(Decimal(step + 1)))

    @property
    def length(self) -> int:
        """In years."""
        return self.last - self.first

    @property
    def labelled(self) -> tuple[int, ...]:
        """The round years on it, from one end to the other."""
        return tuple(year for year in range(self.first, self.last + 1) if _is_round(year, self.step))

    def tells_apart(self, years: Iterable[int]) -> bool:
        """Whether marks at these years can be told from each other on this scale."""
        known = sorted(years)
        return all(LEAST_PART * (after - before) >= self.length for before, after in pairwise(known))

    def tolerance(self, years: Iterable[int]) -> int:
        """By how many years a mark may be wrong: a twentieth of the scale, and never so far that two years meet."""
        known = sorted(years)
        nearest = min(after - before for before, after in pairwise(known))
        return min(self.length // (2 * LEAST_PART), (nearest - 1) // 2)

    def place(self, year: float) -> float:
        """Where a year begins, in units of the drawing."""
        return EDGE + (WIDTH - 2 * EDGE) * (year - self.first) / self.length

    def drawing(self, letters: Sequence[str], solved: Mapping[str, int] | None = None) -> Drawing:
        """The scale, empty or with the letters at their years.

        :param letters: of the events, in the order of the alphabet.
        :param solved: the year of each; nothing for the sheet.
        """
        canvas = Canvas(HEIGHT)
        canvas.line((self.place(self.first), LINE), (self.place(self.last), LINE), THICK)
        for year in self._ticks:
            reach = 2.2 if _is_round(year, self.step) else 1.1
            canvas.line((self.place(year), LINE - reach), (self.place(year), LINE + reach), THIN)
        for year in self.labelled:
            canvas.text((self.place(year), YEAR_BASE), label(year))
        for sign, year in (solved or {}).items():
            middle = self.place(year + 0.5)
            canvas.line((middle, LETTER_BASE + 1), (middle, LINE), THICK)
            canvas.text((middle, LETTER_BASE), sign, bold=True)
        rows = tuple((sign, label(solved[sign]) if solved else "") for sign in letters)
        every = "every year" if self.step == 1 else f"every {self.step} years"
        alt = f"A scale of time from {label(self.first)} to {label(self.last)}, labelled {every}."
        return Drawing(canvas.svg, alt, Table(rows, HEADS if solved else ()), tuple(map(label, self.labelled)))

    @property
    def _ticks(self) -> tuple[int, ...]:
        """Every year that has a tick: as fine a division of the step as can be seen."""
        width = (WIDTH - 2 * EDGE) / self.length
        for fine in (1, 2, 5, 10, 20, 50, 100, 200, 500):
            if self.step % fine == 0 and fine * width >= FINEST and fine < self.step:
                return tuple(
                    year
                    for year in range(self.first, self.last + 1)
                    if _is_round(year, fine) or _is_round(year, self.step)
                )
        return self.labelled


def label(year: int) -> str:
    """A year as it is printed: "1934", "44 BCE"."""
    return Date(year).year_label


def _is_round(year: int, step: int) -> bool:
    """Whether the year as it is printed is a multiple of the step; the year 0 of the calendar is 1 BCE."""
    return (year if year > 0 else 1 - year) % step == 0


def _round_down(year: int, step: int) -> int:
    return next(found for found in range(year, year - 2 * step, -1) if _is_round(found, step))


def _round_up(year: int, step: int) -> int:
    return next(found for found in range(year, year + 2 * step) if _is_round(found, step))
