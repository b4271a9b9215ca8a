"""Causes and what they led to: a row for each cause, sorted by how long it was at work.

No cause is drawn as stronger than another: that is for the readers to argue. What is told is how well the evidence for
a cause bears it out, where that is less than well.
"""

from __future__ import annotations

from collections.abc import Sequence

from worksheets.facts import Fact, Link

from .canvas import LEADING, SIZE, Canvas, wrapped
from .picture import DrawingMark, Picture, capital, of_kind

BOX = 0.52  # of the width: a cause
SPAN = 72.0  # width of the arrow behind it, as long as the words above it
INSIDE = 5.0
ABOVE = 3.0  # and below the words of a box
ARROW = 1.4
AIR = 4.0  # between two boxes
APART = 10.0  # between two groups, more than that
TIMES = {"long-term": "Long-term", "short-term": "Short-term", "trigger": "Trigger", "": "Judged in two ways"}
EVIDENCE = {"strong": "good", "moderate": "partial", "weak": "thin"}  # by the :strength: of a link


def causes(mark: DrawingMark, facts: Sequence[Fact]) -> Picture:
    """Draw the links of one effect.

    :raises UnfitError: if one is no link, or they are fewer than two or of different effects.
    """
    links = [fact for fact in facts if isinstance(fact, Link)]
    if other := next((fact for fact in facts if not isinstance(fact, Link)), None):
        raise mark.fault(f"“{other.id}” is {of_kind(other)} and no link", "name links in {fact:diagram}")
    if len(links) < 2:
        raise mark.fault("fewer than two causes are known", "name links, or an :of: that two links or more have")
    effects = list(dict.fromkeys(link.of for link in links))
    if len(effects) > 1:
        raise mark.fault(f"the links are of “{effects[0]}” and of “{effects[1]}”", "take links of one :of:")
    effect = effects[0] or mark.options.get("caption", "")
    if not effect:
        raise mark.fault("the links do not say what they are causes of", "give them an :of:")
    groups = [(name, [link for link in links if link.timescale == time]) for time, name in TIMES.items()]
    groups = [(name, found) for name, found in groups if found]
    title = mark.options.get("caption") or f"Causes of {effect}"
    drawn = [link for _, found in groups for link in found]
    timed = any(link.timescale for link in drawn)  # else a column would say nothing
    doubted = any(link.strength != "strong" for link in drawn)
    rows = tuple(
        (
            capital(link.label or link.cause),
            *((TIMES[link.timescale].lower(),) if timed else ()),
            *((EVIDENCE[link.strength],) if doubted else ()),
            link.effect,
        )
        for link in drawn
    )
    alt = f"{len(rows)} causes, each with an arrow to {effect}: {'; '.join(row[0] for row in rows)}."
    canvas = Canvas(mark.wide)
    height = _draw(canvas, groups, effect)
    heads = ("Cause", *(("Time scale",) if timed else ()), *(("Evidence",) if doubted else ()), "What it did")
    return Picture(title, canvas.svg(height, title, alt), alt, heads, rows, tuple(links))


def _draw(canvas: Canvas, groups: Sequence[tuple[str, Sequence[Link]]], effect: str) -> float:
    top = y = 4.0
    box = BOX * canvas.wide
    room = canvas.wide - box - SPAN
    arrows: list[tuple[float, str]] = []
    named = len(groups) > 1
    for name, links in groups:
        if named:
            y += LEADING + (APART if y > top else 0)
            canvas.text((0, y - 2), name, bold=True)
            y += 2
        for link in links:
            lines = wrapped(capital(link.label or link.cause), box - 2 * INSIDE)
            high = LEADING * len(lines) + 2 * ABOVE
            canvas.box((0, y), box, high, "#efefef")
            for index, line in enumerate(lines):
                canvas.text((INSIDE, y + ABOVE + SIZE + LEADING * index), line)
            arrows.append((y + high / 2, link.strength))
            y += high + AIR
    lines = wrapped(capital(effect), room - 2 * INSIDE)
    foot = max(y - AIR, top + LEADING * len(lines) + 2 * INSIDE)
    canvas.box((canvas.wide - room, top), room - 1, foot - top, line=1.4)
    upper = (top + foot - LEADING * len(lines)) / 2
    for index, line in enumerate(lines):
        canvas.text((canvas.wide - room / 2, upper + SIZE + LEADING * index), line, 0.5, bold=True)
    for middle, strength in arrows:
        canvas.line((box, middle), (canvas.wide - room - 1, middle), ARROW, arrow=True)
        if strength != "strong":
            canvas.text((box + SPAN / 2 - 3, middle - 4), f"{EVIDENCE[strength]} evidence", 0.5)
    return foot + 4
