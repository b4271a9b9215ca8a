"""Read the chart: tasks on a series of numbers, drawn as a chart or printed as a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ..bank import FactBank
from ..facts import Figure
from ..item_rules import charts
from ..questions import ItemTypeName, Key, Question
from .assembly import build
from .chart import chart, data, has_gaps, stands
from .chart_tasks import Reader, tasks
from .drawing import Draw
from .item_type import ItemType, Material, Pattern, Refusal
from .numbers import Number
from .series import Series
from .wording import capital, fragment, sentence

NAME: Final[ItemTypeName] = "read-the-chart"
FEWEST = 3  # points
FEWEST_TASKS = 2
_CALLED = {"chart": re.compile(r"\btable\b", re.IGNORECASE), "table": re.compile(r"\b(chart|graph)\b", re.IGNORECASE)}


def off_chart(figure: Figure, material: Material) -> Question | Refusal:
    """Read a chart: as exactly as its lines allow."""
    drawn = chart(Series.of(figure), _unit(figure), figure.title)
    if not drawn:
        return Refusal("its labels are too long for a chart, or its numbers are not above zero")
    drawing, axis = drawn
    asked = _asked(figure, material, "chart", Reader(axis))
    return replace(asked, drawing=drawing) if isinstance(asked, Question) else asked


def off_table(figure: Figure, material: Material) -> Question | Refusal:
    """Read a table: to the last digit."""
    asked = _asked(figure, material, "table", Reader())
    table = data(Series.of(figure), _unit(figure))
    return replace(asked, table=table) if isinstance(asked, Question) else asked


def _asked(figure: Figure, material: Material, way: str, reader: Reader) -> Question | Refusal:
    draw = Draw(material, NAME, way, figure)
    series = Series.of(figure)
    parts = tasks(figure, series, reader, draw)
    if len(parts) < FEWEST_TASKS:
        return Refusal("its numbers are too near each other to ask which is the highest, or the greatest change", "G31")
    # Numbers that are not settled are printed with the sentence that says who counted (rules HI-3, G36).
    counter = () if figure.certainty == "settled" else (sentence(figure.text),)
    return build(
        draw,
        (figure,),
        stem=" ".join((f"The {way} shows {fragment(figure.title)}.", *counter)),
        instruction=_about_gaps(series) if reader.axis else "",
        marks=sum(part.marks for part in parts),
        key=Key(""),
        level=2,
        parts=parts,
        involves=_told_by(material.book, figure, series),
    )


def _about_gaps(series: Series) -> str:
    """What a reader must know of the years between the numbers."""
    if has_gaps(series):
        return "Where no column stands there is no figure for the year."
    return "The bars do not show how far the years are apart." if series.years and not stands(series) else ""


def _unit(figure: Figure) -> str:
    return capital(figure.unit) or "Number"


def _told_by(book: FactBank, figure: Figure, series: Series) -> tuple[str, ...]:
    """Figures that can be read from the series, or from the sum of all or of two; and those that are also true."""
    values = [point.value for point in series.points]
    told = {*values, sum(values), *(one + other for one, other in pairwise(values))}
    return tuple(
        other.id
        for other in book.of_kind(Figure)
        if other.id != figure.id
        and (book.also_true(figure, other) or ((number := Number.parse(other.value)) and number.value in told))
    )


def _suits(way: str) -> Callable[[Figure], bool]:
    """Whether a figure has a series that nobody disputes and whose sentence does not call it something else."""

    def suits(figure: Figure) -> bool:
        fit = len(figure.series) >= FEWEST and not figure.disputed and not figure.range
        return fit and (figure.certainty == "settled" or not _CALLED[way].search(figure.text))

    return suits


READ_THE_CHART = ItemType(
    name=NAME,
    title="Read the numbers",
    instruction="Work with the numbers that are given. Write on the lines.",
    takes="figures with a series of three numbers or more",
    demand=0.5,
    ways=(
        Pattern("chart", Figure, _suits("chart"), off_chart),
        Pattern("table", Figure, _suits("table"), off_table),
    ),
    rules=(charts.true_to_the_series, charts.drawn_from_zero, charts.decided, charts.counted_untold),
    most=3,
)
