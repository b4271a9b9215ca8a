"""What gives way as a last resort: where a box has left a large hole wherever it stood."""

from __future__ import annotations

from collections.abc import Mapping

from .gaps import Gap, Shown
from .movable import MovableBox
from .page_fill import AIR


def part_below_heads(gap: Gap, boxes: Mapping[str, MovableBox]) -> None:
    """Let what keeps its place be parted where it came to its page with its headings, for these cannot go back.

    :param boxes: each by its id.
    """
    for block in gap.below_heads():
        if (box := boxes.get(block["id"])) is not None and not box.way:
            box.gives_way = True


def let_pass(drawing: str, whole: float, boxes: Mapping[str, MovableBox], shown: Shown) -> None:
    """Move a box that can be parted behind the drawing that follows it, if the drawing has room where the box begins.

    :param drawing: its id.
    :param whole: how high that of it is which is never parted, as a share of the height of a page; 0 if all can be.
    :param boxes: each by its id.
    """
    for name, box in boxes.items():
        behind = box.way[box.place : box.place + 1]
        if behind and behind[0][-1] == drawing and whole > 0 and not box.drawn and name in shown.begins:
            box.place += shown.room_from(name) > whole + AIR
