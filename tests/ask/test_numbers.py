"""Numbers as authors write them, and wrong ones that look like them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from worksheets.item_types.numbers import Number, wrong_numbers

numbers = st.builds(
    Number,
    st.decimals("0.1", "9999999", allow_nan=False, allow_infinity=False, places=1),
    st.just(1),
    st.booleans(),
) | st.builds(lambda value: Number(Decimal(value), 0, grouped=True), st.integers(2, 10**8))


def test_a_number_keeps_what_is_printed_around_it():
    """A number is written as its author writes numbers."""
    for text in ("681,692", "£1.5 million", "46", "24.6", "1530", "99 %"):
        assert str(Number.parse(text)) == text


def test_what_is_no_single_number_is_not_read():
    """Ranges and words are not numbers (HI-3)."""
    assert [Number.parse(text) for text in ("950,000 to 1.2 million", "about half", "")] == [None, None, None]


@given(numbers, st.integers(0, 2))
def test_wrong_numbers_look_like_the_right_one(right, below):
    """As many significant digits, no digits twice, steps of more than one and a half, in the place wanted (G15)."""
    for wrong in wrong_numbers(right, below, 2, None):
        values = sorted([right.value, *(number.value for number in wrong)])

        assert values.index(right.value) == below
        assert {number.digits for number in wrong} == {right.digits}
        assert len({number.figures for number in (right, *wrong)}) == 3
        assert all(later / earlier >= Decimal("1.6") for earlier, later in pairwise(values))


@given(numbers, st.integers(0, 2))
def test_no_wrong_number_passes_the_whole(right, below):
    """Where an upper bound is known no option is above it (G15)."""
    most = right.value * 2

    assert all(number.value <= most for wrong in wrong_numbers(right, below, 2, most) for number in wrong)
