"""What stands below a map: its scale, what its markers mean, and the places that have numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from worksheets.item_types.series import in_round_figures

from ..canvas import LEADING, SIZE, THICK, width_of, wrapped
from ..picture import capital
from .map_canvas import MapCanvas
from .view import View

EDGE: Final = 3.0  # from the frame to the numbers of the grid
APART: Final = 14.0  # from one entry of the key to the next
SCALE: Final = 0.22  # of the map's width, the longest bar


def key(canvas: MapCanvas, view: View, kinds: Sequence[str], numbered: Sequence[tuple[str, int]]) -> float:
    """The scale, the markers and the places that have numbers, in rows below the map.

    :return: where they end.
    """
    x, y = view.frame.left, view.frame.bottom + EDGE + 2.6 * LEADING
    far, bar = _scale(view)
    canvas.line((x, y - 3), (x + bar, y - 3), THICK)
    for end in (x, x + bar):
        canvas.line((end, y - 5.5), (end, y - 0.5))
    canvas.text((x + bar + 4, y), far)
    x += bar + 4 + width_of(far) + APART
    entries: list[tuple[int | str, str]] = [(place, capital(kind)) for place, kind in enumerate(kinds)]
    for sign, words in [*entries, *((str(number), name) for name, number in numbered)]:
        before = 8.0 if isinstance(sign, int) else width_of(sign) + 4
        if x > view.frame.left and x + before + width_of(words) > canvas.wide:
            x, y = view.frame.left, y + LEADING + 2
        lines = wrapped(words, canvas.wide - x - before)
        if isinstance(sign, int):
            canvas.marker(sign, (x + 3, y - SIZE * 0.35))
        else:
            canvas.text((x, y), sign, bold=True)
        for index, line in enumerate(lines):
            canvas.text((x + before, y + LEADING * index), line)
        y += LEADING * (len(lines) - 1)
        x += before + max(map(width_of, lines)) + APART
    return y + 4


def _scale(view: View) -> tuple[str, float]:
    """The longest round distance that its bar has room for, and the bar's length."""
    most = Decimal(SCALE * (view.frame.right - view.frame.left) / view.scale)
    unit = Decimal(1).scaleb(most.adjusted())
    far = max(factor * unit for factor in map(Decimal, (1, 2, 5)) if factor * unit <= most)
    return f"{in_round_figures(far)} km", float(far) * view.scale
