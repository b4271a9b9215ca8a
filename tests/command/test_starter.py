"""The starter book: what another teacher has within minutes."""

from __future__ import annotations

import json
import subprocess

import pytest

from worksheets.cli import run

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("starter")]


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A new book in a folder whose name has a space and an apostrophe, after `make`."""
    folder = tmp_path_factory.mktemp("starter") / "Ann's book"
    assert run(["init", str(folder)]) == 0
    done = subprocess.run(["make"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done


def test_a_new_book_is_made_without_a_fault(started):
    """Web book, printed book, bank, sheets and key stand where the last lines say, and nothing was warned of."""
    folder, done = started
    made = ["html/index.html", "pdf/book-a4.pdf", "facts.json", "worksheets/sheets.pdf", "worksheets/keys.pdf"]

    assert [name for name in made if not (folder / "_build" / name).is_file()] == []
    assert "WARNING" not in done.stdout + done.stderr
    assert "sheets and key are _build/worksheets/sheets.pdf and keys.pdf" in done.stdout


def test_every_student_of_the_new_book_has_a_sheet_of_their_own(started):
    """The small bank fills the homework of all five students, and the keys name pages."""
    folder, _ = started
    manifest = json.loads((folder / "_build" / "worksheets" / "manifest.json").read_text("utf-8"))

    assert len({sheet["code"] for sheet in manifest["sheets"]}) == 5
    assert "page" in (folder / "_build" / "worksheets" / "keys.html").read_text("utf-8")
