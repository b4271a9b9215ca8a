"""The grid of a crossword as a drawing: empty for the sheet, solved for the key."""

from __future__ import annotations

from collections.abc import Sequence

from ...exhibits import Drawing, Table
from .. import squared
from .grid import Entry

SQUARE_MM = 7  # room for a letter in handwriting
HEADS = ("Clue", "Row", "Column", "Letters")  # where a word begins, and how long it is
SOLVED_MM = 5  # in the key, where nobody writes
NUMBER, SOLVED_NUMBER = (
    0.42,
    0.34,
)  # size of type to the side of a square: 8 points, and 16 in large print of 13 columns


def empty(entries: Sequence[Entry]) -> Drawing:
    """The grid with its numbers."""
    return _drawn(entries, SQUARE_MM, solved=False)


def solved(entries: Sequence[Entry]) -> Drawing:
    """The grid with its numbers and letters."""
    return _drawn(entries, SOLVED_MM, solved=True)


def _drawn(entries: Sequence[Entry], side: float, *, solved: bool) -> Drawing:
    letters = {cell: letter for entry in entries for cell, letter in zip(entry.cells, entry.word, strict=True)}
    numbers = {entry.cells[0]: str(entry.number) for entry in entries}
    rows, columns = (max(cell[axis] for cell in letters) + 1 for axis in (0, 1))
    shapes = []
    size = (SOLVED_NUMBER if solved else NUMBER) * side
    for (row, column), letter in sorted(letters.items()):
        x, y = column * side, row * side
        shapes.append(squared.square(x, y, side))
        if number := numbers.get((row, column)):
            shapes.append(squared.number(x + 0.08 * side, y + size, size, number))
        if solved:
            shapes.append(squared.letter(x + 0.57 * side, y + 0.87 * side, 0.72 * side, letter, bold=True))
    kind = "solved crossword" if solved else "crossword"
    return Drawing(
        squared.svg(columns * side, rows * side, shapes),
        f"A {kind} grid of {rows} rows and {columns} columns.",
        Table(tuple(_row(entry, solved=solved) for entry in entries), heads=(*HEADS, *(["Word"] if solved else []))),
        labels=tuple(dict.fromkeys([*numbers.values(), *(sorted({*letters.values()}) if solved else [])])),
    )


def _row(entry: Entry, *, solved: bool) -> tuple[str, ...]:
    place = (entry.label, str(entry.row + 1), str(entry.column + 1), str(len(entry.word)))
    return (*place, entry.word) if solved else place
