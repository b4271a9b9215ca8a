"""Rules for events on a scale of years, measured on the drawing itself (P5, H12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

from ..bank import FactBank
from ..exhibits import Drawing
from ..facts import Event
from ..questions import Question, letter
from ..words import fold
from .drawings import SVG
from .finding import Finding

EVENTS = (4, 7)
PART = 10  # neighbours are at least this part of the scale apart
SLACK = 0.02  # units of the drawing that rounding may cost
_UPRIGHT = re.compile(r"M([\d.]+) [\d.]+L\1 [\d.]+")
_YEAR = re.compile(r"(\d+)( BCE)?")


def to_scale(question: Question, book: FactBank) -> Iterator[Finding]:
    """Ticks and solved marks stand where they belong, equal times equally far; neighbours can be told apart."""
    solved = question.key.drawing
    if question.drawing is None or solved is None:
        yield Finding("P5", "it has no scale, or no solved one", "draw both")
        return
    texts = _texts(question.drawing)
    years = [year for text in texts if (year := _year(text)) is not None]
    ticks = _upright(question.drawing)
    if len(years) < 2 or len(ticks) < len(years) or len(years) < len(texts):
        yield Finding("P5", "the scale has other texts than two years or more", "label it with years only")
        return
    first, last = min(years), max(years)
    unit = (ticks[-1] - ticks[0]) / (last - first)
    if any(abs((tick - ticks[0]) / unit - round((tick - ticks[0]) / unit)) * unit > SLACK for tick in ticks):
        yield Finding("P5", "a tick does not stand where a year begins", "draw the scale so that equal times are equal")
    events = sorted(_events(question, book))
    if any(PART * (after - before) < last - first for (before, _), (after, _) in pairwise(events)):
        yield Finding("P5", "two events are less than a tenth of the scale apart", "choose events farther apart")
    marks = [place for place in _upright(solved) if place not in ticks]
    if "".join(text for text in _texts(solved) if _year(text) is None) != "".join(sign for _, sign in events):
        yield Finding("P5", "the letters of the solved scale are not in the order of their years", "draw it anew")
    if len(marks) != len(events) or not all(
        year - first < (mark - ticks[0]) / unit < year + 1 - first
        for (year, _), mark in zip(events, marks, strict=False)
    ):
        yield Finding("P5", "a letter of the solved scale does not stand in its year", "draw it anew")


def events_in_mixed_order(question: Question, book: FactBank) -> Iterator[Finding]:
    """4 to 7 events without dates, each with the year that the book gives it, a mark each, out of order (P5, G4)."""
    found = _events(question, book)
    if not EVENTS[0] <= len(question.rows) <= EVENTS[1] or len({year for year, _ in found}) < len(question.rows):
        yield Finding("P5", f"{len(question.rows)} events lie in {len(found)} years", "give 4 to 7 of different years")
    if sorted(found, key=lambda entry: entry[1]) == sorted(found):
        yield Finding("P5", "the events are printed in their order", "mix them")
    if question.marks != len(question.rows) or len(question.row_keys) != len(question.rows):
        yield Finding("G28", "there is not one mark and one year for each event", "check the marks")
    for (year, _), key in zip(found, question.row_keys, strict=False):
        if _year(key) != year:
            yield Finding("H11", f"the key says {key} for an event of {year}", "check the fact")
    for row in question.rows:
        if re.search(r"\d{3}", row):
            yield Finding("G4", f"“{row}” holds a date", "leave the date out of title and clause")


def _events(question: Question, book: FactBank) -> list[tuple[int, str]]:
    """Year and letter of each row that tells an event of the book, in the order of the rows."""
    facts = [fact for name in question.facts if isinstance(fact := book.get(name), Event)]
    return [
        (fact.date.year, letter(index))
        for index, row in enumerate(question.rows)
        for fact in facts
        if fold(row) in (fold(fact.title), fold(fact.clause))
    ]


def _texts(drawing: Drawing) -> list[str]:
    """Its texts from left to right."""
    texts = sorted(ElementTree.fromstring(drawing.svg).iter(f"{SVG}text"), key=lambda text: float(text.get("x", "")))
    return [text.text or "" for text in texts]


def _upright(drawing: Drawing) -> list[float]:
    """Where upright lines stand in it, from left to right."""
    paths = (path.get("d", "") for path in ElementTree.fromstring(drawing.svg).iter(f"{SVG}path"))
    return sorted(float(found[1]) for path in paths if (found := _UPRIGHT.fullmatch(path)))


def _year(text: str) -> int | None:
    found = _YEAR.fullmatch(text)
    return (1 - int(found[1]) if found[2] else int(found[1])) if found else None
