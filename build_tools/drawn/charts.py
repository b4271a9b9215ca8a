"""Charts of figures: columns or lines over years, bars for what has no such order, a whole with its parts."""

from __future__ import annotations

from collections.abc import Sequence

from worksheets.facts import Fact, Figure
from worksheets.item_types.series import Point, Series

from .canvas import LEADING, SHADES, SIZE, THICK, Canvas, width_of, wrapped
from .line_chart import DEPTH, TOP, lines
from .numbers_in_words import shape
from .parts_of_a_whole import parts_of_a_whole
from .picture import DrawingMark, Picture, capital, of_kind

BAR, PITCH = 10.0, 14.0
NO_NUMBER = "no figure"


def chart(mark: DrawingMark, facts: Sequence[Fact]) -> Picture:
    """Draw one figure with its series, or several whose units agree.

    :raises UnfitError: if they cannot be drawn together.
    """
    figures = [fact for fact in facts if isinstance(fact, Figure)]
    if len(figures) < len(facts):
        other = next(fact for fact in facts if not isinstance(fact, Figure))
        raise mark.fault(f"“{other.id}” is {of_kind(other)} and no figure", "name figures in {fact:chart}")
    kind = mark.options.get("kind", "bar")
    if kind == "parts":
        return parts_of_a_whole(mark, figures)
    if kind not in ("bar", "line"):
        raise mark.fault(f"“{kind}” is no kind of chart", "write “:kind: bar”, “line” or “parts”")
    if bare := [figure.id for figure in figures if not figure.series]:
        raise mark.fault(f"the figure “{bare[0]}” has no :series:", "write one, or “:kind: parts” for single values")
    units = list(dict.fromkeys(figure.unit for figure in figures))
    if len(units) > 1:
        raise mark.fault(f"the units “{units[0]}” and “{units[1]}” differ", "put them into two charts")
    many = [(figure, Series.of(figure)) for figure in figures]
    if any(point.value < 0 for _, series in many for point in series.points) or not any(
        series.highest_value for _, series in many
    ):
        raise mark.fault("a chart begins at zero, and these values do not lie above it", "show them as a table")
    title = mark.options.get("caption") or capital(" and ".join(figure.title for figure in figures))
    names = _names(mark, figures)
    canvas = Canvas(mark.wide)
    in_years = all(series.years for _, series in many)
    if kind == "line":
        if not in_years:
            raise mark.fault("a line needs years as labels", "write “:kind: bar”")
        height = lines(canvas, [series for _, series in many], names, units[0])
    elif len(many) == 1 and in_years and _stand(many[0][1], mark.wide):
        height = _columns(canvas, many[0][1], units[0])
    else:
        height = _bars(canvas, [series for _, series in many], names, units[0])
    called = "Line chart" if kind == "line" else "Bar chart"
    told = [
        shape(series) if len(many) == 1 else f"{name}: {shape(series)}"
        for name, (_, series) in zip(names, many, strict=True)
    ]
    alt = f"{called} of {units[0] or 'numbers'}. {' '.join(told)}"
    labels = dict.fromkeys(point.label for _, series in many for point in series.points)
    found = [{point.label: point.written for point in series.points} for _, series in many]
    columns = [units[0]] if len(many) == 1 else names
    heads = ("Year" if in_years else "Category", *map(capital, columns))
    return Picture(
        title,
        canvas.svg(height, title, alt),
        alt,
        heads,
        tuple((label, *(values.get(label, "no number") for values in found)) for label in labels),
        tuple(figures),
        tuple(dict.fromkeys(figure.counted for figure in figures if figure.counted)),
        figures[0].id if len(figures) == 1 else "",
    )


def _names(mark: DrawingMark, figures: Sequence[Figure]) -> list[str]:
    """What each series is called: as :labels: say, or by the titles of the figures."""
    if "labels" not in mark.options:
        return [capital(figure.title) for figure in figures]
    names = [capital(name.strip()) for name in mark.options["labels"].split("|")]
    if len(names) != len(figures):
        raise mark.fault(
            f"there are {len(names)} labels for {len(figures)} figures", "write one for each, “ | ” between"
        )
    return names


def _stand(series: Series, wide: float) -> bool:
    """Whether values have room above columns that stand on a scale of years."""
    places = (series.years[-1] - series.years[0]) // series.interval + 1
    return max(width_of(point.written) for point in series.points) + 2 <= wide / places


def _columns(canvas: Canvas, series: Series, unit: str) -> float:
    base = TOP + DEPTH
    places = range(series.years[0], series.years[-1] + 1, series.interval)
    pitch = canvas.wide / len(places)
    canvas.text((0, SIZE), capital(unit), bold=True)
    known = dict(zip(series.years, series.points, strict=True))
    for index, year in enumerate(places):
        middle = pitch * (index + 0.5)
        canvas.text((middle, base + 1.2 * LEADING), str(year), 0.5)
        if year in known:
            high = DEPTH * float(known[year].value / series.highest_value)
            canvas.box((middle - 0.3 * pitch, base - high), 0.6 * pitch, high, SHADES[0])
            canvas.text((middle, base - high - 3), known[year].written, 0.5)
        elif width_of(NO_NUMBER) <= pitch:  # an empty place would be taken for zero
            canvas.text((middle, base - 3), NO_NUMBER, 0.5)
    canvas.line((0, base), (canvas.wide, base), THICK)
    return base + 1.6 * LEADING


def _bars(canvas: Canvas, many: Sequence[Series], series_names: Sequence[str], unit: str) -> float:
    """A bar for each value, its label on its left; several series are grouped under each label."""
    grouped = len(many) > 1
    labels = list(dict.fromkeys(point.label for series in many for point in series.points))
    names = series_names if grouped else labels
    room = min(max(map(width_of, names)), 0.42 * canvas.wide)
    highest = max(series.highest_value for series in many)
    values = max(width_of(point.written) for series in many for point in series.points)
    left, y = room + 5, LEADING + 6
    length = canvas.wide - left - values - 5
    canvas.text((0, SIZE), capital(unit), bold=True)

    def bar(name: str, point: Point, shade: str) -> None:
        nonlocal y
        lines = wrapped(name, room)
        high = max(PITCH, LEADING * len(lines) + 3)
        middle = y + high / 2
        for index, line in enumerate(lines):
            canvas.text((room, middle + SIZE * 0.35 + LEADING * (index - (len(lines) - 1) / 2)), line, 1)
        reach = length * float(point.value / highest)
        canvas.box((left, middle - BAR / 2), reach, BAR, shade)
        canvas.text((left + reach + 4, middle + SIZE * 0.35), point.written)
        y += high

    top = y
    for label in labels:
        if grouped:
            canvas.text((left + 4, y + SIZE), capital(label), bold=True)
            y += LEADING + 2
        for place, series in enumerate(many):
            point = next((found for found in series.points if found.label == label), None)
            if point:
                bar(series_names[place] if grouped else label, point, SHADES[place % len(SHADES)])
        y += 4 if grouped else 0
    canvas.line((left, top - 2), (left, y + 2), THICK)
    return y + 4
