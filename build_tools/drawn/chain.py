"""A chain of command or of steps: boxes in layers, given by how deep their names are nested, and labelled arrows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from worksheets.facts import Fact, Person, Term
from worksheets.headline import headline
from worksheets.problems import Problem, Source

from .canvas import LEADING, SIZE, THICK, Canvas, wrapped
from .picture import DrawingMark, Picture, UnfitError, capital, of_kind

BETWEEN = 10.0  # boxes of one layer
WIDEST = 130.0
INSIDE = 5.0
STEM = 7.0  # of a line above and below its label
_ROW = re.compile(r"(?P<indent> *)(?:[-*] +)?(?P<name>[a-z0-9-]+)(?:: *(?P<label>.+))?")


@dataclass
class Step:
    """One box and what hangs under it."""

    name: str
    label: str  # of the arrow that leads to it
    source: Source
    words: str = ""
    below: list[Step] = field(default_factory=list)

    @property
    def leaves(self) -> int:
        """How many boxes side by side it needs."""
        return sum(step.leaves for step in self.below) or 1


def names_in(rows: Sequence[tuple[Source, str]]) -> list[str]:
    """The names of facts in a body, in order."""
    return [match["name"] for _, row in rows if (match := _ROW.fullmatch(row.rstrip()))]


def chain(mark: DrawingMark, facts: Sequence[Fact]) -> Picture:
    """Draw the nested list of the body.

    :raises UnfitError: with all lines that cannot be read or name something else than terms and persons, or if it does
        not fit.
    """
    top = _read(mark, {fact.id: fact for fact in facts})
    title = mark.options["caption"]
    canvas = Canvas(mark.wide)
    height = _layer(canvas, [(top, 0.0, canvas.wide)], 2.0, top.leaves)
    arrows = [(above.words, step.label, step.words) for above in _all(top) for step in above.below]
    alt = f"{len(_all(top))} boxes, from {top.words} down. " + " ".join(
        f"{above} to {below}{f': {label}' if label else ''}." for above, label, below in arrows
    )
    return Picture(title, canvas.svg(height, title, alt), alt, ("From", "Arrow", "To"), tuple(arrows), tuple(facts))


def _read(mark: DrawingMark, known: Mapping[str, Fact]) -> Step:
    faults: list[Problem] = []
    if "caption" not in mark.options:
        faults.append(mark.problem("the chain has no title", "write a :caption:"))
    path: list[tuple[int, Step]] = []
    top: Step | None = None
    for source, row in mark.rows:
        match = _ROW.fullmatch(row.rstrip())
        if not match:
            what = f"“{row.strip()}” is no name with the label of its arrow"
            faults.append(mark.problem(what, "write “name: label”", source))
            continue
        fact = known[match["name"]]
        if not isinstance(fact, Term | Person):
            faults.append(mark.problem(f"“{fact.id}” is {of_kind(fact)}", "name terms and persons", source))
        step = Step(fact.id, match["label"] or "", source, capital(headline(fact)))
        depth = len(match["indent"])
        while path and path[-1][0] >= depth:
            path.pop()
        if path:
            path[-1][1].below.append(step)
        elif top:
            what = f"“{fact.id}” hangs under nothing"
            faults.append(mark.problem(what, "indent it; one name stands on top", source))
        top = top or step
        path.append((depth, step))
    if not faults and not (top and top.below):
        what = "the chain has fewer than two names"
        faults.append(mark.problem(what, "write one on top and others indented below it"))
    if faults or top is None:
        raise UnfitError(faults)
    return top


def _layer(canvas: Canvas, steps: Sequence[tuple[Step, float, float]], y: float, leaves: int) -> float:
    """Draw boxes side by side, each in its own strip of the width, and all layers below them.

    :return: where the last layer ends.
    """
    width = min(WIDEST, canvas.wide / leaves - BETWEEN)
    texts = [wrapped(step.words, width - 2 * INSIDE) for step, _, _ in steps]
    high = LEADING * max(map(len, texts)) + 2 * INSIDE
    following: list[tuple[Step, float, float]] = []
    for (step, left, right), lines in zip(steps, texts, strict=True):
        middle = (left + right) / 2
        canvas.box((middle - width / 2, y), width, high, "#efefef")
        upper = y + (high - LEADING * len(lines)) / 2
        for index, line in enumerate(lines):
            canvas.text((middle, upper + SIZE + LEADING * index), line, 0.5)
        each, start = (right - left) / step.leaves, left
        for below in step.below:
            following.append((below, start, start + each * below.leaves))
            start += each * below.leaves
    foot = y + high
    if not following:
        return foot + 2
    labels = [wrapped(below.label, width) for below, _, _ in following]
    room = LEADING * max(map(len, labels))
    bus, down = foot + STEM, foot + STEM * 3 + room + 6
    for step, left, right in steps:
        ends = [(start + stop) / 2 for below, start, stop in following if below in step.below]
        if ends:
            middle = (left + right) / 2
            canvas.line((middle, foot), (middle, bus), THICK)
            canvas.line((min(ends), bus), (max(ends), bus), THICK)
    for (_, start, stop), lines in zip(following, labels, strict=True):
        middle = (start + stop) / 2
        for index, line in enumerate(lines):
            canvas.text((middle, bus + STEM + SIZE + LEADING * index), line, 0.5)
        canvas.line((middle, bus), (middle, bus + STEM - 2), THICK)
        canvas.line((middle, bus + STEM + LEADING * len(lines) + 2), (middle, down), THICK, arrow=True)
    return _layer(canvas, following, down, leaves)


def _all(step: Step) -> list[Step]:
    return [step, *(found for below in step.below for found in _all(below))]
