"""Bands must hold every mark from 0 to the highest once: no gap, no overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .scheme import Band

_RANGE = re.compile(r"(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?")

Finding = tuple[int, str, str]  # line, what is wrong, what to write


def marks_range(written: str) -> tuple[int, int] | None:
    """The lowest and highest mark of "13-15" or "0", or nothing if it is no such range."""
    match = _RANGE.fullmatch(written.strip())
    if not match:
        return None
    least, most = int(match[1]), int(match[2] or match[1])
    return (least, most) if least <= most else None


def gaps_and_overlaps(bands: Sequence[Band], marks: int) -> Iterator[Finding]:
    """Find every place where bands, from the highest to the lowest, do not hold each of 0 to ``marks`` once."""
    if len(bands) > 1 and all(above.most < below.least for above, below in pairwise(bands)):
        yield bands[0].line, "the bands go from the lowest to the highest", "write the highest first"
        return
    top = marks  # the highest mark that no band has held so far
    for index, band in enumerate(bands):
        if band.most < top:
            mend = f'add a band for them, or write "marks: {band.least}-{top}" here'
            yield band.line, f"no band holds {_span(band.most + 1, top)}", mend
        elif band.most > top:
            if index:
                what = f'the band "{band.label}" holds marks that a band above it holds'
            else:
                what = f'the highest band is "{band.label}" and the component has {_span(marks, marks)}'
            fits = f'write "marks: {Band(band.least, top, "").label}"' if band.least <= top else "leave this band out"
            yield band.line, what, fits
        top = min(top, band.least - 1)
    if bands and top >= 0:
        mend = 'add "- marks: 0" at the end, with a descriptor such as "Nothing that answers the question."'
        if top > 0:
            mend = f'add a band for them, and one "- marks: 0" at the end, or write "marks: 0-{bands[-1].most}" here'
        yield bands[-1].line, f"no band holds {_span(0, top)}", mend


def _span(least: int, most: int) -> str:
    if least == most:
        return f"{most} mark{'' if most == 1 else 's'}"
    return f"{least} to {most} marks"
