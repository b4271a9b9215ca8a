"""A square of letters as a drawing: plain for the sheet, with its words ringed for the key."""

from __future__ import annotations

from ...exhibits import Drawing, Table
from ...questions import letter
from .. import squared
from .letter_grid import NAMES, LetterGrid

SQUARE_MM = 7
SOLVED_MM = 5


def plain(grid: LetterGrid) -> Drawing:
    """The letters in a frame."""
    side = len(grid.rows)
    return Drawing(
        squared.svg(
            side * SQUARE_MM, side * SQUARE_MM, [squared.square(0, 0, side * SQUARE_MM), *_letters(grid, SQUARE_MM)]
        ),
        f"A square of {side} rows of {side} letters.",
        Table(tuple(map(tuple, grid.rows))),
    )


def solved(grid: LetterGrid, names: tuple[str, ...]) -> Drawing:
    """The letters, those of the words bold and each word in a ring, so that a grey copy shows them too.

    :param names: the words as the book writes them, in the order of ``grid.hidden``.
    """
    side = len(grid.rows)
    rings = []
    for hidden in grid.hidden:
        (row, column), (last_row, last_column) = hidden.cells[0], hidden.cells[-1]
        start, end = _middle(row, column, SOLVED_MM), _middle(last_row, last_column, SOLVED_MM)
        rings.append(squared.ring(start, end, 0.42 * SOLVED_MM))
    table = Table(
        tuple(
            (f"({letter(index).lower()})", name, str(hidden.row + 1), str(hidden.column + 1), NAMES[hidden.direction])
            for index, (hidden, name) in enumerate(zip(grid.hidden, names, strict=True))
        ),
        heads=("Clue", "Word", "Row", "Column", "Direction"),
    )
    return Drawing(
        squared.svg(side * SOLVED_MM, side * SOLVED_MM, [*_letters(grid, SOLVED_MM, solved=True), *rings]),
        "The square of letters with a ring round each word; the table says in which row and column each begins.",
        table,
        labels=tuple(sorted({sign for row in grid.rows for sign in row})),
    )


def _letters(grid: LetterGrid, side: float, *, solved: bool = False) -> list[str]:
    bold = {cell for hidden in grid.hidden for cell in hidden.cells} if solved else set()
    texts = []
    for row, signs in enumerate(grid.rows):
        for column, sign in enumerate(signs):
            x, y = _middle(row, column, side)
            texts.append(squared.letter(x, y + 0.2 * side, 0.62 * side, sign, bold=(row, column) in bold))
    return texts


def _middle(row: int, column: int, side: float) -> tuple[float, float]:
    return ((column + 0.5) * side, (row + 0.5) * side)
