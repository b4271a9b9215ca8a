"""The objects that many blocks share: each is written once, and only if something needs it."""

from __future__ import annotations

from collections.abc import Mapping

from .blocks import PdfObject, ReadyBlock
from .pdf_writer import PdfWriter

# The colour spaces that WeasyPrint uses for colours beyond sRGB (its weasyprint/pdf/__init__.py).
_COLOUR_SPACES = {
    "lab-d50": b"[/Lab<</WhitePoint[.964296 1 .825105]/Range[-125 125 -125 125]>>]",
    "lab-d65": b"[/Lab<</WhitePoint[.950456 1 1.089058]/Range[-125 125 -125 125]>>]",
}


class UsedObjects:
    """Gathers what the blocks of a document need, and writes it behind the last of them.

    :param objects: all there are, by their keys.
    :param fonts: the name of each font in the content of blocks, and the key of its object.
    """

    def __init__(self, writer: PdfWriter, objects: Mapping[str, PdfObject], fonts: Mapping[str, str]) -> None:
        self.resources = writer.reserve()  # of all pages
        self._writer = writer
        self._objects = objects
        self._fonts = fonts
        self._numbers: dict[str, int] = {}
        self._waiting: list[str] = []  # keys of objects to be written
        self._named: dict[tuple[str, str], str] = {}  # category and name of a resource -> key of its object
        self._colour_spaces: dict[str, bytes] = {}

    def take_up(self, block: ReadyBlock) -> None:
        """Note what a block needs.

        :raises ValueError: if a block before it meant something else by the same name.
        """
        wanted = [("Font", font, self._fonts[font]) for font in block.fonts]
        for category, name, key in (*wanted, *block.resources):
            if self._named.setdefault((category, name), key) != key:
                raise ValueError(f"two blocks mean different things by {category} {name}")
        for name, space in _COLOUR_SPACES.items():
            if b"/" + name.encode() in block.content:
                self._colour_spaces[name] = space

    def write(self) -> None:
        """Write the resources and every object they lead to."""
        entries: dict[str, bytes] = {}
        for (category, name), key in self._named.items():
            entries[category] = entries.get(category, b"") + b"/%b %d 0 R" % (name.encode(), self._number(key))
        if self._colour_spaces:
            entries["ColorSpace"] = b"".join(
                b"/%b%b" % (name.encode(), space) for name, space in self._colour_spaces.items()
            )
        body = b"".join(b"/%b<<%b>>" % (category.encode(), names) for category, names in entries.items())
        self._writer.put(self.resources, b"<<%b>>" % body)
        for key in self._waiting:  # grows meanwhile: an object may need others
            self._write(key)

    def _number(self, key: str) -> int:
        if key not in self._numbers:
            self._numbers[key] = self._writer.reserve()
            self._waiting.append(key)
        return self._numbers[key]

    def _write(self, key: str) -> None:
        shared = self._objects[key]
        body = shared.body % tuple(self._number(reference) for reference in shared.references)
        if shared.stream is None:
            self._writer.put(self._numbers[key], body)
        else:
            self._writer.put_ready_stream(self._numbers[key], body, shared.stream)
