"""Rules for crosswords and word searches: sound clues, and a grid that the clues fill (H9, H11, H12, G8, G26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from ..bank import FactBank
from ..facts import Fact, Person, Term
from ..questions import Question
from ..spelling import UNWANTED, lengths, letters
from ..words import alike, tells
from .finding import Finding

Cell = tuple[int, int]
_STEPS = [step for step in product((-1, 0, 1), repeat=2) if any(step)]


def clues(question: Question, book: FactBank) -> Iterator[Finding]:
    """Each clue has one answer of so many letters, and no clue prints an answer or a form of it."""
    answers = [part.key.answer for part in question.parts]
    squares = [letters(answer) for answer in answers]
    if len({*squares}) < len(squares) or len(squares) != len(question.facts) or not all(squares):
        yield Finding("H11", "its answers are not one for each fact, each with letters of its own", "check the names")
    for part in question.parts:
        if not part.text.endswith(f"({lengths(part.key.answer)})"):
            yield Finding("P4", f"“{part.text}” does not say how long its answer is", "build the bank anew")
        for answer in answers:
            if tells(part.text, answer):
                yield Finding("H12", f"“{part.text}” names “{answer}”", "reword the clue")
    for fact in map(book.get, question.facts):
        if fact and not fact.playable:
            yield Finding("G26", f"“{fact.id}” is kept out of games and is made a puzzle", "leave it out")
        if isinstance(fact, Term) and fact.transparent:
            yield Finding("G8", f"the words of “{fact.term}” say what it is", "leave it out")
        if fact and (rival := next(_rivals(fact, {*squares}, book), "")):
            yield Finding("H11", f"the clue of “{fact.id}” fits “{rival}” as well", "make it narrower")


def crossword(question: Question, _: FactBank) -> Iterator[Finding]:
    """The grid is in one piece; its words, numbered as usual, are those of the clues; the sheet has its squares."""
    if not (question.drawing and question.key.drawing):
        yield Finding("R8", "the grid or its solution is missing", "build the bank anew")
        return
    keyed = {part.label: letters(part.key.answer) for part in question.parts}
    table = question.drawing.data.rows
    if [(row[0], row[3]) for row in table] != [(label, str(len(word))) for label, word in keyed.items()]:
        yield Finding("R8", "the words of the grid are not those of the key", "build the bank anew")
        return
    if question.key.drawing.data.rows != tuple((*row, keyed[row[0]]) for row in table):
        yield Finding("R8", "the solution is not that of the sheet's grid", "build the bank anew")
    cells: dict[Cell, str] = {}
    for label, row, column, _length in table:
        down = label.endswith("down")
        for place, sign in enumerate(keyed[label]):
            cell = (int(row) + place * down, int(column) + place * (not down))
            if cells.setdefault(cell, sign) != sign:
                yield Finding("R8", f"{label} does not fit the words that it crosses", "build the bank anew")
    if _runs(cells) != {label: (keyed[label], (int(row), int(column))) for label, row, column, _length in table}:
        yield Finding("P4", "words touch that do not cross, or are not numbered as usual", "build the bank anew")
    if not _in_one_piece({*cells}):
        yield Finding("P4", "the grid falls into pieces", "build the bank anew")


def word_search(question: Question, _: FactBank) -> Iterator[Finding]:
    """Each word is in the square once, in whatever direction it is read, and the key says where it begins."""
    if not (question.drawing and question.key.drawing):
        yield Finding("R8", "the square or its solution is missing", "build the bank anew")
        return
    square = _cells(question.drawing.data.rows)
    rows = question.key.drawing.data.rows
    if [row[1] for row in rows] != [part.key.answer for part in question.parts]:
        yield Finding("R8", "the ringed words are not those of the key", "build the bank anew")
    for _label, name, row, column, _way in rows:
        found = _places(square, letters(name))
        if found != [(int(row) - 1, int(column) - 1)]:
            yield Finding("H11", f"“{name}” stands in the square {len(found)} times or elsewhere", "draw it anew")
    hidden = [run for row in rows for run in _runs_of(square, letters(row[1]))]
    for bad in UNWANTED:
        if any(not any(run <= word for word in hidden) for run in _runs_of(square, bad)):
            yield Finding("G26", f"“{bad}” can be read in the square outside a hidden word", "draw it anew")


def _rivals(fact: Fact, squares: set[str], book: FactBank) -> Iterator[str]:
    """Names of other facts that the fact's clue fits as well and that have as many letters."""
    for other in book.of_kind(type(fact)):
        names: tuple[str, ...] = ()
        if isinstance(fact, Term) and isinstance(other, Term) and alike(fact.definition, other.definition):
            names = (other.term, *other.aliases)
        if isinstance(fact, Person) and isinstance(other, Person) and alike(fact.role, other.role):
            names = (other.surname or other.full_name,)
        own = letters(_name(fact))
        yield from (name for name in names if len(letters(name)) == len(own) and letters(name) not in squares)


def _name(fact: Fact) -> str:
    if isinstance(fact, Person):
        return fact.surname or fact.full_name
    return fact.term if isinstance(fact, Term) else ""


def _cells(rows: Sequence[Sequence[str]]) -> dict[Cell, str]:
    return {(row, column): sign for row, signs in enumerate(rows) for column, sign in enumerate(signs) if sign}


def _runs(cells: Mapping[Cell, str]) -> dict[str, tuple[str, Cell]]:
    """Every row of two letters or more as a crossword numbers it: "4 down" -> its word and where it begins."""
    found: dict[str, tuple[str, Cell]] = {}
    number = 0
    for row, column in sorted(cells):
        begun = {}
        for way, (down, right) in (("across", (0, 1)), ("down", (1, 0))):
            if (row - down, column - right) not in cells and (row + down, column + right) in cells:
                length = next(n for n in range(len(cells) + 1) if (row + n * down, column + n * right) not in cells)
                begun[way] = "".join(cells[row + n * down, column + n * right] for n in range(length))
        number += bool(begun)
        found |= {f"{number} {way}": (word, (row, column)) for way, word in begun.items()}
    return found


def _in_one_piece(cells: set[Cell]) -> bool:
    waiting = [min(cells)] if cells else []
    reached = set(waiting)
    while waiting:
        row, column = waiting.pop()
        new = {(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)} & cells - reached
        reached |= new
        waiting.extend(new)
    return reached == cells


def _runs_of(square: Mapping[Cell, str], word: str) -> Iterator[set[Cell]]:
    """The squares in which a word can be read, once for each way of reading it."""
    begun = (cell for cell, sign in square.items() if sign == word[0])
    for (row, column), (down, right) in product(begun, _STEPS):
        if all(square.get((row + n * down, column + n * right)) == sign for n, sign in enumerate(word)):
            yield {(row + n * down, column + n * right) for n in range(len(word))}


def _places(square: Mapping[Cell, str], word: str) -> list[Cell]:
    """Where a word begins, once for each direction in which it can be read."""
    return [
        (row, column)
        for (row, column), sign in square.items()
        if sign == word[0]
        for down, right in _STEPS
        if all(square.get((row + n * down, column + n * right)) == sign for n, sign in enumerate(word))
    ]
