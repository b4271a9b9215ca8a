"""A series of numbers and what can be read from it: the highest, the lowest, changes, their course."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from math import gcd

from ..facts import Figure, Reading

_YEAR = re.compile(r"\d{3,4}")
_PLAIN = re.compile(r"[\d,]+(\.\d+)?")
_LARGE = 5  # digits from which a number is set in threes even where its author did not


@dataclass(frozen=True, slots=True)
class Point:
    """One reading, with its number to reckon with exactly."""

    label: str
    value: Decimal
    written: str

    @classmethod
    def of(cls, reading: Reading) -> Point:
        """Take a reading. Thousands are separated in what is printed (rule G31)."""
        written = reading.written
        value = Decimal(written.replace(",", "")) if _PLAIN.fullmatch(written) else Decimal(str(reading.value))
        large = written.isdigit() and len(written) >= _LARGE
        return cls(reading.label, value, in_figures(value) if large else written)


@dataclass(frozen=True, slots=True)
class Change:
    """From one point to another that comes later."""

    start: Point
    end: Point

    @property
    def by(self) -> Decimal:
        """How much is added; negative for a fall."""
        return self.end.value - self.start.value


@dataclass(frozen=True, slots=True)
class Series:
    """The points of a figure in its author's order."""

    points: tuple[Point, ...]
    years: tuple[int, ...]  # of each point, ascending; empty where the labels are no such years

    @classmethod
    def of(cls, figure: Figure) -> Series:
        """Take the series of a figure."""
        points = tuple(map(Point.of, figure.series))
        years = tuple(int(point.label) for point in points if _YEAR.fullmatch(point.label))
        in_time = len(years) == len(points) and all(one < other for one, other in pairwise(years))
        return cls(points, years if in_time else ())

    @property
    def interval(self) -> int:
        """Years from one place for a column to the next, so that every point has a place."""
        return gcd(*(after - before for before, after in pairwise(self.years)))

    @property
    def highest_value(self) -> Decimal:
        """For an axis to reach."""
        return max(point.value for point in self.points)

    def extreme(self, highest: bool, least: Decimal) -> Point | None:
        """The highest or lowest point; nothing if another is less than ``least`` away, or as high."""
        first, second, *_ = sorted(self.points, key=lambda point: point.value, reverse=highest)
        return first if abs(first.value - second.value) >= least and first.value != second.value else None

    def greatest_change(self, rise: bool, least: Decimal) -> Change | None:
        """The greatest rise or fall between neighbours; nothing if there is none, or another that is as great.

        :param least: by how much it differs from nothing and from the second greatest.
        """
        sign = 1 if rise else -1
        changes = sorted(map(Change, self.points, self.points[1:]), key=lambda change: sign * change.by, reverse=True)
        sizes = [sign * change.by for change in changes]
        alone = len(sizes) < 2 or (sizes[0] - max(sizes[1], Decimal(0)) >= least and sizes[0] != sizes[1])
        return changes[0] if sizes[0] > 0 and sizes[0] >= least and alone else None

    def course(self, least: Decimal) -> tuple[Change, ...]:
        """How it went: rises and falls, each as far as it goes; what stays within ``least`` is one stretch.

        Only the first and the last point of a stretch are told, so a stretch within ``least`` may move either way.
        """
        runs = [Change(run[0].start, run[-1].end) for run in self._runs()]
        return tuple(_joined(runs, least))

    def _runs(self) -> Iterator[list[Change]]:
        steps = map(Change, self.points, self.points[1:])
        for _, run in groupby(steps, key=lambda change: (change.by > 0) - (change.by < 0)):
            yield list(run)


def _joined(runs: Sequence[Change], least: Decimal) -> Iterator[Change]:
    flat: Change | None = None
    for run in runs:
        joined = Change(flat.start, run.end) if flat else run
        if abs(run.by) < least and abs(joined.by) < least:
            flat = joined
            continue
        if flat:
            yield flat
        flat = run if abs(run.by) < least else None
        if not flat:
            yield run
    if flat:
        yield flat


def in_figures(value: Decimal) -> str:
    """A number with its thousands separated, and with the decimal places that it is known to."""
    return f"{value:,f}"


def in_round_figures(value: Decimal) -> str:
    """The same without zeros behind the point: 0.50 is 0.5."""
    return f"{value.normalize():,f}"
