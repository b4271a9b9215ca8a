"""Rules for charts and tables of numbers (G31, HI-3), measured on what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ..bank import FactBank
from ..facts import Figure
from ..questions import Question
from ..words import holds
from .drawings import SVG
from .finding import Finding

SLACK = 0.02  # units of the drawing that rounding may cost
_UNSEPARATED = re.compile(r"\d{5}")
_SUPERLATIVE = re.compile(r"\b(highest|lowest)\b")


def true_to_the_series(question: Question, book: FactBank) -> Iterator[Finding]:
    """The numbers are those of the fact, label by label, with their thousands separated and their unit named."""
    figure = _figure(question, book)
    table = question.drawing.data if question.drawing else question.table
    if figure is None or table is None:
        yield Finding("G31", "it shows no series of the book", "build the bank anew")
        return
    told = [(reading.label, reading.written.replace(",", "")) for reading in figure.series]
    if [(label, written.replace(",", "")) for label, written in table.rows] != told:
        yield Finding("G31", "its numbers are not those of the book", "build the bank anew")
    if any(_UNSEPARATED.search(text) for text in question.shown):
        yield Finding("G31", "a number has no commas between its thousands", "write “353,074”")
    if len(table.heads) != 2 or not all(table.heads):
        yield Finding("G31", "it does not say what is counted", "give the figure a :unit:")


def drawn_from_zero(question: Question, book: FactBank) -> Iterator[Finding]:
    """Columns and bars are as long as their numbers, from a zero that is labelled."""
    figure = _figure(question, book)
    if question.drawing is None or figure is None:
        return
    root = ElementTree.fromstring(question.drawing.svg)
    boxes = [(float(box.get("width", "")), float(box.get("height", ""))) for box in root.iter(f"{SVG}rect")]
    if len(boxes) != len(figure.series):
        yield Finding("G31", f"{len(boxes)} columns stand for {len(figure.series)} numbers", "draw one for each")
        return
    lengths = (
        [width for width, _ in boxes] if len({height for _, height in boxes}) == 1 else [high for _, high in boxes]
    )
    values = [reading.value for reading in figure.series]
    unit = max(lengths) / max(values)
    if any(abs(length - unit * value) > SLACK for length, value in zip(lengths, values, strict=True)):
        yield Finding("G31", "a column is not as long as its number", "draw it to scale, from zero")
    if "0" not in [text.text for text in root.iter(f"{SVG}text")]:
        yield Finding("G31", "the axis does not begin at zero", "begin it there")


def decided(question: Question, book: FactBank) -> Iterator[Finding]:
    """Two tasks or more, and what is highest or lowest is so alone, by the key as by the numbers."""
    figure = _figure(question, book)
    if len(question.parts) < 2:
        yield Finding("G31", "it has fewer than two tasks", "choose another series")
    for part in question.parts:
        found = _SUPERLATIVE.search(part.text)
        if found and figure:
            extreme = (max if found[1] == "highest" else min)(reading.value for reading in figure.series)
            named = [reading.label for reading in figure.series if reading.value == extreme]
            if len(named) != 1 or not part.key.answer.startswith(f"{named[0]}: "):
                yield Finding("G31", f"“{part.key.answer}” is not the one {found[1]}", "check for equal numbers")


def counted_untold(question: Question, book: FactBank) -> Iterator[Finding]:
    """What the numbers count and leave out is not printed beside the task that asks for it."""
    figure = _figure(question, book)
    if figure and figure.counted and any(holds(text, figure.counted) for text in question.shown):
        yield Finding("G31", "the note on what is counted stands on the sheet", "keep it out of the sentence")


def _figure(question: Question, book: FactBank) -> Figure | None:
    fact = book.get(question.facts[0])
    return fact if isinstance(fact, Figure) else None
