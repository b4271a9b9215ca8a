"""Making a typeset block ready to be placed often."""

from __future__ import annotations

import re
from array import array

from .blocks import BOXES, FIRST, FRAME, LINK, MARKED, PAGE, Artifact, Element, ReadyBlock, TypesetBlock

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


def make_ready(block: TypesetBlock) -> ReadyBlock:
    """Make a block ready.

    :raises ValueError: if the block contradicts itself.
    """
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
    return ReadyBlock(
        height=block.height,
        lead=block.lead,
        content=_BEGIN + block.content + _END,
        structure="".join(pieces),
        bases=array("H", [base for base, _ in holes]),
        added=array("H", [more for _, more in holes]),
        offsets=tuple(offsets),
        roots=tuple(index for index, element in enumerate(block.elements) if element.parent < 0),
        owners=block.marked,
        link_owners=link_owners,
        boxes=tuple(boxes),
        links=block.links,
        fonts=tuple(block.glyphs),
        resources=block.resources,
    )


def make_artifact(block: ReadyBlock, artifact: Artifact) -> ReadyBlock:
    """Make a block no part of the text: it gets no structure, and its links go."""
    content = b"/Artifact <</Type/Pagination/Subtype/%b>> BDC\n" % artifact.encode()
    content += _without_marks(block.content) + b"EMC\n"
    return ReadyBlock(
        height=block.height,
        lead=block.lead,
        content=content,
        structure="",
        bases=array("H"),
        added=array("H"),
        offsets=(),
        roots=(),
        owners=(),
        fonts=block.fonts,
        resources=block.resources,
    )


def _element(element: Element, boxes: int) -> tuple[str, list[tuple[int, int]]]:
    """Give the dictionary of an element with its holes; ``boxes`` are the figures before it."""
    holes = [(FIRST, element.parent) if element.parent >= 0 else (FRAME, 0)]
    text = f"<</S/{element.tag}/P {_REFERENCE}"
    if any(kind != "element" for kind, _ in element.kids):
        text += f"/Pg {_REFERENCE}"
        holes.append((PAGE, 0))
    if element.kids:
        kinds = {"element": (_REFERENCE, FIRST), "marked": (_NUMBER, MARKED), "link": (_LINK_REFERENCE, LINK)}
        text += "/K[" + " ".join(kinds[kind][0] for kind, _ in element.kids) + "]"
        holes += [(kinds[kind][1], index) for kind, index in element.kids]
    text += element.entries.replace("%", "%%")
    if element.bbox:
        text += _BOX
        holes += [(BOXES + 4 * boxes + side, 0) for side in range(4)]
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
