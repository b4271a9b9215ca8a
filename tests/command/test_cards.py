"""``worksheets cards`` as a teacher types it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from press.structure_checker import faults

from tests.ask.bank import BOOK
from worksheets.bank_file import bank_bytes
from worksheets.cards.flash_card import FACES
from worksheets.cli import run


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a bank and a class list, in which the command is typed."""
    (tmp_path / "facts.json").write_bytes(bank_bytes(BOOK))
    (tmp_path / "10b.csv").write_text("name\nAnn\nПётр\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cards(*more: str, out: str = "out") -> int:
    return run(["cards", "facts.json", "--output", out, *more])


def texts(path) -> list[str]:
    with pdfplumber.open(path) as document:
        return [page.extract_text() for page in document.pages]


def test_the_cards_of_a_chapter_are_printed(desk, capsys):
    """One file, on paper that the command tells beforehand too, and it is tagged."""
    cards("--chapters", "1", "--paper-count")
    counted = capsys.readouterr().out.splitlines()
    assert not (desk / "out").exists()
    status = cards("--chapters", "1")
    told = capsys.readouterr().out.splitlines()

    assert status == 0
    assert {path.name for path in (desk / "out").iterdir()} == {"cards.pdf", "cards.json"}
    assert counted[1] == told[1]
    assert "printed on both sides" in told[1]
    assert faults(BytesIO((desk / "out" / "cards.pdf").read_bytes())) == []


def test_only_wanted_kinds_are_printed(desk):
    """Terms, and nothing else."""
    cards("--kinds", "term")
    fronts = "".join(texts(desk / "out" / "cards.pdf")[::2])

    assert "Term" in fronts
    assert not any(word in fronts for word in ("Event", "Person", "Cause", "View"))


def test_each_student_has_a_pack(desk, capsys):
    """The names are on the backs, and the folder is kept from being published by mistake."""
    status = cards("--class", "10b.csv", "--count", "3", "--seed", "autumn")
    told = capsys.readouterr().out
    backs = texts(desk / "out" / "cards.pdf")[1::2]

    assert status == 0
    assert told.startswith("2 packs of 3 cards, seed autumn, in out: cards.pdf")
    assert [text.count("Ann") for text in backs] == [3, 0]
    assert [text.count("Пётр") for text in backs] == [0, 3]
    assert (desk / "out" / ".gitignore").read_text() == "*\n"


def test_the_same_seed_gives_the_same_bytes(desk):
    """And another one other cards."""
    for out, seed in (("one", "autumn"), ("two", "autumn"), ("three", "spring")):
        cards("--count", "5", "--seed", seed, out=out)
    one, two, three = ((desk / out / "cards.pdf").read_bytes() for out in ("one", "two", "three"))

    assert one == two != three


def test_what_is_left_out_is_told(desk, capsys):
    """Disputed facts, and those with a content note where that is asked for; otherwise these are pointed out."""
    facts = list(BOOK)
    noted = next(place for place, fact in enumerate(facts) if fact.kind == "term" and not fact.disputed)
    disputed = next(place for place, fact in enumerate(facts) if fact.kind == "person" and not fact.disputed)
    facts[noted] = replace(facts[noted], content_note="mentions illness")
    facts[disputed] = replace(facts[disputed], certainty="disputed")
    (desk / "facts.json").write_bytes(bank_bytes(replace(BOOK, facts=tuple(facts))))
    cards()
    with_notes = capsys.readouterr().out
    cards("--without-content-notes")
    without = capsys.readouterr().out

    assert "1 fact on the cards with a content note; --without-content-notes leaves them out." in with_notes
    assert "1 disputed" in with_notes
    assert "1 disputed, 1 with a content note." in without


def test_all_faults_are_told_at_once(desk, capsys):
    """A chapter that is not there, a kind without cards and a missing class list; nothing is written."""
    status = cards("--chapters", "9", "--kinds", "terms,figure", "--class", "10c.csv")
    told = capsys.readouterr().err

    assert status == 2
    assert 'the book has no chapter "9"' in told
    assert 'there are no cards of the kind "terms"; write "term"' in told
    assert 'there are no cards of the kind "figure"' in told
    assert "10c.csv: cannot read the file" in told
    assert not (desk / "out").exists()


def test_chapters_without_facts_for_cards_are_told(desk, capsys):
    """Rather than an empty file."""
    bank = replace(BOOK, facts=tuple(fact for fact in BOOK if fact.kind not in FACES))
    (desk / "facts.json").write_bytes(bank_bytes(bank))

    assert cards() == 2
    assert "these chapters have no facts for cards; ask for more chapters or kinds" in capsys.readouterr().err
