"""Which chapters of which editions are cut, and which are as they were.

Chapters lie in ``chapters/EDITION/NAME.pdf`` below the folder of the PDFs. What tells of them lies in ``.set``: an
edition whose PDF, chapters and programs are the same is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from worksheets.files import write_together, write_whole
from worksheets.problems import Faults, Problem, Source

from .cut import cut

FOLDER = "chapters"
RECORD = ".set/chapters.json"


def cut_books(folder: Path) -> dict[str, tuple[int, int]]:
    """Cut all editions of a folder into chapters: all chapters of an edition are written, or none.

    :return: edition -> how many chapters it has, and how many of them were written.
    :raises Faults: if there is no printed book, or a file cannot be read or written.
    """
    layouts = sorted(folder.glob("layout-*.json"))
    if not layouts:
        what = "there is no printed book here"
        raise Faults([Problem(Source(str(folder)), what, "print it first: make pdf", "file.missing")])
    before = _read_record(folder)
    record: dict[str, Any] = {}
    counts: dict[str, tuple[int, int]] = {}
    for path in layouts:
        edition = path.stem.removeprefix("layout-")
        layout, book = _read(path, folder / f"{edition}.pdf")
        if not layout.get("chapters"):
            continue
        old = before.get(edition, {})
        made_from = _digest(book, layout)
        if old.get("made_from") == made_from and _as_recorded(folder, old["files"]):
            record[edition] = old
            counts[edition] = len(old["files"]), 0
            continue
        record[edition], written = _cut_book(folder, edition, layout, book)
        record[edition]["made_from"] = made_from
        counts[edition] = len(record[edition]["files"]), written
    write_whole(folder / RECORD, json.dumps(record, indent=1).encode())
    _tidy(folder, before, record)
    return counts


def _cut_book(folder: Path, edition: str, layout: Mapping[str, Any], book: bytes) -> tuple[dict[str, Any], int]:
    """Write the chapters of one edition; tell what they are, and how many were not there in the same form."""
    files = {
        f"{FOLDER}/{edition}/{slug(chapter['name'])}.pdf": cut(
            book, chapter["first"], chapter["last"], int(layout["labels"][chapter["first"] - 1])
        )
        for chapter in layout["chapters"]
    }
    new = {name: content for name, content in files.items() if _sha(folder / name) != _sha_of(content)}
    write_together(folder, new)
    return {"files": {name: _sha_of(content) for name, content in files.items()}}, len(new)


def slug(name: str) -> str:
    """Name the file of a chapter: as its document, in one folder with all others."""
    return name.replace("/", "-")


def _read(layout: Path, book: Path) -> tuple[dict[str, Any], bytes]:
    try:
        return json.loads(layout.read_text("utf-8")), book.read_bytes()
    except (OSError, ValueError) as error:
        what = f"the printed book cannot be read: {error}"
        raise Faults([Problem(Source(str(layout)), what, "print it again: make pdf", "file.unreadable")]) from None


def _read_record(folder: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        return dict(json.loads((folder / RECORD).read_text("utf-8")))
    return {}


def _as_recorded(folder: Path, files: Mapping[str, str]) -> bool:
    return all(_sha(folder / name) == expected for name, expected in files.items())


def _tidy(folder: Path, before: Mapping[str, Any], record: Mapping[str, Any]) -> None:
    """Take away chapters that are no longer in the book."""
    wanted = {name for edition in record.values() for name in edition["files"]}
    for name in {name for edition in before.values() for name in edition.get("files", ())} - wanted:
        if name.startswith(f"{FOLDER}/") and ".." not in name:
            (folder / name).unlink(missing_ok=True)


def _digest(book: bytes, layout: Mapping[str, Any]) -> str:
    """Digest what chapters are made from: the book, their pages, and the programs that cut them."""
    found = hashlib.sha256(book)
    found.update(json.dumps([layout["chapters"], layout["labels"], version("pikepdf")]).encode())
    for program in sorted(Path(__file__).parent.glob("*.py")):
        found.update(program.read_bytes())
    return found.hexdigest()


def _sha(path: Path) -> str:
    with suppress(OSError):
        return _sha_of(path.read_bytes())
    return ""


def _sha_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
