"""What the press keeps and places: typeset blocks, the objects they need, and the pages they stand on.

A block is a piece of a page that WeasyPrint has typeset once. Everything in it that depends on where it is placed is
left open: the numbers of its marked content, of its structure elements and of its links.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Kid = tuple[Literal["element", "marked", "link"], int]  # which kind, and its index within the block
Artifact = Literal["", "Footer", "Header"]


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure tree of a block (ISO 32000-1, 14.7.2)."""

    tag: str  # "P", "LI", "Figure": a standard structure type
    parent: int  # index among the elements of the block; -1 for one that hangs in the frame where the block is placed
    kids: tuple[Kid, ...]  # in reading order
    entries: str = ""  # further entries of its dictionary as PDF text, ASCII, no references: "/Lang(ru)/Alt<FEFF...>"
    # Of a figure: left, top, right, bottom in points from the upper left corner of the block, y downwards.
    bbox: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of a block."""

    rect: tuple[float, float, float, float]  # as Element.bbox
    target: str  # an address, or "#" and the id of a sheet of the same document
    text: str  # what is read aloud for it


@dataclass(frozen=True, slots=True)
class TypesetBlock:
    """A block as the store keeps it. Elements are in reading order, parents before their children."""

    height: float  # in points
    lead: float  # in points: white space at its top that vanishes at the top of a page; part of the height
    # Drawing operators in CSS pixels from the upper left corner, y downwards. "%d" stands for the number of each
    # marked content sequence, which are numbered in the order in which they stand here; a percent sign is "%%".
    content: bytes
    marked: tuple[int, ...]  # for each marked content sequence the index of the element that holds it
    elements: tuple[Element, ...]
    links: tuple[Link, ...] = ()
    glyphs: Mapping[str, Collection[int]] = field(default_factory=dict)  # the fonts that it uses, by name
    resources: tuple[tuple[str, str, str], ...] = ()  # ("XObject" or "ExtGState", its name, key of its object)


# What the numbers in a block are counted from where it is placed; behind them come the boxes of its figures.
FIRST, FRAME, PAGE, MARKED, LINK, BOXES = range(6)


@dataclass(frozen=True, slots=True)
class ReadyBlock:
    """A block made ready to be placed often: two formatting calls fill in what differs from place to place."""

    height: float  # in points
    lead: float  # in points, as TypesetBlock.lead
    content: bytes  # holes: two for the place, and one for each marked content sequence
    structure: str  # all its elements, one behind the other
    bases: array[int]  # for each hole of the structure from what its number is counted: FIRST, FRAME ...
    added: array[int]  # and what is added to that
    offsets: tuple[int, ...]  # where each element begins in the structure
    roots: tuple[int, ...]  # the elements that hang in the frame
    owners: tuple[int, ...]  # for each marked content sequence its element
    link_owners: tuple[int, ...] = ()
    boxes: tuple[tuple[float, float, float, float], ...] = ()  # of the figures
    links: tuple[Link, ...] = ()
    fonts: tuple[str, ...] = ()
    resources: tuple[tuple[str, str, str], ...] = ()

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
        numbers = [bases[base] + more for base, more in zip(self.bases, self.added, strict=True)]
        return (self.structure % tuple(numbers)).encode("ascii")


@dataclass(frozen=True, slots=True)
class PdfObject:
    """An indirect object that many blocks may share, such as a font."""

    body: bytes  # its dictionary; "%d 0 R" for each reference, a percent sign is "%%"
    references: tuple[str, ...] = ()  # keys of the objects referred to, in the order of the references in the body
    stream: bytes | None = None  # as it goes into the file; the body then has its Length and Filter


@dataclass(frozen=True, slots=True)
class Frame:
    """A structure element around blocks: a sheet, a part, a list."""

    tag: str
    parent: int  # index among the frames of the sheet; -1 for one that hangs in the document
    entries: str = ""  # as Element.entries


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on a page."""

    block: ReadyBlock
    x: float  # in points from the left edge of the page to the left edge of the block
    y: float  # in points from the upper edge of the page to the upper edge of the block
    frame: int  # index of the frame in which its elements hang; they follow those that were placed there before
    artifact: Artifact = ""  # not part of the text: repeated table heads and running feet


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """The pages of one student's sheet, one after the other."""

    id: str  # what links point at
    title: str  # its bookmark
    frames: Sequence[Frame]  # parents before their children, in reading order
    pages: Sequence[Sequence[Placed]]
    size: tuple[float, float]  # width and height of its pages, in points
