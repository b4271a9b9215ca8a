"""The boxes of a layout of WeasyPrint 70, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def boxes_within(boxes: Iterable[Any]) -> Iterator[Any]:
    """Go through some boxes and all within them; each may be changed or emptied when it comes."""
    waiting = [*boxes]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)  # of what is positioned
        waiting.extend(box.all_children())
        yield box
