"""Where links within a document lead: by name, since a sheet may come after the links to it."""

from __future__ import annotations

from .pdf_text import percent_encoded, text_string
from .pdf_writer import PdfWriter

_LEAF = 64  # names in a leaf of the tree


class Destinations:
    """The sheets of a document, and which of them are linked to."""

    def __init__(self) -> None:
        self._places: dict[str, bytes] = {}
        self._wanted: dict[str, None] = {}

    def add(self, sheet: str, place: bytes) -> None:
        """Say where a sheet is.

        :param sheet: its id.
        :param place: an explicit destination, as an array (ISO 32000-1, 12.3.2.2).
        :raises ValueError: if another sheet has the id.
        """
        if sheet in self._places:
            raise ValueError(f'two sheets have the id "{sheet}"')
        self._places[sheet] = place

    def name(self, sheet: str) -> bytes:
        """Give the name by which a link leads to a sheet."""
        self._wanted[sheet] = None
        return text_string(percent_encoded(sheet))

    def write(self, writer: PdfWriter) -> bytes:
        """Write the tree of all names that were given (ISO 32000-1, 7.9.6).

        :return: an entry for the document's catalogue; nothing if there are no names.
        :raises ValueError: if there is no sheet for one of them.
        """
        if unknown := sorted(self._wanted.keys() - self._places.keys()):
            raise ValueError(f'a link leads to "#{unknown[0]}", but no sheet has this id')
        # ASCII, because programs do not agree on the order of other names.
        pairs = sorted((percent_encoded(sheet), self._places[sheet]) for sheet in self._wanted)
        leaves = b""
        for start in range(0, len(pairs), _LEAF):
            leaf = [(text_string(name), place) for name, place in pairs[start : start + _LEAF]]
            names = b"".join([name + place for name, place in leaf])
            leaves += b"%d 0 R " % writer.add(b"<</Limits[%b%b]/Names[%b]>>" % (leaf[0][0], leaf[-1][0], names))
        return b"/Names<</Dests<</Kids[%b]>>>>" % leaves if leaves else b""
