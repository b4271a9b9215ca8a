"""A page of the file while it is filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .pdf_text import decimal, references
from .pdf_trees import PageTree, ParentTree
from .pdf_writer import PdfWriter
from .sides import Box, Matrix

_CUT = b"/Artifact <</Type/Page>> BDC\nq .25 w\n%bS\nQ\nEMC\n"


class PageInProgress:
    """What a page will show, and which structure element each of its marked content sequences belongs to."""

    __slots__ = ("annotations", "drawing", "number", "owners")

    def __init__(self, number: int) -> None:
        self.number = number
        self.drawing: list[bytes] = []
        self.owners: list[int] = []  # numbers of structure elements, by the number of the marked content sequence
        self.annotations: list[int] = []

    @contextmanager
    def drawn_through(self, to_side: Matrix | None) -> Iterator[None]:
        """Have what is drawn meanwhile drawn through a matrix, if there is one."""
        if to_side:
            self.drawing.append(b"q %b cm\n" % b" ".join(map(decimal, to_side)))
        yield
        if to_side:
            self.drawing.append(b"Q\n")

    def mark_cuts(self, lines: Sequence[Box]) -> None:
        """Draw lines along which to cut, which are no part of the text."""
        if lines:
            paths = b"".join(b"%b %b m %b %b l\n" % tuple(map(decimal, line)) for line in lines)
            self.drawing.append(_CUT % paths)

    def write(
        self, writer: PdfWriter, tree: PageTree, elements: ParentTree, *, resources: int, size: tuple[float, float]
    ) -> None:
        """Write the page, its content and the list of its elements."""
        contents = writer.reserve()
        writer.put_stream(contents, b"".join(self.drawing))
        width, height = map(decimal, size)
        numbers = (tree.add(self.number), resources, contents)
        body = b"<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents %d 0 R/Tabs/S" % numbers
        body += b"/MediaBox[0 0 %b %b]" % (width, height)
        if self.owners:
            body += b"/StructParents %d" % elements.add(writer.add(references(self.owners)))
        if self.annotations:
            body += b"/Annots" + references(self.annotations)
        writer.put(self.number, body + b">>")
