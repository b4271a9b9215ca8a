"""Hiding words in a square of letters: each of them is there once, in one direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, gcd
from types import MappingProxyType

from ...questions import Difficulty
from ...spelling import UNWANTED

Draw = Callable[[str], int]  # a large number for each matter, the same for the same matter
Direction = tuple[int, int]  # down and to the right
Cell = tuple[int, int]  # row and column

ACROSS, DOWN, FALLING, RISING = (0, 1), (1, 0), (1, 1), (-1, 1)
FORWARDS = (ACROSS, DOWN, FALLING, RISING)
EVERY_WAY = (*FORWARDS, *((-down, -right) for down, right in FORWARDS))
BY_DIFFICULTY: Mapping[Difficulty | None, tuple[Direction, ...]] = MappingProxyType(
    {"easy": (ACROSS, DOWN), "medium": FORWARDS, None: FORWARDS, "hard": EVERY_WAY}
)
NAMES = {
    ACROSS: "to the right",
    DOWN: "down",
    FALLING: "down to the right",
    RISING: "up to the right",
    (0, -1): "to the left",
    (-1, 0): "up",
    (-1, -1): "up to the left",
    (1, -1): "down to the left",
}

ROOM = 2.0  # squares for each letter of a word
WIDEST = 14  # squares: with 7 mm each as wide as half a sheet of A4
ATTEMPTS = 16
VOWELS = frozenset("AEIOUY")
ALL_CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
FEWEST_CONSONANTS = 6
LONGEST_UNWANTED = max(map(len, UNWANTED))
EITHER_WAY = re.compile("|".join(word for bad in UNWANTED for word in (bad, bad[::-1])))


@dataclass(frozen=True, slots=True)
class Hidden:
    """Where a word is."""

    word: str
    row: int
    column: int
    direction: Direction

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its squares, first letter first."""
        down, right = self.direction
        return tuple((self.row + place * down, self.column + place * right) for place in range(len(self.word)))


@dataclass(frozen=True, slots=True)
class LetterGrid:
    """A square of letters and what is hidden in it."""

    rows: tuple[str, ...]
    hidden: tuple[Hidden, ...]  # in the order of the words


def hide(words: Sequence[str], directions: Sequence[Direction], draw: Draw) -> LetterGrid | None:
    """Hide words in the smallest square that has room for them, or one somewhat larger; nothing if none will do.

    The rest is filled with consonants of the words themselves: rare letters do not give a word away, and letters
    without a vowel hardly make a word of their own. Where a letter would make what nobody wants on a worksheet, the
    next one is taken, at last one that is in no word; where a word would make it with others, it goes elsewhere. Only
    within itself may a word hold such letters.

    :param words: letters from A to Z, none inside another, forwards or backwards.
    """
    least = max(max(map(len, words)), ceil((ROOM * sum(map(len, words))) ** 0.5))
    for attempt in range(ATTEMPTS):
        side = min(least + attempt // 4, WIDEST)
        if max(map(len, words)) > side:
            return None
        hidden = _placed(words, side, directions, lambda matter, attempt=attempt: draw(f"{attempt} {matter}"))  # type: ignore[misc]
        if hidden is None:
            continue
        letters = {cell: sign for word in hidden for cell, sign in zip(word.cells, word.word, strict=True)}
        rows = _filled(letters, side, [draw(f"{attempt} fill {row}") for row in range(side)], words)
        if rows is None:
            continue
        lines = all_lines(rows)
        if all(len(re.findall(f"(?={word})", lines)) == 1 for word in words):
            return LetterGrid(rows, hidden)
    return None


def all_lines(rows: Sequence[str]) -> str:
    """Every line of a square of letters as it is read in each of the eight directions, a space between two."""
    side = len(rows)
    lines = [*rows, *map("".join, zip(*rows, strict=True))]
    for offset in range(1 - side, side):
        places = range(max(0, offset), min(side, side + offset))
        lines.append("".join(rows[row][row - offset] for row in places))
        lines.append("".join(rows[row][side - 1 - row + offset] for row in places))
    forwards = " ".join(lines)
    return f"{forwards} {forwards[::-1]}"


def _placed(words: Sequence[str], side: int, directions: Sequence[Direction], draw: Draw) -> tuple[Hidden, ...] | None:
    """A place for each word, the longest first; the directions take turns."""
    letters: dict[Cell, str] = {}
    found: dict[str, Hidden] = {}
    first = draw("direction")
    for turn, word in enumerate(sorted(words, key=len, reverse=True)):
        turned = (directions[(first + turn + more) % len(directions)] for more in range(len(directions)))
        places = (there for direction in turned for there in _places(word, side, direction, draw(word)))
        place = next((there for there in places if _free(there, letters) and not _jars(there, letters)), None)
        if place is None:
            return None
        letters.update(zip(place.cells, word, strict=True))
        found[word] = place
    return tuple(found[word] for word in words)


def _places(word: str, side: int, direction: Direction, number: int) -> Iterator[Hidden]:
    """Every place inside the square, in an order that the number determines."""
    reach = len(word) - 1
    rows, columns = (range(max(0, -step * reach), side - max(0, step * reach)) for step in direction)
    total = len(rows) * len(columns)
    stride = next(step for step in range(1 + number // total % total, 2 * total + 2) if gcd(step, total) == 1)
    for place in range(total):
        row, column = divmod((number + place * stride) % total, len(columns))
        yield Hidden(word, rows[row], columns[column], direction)


def _free(there: Hidden, letters: dict[Cell, str]) -> bool:
    """Whether its squares are empty or hold its letters, not all of them already."""
    held = [letters.get(cell) for cell in there.cells]
    return None in held and all(known in (None, sign) for known, sign in zip(held, there.word, strict=True))


def _jars(there: Hidden, letters: Mapping[Cell, str]) -> bool:
    """Whether its letters make something unwanted together with those of other words."""
    own = frozenset(there.cells)
    square = {**letters, **dict(zip(there.cells, there.word, strict=True))}
    return any(_unwanted(square, cell, square[cell], own) for cell in there.cells if cell not in letters)


def _filled(
    letters: dict[Cell, str], side: int, numbers: Sequence[int], words: Sequence[str]
) -> tuple[str, ...] | None:
    """The rows of the square; nothing if there is a place where every letter makes something unwanted."""
    own = sorted({sign for word in words for sign in word} - VOWELS)
    pool = own if len(own) >= FEWEST_CONSONANTS else list(ALL_CONSONANTS)
    square = dict(letters)
    for row, number in enumerate(numbers):
        for column in range(side):
            number, place = divmod(number, len(pool))
            if (row, column) not in letters:
                turned = (*pool[place:], *pool[:place], *ALL_CONSONANTS)  # any other before one that spells something
                fit = next((sign for sign in turned if not _unwanted(square, (row, column), sign)), None)
                if fit is None:
                    return None
                square[row, column] = fit
    return tuple("".join(square[row, column] for column in range(side)) for row in range(side))


def _unwanted(square: Mapping[Cell, str], cell: Cell, sign: str, own: Collection[Cell] = ()) -> bool:
    """Whether a letter in this place makes something that is not to be read, in any direction.

    :param own: the squares of the word that the letter belongs to: what stands in these alone may be read.
    """
    middle = LONGEST_UNWANTED - 1
    row, column = cell
    for down, right in FORWARDS:
        cells = [(row + n * down, column + n * right) for n in range(-middle, middle + 1)]
        line = "".join([sign if there == cell else square.get(there, " ") for there in cells])
        if EITHER_WAY.search(line) and any(
            line[start : start + len(bad)] in (bad, bad[::-1])
            and not all(there in own for there in cells[start : start + len(bad)])
            for bad in UNWANTED
            for start in range(middle - len(bad) + 1, middle + 1)
        ):
            return True
    return False
