"""Numbers in words and in figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.item_types.number_words import written_otherwise


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("five", {"5"}),
        ("Ten", {"10"}),
        ("20", {"twenty"}),
        ("thirty-two", {"32"}),
        ("three hundred", {"300"}),
        ("twelve thousand", {"12,000"}),
        ("two million", {"2 million", "2,000,000"}),
        ("2 million", {"two million", "2,000,000"}),
        ("2,000,000", {"two million", "2 million"}),
        ("1.8 million", {"1,800,000"}),
        ("Second", {"2nd"}),
        ("eighteenth", {"18th"}),
        ("21st", {"twenty-first"}),
        ("fiftieth", {"50th"}),
    ],
)
def test_a_number_is_known_in_words_and_in_figures(text, forms):
    """Small and round numbers and ordinals are written in every usual way (P6)."""
    assert forms == set(written_otherwise(text))


@pytest.mark.parametrize("text", ["1936", "681,692", "680,000", "half", "five years", "Saturn", "2.5", "000th", ""])
def test_what_has_no_other_way_is_left_alone(text):
    """Years, long numbers and words that are no numbers have no second form (P6)."""
    assert written_otherwise(text) == ()


@given(st.integers(0, 99) | st.sampled_from((100, 900, 5_000, 12_000, 1_800_000, 2_000_000, 90_000_000, 3_000_000_000)))
def test_every_form_leads_to_every_other(value):
    """Whichever form is the answer, the others count (P6)."""
    forms = {f"{value:,}", *written_otherwise(f"{value:,}")}

    assert all(forms == {form, *written_otherwise(form)} for form in forms)
