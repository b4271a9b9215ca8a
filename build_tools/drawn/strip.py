"""A strip of time: events as points and bars on one axis that is true to scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from worksheets.dates import MONTHS, Date
from worksheets.facts import Event, Fact
from worksheets.item_types.shapes import round_step
from worksheets.item_types.time_scale import label as year_label

from .callouts import Label, place
from .canvas import LEADING, SIZE, THIN, Canvas, balanced, width_of
from .picture import DrawingMark, Picture, capital, of_kind

BAND = 13.0
BAR = 4.0
MOST = 14  # events that a reader can take in, and that leave a page room for text
LEAST_STRETCH = 30.0  # from one labelled year to the next
LEAST_QUARTER = 26.0  # from one named month to the next, with the year before the first
TEXT = 0.46  # of the width: a label is at most so wide
INSET = 1.0  # of the axis: a line on the edge of a drawing would be cut to half its thickness
SHORTEST = 6.0  # a shorter bar is a dot on the axis
QUARTERS = (4, 7, 10)  # months that are named where years are wide


def strip(mark: DrawingMark, facts: Sequence[Fact]) -> Picture:
    """Draw the events in order of time.

    :raises UnfitError: if there is nothing to draw, too much, or something that is no event.
    """
    if other := next((fact for fact in facts if not isinstance(fact, Event)), None):
        raise mark.fault(f"“{other.id}” is {of_kind(other)} and no event", "name events in :events:")
    first, last = _year(mark, "from"), _year(mark, "to")
    events = sorted(
        (
            fact
            for fact in facts
            if isinstance(fact, Event)
            and (first is None or fact.years[1] >= first)
            and (last is None or fact.years[0] <= last)
        ),
        key=lambda event: (event.date.first, event.id),
    )
    if not events:
        raise mark.fault("the strip has no events", "mark some, or name others in :events:")
    if len(events) > MOST:
        raise mark.fault(f"the strip has {len(events)} events", f"name {MOST} or fewer in :events:")
    begin = min(event.years[0] for event in events) if first is None else first
    end = (max(event.years[1] for event in events) if last is None else last) + 1
    title = mark.options.get("caption") or f"Timeline, {year_label(begin)} to {year_label(end - 1)}"
    rows = tuple((capital(event.told_date), capital(event.title)) for event in events)
    alt = (
        f"{len(events)} events on a scale of years. First: {events[0].label}, {events[0].told_date}. "
        f"Last: {events[-1].label}, {events[-1].told_date}."
    )
    canvas = Canvas(mark.wide)
    height = _draw(canvas, events, begin, end)
    return Picture(title, canvas.svg(height, title, alt), alt, ("Date", "Event"), rows, tuple(events))


def moment(day: tuple[int, int, int]) -> float:
    """A day as a part of the way from year to year; months count as equally long."""
    year, month, date = day
    return year + (month - 1 + (date - 1) / 31) / 12


def _draw(canvas: Canvas, events: Sequence[Event], begin: int, end: int) -> float:
    def at(year: float) -> float:
        return INSET + (canvas.wide - 2 * INSET) * min(max((year - begin) / (end - begin), 0.0), 1.0)

    texts = [[_short(capital(event.told_date)), *balanced(_bare(event.label), TEXT * canvas.wide)] for event in events]
    labels, bars = [], []
    for event, text in zip(events, texts, strict=True):
        start, stop = at(moment(event.date.first)), at(moment(event.date.last))
        if event.end:
            stop = at(moment(event.end.last))
        bars.append(bool(event.end) and stop - start >= SHORTEST)
        if not bars[-1]:
            start = stop = (start + stop) / 2
        wide = max(map(width_of, text)) + 4
        labels.append(Label(start, stop, wide, LEADING * len(text) + (BAR + 3 if bars[-1] else 0)))
    placed = place(labels, canvas.wide)
    top = max((found.far for found in placed if not found.below), default=0.0) + 2
    foot = top + BAND
    canvas.box((INSET, top), canvas.wide - 2 * INSET, BAND)
    for year in _round_years(begin, end, canvas.wide):
        canvas.line((at(year), top), (at(year), foot), THIN)
        if at(year) + width_of(year_label(year)) + 3 <= canvas.wide:
            canvas.text((at(year) + 2.5, top + BAND / 2 + SIZE * 0.35), year_label(year), bold=True)
    if (canvas.wide - 2 * INSET) / (4 * (end - begin)) >= LEAST_QUARTER:
        for year in range(begin, end):
            for month in QUARTERS:
                canvas.line((at(moment((year, month, 1))), foot - 3), (at(moment((year, month, 1))), foot), THIN)
                canvas.text((at(moment((year, month, 1))) + 2.5, top + BAND / 2 + SIZE * 0.35), MONTHS[month - 1][:3])
    for bar, text, label, found in zip(bars, texts, labels, placed, strict=True):
        edge, far = (foot, foot + found.far) if found.below else (top, top - found.far)
        upper = foot + found.near if found.below else top - found.far
        canvas.line((found.anchor, edge), (found.anchor, far), THIN)
        if bar:
            canvas.box((label.start, upper + 1), label.end - label.start, BAR, "#9a9a9a")
            upper += BAR + 3
        else:
            canvas.dot((found.anchor, edge))
        for index, line in enumerate(text):
            spot = (found.anchor + 4 if found.below else found.anchor - 4, upper + SIZE + LEADING * index)
            canvas.text(spot, line, 0 if found.below else 1, bold=index == 0)
    return foot + max((found.far for found in placed if found.below), default=0.0) + 4


def _round_years(begin: int, end: int, wide: float) -> list[int]:
    step = int(round_step(max(Decimal(1), Decimal(str(LEAST_STRETCH * (end - begin) / wide)))))
    return [year for year in range(begin, end) if (year if year > 0 else 1 - year) % step == 0]


def _bare(label: str) -> str:
    """The label of a tight place: without its article."""
    return capital(re.sub(r"^(the|a|an) ", "", label))


def _short(label: str) -> str:
    for month in MONTHS:
        label = re.sub(rf"\b{month}\b", month[:3] if len(month) > 4 else month, label)
    return label


def _year(mark: DrawingMark, option: str) -> int | None:
    text = mark.options.get(option)
    if text is None:
        return None
    try:
        return Date.parse(text).year
    except ValueError:
        raise mark.fault(f"“{text}” in :{option}: is no year", "write it with four digits: “1934”") from None
