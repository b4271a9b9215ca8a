"""Sheets and keys as a person reads them: golden files."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_sheets import OF_EACH_TYPE, full_worksheet, helped_worksheet, key_of, worksheet

from worksheets.questions import ItemTypeName
from worksheets.rendering.text import key_text, sheet_text
from worksheets.worksheet import PersonalSheet, Worksheet

GOLDEN = Path(__file__).parent / "golden"


def compare(name: str, sheet: Worksheet, regenerate: bool) -> tuple[str, str]:
    """Give the golden text and the text as it is now, sheet first, then key."""
    actual = sheet_text(PersonalSheet(sheet, "sheet-1", "Ann O'Neill", "10 B")) + "\n\n" + key_text(key_of(sheet))
    path = GOLDEN / f"{name}.txt"
    if regenerate:
        path.write_text(actual, encoding="utf-8")
    return path.read_text(encoding="utf-8"), actual


@pytest.mark.parametrize("item_type", OF_EACH_TYPE)
def test_a_question_of_each_type_reads_as_before(item_type: ItemTypeName, request: pytest.FixtureRequest) -> None:
    """Sheet and key of one question have the text that was approved."""
    sheet = worksheet(("Part", "What to do.", (OF_EACH_TYPE[item_type],)))
    expected, actual = compare(item_type, sheet, request.config.getoption("--regenerate-golden"))

    assert expected == actual


def test_a_whole_sheet_reads_as_before(request: pytest.FixtureRequest) -> None:
    """Sheet and key with all item types, form and hard cases have the text that was approved."""
    sheet = full_worksheet(form="B")
    expected, actual = compare("whole-sheet", sheet, request.config.getoption("--regenerate-golden"))

    assert expected == actual


def test_a_sheet_with_help_reads_as_before(request: pytest.FixtureRequest) -> None:
    """What is given with questions has the text that was approved."""
    expected, actual = compare("help", helped_worksheet(), request.config.getoption("--regenerate-golden"))

    assert expected == actual
