"""What was cut out is printed again from the file that lies beside it."""

from __future__ import annotations

import json

import pdfplumber
import pytest

from tests.ask.bank import BOOK
from worksheets.bank_file import bank_bytes
from worksheets.cli import run

GAME = ("bingo", "facts.json", "--class", "10b.csv", "--grid", "3", "--seed", "autumn", "--output", "out")
PACKS = ("cards", "facts.json", "--class", "10b.csv", "--count", "3", "--seed", "autumn", "--output", "out")
MADE = {"bingo.json": GAME, "cards.json": PACKS}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a bank and a class list, in which the command is typed."""
    (tmp_path / "facts.json").write_bytes(bank_bytes(BOOK))
    (tmp_path / "10b.csv").write_text("name\nAnn O'Neill\nПётр\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def content(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def text(path) -> str:
    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


@pytest.mark.parametrize("record", MADE)
def test_a_reprint_gives_the_same_bytes(desk, record):
    """Without bank and class list, every file is the same."""
    run(MADE[record])
    for name in ("facts.json", "10b.csv"):
        (desk / name).unlink()
    status = run(["reprint", f"out/{record}", "--output", "again"])

    assert status == 0
    assert content(desk / "again") == content(desk / "out")


@pytest.mark.parametrize(("record", "file"), [("bingo.json", "bingo-cards.pdf"), ("cards.json", "cards.pdf")])
def test_one_lost_card_can_be_printed_again(desk, record, file):
    """A student's name, typed in any case, brings that card or pack only."""
    run(MADE[record])
    status = run(["reprint", f"out/{record}", "--student", "ann o'neill", "--output", "one"])

    assert status == 0
    assert "O'Neill" in text(desk / "one" / file)
    assert "Пётр" not in text(desk / "one" / file)


def test_the_callers_list_is_printed_whole(desk):
    """Who has lost a card plays the same game."""
    run(GAME)
    run(["reprint", "out/bingo.json", "--student", "Пётр", "--output", "one"])

    assert content(desk / "one")["bingo-caller.pdf"] == content(desk / "out")["bingo-caller.pdf"]


def test_unknown_students_are_named(desk, capsys):
    """With the nearest name; the name of the class is none."""
    run(GAME)
    capsys.readouterr()
    status = run(["reprint", "out/bingo.json", "--student", "Ann ONeill", "--student", "10b", "--output", "one"])
    told = capsys.readouterr().err

    assert status == 2
    assert 'write "Ann O\'Neill"' in told
    assert 'no student "10b"' in told
    assert not (desk / "one").exists()


def test_options_of_sheets_are_refused(desk, capsys):
    """Rather than passed over in silence."""
    run(GAME)
    capsys.readouterr()

    assert run(["reprint", "out/bingo.json", "--arrange", "booklet", "--output", "one"]) == 2
    assert "only --student can be chosen" in capsys.readouterr().err


@pytest.mark.parametrize("record", MADE)
def test_other_cards_of_students_are_not_lost_by_mistake(desk, capsys, record):
    """The folder is left as it was, unless one says so; the same cards may be printed again."""
    again = [word if word != "autumn" else "spring" for word in MADE[record]]
    run(MADE[record])
    before = content(desk / "out")
    status = run(again)
    told = capsys.readouterr().err

    assert status == 2
    assert f"the folder holds a {record} of other cards that were printed for students; choose another folder" in told
    assert content(desk / "out") == before
    assert run(MADE[record]) == 0
    assert run([*again, "--replace"]) == 0


def test_a_pack_of_the_class_is_replaced_at_once(desk):
    """Nobody's cards are lost when the book has changed."""
    assert run(["cards", "facts.json", "--chapters", "1", "--output", "out"]) == 0
    assert run(["cards", "facts.json", "--chapters", "2", "--output", "out"]) == 0


@pytest.mark.parametrize(
    ("record", "change", "told"),
    [
        ("bingo.json", {"format": 2}, "install a newer version of the tool"),
        ("bingo.json", {"game": {}}, "this record is damaged: Object missing required field"),
        ("cards.json", {"look": {"size": "huge"}}, 'there are no cards of the size "huge"'),
    ],
)
def test_damaged_records_are_told(desk, capsys, record, change, told):
    """Without a traceback, and nothing is written."""
    run(MADE[record])
    path = desk / "out" / record
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **change}), "utf-8")
    capsys.readouterr()
    status = run(["reprint", f"out/{record}", "--output", "one"])

    assert status == 2
    assert told in capsys.readouterr().err
    assert not (desk / "one").exists()


def test_a_card_with_a_square_of_no_entry_is_damaged(desk, capsys):
    """The message names whose card it is."""
    run(GAME)
    path = desk / "out" / "bingo.json"
    tree = json.loads(path.read_text("utf-8"))
    tree["game"]["cards"][0]["cells"][0] = 99
    path.write_text(json.dumps(tree), "utf-8")
    capsys.readouterr()

    assert run(["reprint", "out/bingo.json", "--output", "one"]) == 2
    assert "the card of Ann O'Neill does not hold an entry of the game in each square" in capsys.readouterr().err
