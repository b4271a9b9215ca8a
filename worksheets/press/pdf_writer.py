"""A PDF 1.7 file, written object by object as bytes.

Nothing is kept but where each object stands: eight bytes for each. Dictionaries go into object streams of 256 and are
listed in a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). There is no date in the file and its identifier is a
hash of what it holds, so that the same objects give the same bytes.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Sequence
from hashlib import sha256
from itertools import chain
from typing import BinaryIO

MOST_OBJECTS = 8_388_607  # ISO 32000-1, Annex C: the most indirect objects that readers need to bear

_PACK = 256  # dictionaries in an object stream
# An entry of the cross-reference stream as one number of eight bytes: one for its type, five and two for its fields.
_IN_FILE = 1 << 56
_IN_STREAM = 2 << 56
_HEAD_OF_FREE_LIST = 0xFFFF


class TooManyObjectsError(Exception):
    """More objects than a PDF may hold."""


class PdfWriter:
    """Writes one file; :meth:`finish` comes last.

    Every object gets a number when it is first spoken of and may be written at any time after that.

    :param target: where the file goes; only ever appended to.
    :param level: of zlib's compression, 0 to 9, for page contents and object streams.
    """

    def __init__(self, target: BinaryIO, *, level: int = 6) -> None:
        self._target = target
        self._level = level
        self._position = 0
        self._hash = sha256()
        self._entries = array("Q", [_HEAD_OF_FREE_LIST])
        # The object stream that is being filled.
        self._numbers: list[int] = []
        self._offsets: list[int] = []
        self._bodies: list[bytes] = []
        self._length = 0
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")  # four bytes that show that the file is not text

    def reserve(self, count: int = 1) -> int:
        """Give out numbers for objects to be written later.

        :return: the first of ``count`` numbers in a row.
        :raises TooManyObjectsError: if there would be more than :data:`MOST_OBJECTS`.
        """
        first = len(self._entries)
        if first + count > MOST_OBJECTS:
            raise TooManyObjectsError
        self._entries.frombytes(bytes(8 * count))
        return first

    def put(self, number: int, body: bytes) -> None:
        """Write the object of a reserved number; ``body`` is no stream."""
        self.put_row(number, body + b"\n", (0,))

    def add(self, body: bytes) -> int:
        """Write an object and give it a number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def put_row(self, first: int, bodies: bytes, offsets: Sequence[int]) -> None:
        """Write objects with reserved numbers in a row.

        :param first: number of the first of them.
        :param bodies: all of them, each with white space behind it.
        :param offsets: where each begins in ``bodies``; one or more.
        """
        if len(self._numbers) >= _PACK:
            self._flush()
        self._numbers += range(first, first + len(offsets))
        self._offsets += map(self._length.__add__, offsets)
        self._bodies.append(bodies)
        self._length += len(bodies)

    def put_stream(self, number: int, content: bytes, entries: bytes = b"") -> None:
        """Write a stream, which is compressed here.

        :param number: a reserved one.
        :param entries: of its dictionary, besides Length and Filter.
        """
        packed = zlib.compress(content, self._level)
        self.put_ready_stream(number, b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(packed)), packed)

    def put_ready_stream(self, number: int, dictionary: bytes, content: bytes) -> None:
        """Write a stream as it is, with a dictionary that has its Length."""
        self._entries[number] = _IN_FILE | self._position << 16
        self._write(b"%d 0 obj\n%b\nstream\n" % (number, dictionary))
        self._write(content)
        self._write(b"\nendstream\nendobj\n")

    def finish(self, trailer: bytes) -> None:
        """Write what is left and the cross-reference stream.

        :param trailer: entries of the file's trailer: Root, and Info where there is one.
        :raises ValueError: if an object was promised and not written, which would be a fault of the caller.
        """
        if self._numbers:
            self._flush()
        number = self.reserve()
        position = self._position
        self._entries[number] = _IN_FILE | position << 16
        if 0 in self._entries:
            raise ValueError(f"object {self._entries.index(0)} was promised and not written")
        size = len(self._entries)
        if sys.byteorder == "little":
            self._entries.byteswap()
        table = self._entries.tobytes()
        self._hash.update(table)
        identity = self._hash.hexdigest()[:32].encode()
        entries = b"/Type/XRef/Size %d/W[1 5 2]/ID[<%b><%b>]%b" % (size, identity, identity, trailer)
        packed = zlib.compress(table, self._level)
        self._write(b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n" % (number, entries, len(packed)))
        self._write(packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % position)

    def _flush(self) -> None:
        """Write the object stream that is being filled, and begin a new one."""
        stream = self.reserve()
        entries = self._entries
        for entry, number in enumerate(self._numbers, _IN_STREAM | stream << 16):
            entries[number] = entry
        count = len(self._numbers)
        head = b"%d %d " * count % tuple(chain.from_iterable(zip(self._numbers, self._offsets, strict=True)))
        content = b"".join((head, *self._bodies))
        self.put_stream(stream, content, b"/Type/ObjStm/N %d/First %d" % (count, len(head)))
        self._numbers.clear()
        self._offsets.clear()
        self._bodies.clear()
        self._length = 0

    def _write(self, data: bytes) -> None:
        self._target.write(data)
        self._hash.update(data)
        self._position += len(data)
