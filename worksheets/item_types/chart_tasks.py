"""The tasks of a chart or table of numbers, all answers worked out from the series (rule G31).

Where the numbers do not decide, because two are the same or too near to be told apart, there is no task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from ..facts import Figure
from ..questions import Key, QuestionPart
from .chart import Axis
from .drawing import Draw
from .series import Change, Series, in_figures, in_round_figures
from .wording import quoted, sentence

_LEFT_OUT = re.compile(r"\b(leav\w+ out|left out|exclud\w+|omit\w*|without|except|not|no|alone|only)\b")
_LEAVES = re.compile(r"^(?:It leaves|They leave) out (?!.*, and (?:it|they|do|does) )")  # the task has said so
_SENTENCES = re.compile(r"(?<=[.;])\s+")
DIGITS = 3  # significant digits of a change that is worked out from a table
ROUND_NAMES = {
    10: "ten",
    100: "hundred",
    1000: "thousand",
    10_000: "ten thousand",
    100_000: "hundred thousand",
    1_000_000: "million",
}
SURE = 5  # lines of a chart from which a value or a change can be told to a fifth
FEWEST_TO_DESCRIBE = 4  # points
MOST_TO_DESCRIBE = 3  # marks
ZERO, HALF, ONE = Decimal(0), Decimal("0.5"), Decimal(1)

FINER = "A finer description with right numbers counts as well."
ANY_GAP = "One thing is enough; something else that the figures surely leave out counts as well."


@dataclass(frozen=True, slots=True)
class Reader:
    """How exactly a student can read: numbers off a table to the last digit, off a chart to its lines."""

    axis: Axis | None = None  # nothing for a table

    @property
    def least(self) -> Decimal:
        """The difference that can be seen."""
        return self.axis.fine / 2 if self.axis else ZERO

    def reads(self, value: Decimal) -> bool:
        """Whether a value is so great that it can be told with some exactness."""
        return not self.axis or abs(value) >= SURE * self.axis.fine

    def value(self, value: Decimal) -> tuple[str, ...]:
        """A note on what counts as the value."""
        return _allow(*self.axis.read(value, HALF)) if self.axis else ()

    def change(self, by: Decimal) -> tuple[str, str, tuple[str, ...]]:
        """For the task how exact a change is to be, for its key the change, and a note on what counts.

        :param by: above 0.
        """
        unit = Decimal(1).scaleb(by.adjusted() - DIGITS + 1)
        rounded = (by / unit).quantize(ONE, ROUND_HALF_UP) * unit if int(unit) in ROUND_NAMES else by
        if self.axis:
            return "", f"about {in_figures(rounded)}", _allow(*self.axis.read(by, ONE))
        if rounded == by:
            return "", in_figures(by), ()
        exactly = f"Exactly {in_figures(by)}, which counts too."
        return f", to the nearest {ROUND_NAMES[int(unit)]}", in_figures(rounded), (exactly,)


def tasks(figure: Figure, series: Series, reader: Reader, draw: Draw) -> tuple[QuestionPart, ...]:
    """All tasks that the numbers decide, and what they leave out."""
    by_kind = _in_time(series, reader, draw) if series.years else _difference(series, reader, draw)
    return (*_extreme(series, reader, draw), *by_kind, *_left_out(figure))


def _extreme(series: Series, reader: Reader, draw: Draw) -> Iterator[QuestionPart]:
    found = {word: series.extreme(word == "highest", reader.least) for word in ("highest", "lowest")}
    ways = {word: point for word, point in found.items() if point and reader.reads(point.value)}
    if ways:
        word = draw.one(list(ways), "extreme")
        point = ways[word]
        yield QuestionPart(
            f"In which year was the figure {word}, and what was it?"
            if series.years
            else f"Which of these has the {word} figure, and what is the figure?",
            2,
            Key(f"{point.label}: {point.written}", notes=("1 mark each.", *reader.value(point.value))),
            answer_lines=1,
        )


def _in_time(series: Series, reader: Reader, draw: Draw) -> Iterator[QuestionPart]:
    found = {word: series.greatest_change(word == "rise", reader.least) for word in ("rise", "fall")}
    ways = {word: change for word, change in found.items() if change and reader.reads(change.by)}
    if ways:
        word = draw.one(list(ways), "change")
        change = ways[word]
        exact, by, notes = reader.change(abs(change.by))
        yield QuestionPart(
            f"From which of these years to the next one shown did the figure {word} most, and by how much{exact}?",
            2,
            Key(f"from {change.start.label} to {change.end.label}, by {by}", notes=("1 mark each.", *notes)),
            answer_lines=1,
        )
    if len(series.points) >= FEWEST_TO_DESCRIBE:
        yield _description(series, reader)


def _description(series: Series, reader: Reader) -> QuestionPart:
    least = reader.axis.fine if reader.axis else ZERO
    course = series.course(least)
    points = tuple(_told(change, least) for change in course)
    if len(points) == 1:
        points = (f"it {_verb(course[0], least)} all the time", *points)
    marks = min(len(points), MOST_TO_DESCRIBE)
    any_of = (f"Any {marks} of these, 1 mark each.",) if len(points) > marks else ()
    read = ("Numbers as they can be read off the chart.",) if reader.axis else ()
    return QuestionPart(
        f"Describe how the figure changed from {series.points[0].label} to {series.points[-1].label}. "
        f"Give numbers from the {'chart' if reader.axis else 'table'}.",
        marks,
        Key(
            f"it {', then '.join(_verb(change, least) for change in course)}",
            points=points,
            notes=(*any_of, *read, FINER),
        ),
        answer_lines=marks + 1,
    )


def _told(change: Change, least: Decimal) -> str:
    start, end = change.start, change.end
    numbers = (
        f"from {start.written} to {end.written}"
        if abs(change.by) >= least
        else f"({start.written}, then {end.written})"
    )
    return f"from {start.label} to {end.label} it {_verb(change, least)} {numbers}"


def _verb(change: Change, least: Decimal) -> str:
    if abs(change.by) < least:
        # What cannot be read off the chart may still be half of a small number.
        return "stayed low" if 4 * abs(change.by) > abs(change.start.value) else "hardly changed"
    return "rose" if change.by > 0 else "fell" if change.by < 0 else "stayed the same"


def _difference(series: Series, reader: Reader, draw: Draw) -> Iterator[QuestionPart]:
    ordered = sorted(series.points, key=lambda point: point.value, reverse=True)
    pairs = [
        (one, other)
        for one, other in combinations(ordered, 2)
        if one.value > other.value and reader.reads(one.value - other.value)
    ]
    if pairs:
        higher, lower = draw.order(pairs, lambda two: f"{two[0].label}\n{two[1].label}", "pair")[0]
        exact, by, notes = reader.change(higher.value - lower.value)
        yield QuestionPart(
            f"By how much is the figure marked {quoted(higher.label)} higher than the figure marked "
            f"{quoted(lower.label)}{exact}?",
            1,
            Key(by, notes=notes),
            answer_lines=1,
        )


def _left_out(figure: Figure) -> Iterator[QuestionPart]:
    said = _SENTENCES.split(figure.counted)
    if left_out := [text for text in said if _LEFT_OUT.search(text)]:
        yield QuestionPart(
            "Name something that these figures leave out.",
            1,
            Key(
                sentence(_LEAVES.sub("", " ".join(left_out).removesuffix(";"))),
                notes=(ANY_GAP, *(sentence(text.removesuffix(";")) for text in said if text not in left_out)),
            ),
            answer_lines=1,
        )


def _allow(least: Decimal, most: Decimal) -> tuple[str, ...]:
    return (f"Allow {in_round_figures(least)} to {in_round_figures(most)}.",)
