"""The files of what is cut out, for the first time and again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import click

from ..card_printing import print_bingo, print_caller, print_deck
from ..card_record import (
    BINGO_FILE,
    DECK_FILE,
    BingoRecord,
    CardRecord,
    read_record,
    record_bytes,
    students_of,
)
from ..files import write_together
from ..plain_text import counted
from ..printing import Printer
from ..problems import Faults, Problem, Source
from .progress import Steps, paper_needed

PRIVATE = {".gitignore": b"*\n"}  # whoever keeps the folder under version control shall not publish names by mistake


def print_cards(
    record: CardRecord, printer: Printer, output: Path | None, *, replace_old: bool, students: Collection[str] = ()
) -> None:
    """Print and write what a record holds, and tell what it is.

    :param output: the folder; without one only count the paper.
    :param replace_old: whether students' cards that lie in the folder may be lost.
    :param students: print the cards of these only.
    :raises Faults: if other cards of students would be lost, or a text has no room.
    :raises TypesetError: if something cannot be typeset or WeasyPrint cannot work.
    """
    name = BINGO_FILE if isinstance(record, BingoRecord) else DECK_FILE
    kept = record_bytes(record)
    if output and not replace_old:
        _refuse_to_lose(output, name, kept)
    with Steps() as steps:
        steps.start("6 render, 7 print")
        if isinstance(record, BingoRecord):
            game = record.game
            cards = tuple(card for card in game.cards if not students or card.student in students)
            printed = print_bingo(printer, replace(game, cards=cards), steps.reached)
            files = {"bingo-cards.pdf": printed.content}
            if output:
                files["bingo-caller.pdf"] = print_caller(printer, game, steps.reached).content
            what = f"{counted(len(cards), 'card')}, {len(game.calls)} calls, seed {game.seed}"
        else:
            packs = tuple(pack for pack in record.deck.packs if not students or pack.student in students)
            printed = print_deck(printer, replace(record.deck, packs=packs), record.look, steps.reached)
            files = {"cards.pdf": printed.content}
            what = f"{counted(len(packs), 'pack')} of {counted(len(packs[0].cards), 'card')}"
            what += f", seed {record.deck.seed}" if record.deck.seed else ""
        if output:
            write_together(output, {**files, name: kept, **(PRIVATE if students_of(record) else {})})
    where = f"in {output}: {', '.join(files)}" if output else "nothing written"
    click.echo(f"{what}, {where}")
    if printed.paper:
        click.echo(paper_needed(printed.paper, "For the cards"))


def _refuse_to_lose(output: Path, name: str, content: bytes) -> None:
    """Keep the cards of students that lie in a folder, unless they are the same.

    :raises Faults: if they would be lost.
    """
    path = output / name
    if not path.exists() or path.read_bytes() == content:
        return
    try:
        old = read_record(path)
    except Faults:
        old = None
    if old is None or students_of(old):
        what = f"the folder holds a {name} of other cards that were printed for students"
        mend = "choose another folder with --output, or add --replace"
        raise Faults([Problem(Source(str(output)), what, mend, "output.not-empty")])
