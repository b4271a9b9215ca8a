"""``worksheets bingo`` as a teacher types it."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from press.structure_checker import faults

from tests.ask.bank import BOOK
from worksheets.bank_file import bank_bytes
from worksheets.cli import run
from worksheets.facts import Event, Person, Term

FILES = {"bingo-cards.pdf", "bingo-caller.pdf", "bingo.json", ".gitignore"}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a bank and a class list, in which the command is typed."""
    (tmp_path / "facts.json").write_bytes(bank_bytes(BOOK))
    (tmp_path / "10b.csv").write_text("name\nAnn\nПётр\nBo\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bingo(*more: str, names: str = "10b.csv", out: str = "out") -> int:
    return run(["bingo", "facts.json", "--class", names, "--grid", "3", "--output", out, *more])


def text(path) -> str:
    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def test_a_game_is_printed(desk, capsys):
    """A card for each student, two on a side, and the caller's list; both are tagged."""
    status = bingo("--seed", "autumn")
    told = capsys.readouterr().out
    cards, caller = desk / "out" / "bingo-cards.pdf", desk / "out" / "bingo-caller.pdf"

    assert status == 0
    assert {path.name for path in (desk / "out").iterdir()} == FILES
    assert told.startswith("3 cards, 18 calls, seed autumn, in out: bingo-cards.pdf, bingo-caller.pdf")
    assert "For the cards 2 sheets of paper: 2 sides" in told
    assert faults(BytesIO(cards.read_bytes())) == faults(BytesIO(caller.read_bytes())) == []
    for name in ("Ann", "Пётр", "Bo"):
        assert text(cards).count(name) == 1
        assert name in text(caller)


def test_the_caller_finds_clue_answer_and_page(desk):
    """The page is that of the edition on the paper that was asked for."""
    bingo("--paper", "letter")
    listed = " ".join(text(desk / "out" / "bingo-caller.pdf").split())
    pages = set(re.findall(r"page.(\d+)", listed))

    assert "Term:" in listed
    assert pages
    assert pages <= {fact.place.pages["letter"] for fact in BOOK}


def test_the_same_command_gives_the_same_bytes(desk):
    """A lost card can be printed again."""
    bingo("--seed", "autumn")
    bingo("--seed", "autumn", out="again")

    for name in FILES:
        assert (desk / "out" / name).read_bytes() == (desk / "again" / name).read_bytes()


def test_cards_that_are_complete_together_are_told(desk, capsys):
    """A class of thirty and twelve calls: it cannot be avoided, and the teacher knows it beforehand."""
    (desk / "10b.csv").write_text("name\n" + "".join(f"Student {number}\n" for number in range(30)), "utf-8")
    bingo("--calls", "12", "--win", "full", "--paper-count")
    told = capsys.readouterr().out

    assert "At call 12 several cards are complete: Student" in told
    assert "nothing written" in told
    assert not (desk / "out").exists()


def test_what_is_left_out_is_told(desk, capsys):
    """So that an author sees what a mark would win."""
    facts = [replace(fact, content_note="x") if isinstance(fact, Term) else fact for fact in BOOK]
    (desk / "facts.json").write_bytes(bank_bytes(replace(BOOK, facts=tuple(facts))))
    bingo("--paper-count", "--seed", "autumn")
    without = capsys.readouterr().out
    bingo("--paper-count", "--seed", "autumn", "--with-content-notes")

    assert f"{sum(isinstance(fact, Term) for fact in BOOK)} with a content note" in without
    assert "with a content note" not in capsys.readouterr().out


def test_all_faults_are_told_at_once(desk, capsys):
    """A chapter that is not there and a missing class list; nothing is written."""
    status = bingo("--chapters", "9", names="10c.csv")
    told = capsys.readouterr().err

    assert status == 2
    assert 'the book has no chapter "9"' in told
    assert "10c.csv: cannot read the file" in told
    assert not (desk / "out").exists()


def test_too_few_facts_are_told(desk, capsys):
    """The message says what would do."""
    few = [fact for fact in BOOK if not isinstance(fact, Event | Person)]
    (desk / "facts.json").write_bytes(bank_bytes(replace(BOOK, facts=tuple(few))))
    status = bingo("--grid", "5")

    assert status == 2
    assert "a game of 5 by 5 squares needs 30 terms, people and events" in capsys.readouterr().err
