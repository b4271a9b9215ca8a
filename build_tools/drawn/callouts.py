"""Labels above and below a band, each tied to its place by a line: no two meet, and no line crosses a label.

Below the band labels run to the right of their lines, above it to the left. Of two labels that share some width the one
whose line is inside the other's width stands nearer to the band; so lines pass no label but their own (the one-sided
boundary labelling of Bekos, Kaufmann, Symvonis and Wolff, 2007, with labels as wide as their text).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

AIR = 4.0  # between labels side by side
GAP = 4.0  # between labels one above the other, and between a label and the band


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be placed; lengths in units of the drawing."""

    start: float  # of its bar on the band's scale; a point starts where it ends
    end: float
    width: float  # of its text
    height: float  # of text and bar


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label stands."""

    below: bool
    anchor: float  # of its line
    left: float
    right: float
    near: float  # distance of its nearer edge from the band
    far: float


def place(labels: Sequence[Label], width: float) -> list[Placed]:
    """Place labels on a drawing so wide; none is wider than half of it.

    Where a label has room on either side, it goes to the side that has fewer.
    """
    sides: list[bool] = []
    for label in labels:
        wide = max(label.width, label.end - label.start)
        to_right, to_left = label.start + wide <= width, label.end - wide >= 0
        sides.append(to_right if to_right != to_left else 2 * sum(sides) <= len(sides))
    placed: list[Placed | None] = [None] * len(labels)
    for below in (True, False):
        chosen = [index for index, side in enumerate(sides) if side == below]
        anchors = {index: labels[index].start if below else -labels[index].end for index in chosen}
        done: list[int] = []
        for index in sorted(chosen, key=lambda found: (anchors[found], found), reverse=True):
            label = labels[index]
            reach = anchors[index] + max(label.width, label.end - label.start) + AIR
            near = max((_far(placed, other) for other in done if anchors[other] <= reach), default=0.0) + GAP
            left, right = anchors[index], reach - AIR
            edges = (left, right) if below else (-right, -left)
            anchor = left if below else -left
            placed[index] = Placed(below, anchor, *edges, near, near + label.height)
            done.append(index)
    return [found for found in placed if found is not None]


def _far(placed: Sequence[Placed | None], index: int) -> float:
    """The farther edge of a label that is placed already."""
    found = placed[index]
    return found.far if found else 0.0
