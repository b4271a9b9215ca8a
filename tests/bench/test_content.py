"""The sheets that the benchmark prints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.ask.bank import BOOK
from worksheets.bank_file import bank_bytes

from .content import drawn, students

QUESTIONS = 20


def test_no_name_is_given_twice() -> None:
    """A thousand students have a thousand names, in Latin and in Cyrillic letters."""
    names = [student.key for student in students(1000)]

    assert 1000 == len(set(names))
    assert any("ё" in name for name in names)
    assert any("ř" in name for name in names)


def test_a_longer_set_begins_with_the_shorter(tmp_path: Path) -> None:
    """Times with different numbers of sheets are times of the same sheets; each has twenty questions."""
    bank = tmp_path / "facts.json"
    bank.write_bytes(bank_bytes(BOOK))
    shorter, longer = (drawn(count, bank, tmp_path / "kept").sheets for count in (2, 3))

    assert shorter == longer[:2]
    assert {QUESTIONS} == {len(sheet.worksheet.questions) for sheet in longer}


def test_what_was_drawn_is_kept(tmp_path: Path) -> None:
    """The second time the sheets are read, not drawn, and are the same; those of another bank are not taken."""
    bank, kept = tmp_path / "facts.json", tmp_path / "kept"
    bank.write_bytes(bank_bytes(BOOK))
    first = drawn(1, bank, kept)
    (file,) = kept.iterdir()
    time = file.stat().st_mtime_ns

    assert first == drawn(1, bank, kept)
    assert time == file.stat().st_mtime_ns

    bank.write_bytes(bank_bytes(replace(BOOK, title="Another book")))
    drawn(1, bank, kept)

    assert 2 == len(list(kept.iterdir()))
