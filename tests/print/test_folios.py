"""Printed page numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.book.folios import Folios, roman

VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (99, "xcix")]
)
def test_small_numbers_in_roman_numerals(number: int, expected: str) -> None:
    """Subtraction is written as books write it."""
    assert expected == roman(number)


@given(st.integers(1, 3999))
def test_roman_numerals_can_be_read_back(number: int) -> None:
    """Reading the letters gives the number again."""
    values = [VALUES[letter] for letter in roman(number)]
    read = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))

    assert number == read


def test_front_matter_is_roman_and_the_body_begins_with_one() -> None:
    """The cover is page i; the page of the first chapter is page 1."""
    folios = Folios({"preface": 7, "one": 9, "two": 12}, body="one")

    assert ["vii", "1", "4"] == [folios.of(html_id) for html_id in ("preface", "one", "two")]


def test_a_page_that_is_not_known_yet_has_a_stand_in() -> None:
    """The first pass prints two digits wherever a page number will be."""
    assert "00" == Folios(body="one").of("one")
