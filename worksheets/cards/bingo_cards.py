"""Bingo cards as numbers: which entries stand where, and at which call a card is complete.

Entries are known by the order in which they are called, from 0, so that a card is complete at the lowest of the highest
numbers of its lines. Pure numbers; it knows neither facts nor names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..sampling import rank, ranked

Win = Literal["line", "full"]
Cells = tuple[int, ...]  # row by row: for each square the call of its entry
FREE_DRAWS = 40  # of a card, before one is made for a call at which nobody is complete yet
DRAWS_FOR_A_CALL = 60


class Line(NamedTuple):
    """Squares that win together."""

    name: str  # "row 2", "column B", "diagonal", "all squares"
    squares: tuple[int, ...]


def winning_lines(side: int, win: Win) -> tuple[Line, ...]:
    """Give all rows, columns and both diagonals, or the whole card.

    :param side: squares in a row.
    """
    if win == "full":
        return (Line("all squares", tuple(range(side * side))),)
    rows = [Line(f"row {row + 1}", tuple(side * row + column for column in range(side))) for row in range(side)]
    columns = [
        Line(f"column {'ABCDE'[column]}", tuple(side * row + column for row in range(side))) for column in range(side)
    ]
    diagonals = (
        Line("diagonal", tuple(row * (side + 1) for row in range(side))),
        Line("diagonal", tuple((row + 1) * (side - 1) for row in range(side))),
    )
    return (*rows, *columns, *diagonals)


def complete_at(cells: Cells, lines: Sequence[Line]) -> tuple[int, str]:
    """Tell at which call, from 0, a card is complete, and by which line."""
    return min((max(cells[square] for square in line.squares), line.name) for line in lines)


def deal(seed: str, students: Sequence[str], *, side: int, win: Win, calls: int) -> dict[str, Cells]:
    """Deal a card to each student: entries and places by rank, no two with the same entries if that can be.

    As long as there is a call at which no card is complete yet, the next card is dealt so that it is complete at one:
    first freely, then made for such a call. Where none is left, the card is complete as late as can be, so that
    the first to win are still alone. A student's card depends only on those of the students who rank before.

    :param students: the key of each.
    :param side: squares in a row, 3 or more.
    :param calls: entries of the game.
    :raises ValueError: if there are fewer entries than squares.
    """
    if calls < side * side:
        raise ValueError(f"a card of {side * side} squares needs as many entries, not {calls}")
    lines = winning_lines(side, win)
    taken: set[int] = set()
    chosen: set[frozenset[int]] = set()
    dealt: dict[str, Cells] = {}
    for student in ranked(seed, students, str):
        own = f"{rank(seed, 'card', student):064x}"
        best: tuple[bool, bool, int, Cells] | None = None
        for cells in _draws(own, side, lines, calls, taken):
            at, _ = complete_at(cells, lines)
            # Better is: at a call of its own, with entries of its own, later.
            candidate = (at not in taken, frozenset(cells) not in chosen, at, cells)
            if best is None or candidate[:3] > best[:3]:
                best = candidate
            if candidate[0] and candidate[1]:
                best = candidate
                break
        assert best is not None
        taken.add(best[2])
        chosen.add(frozenset(best[3]))
        dealt[student] = best[3]
    return {student: dealt[student] for student in students}


def _draws(seed: str, side: int, lines: Sequence[Line], calls: int, taken: set[int]) -> Iterator[Cells]:
    """Give cards to choose from: first free ones, then some for each call that is not taken, in the order of ranks."""
    for attempt in range(FREE_DRAWS):
        yield tuple(ranked(f"{seed}\n{attempt}", range(calls), str)[: side * side])
    free = [call for call in range(len(lines[0].squares) - 1, calls) if call not in taken]
    for call in ranked(seed, free, str):
        for attempt in range(DRAWS_FOR_A_CALL):
            yield _made_for(f"{seed}\n{call}\n{attempt}", side, lines, calls, call)


def _made_for(seed: str, side: int, lines: Sequence[Line], calls: int, call: int) -> Cells:
    """Make a card with a line that is complete at a call, and later calls in its other squares, as far as they go."""
    order = ranked(seed, range(calls), str)
    line = lines[rank(seed, "line") % len(lines)].squares
    early = [number for number in order if number < call]
    late = [number for number in order if number > call]
    within = ranked(f"{seed}\nwithin", [call, *early[: len(line) - 1]], str)
    others = [square for square in range(side * side) if square not in line]
    outside = ranked(f"{seed}\noutside", [*late, *early[len(line) - 1 :]][: len(others)], str)
    placed = dict(zip((*line, *others), (*within, *outside), strict=True))
    return tuple(placed[square] for square in range(side * side))
