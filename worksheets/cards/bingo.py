"""A game of bingo for a class: a card for each student, and what is called."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..bank import FactBank
from ..facts import NOWHERE
from ..problems import Faults, Problem, Source
from ..roster import Roster
from .bingo_cards import Cells, Win, complete_at, deal, winning_lines
from .bingo_pool import Entry, Pool, find_pool

MOST_CALLS = 75  # as in the game of balls; a lesson has hardly time for more
SIDES = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class BingoCard:
    """One student's card."""

    student: str
    cells: Cells  # row by row: for each square the number of its entry among the calls, from 0


@dataclass(frozen=True, slots=True)
class Bingo:
    """A whole game."""

    title: str  # of the book
    class_name: str
    language: str
    paper: str  # "a4" or "letter"
    seed: str
    side: int  # squares in a row
    win: Win
    calls: tuple[Entry, ...]  # in the order in which they are called
    cards: tuple[BingoCard, ...]  # in the order of the class list

    def complete(self) -> dict[int, list[tuple[str, str]]]:
        """Tell for each call, from 0, whose cards it completes, and by which line."""
        lines = winning_lines(self.side, self.win)
        found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for card in self.cards:
            at, line = complete_at(card.cells, lines)
            found[at].append((card.student, line))
        return dict(sorted(found.items()))

    def shared(self) -> dict[int, list[str]]:
        """Tell the calls, from 0, at which several cards are complete, and whose."""
        return {call: [name for name, _ in cards] for call, cards in self.complete().items() if len(cards) > 1}


def fewest_calls(side: int) -> int:
    """Tell how many entries a game needs, so that cards differ: a row more than a card has squares."""
    return side * side + side


def usual_calls(side: int, win: Win, students: int) -> int:
    """Tell how many entries are called where there are enough.

    Twice the squares of a card, so that half of what is called is on it; more for a large class, so that each card may
    be complete at a call of its own. Nothing is complete before as many calls as there are squares to fill, and for a
    line some more are needed at the end, to keep the others open.
    """
    return min(max(2 * side * side, students + (2 * side if win == "line" else side * side)), MOST_CALLS)


def draw_bingo(
    book: FactBank,
    chapters: Sequence[str],
    roster: Roster,
    *,
    seed: str,
    side: int = 4,
    win: Win = "line",
    calls: int = 0,
    noted: bool = False,
    paper: str = "a4",
    source: Source = NOWHERE,
) -> tuple[Bingo, Pool]:
    """Draw a game, and give besides what could not be in it.

    :param chapters: document names.
    :param side: squares in a row, 3 to 5.
    :param win: with the first full line, or with the whole card.
    :param calls: entries of the game; 0 for :func:`usual_calls`, or as many as there are.
    :param noted: whether facts with a content note may be played with.
    :param source: the bank, for messages.
    :raises Faults: if there are too few entries.
    """
    # The class is part of the seed: two classes with the same seed word play another game.
    own = hashlib.sha256(repr((seed, roster.title, side, win)).encode()).hexdigest()
    pool = find_pool(book, chapters, own, noted=noted, paper=paper)
    wanted = calls or min(usual_calls(side, win, len(roster.students)), len(pool.entries))
    if len(pool.entries) < max(wanted, fewest_calls(side)):
        raise Faults([_too_few(pool, side, max(wanted, fewest_calls(side)), source)])
    keys = {student.key: student.name for student in roster.students}
    dealt = deal(own, tuple(keys), side=side, win=win, calls=wanted)
    return (
        Bingo(
            title=book.title,
            class_name=roster.title,
            language=book.language,
            paper=paper,
            seed=seed,
            side=side,
            win=win,
            calls=pool.entries[:wanted],
            cards=tuple(BingoCard(keys[key], cells) for key, cells in dealt.items()),
        ),
        pool,
    )


def _too_few(pool: Pool, side: int, wanted: int, source: Source) -> Problem:
    found = len(pool.entries)
    what = f"a game of {side} by {side} squares needs {wanted} terms, people and events, and there are {found}"
    smaller = [other for other in SIDES if fewest_calls(other) <= found]
    offer = f", take a smaller card (--grid {smaller[-1]})" if smaller and smaller[-1] < side else ""
    fewer = f", ask for fewer calls (--calls {found})" if fewest_calls(side) <= found else ""
    return Problem(source, what, f"add chapters{offer}{fewer}", "bingo.too-few")
