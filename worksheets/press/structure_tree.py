"""The structure of a document above its blocks: the document, and the frames of its sheets (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Frame, PlacedSheet
from .pdf_text import references
from .pdf_trees import ParentTree
from .pdf_writer import PdfWriter


class StructureTree:
    """The tree of a document while sheets are added to it."""

    def __init__(self, writer: PdfWriter) -> None:
        self.root = writer.reserve()
        self.parents = ParentTree(writer)
        self._writer = writer
        self._document = writer.reserve()
        self._sheets: list[int] = []  # numbers of the outermost frames

    def begin(self, sheet: PlacedSheet) -> Frames:
        """Begin a sheet; its frames find their place in the tree when something is hung in them."""
        return Frames(self._writer, sheet.frames, self._document, self._sheets)

    def finish(self) -> None:
        """Write the document's element and the root."""
        kids = references(self._sheets)
        self._writer.put(self._document, b"<</S/Document/P %d 0 R/K%b>>" % (self.root, kids))
        numbers = (self._document, self.parents.finish(), self.parents.next_key)
        body = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>" % numbers
        self._writer.put(self.root, body)


class Frames:
    """The frames of one sheet, whose content is known only when it is finished. One that stays empty is not written.

    :param frames: parents before their children.
    :param document: number of the document's element.
    :param siblings: what hangs in the document; the outermost frames are added.
    """

    def __init__(self, writer: PdfWriter, frames: Sequence[Frame], document: int, siblings: list[int]) -> None:
        self.kids: list[list[int]] = [[] for _ in frames]  # of each frame: the numbers of what hangs in it
        self._writer = writer
        self._frames = frames
        self._document = document
        self._siblings = siblings
        self._numbers = [0] * len(frames)

    def number(self, index: int) -> int:
        """Give the number of a frame, in which something is about to be hung.

        The first time, the frame is hung in its parent behind what hangs there: this keeps the order of reading.
        """
        if not self._numbers[index]:
            parent = self._frames[index].parent
            if parent >= 0:
                self.number(parent)
            self._numbers[index] = self._writer.reserve()
            (self._siblings if parent < 0 else self.kids[parent]).append(self._numbers[index])
        return self._numbers[index]

    def write(self) -> None:
        """Write all frames in which something hangs."""
        for frame, number, kids in zip(self._frames, self._numbers, self.kids, strict=True):
            if number:
                parent = self._document if frame.parent < 0 else self._numbers[frame.parent]
                head = f"<</S/{frame.tag}/P {parent} 0 R{frame.entries}/K".encode("ascii")
                self._writer.put(number, head + references(kids) + b">>")
