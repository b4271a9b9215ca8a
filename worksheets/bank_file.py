"""The bank of facts as a file: ``facts.json``, the seam between the book and the worksheets.

Versioned, sorted and without whatever only repeats a default, so that two states of a book can be compared line by
line. ``facts.schema.json`` tells the same shape to other programs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from .bank import Chapter, FactBank
from .dates import Date
from .facts import KINDS, Fact
from .lean_json import json_bytes, lean
from .problems import Faults, Problem, Source

FORMAT = 1  # raised when an older reader would misunderstand a file
_DATES = ("date", "end")  # the fields of facts that hold a date
_AGAIN = "make the bank again: make bank"


def bank_bytes(bank: FactBank) -> bytes:
    """Write a bank: UTF-8 JSON, sorted keys, indented by two spaces, with a line end at the end."""
    return json_bytes(
        {
            "format": FORMAT,
            "title": bank.title,
            "language": bank.language,
            "chapters": [lean(chapter) for chapter in bank.chapters],
            "facts": [_fact_tree(fact) for fact in bank.facts],
        }
    )


def pageless(bank: FactBank) -> FactBank:
    """Give the bank without the page numbers of the printed book."""
    facts = tuple(replace(fact, place=replace(fact.place, pages={})) for fact in bank.facts)
    return replace(bank, facts=facts)


def bank_digest(bank: FactBank) -> str:
    """SHA-256 in hexadecimal digits of the bank without its page numbers."""
    return hashlib.sha256(bank_bytes(pageless(bank))).hexdigest()


def read_bank(path: Path) -> FactBank:
    """Read a bank file.

    :raises Faults: if there is no such file, or it is no bank, or one of a newer version.
    """
    return bank_of_bytes(_bytes_of(path), Source(str(path)))


def bank_of_bytes(content: bytes, source: Source) -> FactBank:
    """Read a bank from the bytes of its file.

    :raises Faults: as ``read_bank``.
    """
    tree = _tree_of(content, source)
    version = tree.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _fault(source, "this is no bank of facts: it has no format number", _AGAIN, "bank.wrong-shape")
    if version > FORMAT:
        what = f"this bank has format {version}, and this version of worksheets reads formats up to {FORMAT}"
        raise _fault(source, what, "install the newest version: pip install -U sphinx-worksheets", "bank.newer")
    file = _convert(tree, _BankFile, "", source)
    facts = tuple(_fact_of(entry, f".facts[{index}]", source) for index, entry in enumerate(file.facts))
    _refuse_twins(facts, source)
    return FactBank(file.title, facts, file.chapters, file.language)


@dataclass(frozen=True)
class _BankFile:
    title: str
    facts: tuple[dict[str, Any], ...]
    chapters: tuple[Chapter, ...] = ()
    language: str = "en"


def _fact_tree(fact: Fact) -> dict[str, Any]:
    dates = {name: str(value) for name in _DATES if isinstance(value := getattr(fact, name, None), Date)}
    return {"kind": fact.kind, **_without_points(lean(fact)), **dates}


def _without_points(tree: Any) -> Any:
    """Whole numbers as an author writes them, 51 for 51.0, everywhere in a tree."""
    if isinstance(tree, Mapping):
        return {key: _without_points(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_without_points(value) for value in tree]
    return int(tree) if isinstance(tree, float) and tree.is_integer() else tree


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        what, mend, code = "there is no such file", "make the bank first: make bank", "bank.missing"
    except IsADirectoryError:
        what, mend, code = "this is a folder", f"name the file in it: {path / 'facts.json'}", "bank.folder"
    except OSError as error:
        what = f"this file cannot be read: {(error.strerror or str(error)).lower()}"
        mend, code = "see who may read it, or make the bank again: make bank", "bank.unreadable"
    raise _fault(Source(str(path)), what, mend, code)


def _tree_of(content: bytes, source: Source) -> dict[str, Any]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise _fault(
            source, "this file is not UTF-8 text, so it is no bank of facts", _AGAIN, "bank.not-text"
        ) from None
    try:
        tree = json.loads(text, parse_constant=_no_number)
        json.dumps(tree, ensure_ascii=False).encode()  # half a character, as "\\ud800", cannot be written anywhere
    except json.JSONDecodeError as error:
        at = Source(source.path, error.lineno)
        raise _fault(at, f"this is no JSON: {error.msg.lower()}", _AGAIN, "bank.not-json") from None
    except (ValueError, RecursionError) as error:
        raise _fault(source, f"this is no JSON: {error}", _AGAIN, "bank.not-json") from None
    if not isinstance(tree, dict):
        raise _fault(source, "this is no bank of facts", _AGAIN, "bank.wrong-shape")
    return tree


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _fact_of(entry: dict[str, Any], where: str, source: Source) -> Fact:
    kind = entry.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        what = f"at {where}: there is no kind of fact called {json.dumps(kind)}"
        raise _fault(source, what, _AGAIN, "bank.wrong-shape")
    tree = {**entry, **{name: _date(entry[name], f"{where}.{name}", source) for name in _DATES if name in entry}}
    fact: Fact = _convert(tree, KINDS[kind], where, source)
    return fact


def _date(text: Any, where: str, source: Source) -> Any:
    # A date is text in the file; msgspec would want its year, month and day.
    try:
        return asdict(Date.parse(text if isinstance(text, str) else ""))
    except ValueError:
        raise _fault(source, f"at {where}: {json.dumps(text)} is no date", _AGAIN, "bank.wrong-shape") from None


def _convert(tree: Any, wanted: type[Any], where: str, source: Source) -> Any:
    try:
        return msgspec.convert(tree, wanted)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at `$")
        what = f"at {where}{path.rstrip('`')}: {said[:1].lower()}{said[1:]}".replace("at : ", "")
        raise _fault(source, what, _AGAIN, "bank.wrong-shape") from None


def _refuse_twins(facts: tuple[Fact, ...], source: Source) -> None:
    seen: set[str] = set()
    for fact in facts:
        if fact.id in seen:
            raise _fault(source, f"two facts are called “{fact.id}”", _AGAIN, "bank.wrong-shape")
        seen.add(fact.id)


def _fault(source: Source, what: str, mend: str, code: str) -> Faults:
    return Faults([Problem(source, what, mend, code)])
