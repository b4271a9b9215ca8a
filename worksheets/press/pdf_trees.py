"""The trees of a PDF: its pages, its structure elements by number, and its bookmarks.

Each branch is written as soon as it is full, so that a long document needs no more memory than a short one.
"""

from __future__ import annotations

from .pdf_text import references, text_string
from .pdf_writer import PdfWriter

_PAGES = 32  # in a node of the page tree
_LEAF = 64  # entries in a leaf of the tree of elements


class PageTree:
    """The pages in their order (ISO 32000-1, 7.7.3)."""

    def __init__(self, writer: PdfWriter) -> None:
        self.root = writer.reserve()
        self.count = 0
        self._writer = writer
        self._nodes: list[int] = []
        self._node: list[int] = []  # pages of the node that is being filled

    def add(self, page: int) -> int:
        """Take up the number of a page.

        :return: the number of the node that is its parent.
        """
        if len(self._node) == _PAGES:
            self._close()
        if not self._node:
            self._nodes.append(self._writer.reserve())
        self._node.append(page)
        self.count += 1
        return self._nodes[-1]

    def finish(self) -> None:
        """Write what is left, and the root."""
        if self._node:
            self._close()
        body = b"<</Type/Pages/Count %d/Kids%b>>" % (self.count, references(self._nodes))
        self._writer.put(self.root, body)

    def _close(self) -> None:
        kids = references(self._node)
        body = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids%b>>" % (self.root, len(self._node), kids)
        self._writer.put(self._nodes[-1], body)
        self._node.clear()


class ParentTree:
    """Finds the structure elements of a page or of an annotation by its number (ISO 32000-1, 14.7.4.4).

    The numbers are one counter over pages and annotations.
    """

    def __init__(self, writer: PdfWriter) -> None:
        self.next_key = 0
        self._writer = writer
        self._leaves: list[int] = []
        self._leaf: list[int] = []

    def add(self, target: int) -> int:
        """Take up an element, or the array of elements of a page, by the number of its object.

        :return: its key.
        """
        if len(self._leaf) == _LEAF:
            self._close()
        self._leaf.append(target)
        self.next_key += 1
        return self.next_key - 1

    def finish(self) -> int:
        """Write what is left, and the root.

        :return: the number of the root.
        """
        if self._leaf:
            self._close()
        return self._writer.add(b"<</Kids%b>>" % references(self._leaves))

    def _close(self) -> None:
        first = self.next_key - len(self._leaf)
        pairs = b" ".join([b"%d %d 0 R" % pair for pair in enumerate(self._leaf, first)])
        body = b"<</Limits[%d %d]/Nums[%b]>>" % (first, self.next_key - 1, pairs)
        self._leaves.append(self._writer.add(body))
        self._leaf.clear()


class Outline:
    """The bookmarks, one below the other (ISO 32000-1, 12.3.3)."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._root = writer.reserve()
        self._first = 0
        self.count = 0
        self._last = 0  # number of the newest entry, which waits for the one that follows it
        self._entry = b""

    def add(self, title: str, destination: bytes) -> None:
        """Add a bookmark; ``destination`` is an explicit one, as an array."""
        number = self._writer.reserve()
        entry = b"/Title%b/Dest%b/Parent %d 0 R" % (text_string(title), destination, self._root)
        if self.count:
            entry += b"/Prev %d 0 R" % self._last
            self._writer.put(self._last, b"<<%b/Next %d 0 R>>" % (self._entry, number))
        else:
            self._first = number
        self._last = number
        self._entry = entry
        self.count += 1

    def finish(self) -> int:
        """Write the last of one or more bookmarks, and the root.

        :return: the number of the root.
        """
        self._writer.put(self._last, b"<<%b>>" % self._entry)
        ends = (self._first, self._last, self.count)
        self._writer.put(self._root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends)
        return self._root
