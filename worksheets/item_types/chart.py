"""Charts of a series: columns on a scale of years, or bars for what has no such order. The axis begins at zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ..exhibits import Drawing, Table
from .series import Point, Series, in_round_figures
from .shapes import FAINT, FINE, THICK, THIN, TYPE, WIDTH, Canvas, round_step, text_width

COLUMNS = 11  # places for columns whose labels do not meet
DEPTH = 66.0  # of the columns' field
FINEST = 1.6  # from line to line: about as on graph paper
BAR, BAR_PITCH = 5.0, 8.0  # height of a bar, and from one to the next
LONGEST_LABEL = 52.0
AIR = 2.5  # between a label and what it belongs to
MOST_STEPS = 10  # from zero to the end of the axis
PARTS = {1: (10, 5, 2), 2: (10, 4, 2), 5: (10, 5)}  # of a step, by its first digit, so that lines are at round numbers
TICK, LONG_TICK = 0.8, 1.6
BETWEEN = 4.0  # between the labels of an axis that lies


@dataclass(frozen=True, slots=True)
class Axis:
    """From zero to a round number."""

    step: Decimal  # from label to label
    steps: int
    fine: Decimal  # from line to line

    @classmethod
    def reaching(cls, series: Series, length: float, most: int = MOST_STEPS) -> Axis:
        """An axis to the highest value of a series, which is above 0.

        :param length: in units of the drawing.
        :param most: steps.
        """
        highest = series.highest_value
        step = round_step(highest / most)
        steps = int((highest / step).to_integral_value(ROUND_CEILING))
        whole = all(point.value == point.value.to_integral() for point in series.points)
        for parts in PARTS[step.as_tuple().digits[0]]:
            if length / (steps * parts) >= FINEST and (step / parts >= 1 or not whole):
                return cls(step, steps, step / parts)
        return cls(step, steps, step)

    @property
    def end(self) -> Decimal:
        """The number at its end."""
        return self.step * self.steps

    @property
    def labels(self) -> tuple[tuple[Decimal, str], ...]:
        """The numbers that are labelled."""
        return tuple((self.step * place, in_round_figures(self.step * place)) for place in range(self.steps + 1))

    @property
    def lines(self) -> tuple[Decimal, ...]:
        """Every number that has a line."""
        return tuple(self.fine * place for place in range(int(self.end / self.fine) + 1))

    def read(self, value: Decimal, off: Decimal) -> tuple[Decimal, Decimal]:
        """What may be read for a value, rounded outwards to a line or to half-way between two.

        :param off: by how much it may be wrong, as a part of the distance between two lines.
        """
        half, reach = self.fine / 2, off * self.fine
        least = ((value - reach) / half).to_integral_value(ROUND_FLOOR) * half
        return max(least, Decimal(0)), ((value + reach) / half).to_integral_value(ROUND_CEILING) * half


def chart(series: Series, unit: str, title: str) -> tuple[Drawing, Axis] | None:
    """Draw a series; nothing if its labels are too long, or if it has nothing above zero or something below.

    :param unit: what is counted, as it stands at the axis.
    :param title: what the chart shows, for its description.
    """
    if series.highest_value <= 0 or any(point.value < 0 for point in series.points):
        return None
    if stands(series):
        axis = Axis.reaching(series, DEPTH)
        canvas, kind = _columns(series, axis, unit), "column chart"
    else:
        edge = max(text_width(point.label) for point in series.points)
        if edge > LONGEST_LABEL:
            return None
        axis = _lying_axis(series, WIDTH - edge)
        canvas, kind = _bars(series.points, axis, edge + AIR, unit), "bar chart"
    labels = (*(text for _, text in axis.labels), unit, *map(str, _empty_years(series)))
    return Drawing(canvas.svg, f"A {kind} of {title}.", data(series, unit), labels), axis


def stands(series: Series) -> bool:
    """Whether it is drawn as columns on a scale of years, gaps and all; else as bars, one for each label."""
    return bool(series.years) and (series.years[-1] - series.years[0]) // series.interval < COLUMNS


def data(series: Series, unit: str) -> Table:
    """The series as a table."""
    rows = tuple((point.label, point.written) for point in series.points)
    return Table(rows, ("Year" if series.years else "Category", unit))


def has_gaps(series: Series) -> bool:
    """Whether the scale of years has places without a column."""
    return bool(_empty_years(series))


def _places(series: Series) -> range:
    return range(series.years[0], series.years[-1] + 1, series.interval)


def _empty_years(series: Series) -> Sequence[int]:
    return [year for year in _places(series) if year not in series.years] if stands(series) else []


def _columns(series: Series, axis: Axis, unit: str) -> Canvas:
    top = 2 * TYPE
    base = top + DEPTH
    edge = max(text_width(text) for _, text in axis.labels) + AIR
    canvas = Canvas(base + 1.6 * TYPE)

    def height(value: Decimal) -> float:
        return base - DEPTH * float(value / axis.end)

    canvas.text((0, TYPE), unit, 0)
    for value in axis.lines:
        canvas.line((edge, height(value)), (WIDTH, height(value)), FINE, FAINT)
        canvas.line((edge - TICK, height(value)), (edge, height(value)), FINE)
    for value, text in axis.labels:
        canvas.line((edge - LONG_TICK, height(value)), (WIDTH, height(value)), FINE)
        canvas.text((edge - AIR, height(value) + 0.33 * TYPE), text, 1)
    places = _places(series)
    pitch = (WIDTH - edge) / len(places)
    values = dict(zip(series.years, series.points, strict=True))
    for index, year in enumerate(places):
        middle = edge + pitch * (index + 0.5)
        if year in values:
            upper = height(values[year].value)
            canvas.box((middle - 0.3 * pitch, upper), 0.6 * pitch, base - upper)
        canvas.text((middle, base + 1.25 * TYPE), str(year))
    canvas.line((edge, top), (edge, base), THICK)
    canvas.line((edge, base), (WIDTH, base), THICK)
    return canvas


def _lying_axis(series: Series, length: float) -> Axis:
    """As many steps as their labels leave room for."""
    for most in range(MOST_STEPS, 1, -1):
        axis = Axis.reaching(series, length, most)
        width = max(text_width(text) for _, text in axis.labels)
        if (width + BETWEEN) * axis.steps <= length - width / 2:
            return axis
    return Axis.reaching(series, length, 1)


def _bars(points: Sequence[Point], axis: Axis, edge: float, unit: str) -> Canvas:
    base = BAR_PITCH * len(points) + 1
    canvas = Canvas(base + 3.2 * TYPE)
    length = WIDTH - edge - text_width(axis.labels[-1][1]) / 2

    def reach(value: Decimal) -> float:
        return edge + length * float(value / axis.end)

    for value in axis.lines:
        canvas.line((reach(value), 0.5), (reach(value), base), FINE, FAINT)
        canvas.line((reach(value), base), (reach(value), base + TICK), FINE)
    for value, text in axis.labels:
        canvas.line((reach(value), 0.5), (reach(value), base + LONG_TICK), FINE)
        canvas.text((reach(value), base + 1.5 * TYPE), text)
    for index, point in enumerate(points):
        middle = BAR_PITCH * (index + 0.5) + 0.5
        canvas.box((edge, middle - BAR / 2), reach(point.value) - edge, BAR)
        canvas.text((edge - AIR, middle + 0.33 * TYPE), point.label, 1)
    canvas.line((edge, 0.5), (edge, base), THICK)
    canvas.line((edge, base), (reach(axis.end), base), THIN)
    canvas.text((edge + length / 2, base + 2.8 * TYPE), unit)
    return canvas
