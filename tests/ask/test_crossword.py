"""Crosswords: words that cross in one piece, numbered as usual."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice

import pytest
from ask.asking import asked, every_question
from ask.bank import BOOK
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from worksheets.exhibits import Table
from worksheets.item_types import ITEM_TYPES, Material, Refusal
from worksheets.item_types.crossword.grid import COLUMNS, ROWS, Entry, laid, numbered
from worksheets.item_types.crossword.picture import SQUARE_MM
from worksheets.questions import Key, Question
from worksheets.sheet_lint import lint_question
from worksheets.spelling import letters

many = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
lists_of_words = st.lists(st.text("AEIRST", min_size=3, max_size=COLUMNS), min_size=1, max_size=14, unique=True)


def question() -> Question:
    return asked("crossword", "term", BOOK["comet"], *(fact for fact in BOOK if fact.id != "comet"))


def found(question: Question) -> set[str]:
    return {problem.code for problem in lint_question(question, BOOK)}


@given(lists_of_words, st.integers(2, 12))
def test_words_cross_and_touch_nowhere_else(words, size):
    """Every row and column of two letters or more is a word that was laid; where words meet they share a letter."""
    entries = laid(words, size)
    cells = {cell: letter for entry in entries for cell, letter in zip(entry.cells, entry.word, strict=True)}
    crossings = Counter(cell for entry in entries for cell in entry.cells)

    assert {entry.word for entry in entries} <= {*words}
    assert words[0] in {entry.word for entry in entries}
    assert len(entries) == len({entry.word for entry in entries}) <= max(1, size)
    assert sum(map(len, (entry.word for entry in entries))) == crossings.total()
    assert all(cells[cell] == letter for entry in entries for cell, letter in zip(entry.cells, entry.word, strict=True))
    assert max(crossings.values()) <= 2
    assert runs(set(cells)) == sorted(entry.cells for entry in entries)


@given(lists_of_words)
def test_the_grid_is_in_one_piece_and_fits_the_page(words):
    """From the first word every other is reached, and neither rows nor columns are more than there is room for."""
    entries = laid(words, len(words))
    reached, waiting = {entries[0]}, [entries[0]]
    while waiting:
        here = waiting.pop()
        new = [entry for entry in entries if entry not in reached and {*entry.cells} & {*here.cells}]
        reached.update(new)
        waiting.extend(new)

    assert reached == {*entries}
    assert all(0 <= row < ROWS and 0 <= column < COLUMNS for entry in entries for row, column in entry.cells)


@given(lists_of_words)
def test_the_same_words_give_the_same_grid(words):
    """Nothing but the words and their order decides (S1)."""
    assert laid(words, 10) == laid(list(words), 10)


def test_numbers_run_along_the_rows():
    """A square in which two words begin has one number; across comes before down."""
    entries = [Entry("TIN", 4, 3, True), Entry("TEN", 2, 3, False), Entry("TOT", 2, 3, True), Entry("NOT", 2, 5, True)]

    assert [(entry.label, entry.word, entry.row, entry.column) for entry in numbered(entries)] == [
        ("1 across", "TEN", 0, 0),
        ("1 down", "TOT", 0, 0),
        ("2 down", "NOT", 0, 2),
        ("3 down", "TIN", 2, 0),
    ]


def test_every_square_is_large_enough_to_write_in():
    """7 mm or more each way, as the drawing itself says, and no text is moved by an anchor."""
    made = question()
    assert made.drawing
    squares = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="7" height="7"', made.drawing.svg)

    assert SQUARE_MM == 7
    assert {(int(float(y)) // 7 + 1, int(float(x)) // 7 + 1) for x, y in squares} == set(solution(made))
    assert re.match(r'<svg xmlns="http://www.w3.org/2000/svg" width="[\d.]+mm" height="[\d.]+mm" ', made.drawing.svg)
    assert "anchor" not in made.drawing.svg


def test_sheet_and_key_show_the_same_grid():
    """The table says where each word begins, for a student who does not see the grid; the key adds the words."""
    made = question()
    assert made.drawing
    assert made.key.drawing

    assert [row[:4] for row in made.key.drawing.data.rows] == [*made.drawing.data.rows]
    assert [row[0] for row in made.drawing.data.rows] == [part.label for part in made.parts]
    assert [row[4] for row in made.key.drawing.data.rows] == [letters(part.key.answer) for part in made.parts]
    assert not [text for text in made.shown for part in made.parts if part.key.answer in text]


@many
@given(materials())
def test_each_word_has_its_clue_and_a_mark(material):
    """As many parts as words, facts and marks, in the order across, down of their numbers."""
    for made in islice(every_question(material, "crossword"), 6):
        numbers = [int(part.label.split()[0]) for part in made.parts]

        assert len(made.parts) == made.marks == len(made.facts) >= 6
        assert numbers == sorted(numbers)
        assert all(material.book[fact].playable for fact in made.facts)


def test_a_size_is_kept_or_refused():
    """Of 6 words or of 14 there is one where the book has enough that cross; else the teacher is told how many."""
    ask = ITEM_TYPES["crossword"].ask
    six = ask(BOOK["comet"], "term", Material(BOOK, BOOK, BOOK, "seed", size=6))
    few = BOOK.within(["01-sky"])

    assert isinstance(six, Question)
    assert len(six.parts) == 6
    assert ask(BOOK["comet"], "term", Material(BOOK, few, few, "seed", size=14)) == Refusal(
        "fewer than 14 words that may stand beside it cross each other", "G35"
    )


def test_variants_lay_other_words():
    """Neighbours who get a crossword from the same fact do not see the same grid."""
    made = [
        ITEM_TYPES["crossword"].ask(BOOK["comet"], "term", Material(BOOK, BOOK, BOOK, "", variant=n)) for n in range(4)
    ]

    assert len({question.drawing.svg for question in made if isinstance(question, Question) and question.drawing}) == 4


def test_the_linter_solves_it_anew():
    """A swapped answer, a lost square, a loose letter, a clue that tells and one without lengths are found."""
    made = question()
    assert made.drawing
    assert made.key.drawing
    first, *rest = made.parts
    table = made.drawing.data

    def moved(row: str) -> Question:
        """The first word at another place, in sheet and key."""
        changed = [(table.rows[0][0], row, *table.rows[0][2:]), *table.rows[1:]]
        words = [(*found, letters(part.key.answer)) for found, part in zip(changed, made.parts, strict=True)]
        assert made.drawing
        assert made.key.drawing
        return replace(
            made,
            drawing=replace(made.drawing, data=Table(tuple(changed))),
            key=Key("", drawing=replace(made.key.drawing, data=Table(tuple(words)))),
        )

    assert found(made) == found(moved(table.rows[0][1])) == set()
    assert "item.R8" in found(replace(made, parts=(replace(first, key=Key("nebula")), *rest)))
    assert "item.R8" in found(replace(made, drawing=replace(made.drawing, data=Table(table.rows[::-1]))))
    assert "item.R8" in found(replace(made, key=Key("", drawing=made.drawing)))
    assert "item.P4" in found(moved("40"))
    assert "item.P4" in found(replace(made, parts=(replace(first, text="No lengths"), *rest)))
    assert "item.H12" in found(replace(made, parts=(replace(first, text=f"{rest[0].key.answer}: {first.text}"), *rest)))


@pytest.mark.parametrize("name", ["reflector", "armstrong"])
def test_words_of_the_answer_are_those_of_the_book(name):
    """What the key prints is the name as the author wrote it, and its letters are those of the grid."""
    made = asked("crossword", BOOK[name].kind, BOOK[name], *(fact for fact in BOOK if fact.id != name))
    assert made.key.drawing
    signs = set(re.findall(r">([A-Z])</text>", made.key.drawing.svg))

    assert signs == set("".join(letters(part.key.answer) for part in made.parts)) == set(solution(made).values())


def solution(made: Question) -> dict[tuple[int, int], str]:
    """The letter of each square, as the table of the sheet and the answers give it."""
    assert made.drawing
    cells = {}
    for (label, row, column, _), part in zip(made.drawing.data.rows, made.parts, strict=True):
        down = label.endswith("down")
        for place, sign in enumerate(letters(part.key.answer)):
            cells[int(row) + place * down, int(column) + place * (not down)] = sign
    return cells


def runs(cells: set[tuple[int, int]]) -> list[tuple[tuple[int, int], ...]]:
    """Every row and column of two squares or more that touch."""
    found = []
    for row, column in cells:
        for down, right in ((0, 1), (1, 0)):
            if (row - down, column - right) not in cells and (row + down, column + right) in cells:
                run = [(row, column)]
                while (run[-1][0] + down, run[-1][1] + right) in cells:
                    run.append((run[-1][0] + down, run[-1][1] + right))
                found.append(tuple(run))
    return sorted(found)
