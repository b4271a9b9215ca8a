"""Drawing in the order of reading.

WeasyPrint paints what CSS has positioned behind all else (CSS 2.1, appendix E), so the letter before an answer comes
after its text. What reads a page by its drawing, and not by its structure, would read them so. Text that has a group of
operators to itself (``q ... Q``) may be drawn earlier or later: it covers no other text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MARK = re.compile(rb"<</MCID (\d+)>>")
# Lines that draw no shape: text, and what sets up how it looks.
_TEXT = re.compile(
    rb"q|Q|/\w+|<</MCID \d+>>|BDC|EMC|BT|ET|.* (?:gs|g|G|rg|RG|k|K|cs|CS|scn|SCN|Tm|Tf|cm|Tr|w|Tc|Tz)|.*\] ?TJ"
)

_SETS_NOTHING = re.compile(rb"q|/\w+|<</MCID \d+>>|BDC|BMC|EMC")  # for groups that follow


def in_reading_order(content: bytes, structure: Mapping[str, Any], marks: Mapping[int, int]) -> bytes:
    """Draw the texts of a block in the order in which its structure has them; all else stays where it is.

    :param content: drawing operators, one on a line.
    :param structure: "elements" of the block, as ``structure_of`` gives them.
    :param marks: for the number of each marked content in the drawing its number in the structure.
    """
    place = {mark: order for order, mark in enumerate(_read(structure))}
    return b"\n".join(_arranged(content.split(b"\n"), {old: place[new] for old, new in marks.items()}))


def _arranged(lines: list[bytes], place: Mapping[int, int]) -> list[bytes]:
    groups = _groups(lines)
    whole = [group for group in groups if group[0] == b"q"]
    if len(whole) == 1:
        only = groups.index(whole[0])
        groups[only] = [b"q", *_arranged(whole[0][1:-1], place), b"Q"]
    elif whole and all(_SETS_NOTHING.fullmatch(group[0]) for group in groups[groups.index(whole[0]) :]):
        texts = {index: order for index, group in enumerate(groups) if (order := _order_of_text(group, place)) >= 0}
        for index, source in zip(sorted(texts), sorted(texts, key=texts.__getitem__), strict=True):
            texts[index] = source
        groups = [groups[texts.get(index, index)] for index in range(len(groups))]
    return [line for group in groups for line in group]


def _order_of_text(group: list[bytes], place: Mapping[int, int]) -> int:
    """When a group is read; -1 if it draws anything but text."""
    if group[0] != b"q" or not all(map(_TEXT.fullmatch, group)):
        return -1
    return min((place[int(mark[1])] for mark in map(MARK.fullmatch, group) if mark), default=-1)


def renumbered(structure: Mapping[str, Any], numbers: Mapping[int, int]) -> dict[str, Any]:
    """Give marked content other numbers in the structure of a block.

    :param numbers: for each number the new one.
    """
    marked = [0] * len(structure["marked"])
    for old, holder in enumerate(structure["marked"]):
        marked[numbers[old]] = holder
    elements = [
        [tag, parent, [[kind, numbers[kid] if kind == "marked" else kid] for kind, kid in kids], *rest]
        for tag, parent, kids, *rest in structure["elements"]
    ]
    return {**structure, "marked": marked, "elements": elements}


def _groups(lines: list[bytes]) -> list[list[bytes]]:
    """Cut a drawing into groups of operators; a line outside of them stands alone."""
    groups: list[list[bytes]] = []
    depth = 0
    for line in lines:
        if depth:
            groups[-1].append(line)
        else:
            groups.append([line])
        depth += (line == b"q") - (line == b"Q")
    return groups


def _read(structure: Mapping[str, Any]) -> list[int]:
    """Give the numbers of marked content in the order of the structure."""
    elements = structure["elements"]
    read: list[int] = []

    def look(index: int) -> None:
        for kind, kid in elements[index][2]:
            if kind == "marked":
                read.append(kid)
            elif kind == "element":
                look(kid)

    for index, element in enumerate(elements):
        if element[1] < 0:
            look(index)
    return read
