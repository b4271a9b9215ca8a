"""``worksheets cards``: flash cards from a bank."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from ..bank_file import read_bank
from ..card_printing import BACKS, Backs, CardLook
from ..card_record import DeckRecord
from ..cards.deck import draw_deck
from ..cards.flash_card import FACES
from ..class_set import Paper
from ..name_letters import unprintable_names
from ..plain_text import counted
from ..problems import Faults, Problem, Source
from ..rendering.card_formats import FLASH_CARDS
from ..roster import read_roster
from .card_options import card_options, card_printer, chapters_of, told_left_out
from .card_output import print_cards
from .reading import reading


@click.command(
    epilog="""\b
Examples:
  worksheets cards _build/facts.json --chapters 3 --output out              all cards of chapter 3
  worksheets cards _build/facts.json --chapters 3 --kinds term,person --output out
  worksheets cards _build/facts.json --class 10b.csv --count 24 --output out   24 for each student
  worksheets cards _build/facts.json --backs fold --output out              for printers of one side

\b
Front and back:
  term     the term                    what it means
  event    the event                   its date, and why it mattered
  person   the person                  role and fate
  link     the cause                   the effect, and how one led to the other
  view     who held it, and on what    the view, and its evidence"""
)
@click.argument("bank", metavar="FACTS", type=click.Path(path_type=Path))
@card_options
@click.option("--kinds", metavar="LIST", help=f"Only these kinds of facts: {','.join(FACES)}.")
@click.option("--count", type=click.IntRange(1), metavar="CARDS", help="So many cards in a pack. Left out, all.")
@click.option("--class", "class_file", metavar="FILE", type=click.Path(path_type=Path),
              help="Class list: a pack for each student, with --count another choice for each.")  # fmt: skip
@click.option("--size", type=click.Choice(list(FLASH_CARDS)), default="medium", show_default=True,
              help="12, 8 or 4 cards on a side of paper.")  # fmt: skip
@click.option("--backs", type=click.Choice(BACKS), default="long-edge", show_default=True,
              help="Over which edge your printer turns the paper, as its settings say; "
                   "fold prints on one side, and each back is folded behind its front.")  # fmt: skip
@click.option("--without-content-notes", is_flag=True, help="Leave out facts that have a content note.")
def cards(
    bank: Path, output: Path, chapters: str | None, seed: str, paper: Paper, cache: Path | None, no_cache: bool,
    paper_count: bool, kinds: str | None, count: int | None, class_file: Path | None, size: str, backs: Backs,
    without_content_notes: bool, replace_old: bool,
) -> None:  # fmt: skip
    """Print flash cards to cut out from a bank of FACTS: the question on the front, the answer on the back.

    They stand in cards.pdf, with crop marks, in the order of the book; each names the section and page where the book
    teaches it. Disputed facts are left out, unless the card says whose view it is.
    """
    problems: list[Problem] = []
    book = reading(lambda: read_bank(bank), problems)
    roster = reading(lambda: read_roster(class_file), problems) if class_file else None
    asked = reading(lambda: chapters_of(book, chapters), problems) if book else None
    wanted = reading(lambda: _kinds(kinds), problems)
    if roster:
        problems += unprintable_names(roster.names, Source(str(class_file)))
    if problems or book is None or asked is None or wanted is None:
        raise Faults(problems)
    drawn = draw_deck(
        book,
        asked,
        kinds=wanted,
        count=count or 0,
        seed=seed,
        roster=roster,
        noted=not without_content_notes,
        paper=paper,
    )
    deck = drawn.deck
    if not deck.packs[0].cards:
        what = "these chapters have no facts for cards" + (
            f"; {told_left_out(drawn.left_out, 'the cards')}" if drawn.left_out else ""
        )
        raise Faults([Problem(Source(str(bank)), what, "ask for more chapters or kinds", "cards.none")])
    record = DeckRecord(deck, CardLook(size, backs))
    print_cards(record, card_printer(cache, no_cache), None if paper_count else output, replace_old=replace_old)
    if drawn.left_out:
        click.echo(told_left_out(drawn.left_out, "the cards"))
    noted = {card.fact for pack in deck.packs for card in pack.cards if book[card.fact].content_note}
    if noted:
        on_them = f"{counted(len(noted), 'fact')} on the cards with a content note"
        click.echo(f"{on_them}; --without-content-notes leaves them out.")


def _kinds(names: str | None) -> tuple[str, ...]:
    """The kinds that the command line names.

    :raises Faults: for each of which there are no cards.
    """
    kinds = tuple(name.strip() for name in (names or "").split(",") if name.strip()) or tuple(FACES)
    problems = []
    for kind in kinds:
        if kind not in FACES:
            close = difflib.get_close_matches(kind, FACES, n=1)
            mend = f'write "{close[0]}"' if close else f"use one or more of {', '.join(FACES)}"
            problems.append(Problem(Source("--kinds"), f'there are no cards of the kind "{kind}"', mend, "cards.kind"))
    if problems:
        raise Faults(problems)
    return kinds
