"""Bingo cards as numbers: all different, each complete at a call of its own as long as there are calls enough."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worksheets.cards.bingo_cards import complete_at, deal, winning_lines

seeds = st.text(max_size=6)
sides = st.sampled_from([3, 4, 5])
wins = st.sampled_from(["line", "full"])


def students(count: int) -> tuple[str, ...]:
    return tuple(f"student {number}" for number in range(count))


def completed(dealt, side, win) -> list[int]:
    return [complete_at(cells, winning_lines(side, win))[0] for cells in dealt.values()]


@pytest.mark.parametrize("side", [3, 4, 5])
def test_rows_columns_and_diagonals_win(side):
    """Each square is in a row and a column, and those of the diagonals in one more."""
    lines = winning_lines(side, "line")
    count = Counter(square for line in lines for square in line.squares)

    assert len(lines) == 2 * side + 2
    assert all(len(set(line.squares)) == side for line in lines)
    assert set(count) == set(range(side * side))
    assert [count[square] for square in (0, side - 1, 1)] == [3, 3, 2]


def test_a_card_is_complete_when_the_last_square_of_a_line_is_called():
    """The middle row was called at 2, 3 and 9, before any other line was full; the whole card only at 29."""
    cells = (20, 21, 22, 3, 9, 2, 27, 28, 29)

    assert complete_at(cells, winning_lines(3, "line")) == (9, "row 2")
    assert complete_at(cells, winning_lines(3, "full")) == (29, "all squares")


@settings(max_examples=30, deadline=None)
@given(seeds, sides, wins, st.integers(1, 12), st.integers(0, 20))
def test_a_card_holds_calls_of_the_game_each_once(seed, side, win, count, more):
    """Whatever the size of class, card and game."""
    calls = side * side + more
    dealt = deal(seed, students(count), side=side, win=win, calls=calls)

    assert tuple(dealt) == students(count)
    for cells in dealt.values():
        assert len(set(cells)) == len(cells) == side * side
        assert set(cells) <= set(range(calls))


@settings(max_examples=12, deadline=None)
@given(seeds, sides)
def test_in_a_class_of_thirty_no_two_full_cards_are_complete_at_the_same_call(seed, side):
    """As many calls as squares and students are enough."""
    dealt = deal(seed, students(30), side=side, win="full", calls=side * side + 30)

    assert len(set(completed(dealt, side, "full"))) == 30


@settings(max_examples=12, deadline=None)
@given(seeds, sides)
def test_in_a_class_of_thirty_no_two_lines_are_complete_at_the_same_call(seed, side):
    """With as many calls as a game usually has."""
    calls = max(2 * side * side, 30 + 2 * side)
    dealt = deal(seed, students(30), side=side, win="line", calls=calls)

    assert len(set(completed(dealt, side, "line"))) == 30
    assert len({frozenset(cells) for cells in dealt.values()}) == 30


@settings(max_examples=10, deadline=None)
@given(seeds, sides, wins)
def test_where_calls_run_out_the_first_winners_are_still_alone(seed, side, win):
    """Cards share only calls that come later than all that one card has to itself, or that nobody could avoid."""
    dealt = deal(seed, students(30), side=side, win=win, calls=side * side + side)
    count = Counter(completed(dealt, side, win))

    assert count[min(count)] == 1
    assert all(call > min(count) for call, cards in count.items() if cards > 1)


@settings(max_examples=30, deadline=None)
@given(seeds, st.permutations(students(8)))
def test_the_order_of_the_class_is_of_no_account(seed, order):
    """A list sorted otherwise deals the same cards."""
    assert deal(seed, order, side=3, win="line", calls=20) == deal(seed, students(8), side=3, win="line", calls=20)


def test_another_seed_deals_other_cards():
    """The next game is another one."""
    one, other = (deal(seed, students(5), side=4, win="line", calls=30) for seed in "ab")

    assert all(one[student] != other[student] for student in one)


@pytest.mark.parametrize(("side", "win"), [*product([3, 5], ["line", "full"])])
def test_too_few_calls_are_refused(side, win):
    """A card cannot be filled with fewer entries than squares."""
    with pytest.raises(ValueError, match="needs as many entries"):
        deal("seed", students(2), side=side, win=win, calls=side * side - 1)
