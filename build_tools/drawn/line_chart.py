"""A line chart: values over years on a scale that begins at zero."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from worksheets.item_types.series import Series, in_round_figures
from worksheets.item_types.shapes import round_step

from .canvas import FINE, GRID, LEADING, SIZE, THICK, THIN, Canvas, width_of, wrapped
from .picture import capital

DEPTH = 120.0  # of the field of columns or lines
TOP = 2.4 * LEADING  # above the field: the unit, and the label of a value that reaches its end
CLEAR = 3.5  # from a point to the words above or below it


def lines(canvas: Canvas, many: Sequence[Series], names: Sequence[str], unit: str) -> float:
    """Draw the series; the last value of each has its name beside it.

    :return: how high the drawing is.
    """
    highest = max(series.highest_value for series in many)
    step = round_step(highest / 5)
    steps = int((highest / step).to_integral_value(ROUND_CEILING))
    scale = [step * place for place in range(steps + 1)]
    edge = max(width_of(in_round_figures(value)) for value in scale) + 5
    ends = [wrapped(name, 80) for name in names] if len(many) > 1 else []
    behind = max(width_of(line) for lines in ends for line in lines) + 8 if ends else width_of("0,000,000") / 2
    right = canvas.wide - behind
    first, last = min(series.years[0] for series in many), max(series.years[-1] for series in many)
    base = TOP + DEPTH
    inset = edge + 2 + max(width_of(point.written) for series in many for point in series.points) / 2

    def spot(year: int, value: Decimal) -> tuple[float, float]:
        across = inset + (right - inset) * (year - first) / max(1, last - first)
        return across, base - DEPTH * float(value / (step * steps))

    canvas.text((0, SIZE), capital(unit), bold=True)
    for value in scale:
        y = spot(first, value)[1]
        canvas.line((edge, y), (right, y), FINE, ink=GRID)
        canvas.text((edge - 4, y + SIZE * 0.35), in_round_figures(value), 1)
    shown = sorted({year for series in many for year in series.years})
    reached = -canvas.wide
    for year in shown:
        x = spot(year, Decimal(0))[0]
        canvas.line((x, base), (x, base + 3))
        if x - reached >= width_of("0000") + 6:
            canvas.text((x, base + 3 + LEADING), str(year), 0.5)
            reached = x
    taken = base
    order = sorted(range(len(many)), key=lambda place: many[place].points[-1].value)
    for place in order:
        series = many[place]
        spots = [spot(year, point.value) for year, point in zip(series.years, series.points, strict=True)]
        values = _values(spots, [point.written for point in series.points], edge, base) if len(many) == 1 else []
        for left, y, words in values:  # no line of the scale strikes a number out
            canvas.blank((left, y - 0.75 * SIZE), width_of(words), SIZE)
        for before, after in pairwise(spots):
            canvas.line(before, after, THICK + 0.6 * place)
        for at in spots:
            canvas.dot(at)
        for left, y, words in values:
            canvas.text((left, y), words)
        if ends:
            foot = min(taken, spots[-1][1] + SIZE * 0.35 + LEADING * (len(ends[place]) - 1))
            for index, line in enumerate(reversed(ends[place])):
                canvas.text((right + 6, foot - LEADING * index), line)
            taken = foot - LEADING * len(ends[place]) - 2
    canvas.line((edge, base), (right, base), THIN)
    return base + 2.2 * LEADING


def _values(
    spots: Sequence[tuple[float, float]], written: Sequence[str], edge: float, base: float
) -> list[tuple[float, float, str]]:
    """Place values beside the points of a line, on a side that the line leaves free.

    :return: left end and baseline of each that has room.
    """
    placed: list[tuple[float, float, str]] = []
    reached = edge + 1.0
    for index, ((x, y), words) in enumerate(zip(spots, written, strict=True)):
        before = spots[index - 1][1] if index else None
        after = spots[index + 1][1] if index + 1 < len(spots) else None
        higher = [height is not None and height < y - 1 for height in (before, after)]
        ends = before is None or after is None
        deep = base - y > LEADING + 4
        below = any(higher) and (all(higher) or ends) and deep
        align = 0.5 if below or ends or higher[0] == higher[1] else 0.0 if higher[0] else 1.0
        nearest = min(abs(x - other) for other, _ in spots if other != x)
        if 1.5 * width_of(words) + 6 > nearest:
            align = 0.5  # beside its point it would take the room of its neighbour
            crossed = _crossed(spots, index, width_of(words) / 2)
            if crossed[below] and not crossed[not below] and (below or deep):
                below = not below
        left = x - align * width_of(words) + (2 if align == 0 else -2 if align == 1 else 0)
        if left >= reached:
            placed.append((left, y + LEADING + 1 if below else y - 4.5, words))
            reached = left + width_of(words) + 3
    return placed


def _crossed(spots: Sequence[tuple[float, float]], index: int, half: float) -> tuple[bool, bool]:
    """Whether the line runs through words centred above a point, or below it, that are twice as wide as ``half``."""
    x, y = spots[index]
    beside = [spots[other] for other in (index - 1, index + 1) if 0 <= other < len(spots)]
    ends = [(there - y) * min(half / abs(across - x), 1) for across, there in beside]
    return any(end < -CLEAR for end in ends), any(end > CLEAR for end in ends)
