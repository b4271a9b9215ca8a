"""Sheets and keys as plain text."""

from __future__ import annotations

import pytest
from example_sheets import LONG_NAME, full_worksheet, key_of

from worksheets.rendering.text import GAP_RULE, WIDTH, key_text, sheet_text
from worksheets.worksheet import PersonalSheet


def test_no_line_is_wider_than_the_page() -> None:
    """Long stems, options and names are wrapped."""
    sheet = PersonalSheet(full_worksheet(), "sheet-1", LONG_NAME, "10 B")
    lines = (sheet_text(sheet) + key_text(key_of(sheet.worksheet))).splitlines()

    assert [] == [line for line in lines if len(line) > WIDTH]


@pytest.mark.parametrize(
    "gapped", ["A human body cell normally contains", "(a) Proteins are made", "controlled by its"]
)
def test_every_gap_is_the_same_rule(gapped: str) -> None:
    """The length of a gap tells nothing about the answer (rule P4)."""
    text = sheet_text(PersonalSheet(full_worksheet(), "sheet-1"))
    line = next(line for line in text.splitlines() if gapped in line)

    assert len(GAP_RULE) == line.count("_")


def test_the_key_bears_the_code_of_its_sheet() -> None:
    """Sheet and key find each other by the code."""
    worksheet = full_worksheet(code="ABC12", form="B")
    expected = "Sheet ABC12, form B"

    assert (1, 1) == (
        sheet_text(PersonalSheet(worksheet, "sheet-1")).count(expected),
        key_text(key_of(worksheet)).count(expected),
    )
