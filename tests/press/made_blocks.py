"""Blocks made by hand, in a font of a few letters, as the store would hand them to the imposer."""

from __future__ import annotations

from press.made_font import font, font_objects, stream

from worksheets.press.block_template import make_ready
from worksheets.press.blocks import (
    Artifact,
    Element,
    Frame,
    Kid,
    Link,
    PdfObject,
    Placed,
    PlacedSheet,
    ReadyBlock,
    TypesetBlock,
)
from worksheets.press.pdf_text import text_string

FONT = "F0"
A4 = (595.275591, 841.889764)
LINE = 20  # CSS pixels
_SIZE = 12  # CSS pixels

FONTS = {FONT: "font", "never": "never-used"}
OBJECTS = {
    **font_objects(),
    "picture": stream(b"0 .5 0 rg 0 0 40 30 re f", "/Type/XObject/Subtype/Form/BBox[0 0 40 30]"),
    "never-used": PdfObject(b"<</Never(used)>>"),
}


class Maker:
    """Puts a block together line by line."""

    def __init__(self) -> None:
        self._lines = 0
        self._content: list[bytes] = []
        self._marked: list[int] = []
        self._elements: list[tuple[str, int, list[Kid], str, tuple[float, float, float, float] | None]] = []
        self._links: list[Link] = []
        self._resources: list[tuple[str, str, str]] = []
        self._glyphs: set[int] = set()

    def open(self, tag: str, parent: int = -1, entries: str = "") -> int:
        """Begin an element; give its index."""
        self._elements.append((tag, parent, [], entries, None))
        index = len(self._elements) - 1
        if parent >= 0:
            self._elements[parent][2].append(("element", index))
        return index

    def write(self, element: int, text: str) -> None:
        """Write a line of text that belongs to an element."""
        self._lines += 1
        codes = [font().getGlyphID(font().getBestCmap()[ord(char)]) for char in text]
        self._glyphs.update(codes)
        shown = "".join(f"{code:04x}" for code in codes)
        baseline = LINE * self._lines - 5
        line = f"/Span <</MCID %d>> BDC\nBT\n1 0 0 -1 0 {baseline} Tm\n/{FONT} {_SIZE} Tf\n[<{shown}>] TJ\nET\nEMC\n"
        self._mark(element, line.encode())

    def draw(self, parent: int, alt: str) -> None:
        """Draw a figure of 40 x 30 CSS pixels."""
        index = self.open("Figure", parent, f"/Alt{text_string(alt).decode()}")
        top = LINE * self._lines
        self._lines += 2
        tag, _, kids, entries, _ = self._elements[index]
        self._elements[index] = (tag, parent, kids, entries, (0, top * 0.75, 30, top * 0.75 + 22.5))
        self._resources.append(("XObject", "x-picture", "picture"))
        self._mark(index, f"/Figure <</MCID %d>> BDC\nq 1 0 0 1 0 {top} cm /x-picture Do Q\nEMC\n".encode())

    def link(self, parent: int, text: str, target: str) -> None:
        """Write a link on a line of its own."""
        index = self.open("Link", parent)
        top = LINE * self._lines * 0.75
        self.write(index, text)
        self._elements[index][2].append(("link", len(self._links)))
        self._links.append(Link((0, top, 60, top + LINE * 0.75), target, text))

    def rule(self) -> None:
        """Draw a line to write on, which is no part of the text."""
        self._lines += 1
        height = LINE * self._lines
        self._content.append(f"/Artifact BMC\n.5 w 0 {height} m 300 {height} l S\nEMC\n".encode())

    def block(self) -> TypesetBlock:
        """Give the block."""
        return TypesetBlock(
            height=self._lines * LINE * 0.75,
            lead=0,
            content=b"0 0 0 rg\n" + b"".join(self._content),
            marked=tuple(self._marked),
            elements=tuple(
                Element(tag, parent, tuple(kids), entries, box) for tag, parent, kids, entries, box in self._elements
            ),
            links=tuple(self._links),
            glyphs={FONT: tuple(sorted(self._glyphs))} if self._glyphs else {},
            resources=tuple(self._resources),
        )

    def _mark(self, element: int, drawing: bytes) -> None:
        self._content.append(drawing)
        self._elements[element][2].append(("marked", len(self._marked)))
        self._marked.append(element)


_READY: dict[int, tuple[ReadyBlock, TypesetBlock]] = {}  # by the identity of the block
_MADE_OF: dict[int, TypesetBlock] = {}


def placed_block(block: TypesetBlock, x: float, y: float, frame: int, artifact: Artifact = "") -> Placed:
    """Place a block, made ready once."""
    if id(block) not in _READY:
        _READY[id(block)] = (make_ready(block), block)
        _MADE_OF[id(_READY[id(block)][0])] = block
    return Placed(_READY[id(block)][0], x, y, frame, artifact)


def made_of(block: ReadyBlock) -> TypesetBlock:
    """The block that was made ready."""
    return _MADE_OF[id(block)]


def paragraph(text: str, tag: str = "P", entries: str = "") -> TypesetBlock:
    """A block of one element and one line."""
    maker = Maker()
    maker.write(maker.open(tag, entries=entries), text)
    return maker.block()


def item(number: int) -> TypesetBlock:
    """A list item with its label, a nested list of options, and lines to write on."""
    maker = Maker()
    body = maker.open("LBody")
    maker.write(maker.open("P", body), f"What is the answer to question {number}?")
    options = maker.open("L", body)
    for sign in "abc":
        option = maker.open("LI", options)
        maker.write(maker.open("Lbl", option), sign)
        maker.write(maker.open("LBody", option), f"Answer {sign} of {number}")
    maker.rule()
    return maker.block()


def table(rows: int = 2) -> TypesetBlock:
    """A table of two columns with a head."""
    maker = Maker()
    whole = maker.open("Table")
    head = maker.open("TR", whole)
    for text in ("Year", "Event"):
        maker.write(maker.open("TH", head, "/A<</O/Table/Scope/Column>>"), text)
    for row in range(rows):
        line = maker.open("TR", whole)
        maker.write(maker.open("TD", line), str(1900 + row))
        maker.open("TD", line)  # empty: to be filled in
    return maker.block()


def figure(alt: str = "A green field") -> TypesetBlock:
    """A figure."""
    maker = Maker()
    maker.draw(-1, alt)
    return maker.block()


def link(text: str, target: str) -> TypesetBlock:
    """A paragraph with a link."""
    maker = Maker()
    maker.link(maker.open("P"), text, target)
    return maker.block()


def sheet(name: str, *pages: list[TypesetBlock], foot: TypesetBlock | None = None) -> PlacedSheet:
    """A sheet whose blocks stand one below the other, with a running foot on each page.

    Items get numbers and stand in a list, everything else in a section around it.
    """
    frames = [Frame("Sect", -1), Frame("L", 0)]
    placed_pages = []
    for blocks in pages:
        top = 50.0
        here = []
        for block in blocks:
            frame = 0
            if block.elements and block.elements[0].tag == "LBody":
                frame = len(frames)
                frames.append(Frame("LI", 1))
                here.append(placed_block(paragraph(f"{frame - 1}.", "Lbl"), 50, top, frame))
            here.append(placed_block(block, 80, top, frame))
            top += block.height
        if foot:
            here.append(placed_block(foot, 50, 800, 0, "Footer"))
        placed_pages.append(here)
    return PlacedSheet(name, f"Sheet of {name}", frames, placed_pages, A4)
