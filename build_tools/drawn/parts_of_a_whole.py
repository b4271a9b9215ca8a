"""A whole and its parts as one bar, each part with its label and its share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from worksheets.facts import Figure
from worksheets.item_types.series import Series, in_figures

from ..mark.values import number
from .callouts import Label, place
from .canvas import LEADING, SHADES, SIZE, THIN, Canvas, width_of, wrapped
from .picture import DrawingMark, Picture, capital

BAND = 18.0
REST = "the rest"


def parts_of_a_whole(mark: DrawingMark, figures: Sequence[Figure]) -> Picture:
    """Draw the first figure as a whole and the others as its parts; or a single one whose series are the parts.

    :raises UnfitError: if the units differ, a value is no single number, or the parts are more than the whole.
    """
    whole, *others = figures
    if not others and not whole.series:
        raise mark.fault("a whole needs parts", "name the figures of its parts behind it, “, ” between them")
    if others and (strange := next((figure for figure in others if figure.unit != whole.unit), None)):
        raise mark.fault(f"the units “{whole.unit}” and “{strange.unit}” differ", "take parts of one unit")
    if others:
        total = _value(mark, whole)
        parts = [(figure.title, _value(mark, figure)) for figure in others]
    else:
        parts = [(point.label, point.value) for point in Series.of(whole).points]
        total = sum((value for _, value in parts), Decimal(0))
    left_over = total - sum(value for _, value in parts)
    if left_over < 0 or total <= 0:
        raise mark.fault(f"the parts of “{whole.id}” are more than the whole", "leave out what is counted twice")
    if left_over:
        parts.append((mark.options.get("rest", REST), left_over))
    rows = [(capital(name), in_figures(value), f"{100 * value / total:.0f}%") for name, value in parts]
    title = mark.options.get("caption") or capital(whole.title)
    highest = max(rows, key=lambda row: float(row[1].replace(",", "")))
    alt = (
        f"One bar of {in_figures(total)} {whole.unit}, divided into {len(rows)} parts. "
        f"The largest is {highest[0]}: {highest[1]}, or {highest[2]}."
    )
    canvas = Canvas(mark.wide)
    height = _bar(canvas, rows, [value / total for _, value in parts], f"{capital(whole.unit)}: {in_figures(total)}")
    return Picture(
        title,
        canvas.svg(height, title, alt),
        alt,
        ("Part", capital(whole.unit), "Share"),
        tuple(rows),
        tuple(figures),
        tuple(dict.fromkeys(figure.counted for figure in figures if figure.counted)),
    )


def _bar(canvas: Canvas, rows: Sequence[tuple[str, str, str]], shares: Sequence[Decimal], heading: str) -> float:
    texts = [[*wrapped(name, canvas.wide * 0.36), f"{value} ({share})"] for name, value, share in rows]
    labels, start = [], 0.0
    for text, share in zip(texts, shares, strict=True):
        middle = start + canvas.wide * float(share) / 2
        labels.append(Label(middle, middle, max(map(width_of, text)) + 3, LEADING * len(text)))
        start += canvas.wide * float(share)
    placed = place(labels, canvas.wide)
    top = LEADING + 4 + max((found.far for found in placed if not found.below), default=0.0)
    foot = top + BAND
    canvas.text((0, SIZE), heading, bold=True)
    for text, found in zip(texts, placed, strict=True):
        far = foot + found.far if found.below else top - found.far
        canvas.line((found.anchor, foot if found.below else top), (found.anchor, far))
        upper = foot + found.near if found.below else top - found.far
        at = found.anchor + 3 if found.below else found.anchor - 3
        for index, line in enumerate(text):
            canvas.text(
                (at, upper + SIZE + LEADING * index), line, 0 if found.below else 1, bold=index == len(text) - 1
            )
    start = 0.0
    for index, share in enumerate(shares):
        canvas.box((start, top), canvas.wide * float(share), BAND, SHADES[index % len(SHADES)], THIN)
        start += canvas.wide * float(share)
    return foot + max((found.far for found in placed if found.below), default=0.0) + 4


def _value(mark: DrawingMark, figure: Figure) -> Decimal:
    value = number(figure.value)
    if value is None:
        raise mark.fault(f"the figure “{figure.id}” has no single number", "take one with a {value}")
    return Decimal(str(value)).quantize(Decimal(1)) if value == int(value) else Decimal(str(value))
