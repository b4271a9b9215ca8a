"""Word searches: each word is hidden once, and found from its clue."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, product

import pytest
from ask.asking import asked, every_question
from ask.bank import BOOK
from ask.strategies import materials
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from worksheets.exhibits import Table
from worksheets.facts import Term
from worksheets.item_types import ITEM_TYPES, Material
from worksheets.item_types.word_search.letter_grid import BY_DIFFICULTY, FORWARDS, VOWELS, WIDEST, hide
from worksheets.questions import Key, Question
from worksheets.sampling import rank
from worksheets.sheet_lint import lint_question
from worksheets.spelling import UNWANTED, letters

many = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
STEPS = [step for step in product((-1, 0, 1), repeat=2) if any(step)]
lists_of_words = st.lists(st.text("AEIRSTKLMN", min_size=3, max_size=12), min_size=1, max_size=10, unique=True)


def question() -> Question:
    return asked("word-search", "term", BOOK["comet"], *(fact for fact in BOOK if fact.id != "comet"))


def found(question: Question) -> set[str]:
    return {problem.code for problem in lint_question(question, BOOK)}


def places(rows: tuple[str, ...], word: str) -> list[tuple[int, int]]:
    """Where a word can be read, in whatever direction."""
    square = {(row, column): sign for row, signs in enumerate(rows) for column, sign in enumerate(signs)}
    return [
        (row, column)
        for row, column in square
        for down, right in STEPS
        if all(square.get((row + n * down, column + n * right)) == sign for n, sign in enumerate(word))
    ]


@given(lists_of_words, st.sampled_from([*BY_DIFFICULTY.values()]), st.text(max_size=4))
def test_each_word_is_there_once(words, directions, seed):
    """In a square; in a direction that is allowed; nowhere a second time, forwards or backwards (H11)."""
    turned = [word[::-1] for word in words]
    assume(not any(one in other for one in (*words, *turned) for other in words if one != other))
    assume(not {*words} & {*turned})
    grid = hide(words, directions, lambda matter: rank(seed, matter))
    assume(grid is not None)
    assert grid

    assert {len(row) for row in grid.rows} == {len(grid.rows)}
    assert len(grid.rows) <= WIDEST
    for word, hidden in zip(words, grid.hidden, strict=True):
        assert hidden.direction in directions
        assert places(grid.rows, word) == [(hidden.row, hidden.column)]


@given(lists_of_words, st.text(max_size=4))
def test_what_fills_the_square_has_no_vowel(words, seed):
    """So it hardly spells a word of its own, and no rare letter gives a word away."""
    grid = hide(words, FORWARDS, lambda matter: rank(seed, matter))
    assume(grid is not None)
    assert grid
    held = {cell for hidden in grid.hidden for cell in hidden.cells}
    fill = {
        sign for row, signs in enumerate(grid.rows) for column, sign in enumerate(signs) if (row, column) not in held
    }

    assert not fill & VOWELS


@example(
    ["ANKHWE", "AHHHTHHE", "AKHSTKNE"], [*FORWARDS], " \x00ü"
)  # each of its letters would spell something somewhere
@example(["ASSET", "DISSENT", "COCKTAIL"], [*FORWARDS], "")  # what is in a word stands
@given(
    st.lists(st.text("SKNTHWCDGFUIA", min_size=4, max_size=9), min_size=1, max_size=6, unique=True),
    st.sampled_from([*BY_DIFFICULTY.values()]),
    st.text(max_size=4),
)
def test_the_square_spells_nothing_unwanted(words, directions, seed):
    """No line holds a sign of hatred or a swear word, with a hidden word's vowels or without; within a word one may."""
    grid = hide(words, directions, lambda matter: rank(seed, matter))
    assume(grid is not None)
    assert grid
    side = range(len(grid.rows))
    whole = [{*hidden.cells} for hidden in grid.hidden]

    for row, column, (down, right), bad in product(side, side, STEPS, UNWANTED):
        if bad[0] == grid.rows[row][column]:
            run = [(row + n * down, column + n * right) for n in range(len(bad))]
            inside = all(one in side for cell in run for one in cell)
            if inside and not any(word.issuperset(run) for word in whole):
                assert "".join(grid.rows[one][other] for one, other in run) != bad


@pytest.mark.parametrize("spelt", ["DICK", "FUK", "NIG"])
def test_the_linter_reads_words_with_their_vowels(spelt):
    """These were read in squares whose fill had no vowel: a hidden word had lent it."""
    made = question()
    assert made.drawing
    table = made.drawing.data.rows
    planted = (*table, tuple(spelt.ljust(len(table[0]), "X")))

    assert "item.G26" in found(replace(made, drawing=replace(made.drawing, data=Table(planted))))


def test_the_linter_reads_across_hidden_words():
    """Two hidden words side by side make a sign of hatred that neither holds."""
    made = question()
    assert made.drawing
    one, other = [word for part in made.parts if "S" in (word := letters(part.key.answer))][:2]
    beside = [("X" * (12 - word.index("S")) + word).ljust(24, "X") for word in (one, other)]
    apart = [beside[0], "X" * 24, beside[1]]

    def told(rows: list[str]) -> set[str]:
        return found(replace(made, drawing=replace(made.drawing, data=Table(tuple(map(tuple, rows))))))

    assert "item.G26" in told(beside)
    assert "item.G26" not in told(apart)


def test_the_same_words_are_hidden_in_the_same_way():
    """Nothing but the words, their order and the seed decides (S1)."""
    words = ["COMET", "PLANET", "SUPERNOVA", "ASTEROID"]

    def of(seed: str) -> object:
        return hide(words, FORWARDS, lambda matter: rank(seed, matter))

    assert of("one") == of("one") != of("two")


def test_the_words_are_found_from_clues():
    """Neither the sheet nor its description names a word; each clue has a mark, a line and its own page."""
    made = question()

    assert len(made.parts) == made.marks == len(made.facts)
    assert all(part.answer_lines == 1 and part.place for part in made.parts)
    assert not [
        (text, part.key.answer)
        for text in made.shown
        for part in made.parts
        if part.key.answer.casefold() in text.casefold()
    ]


def test_the_key_rings_each_word():
    """A bold ring for each word; the table says where it begins and which way it runs, so it can be marked unseen."""
    made = question()
    assert made.drawing
    assert made.key.drawing
    rows = tuple("".join(row) for row in made.drawing.data.rows)

    assert made.key.drawing.svg.count("<path ") == len(made.parts)
    assert [row[1] for row in made.key.drawing.data.rows] == [part.key.answer for part in made.parts]
    for _, name, row, column, _ in made.key.drawing.data.rows:
        assert places(rows, letters(name)) == [(int(row) - 1, int(column) - 1)]


@many
@given(materials())
def test_no_word_is_another_one_backwards(material):
    """Neither a word nor its reverse stands in another, so every ring is the only one (H11)."""
    for made in islice(every_question(material, "word-search"), 6):
        words = [letters(part.key.answer) for part in made.parts]

        assert not [
            (one, other) for one in words for other in words if one[::-1] in other or (one in other and one != other)
        ]


@pytest.mark.parametrize(("difficulty", "ways"), [("easy", 2), ("medium", 4), ("hard", 8)])
def test_a_harder_square_has_more_directions(difficulty, ways):
    """Two, four or all eight; the sheet says which (D1)."""
    material = Material(BOOK, BOOK, BOOK, "seed", difficulty=difficulty)
    made = [ITEM_TYPES["word-search"].ask(fact, "term", material) for fact in BOOK.of_kind(Term) if fact.id != "moon"]
    used = {
        row[4] for one in made if isinstance(one, Question) and one.key.drawing for row in one.key.drawing.data.rows
    }

    assert len(used) == ways == len(BY_DIFFICULTY[difficulty])
    assert all(("backwards too" in one.instruction) is (ways == 8) for one in made if isinstance(one, Question))


def test_a_size_is_kept():
    """As many words as the blueprint says."""
    made = ITEM_TYPES["word-search"].ask(BOOK["comet"], "term", Material(BOOK, BOOK, BOOK, "seed", size=5))

    assert isinstance(made, Question)
    assert len(made.parts) == 5


def test_the_linter_searches_anew():
    """A word that is there twice or not at all, and a key that names others, are found from outside."""
    made = question()
    assert made.drawing
    assert made.key.drawing
    first, *rest = made.parts
    word = letters(first.key.answer)
    rows = made.drawing.data.rows
    twice = (*rows, tuple(word.ljust(len(rows[0]), "X")))

    hateful = (*rows[:-1], tuple("KKK".ljust(len(rows[0]), "X")))

    assert found(made) == set()
    assert "item.G26" in found(replace(made, drawing=replace(made.drawing, data=Table(hateful))))
    assert "item.H11" in found(replace(made, drawing=replace(made.drawing, data=Table(twice))))
    assert "item.H11" in found(replace(made, drawing=replace(made.drawing, data=Table(rows[::-1]))))
    assert "item.R8" in found(replace(made, parts=(replace(first, key=Key("nebula")), *rest)))
