"""A typeset block made ready to be placed often: two formatting calls fill in what differs from place to place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .blocks import Element, TypesetBlock

Artifact = Literal["", "Footer", "Header"]

# Bases to which the numbers of a block are added where it is placed; behind them come the boxes of its figures.
_FIRST, _FRAME, _PAGE, _MARKED, _LINK, _BOXES = range(6)

# All holes for numbers are equally wide, so that every element begins at the same place in each copy of a block.
_NUMBER = "%7d"  # up to the greatest number of an object that readers need to bear
_REFERENCE = _NUMBER + " 0 R"
_LINK_REFERENCE = f"<</Type/OBJR/Obj {_REFERENCE}>>"
_BOX = "/A<</O/Layout/BBox[%10.3f %10.3f %10.3f %10.3f]>>"

# CSS pixels, y downwards; the holes are the upper left corner of the block in points, y upwards.
_BEGIN = b"q .75 0 0 -.75 %.6f %.6f cm\n"
_END = b"\nQ\n"

# Strings are matched only to be passed over.
_MARKS = re.compile(
    rb"""(?P<string> \( (?: [^\\()] | \\. )* \) | <[0-9A-Fa-f\s]*> )
    | /[^\s/<>\[\]()]+ \s* (?: << (?: [^<>] | <[0-9A-Fa-f]*> | << [^<>]* >> )* >> | /[^\s/<>\[\]()]+ ) \s* BDC \b
    | /[^\s/<>\[\]()]+ \s+ BMC \b
    | \b EMC \b""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class BlockTemplate:
    """What is written for a block wherever it stands."""

    block: TypesetBlock  # kept, so that no other block gets its identity
    content: bytes  # holes: two for the place, and one for each marked content sequence
    marked: int  # how many of these there are
    structure: str
    holes: tuple[tuple[int, int], ...]  # of the structure: which base, and what is added to it
    offsets: tuple[int, ...]  # where each element begins in the structure
    roots: tuple[int, ...]  # the elements that hang in the frame
    owners: tuple[int, ...]  # for each marked content sequence its element
    link_owners: tuple[int, ...]
    boxes: tuple[tuple[float, float, float, float], ...]  # of the figures

    def fill_structure(self, *, first: int, frame: int, page: int, marked: int, link: int, boxes: list[float]) -> bytes:
        """Give the block's structure elements, one behind the other.

        :param first: number of the first element's object; the others follow.
        :param frame: number of the object of the frame.
        :param page: number of the object of the page.
        :param marked: number of the block's first marked content sequence on the page.
        :param link: number of the first link's object; the others follow.
        :param boxes: of the figures, in points on the page, y upwards; four numbers for each.
        """
        bases = (first, frame, page, marked, link, *boxes)
        return (self.structure % tuple([bases[base] + more for base, more in self.holes])).encode("ascii")


def make_template(block: TypesetBlock, artifact: Artifact) -> BlockTemplate:
    """Make a block ready.

    :param artifact: not empty for a block that is no part of the text: it gets no structure, and its links go.
    :raises ValueError: if the block contradicts itself.
    """
    if artifact:
        content = b"/Artifact <</Type/Pagination/Subtype/%b>> BDC\n" % artifact.encode() + _BEGIN
        content += _without_marks(block.content) + _END + b"EMC\n"
        return BlockTemplate(block, content, 0, "", (), (), (), (), (), ())
    link_owners = _owners_of_links(block)
    pieces: list[str] = []
    holes: list[tuple[int, int]] = []
    boxes: list[tuple[float, float, float, float]] = []
    offsets: list[int] = []
    length = 0
    for element in block.elements:
        text, filled = _element(element, len(boxes))
        if element.bbox:
            boxes.append(element.bbox)
        pieces.append(text)
        holes += filled
        offsets.append(length)
        length += len(text % ((0,) * len(filled)))
    return BlockTemplate(
        block=block,
        content=_BEGIN + block.content + _END,
        marked=len(block.marked),
        structure="".join(pieces),
        holes=tuple(holes),
        offsets=tuple(offsets),
        roots=tuple(index for index, element in enumerate(block.elements) if element.parent < 0),
        owners=block.marked,
        link_owners=link_owners,
        boxes=tuple(boxes),
    )


def _element(element: Element, boxes: int) -> tuple[str, list[tuple[int, int]]]:
    """Give the dictionary of an element with its holes; ``boxes`` are the figures before it."""
    holes = [(_FIRST, element.parent) if element.parent >= 0 else (_FRAME, 0)]
    text = f"<</S/{element.tag}/P {_REFERENCE}"
    if any(kind != "element" for kind, _ in element.kids):
        text += f"/Pg {_REFERENCE}"
        holes.append((_PAGE, 0))
    if element.kids:
        kinds = {"element": (_REFERENCE, _FIRST), "marked": (_NUMBER, _MARKED), "link": (_LINK_REFERENCE, _LINK)}
        text += "/K[" + " ".join(kinds[kind][0] for kind, _ in element.kids) + "]"
        holes += [(kinds[kind][1], index) for kind, index in element.kids]
    text += element.entries.replace("%", "%%")
    if element.bbox:
        text += _BOX
        holes += [(_BOXES + 4 * boxes + side, 0) for side in range(4)]
    return text + ">>\n", holes


def _owners_of_links(block: TypesetBlock) -> tuple[int, ...]:
    """Find the element of each link, having made sure that elements, marked content and links agree."""
    held: dict[str, dict[int, int]] = {"element": {}, "marked": {}, "link": {}}
    for index, element in enumerate(block.elements):
        for kind, kid in element.kids:
            if kid in held[kind]:
                raise ValueError(f"{kind} {kid} of a block has two places in its structure")
            held[kind][kid] = index
    if (
        block.content.replace(b"%%", b"").count(b"%d") != len(block.marked)
        or held["marked"] != dict(enumerate(block.marked))
        or held["element"] != {i: element.parent for i, element in enumerate(block.elements) if element.parent >= 0}
        or held["link"].keys() != set(range(len(block.links)))
    ):
        raise ValueError("the structure of a block does not agree with its content")
    return tuple(held["link"][index] for index in range(len(block.links)))


def _without_marks(content: bytes) -> bytes:
    """Take the marked content operators out of a content stream; artifacts do not nest."""
    return _MARKS.sub(lambda found: found["string"] or b"", content)
