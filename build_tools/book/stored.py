"""Editions that were printed before: what has not changed is not set again.

Beside the PDFs lies, in a folder ``.set``, a file for each edition with the digest of all that went into it. Editions
with faults are not kept, so that these are told again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import msgspec
from lxml import etree
from lxml.html import HtmlElement

from worksheets import press
from worksheets.press.fonts import font_files

from .document import Book
from .editions import Edition

FOLDER = ".set"
# Whose versions may change what is printed; of the press and of this folder the programs themselves are digested.
_LIBRARIES = (
    "weasyprint", "pydyf", "cssselect2", "tinycss2", "tinyhtml5", "fonttools", "pyphen", "pillow", "lxml", "pikepdf",
)  # fmt: skip
_UNREADABLE = (OSError, ValueError, msgspec.MsgspecError)


@dataclass(frozen=True)
class Stored:
    """What is kept of one edition."""

    pdf: bytes
    pages: int
    anchors: Mapping[str, int]  # id -> physical page from 1
    survey: bytes  # of each page, as JSON: worksheets/press/child_survey.py


class _Record(msgspec.Struct):
    """What is written of an edition beside its PDF."""

    digest: str
    pdf: str  # its digest
    pages: int
    anchors: dict[str, int]
    survey: msgspec.Raw


def digest(edition: Edition, book: Book, html: str, tree: HtmlElement) -> str:
    """Digest all that an edition is made from: text, styles, pictures, fonts, and the programs that set it.

    :param html: of the first pass. It holds the text and its styles, but of each entry of the index one place only.
    :param tree: the same, parsed.
    """
    found = hashlib.sha256()
    for part in (repr(edition), repr(book.index), repr(sorted(book.replaced.items())), html, *_versions()):
        found.update(hashlib.sha256(part.encode()).digest())
    for file in (*font_files(), *_programs(), *_pictures(tree)):
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _versions() -> Iterable[str]:
    yield from map(version, _LIBRARIES)
    yield repr(etree.LIBXML_VERSION)  # which reads the text; that of the machine may be another than lxml's


def _programs() -> Iterable[Path]:
    for folder in (Path(__file__).parent, Path(str(press.__file__)).parent):
        yield from sorted(folder.glob("*.py"))


def _pictures(tree: HtmlElement) -> Iterable[Path]:
    addresses = sorted({image.get("src", "") for image in tree.iter("img")})
    paths = (Path(url2pathname(urlsplit(address).path)) for address in addresses if address.startswith("file:"))
    return (path for path in paths if path.is_file())


def load(folder: Path, edition: Edition, wanted: str) -> Stored | None:
    """Find an edition that was made from the same, if its PDF is still as it was written."""
    try:
        pdf = (folder / edition.file).read_bytes()
        record = _read(folder, edition)
    except _UNREADABLE:
        return None
    if record.digest != wanted or record.pdf != hashlib.sha256(pdf).hexdigest():
        return None
    return Stored(pdf, record.pages, record.anchors, bytes(record.survey))


def last_anchors(folder: Path, edition: Edition) -> dict[str, int]:
    """Tell where all stood when an edition was last printed: id -> physical page; empty where that is unknown."""
    try:
        return _read(folder, edition).anchors
    except _UNREADABLE:
        return {}


def _read(folder: Path, edition: Edition) -> _Record:
    return msgspec.json.decode((folder / record_name(edition)).read_bytes(), type=_Record)


def record_name(edition: Edition) -> str:
    """Name the file that tells of an edition, below the folder of the PDFs."""
    return f"{FOLDER}/{edition.name}.json"


def record(made_from: str, stored: Stored) -> bytes:
    """Write what tells of an edition."""
    pdf = hashlib.sha256(stored.pdf).hexdigest()
    return msgspec.json.encode(_Record(made_from, pdf, stored.pages, dict(stored.anchors), msgspec.Raw(stored.survey)))
