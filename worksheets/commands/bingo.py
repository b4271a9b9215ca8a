"""``worksheets bingo``: a game for a class from a bank."""

from __future__ import annotations

from pathlib import Path

import click

from ..bank_file import read_bank
from ..card_record import BingoRecord
from ..cards.bingo import MOST_CALLS, SIDES, Bingo, draw_bingo
from ..cards.bingo_cards import Win
from ..class_set import Paper
from ..name_letters import unprintable_names
from ..problems import Faults, Problem, Source
from ..roster import read_roster
from .card_options import card_options, card_printer, chapters_of, told_left_out
from .card_output import print_cards
from .reading import reading


@click.command(
    epilog="""\b
Examples:
  worksheets bingo _build/facts.json --class 10b.csv --chapters 3 --output out
  worksheets bingo _build/facts.json --class 10b.csv --grid 3 --calls 20 --seed friday --output out
  worksheets bingo _build/facts.json --class 10b.csv --win full --output out

\b
In the folder:
  bingo-cards.pdf   two cards on a side of paper, with marks where to cut
  bingo-caller.pdf  the clues in the order in which you read them, with the answers, where they are
                    in the book, and whose card is complete at which call
  bingo.json        all of it, for `worksheets reprint`

A game is made of terms, people and events. Each clue fits one entry alone. Disputed facts are left out,
and those that no game should be made of: facts with a content note, or tagged no-game, and what
happened within such an event."""
)
@click.argument("bank", metavar="FACTS", type=click.Path(path_type=Path))
@click.option("--class", "class_file", required=True, metavar="FILE", type=click.Path(path_type=Path),
              help="Class list: a CSV file with a column name, or first and last.")  # fmt: skip
@card_options
@click.option("--grid", type=click.IntRange(SIDES[0], SIDES[-1]), default=4, show_default=True,
              help="Squares in a row of a card: 3, 4 or 5.")  # fmt: skip
@click.option("--win", type=click.Choice(["line", "full"]), default="line", show_default=True,
              help="What wins: a full row, column or diagonal, or a full card.")  # fmt: skip
@click.option(
    "--calls",
    type=click.IntRange(1, MOST_CALLS),
    metavar="NUMBER",
    help="How many clues there are. Left out, twice the squares of a card, or more for a large class.",
)
@click.option(
    "--with-content-notes",
    is_flag=True,
    help="Take facts with a content note too, once you have read the notes. Those tagged no-game stay out.",
)
def bingo(
    bank: Path, class_file: Path, output: Path, chapters: str | None, seed: str, paper: Paper, cache: Path | None,
    no_cache: bool, paper_count: bool, grid: int, win: Win, calls: int | None, with_content_notes: bool,
    replace_old: bool,
) -> None:  # fmt: skip
    """Print a game of bingo from a bank of FACTS: a card for each student, and the caller's list.

    The teacher reads a clue, the students mark what fits. All cards differ; no two are complete at the same call, as
    long as there are calls enough, and if there are not, the command says so.
    """
    problems: list[Problem] = []
    book = reading(lambda: read_bank(bank), problems)
    roster = reading(lambda: read_roster(class_file), problems)
    asked = reading(lambda: chapters_of(book, chapters), problems) if book else None
    if roster:
        problems += unprintable_names(roster.names, Source(str(class_file)))
    if problems or book is None or roster is None or asked is None:
        raise Faults(problems)
    game, pool = draw_bingo(
        book,
        asked,
        roster,
        seed=seed,
        side=grid,
        win=win,
        calls=calls or 0,
        noted=with_content_notes,
        paper=paper,
        source=Source(str(bank)),
    )
    record, printer = BingoRecord(game), card_printer(cache, no_cache)
    print_cards(record, printer, None if paper_count else output, replace_old=replace_old)
    for line in _told_shared(game):
        click.echo(line)
    if pool.left_out:
        click.echo(told_left_out(pool.left_out, "the game"))


def _told_shared(game: Bingo) -> list[str]:
    return [
        f"At call {call + 1} several cards are complete: {', '.join(names)}." for call, names in game.shared().items()
    ]
