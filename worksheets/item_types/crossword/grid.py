"""Laying words across each other: a greedy search with the same result for the same words in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

COLUMNS, ROWS = 13, 13  # at most: as wide as half a sheet, and low enough to leave the page room for the clues
Cell = tuple[int, int]  # row and column, from 0 at the upper left corner once the grid is done


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in its place."""

    word: str
    row: int
    column: int
    down: bool
    number: int = 0

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its squares, first letter first."""
        return tuple(
            (self.row + place * self.down, self.column + place * (not self.down)) for place in range(len(self.word))
        )

    @property
    def label(self) -> str:
        """Its number and direction: "4 down"."""
        return f"{self.number} {'down' if self.down else 'across'}"


def laid(words: Sequence[str], size: int) -> tuple[Entry, ...]:
    """Lay up to ``size`` of the words into one connected grid, the first one across.

    Word by word in their order, each goes where it crosses most others, and of such places where the grid grows least.
    Words for which there was no place are tried again as long as another one has been laid since.

    :param words: letters from A to Z, none twice.
    :return: the words that were laid, numbered and in the order of their numbers, across before down.
    """
    grid = _Grid()
    grid.lay(Entry(words[0], 0, 0, down=False))
    waiting = list(words[1:])
    while waiting and len(grid.entries) < size:
        left: list[str] = []
        for word in waiting:
            best = grid.best(word) if len(grid.entries) < size else None
            if best:
                grid.lay(best)
            else:
                left.append(word)
        if len(left) == len(waiting):
            break
        waiting = left
    return numbered(grid.entries)


def numbered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Number words as crosswords do: the squares where one begins, row by row; the corner becomes row 0, column 0."""
    found = list(entries)
    top, left = min(entry.row for entry in found), min(entry.column for entry in found)
    starts = sorted({(entry.row, entry.column) for entry in found})
    numbers = {start: number for number, start in enumerate(starts, start=1)}
    placed = [
        Entry(entry.word, entry.row - top, entry.column - left, entry.down, numbers[entry.row, entry.column])
        for entry in found
    ]
    return tuple(sorted(placed, key=lambda entry: (entry.number, entry.down)))


class _Grid:
    """What is laid while a grid grows; rows and columns may be negative."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.letters: dict[Cell, str] = {}
        self._cells: dict[str, list[Cell]] = {}
        self._taken: set[tuple[int, int, bool]] = set()  # squares and the direction of a word through them
        self._edges = (0, 0, 0, 0)  # first and last row, first and last column

    def lay(self, entry: Entry) -> None:
        """Lay a word where :meth:`best` found a place for it."""
        for (row, column), letter in zip(entry.cells, entry.word, strict=True):
            if (row, column) not in self.letters:
                self.letters[row, column] = letter
                self._cells.setdefault(letter, []).append((row, column))
            self._taken.add((row, column, entry.down))
        self._edges = self._grown(entry.word, entry.row, entry.column, entry.down)
        self.entries.append(entry)

    def best(self, word: str) -> Entry | None:
        """The place where a word crosses most others and the grid grows least; nothing if it crosses none."""
        ranked = [(self._crossings(word, *place), place) for place in self._places(word)]
        possible = [(-crossings, self._extent(word, *place), place) for crossings, place in ranked if crossings]
        return Entry(word, *min(possible)[2]) if possible else None

    def _places(self, word: str) -> set[tuple[int, int, bool]]:
        """Every row, column and direction in which one of its letters crosses a word that is there."""
        return {
            (row - place * down, column - place * (not down), down)
            for place, letter in enumerate(word)
            for row, column in self._cells.get(letter, ())
            for down in (False, True)
            if (row, column, down) not in self._taken
        }

    def _crossings(self, word: str, row: int, column: int, down: bool) -> int:
        """How many words it would cross; 0 if it may not lie there: it touches a word beside it or spells another."""
        first, last, left, right = self._grown(word, row, column, down)
        if last - first >= ROWS or right - left >= COLUMNS:
            return 0
        letters = self.letters
        to_row, to_column = int(down), int(not down)
        if (row - to_row, column - to_column) in letters:
            return 0
        crossings = 0
        for letter in word:
            there = letters.get((row, column))
            if there is None:
                if (row + to_column, column + to_row) in letters or (row - to_column, column - to_row) in letters:
                    return 0
            elif there != letter or (row, column, down) in self._taken:
                return 0
            else:
                crossings += 1
            row, column = row + to_row, column + to_column
        return 0 if (row, column) in letters else crossings

    def _extent(self, word: str, row: int, column: int, down: bool) -> int:
        """Half the circumference that the grid would have."""
        first, last, left, right = self._grown(word, row, column, down)
        return last - first + right - left

    def _grown(self, word: str, row: int, column: int, down: bool) -> tuple[int, int, int, int]:
        first, last, left, right = self._edges if self.entries else (row, row, column, column)
        reach = len(word) - 1
        return (
            min(first, row),
            max(last, row + reach * down),
            min(left, column),
            max(right, column + reach * (not down)),
        )
