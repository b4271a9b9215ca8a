"""What a screen reader makes of printed sheets and keys: programs that check this find no fault."""

from __future__ import annotations

from pathlib import Path

import outloud
import pdfua
import pytest
from example_sheets import grid_rows, key_of, personal_sheets
from stored import STORED

SHEETS = personal_sheets(("Ann Lee", "Ольга Иванова"))


@pytest.fixture(scope="module", params=["sheets", "keys"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sheets, or keys behind the answers of the class, with a question of every type."""
    path = tmp_path_factory.mktemp("aloud") / f"{request.param}.pdf"
    if request.param == "sheets":
        printed = STORED.print_sheets(SHEETS, paper="a4", title="Cells")
    else:
        keys = list({sheet.worksheet.code: key_of(sheet.worksheet) for sheet in SHEETS}.values())
        printed = STORED.print_keys(keys, grid_rows(SHEETS), paper="a4", title="Cells")
    path.write_bytes(printed.content)
    return path


def test_pdfua_finds_nothing(file):
    """It tries sixteen rules of PDF/UA-1."""
    assert [str(each) for each in pdfua.validate(str(file)).findings] == []


def test_outloud_finds_nothing(file):
    """Among others it compares the order of drawing with that of reading."""
    # Its rule PAG-001 takes whatever stands on top of many pages for a running head; sheets begin alike.
    result = outloud.check(str(file), skip=["PAG-001"])

    assert result.error is None
    assert [(each.rule, each.message) for each in result.findings] == []
