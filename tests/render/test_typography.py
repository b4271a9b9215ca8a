"""Signs as a printer sets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.rendering.typography import typographic


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Jenner's book", "Jenner’s book"),
        ("the farmers' cows", "the farmers’ cows"),
        ("the '90s", "the ’90s"),
        ("the 'vital force' (or 'spirit')", "the ‘vital force’ (or ‘spirit’)"),
        ('"No," she wrote ("never").', "“No,” she wrote (“never”)."),
        ("between 1796-98 and 1801-1803", "between 1796–98 and 1801–1803"),
        ("for it - one trial", "for it – one trial"),
    ],
)
def test_what_is_typed_is_set(typed, printed):
    """Apostrophes, quotation marks, spans of years and dashes have signs of their own."""
    assert printed == typographic(typed)


@pytest.mark.parametrize("text", ["1796-05-14", "well-known", "-5 °C", "(7,6)", "H-1796-98", "‘spirit’", "a–b"])
def test_what_is_no_such_sign_is_left_alone(text):
    """Dates, hyphens, minus signs, and what is set already."""
    assert text == typographic(text)


@given(st.text())
def test_setting_twice_alters_nothing(text):
    """A text may pass through several templates."""
    assert typographic(text) == typographic(typographic(text))


@given(st.text())
def test_nothing_is_lost_or_added(text):
    """Each sign gives way to one sign."""
    assert len(text) == len(typographic(text))
