"""``cards.json`` and ``bingo.json``: what was printed to be cut out, so that it can be printed again without the book.

Beside the PDFs lies all that stands on them. A lost card can be printed again after the book has changed. Where the
cards bear names, it does too: then it is personal data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from . import __version__
from .card_printing import CardLook
from .cards.bingo import SIDES, Bingo
from .cards.deck import Deck
from .lean_json import json_bytes, lean
from .problems import Faults, Problem, Source
from .rendering.card_formats import FLASH_CARDS
from .rendering.formats import PAPERS_MM
from .yaml_source import unreadable

FORMAT = 1
DECK_FILE, BINGO_FILE = "cards.json", "bingo.json"


@dataclass(frozen=True, slots=True)
class DeckRecord:
    """Flash cards, and how they were made."""

    deck: Deck
    look: CardLook
    made: Literal["cards"] = "cards"
    format: int = FORMAT
    tool: str = __version__


@dataclass(frozen=True, slots=True)
class BingoRecord:
    """A game of bingo."""

    game: Bingo
    made: Literal["bingo"] = "bingo"
    format: int = FORMAT
    tool: str = __version__


CardRecord: TypeAlias = DeckRecord | BingoRecord


def record_bytes(record: CardRecord) -> bytes:
    """The file's content: readable, in one order, the same for the same cards."""
    told = {"format": record.format, "made": record.made, "tool": record.tool}
    return json_bytes({**lean(record), **told})


def students_of(record: CardRecord) -> tuple[str, ...]:
    """The students whose cards they are; nobody for a pack of the whole class."""
    if isinstance(record, BingoRecord):
        return tuple(card.student for card in record.game.cards)
    return tuple(pack.student for pack in record.deck.packs if pack.student)


def names_of(record: CardRecord) -> tuple[str, ...]:
    """All names that are printed: of students, and of a class."""
    return (*([record.game.class_name] if isinstance(record, BingoRecord) else []), *students_of(record))


def read_record(path: Path) -> CardRecord | None:
    """Read a record of cards; nothing if the file is something else, such as the manifest of a class set.

    :raises Faults: if it cannot be read, is damaged, or was written by a newer version of the tool.
    """
    try:
        tree = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise Faults([unreadable(path, error)]) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    kind = {"cards": DeckRecord, "bingo": BingoRecord}.get(str(tree.get("made"))) if isinstance(tree, dict) else None
    if kind is None:
        return None
    if isinstance(tree.get("format"), int) and tree["format"] > FORMAT:
        what = f"this record has format {tree['format']} and this version of the tool reads up to {FORMAT}"
        raise Faults([Problem(Source(str(path)), what, "install a newer version of the tool", "cards.newer")])
    try:
        record: CardRecord = msgspec.convert(tree, kind)
        faults = list(_faults(record))
    except (msgspec.ValidationError, RecursionError) as error:
        faults = [str(error)]
    if faults:
        mend = f"give the {DECK_FILE} or {BINGO_FILE} as the tool has written it"
        raise Faults(
            Problem(Source(str(path)), f"this record is damaged: {fault}", mend, "cards.damaged") for fault in faults
        )
    return record


def _faults(record: CardRecord) -> Iterator[str]:
    """What no game and no deck of ours has."""
    paper = record.game.paper if isinstance(record, BingoRecord) else record.deck.paper
    if paper not in PAPERS_MM:
        yield f'there is no paper "{paper}"'
    if isinstance(record, DeckRecord):
        if record.look.size not in FLASH_CARDS:
            yield f'there are no cards of the size "{record.look.size}"'
        if not record.deck.packs or not all(pack.cards for pack in record.deck.packs):
            yield "a pack has no cards"
        return
    game = record.game
    calls = set(range(len(game.calls)))
    if game.side not in SIDES or not game.cards:
        yield "it has no cards of 3, 4 or 5 squares in a row"
    for card in game.cards:
        if len(card.cells) != game.side**2 or not calls.issuperset(card.cells):
            yield f"the card of {card.student} does not hold an entry of the game in each square"
