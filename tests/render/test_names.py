"""Names of any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.rendering.names import direction, script_tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Ann O'Neill", ""),
        ("Łukasz Żółć", ""),
        ("Анна Каренина", "und-Cyrl"),
        ("Anna (Анна) Каренина", "und-Cyrl"),
        ("עדה לבלייס", "und-Hebr"),
        ("محمد", "und-Arab"),
        ("Ελένη", "und-Grek"),
        ("王小明", "und-Hani"),
        ("김민준", "und-Hang"),
        ("12", ""),
        ("", ""),
    ],
)
def test_a_name_is_tagged_with_its_script_and_no_language(name: str, tag: str) -> None:
    """The letters of a name tell its script, never its language."""
    assert tag == script_tag(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ann", "ltr"), ("Анна", "ltr"), ("עדה", "rtl"), ("محمد Ali", "rtl"), ("(12) Ali", "ltr"), ("", "ltr")],
)
def test_a_name_runs_as_its_first_strong_letter(name: str, expected: str) -> None:
    """Brackets and digits before the first letter do not decide."""
    assert expected == direction(name)


@given(st.text())
def test_any_text_has_a_script_and_a_direction(name: str) -> None:
    """No name, however odd, is refused."""
    assert (True, True) == (
        script_tag(name) == "" or script_tag(name).startswith("und-"),
        direction(name) in ("ltr", "rtl"),
    )
