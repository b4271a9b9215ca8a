"""A sheet and its key to look through before they are printed."""

from __future__ import annotations

import json
import re
import shlex

import pytest

from tests.command.desk import laid, make, preview
from worksheets.cli import run
from worksheets.plain_text import WIDTH

CLASS = ("--class", "10b.csv")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """The folder in which the command is typed."""
    monkeypatch.chdir(laid(tmp_path))
    return tmp_path


def test_each_question_stands_with_its_key_and_facts(desk, capsys):
    """Whoever reads the terminal needs neither a second window nor the bank."""
    status = preview(*CLASS, "--mode", "one")
    told = capsys.readouterr().out
    numbers = re.findall(r"^(\d)\. ", told, re.MULTILINE)

    assert status == 0
    assert numbers == ["1", "2", "3", "4"]
    assert len(re.findall(r"^  = ", told, re.MULTILINE)) == 4
    assert len(re.findall(r"^    facts?: [\w-]+", told, re.MULTILINE)) == 4
    assert max(map(len, told.splitlines())) <= WIDTH
    assert "lines to write on)" in told
    assert "Ann" not in told


def test_what_is_shown_is_what_is_printed(desk, capsys):
    """The command that the last line tells makes the sheet that was shown."""
    preview(*CLASS, "--mode", "forms", "--swap", "B:1", "--pin", "sputnik", "--lines", "A:3=5", "--without", "apol*")
    told = capsys.readouterr()
    command = shlex.split(told.err.splitlines()[-1].removeprefix("To print: "))
    status = run(command[1:])
    made = json.loads((desk / "out" / "manifest.json").read_text("utf-8"))
    facts = [fact for question in made["questions"].values() for fact in question["facts"]]
    stems = " ".join(question["stem"] for question in made["questions"].values())

    assert status == 0
    assert all(fact in told.out for fact in facts)
    assert {record["code"] for record in made["worksheets"]} == set(re.findall(r"sheet (\w{5}), form", told.out))
    assert all(word in stems for word in re.findall(r"^\d\.  (\w+)", told.out, re.MULTILINE))


def test_the_first_sheet_of_a_class_is_shown(desk, capsys):
    """With the name of whose it is, and how many there are besides."""
    preview(*CLASS)
    told = capsys.readouterr()

    assert "Ann O'Neill, 10b" in told.out
    assert "Иванов" not in told.out
    assert "1 sheet of 2; --sheet shows another." in told.err


@pytest.mark.parametrize("which", ["пётр иванов", "code"])
def test_another_sheet_is_shown(desk, capsys, which):
    """By the student's name or by its code."""
    make("--seed", "autumn")
    sheets = json.loads((desk / "out" / "manifest.json").read_text("utf-8"))["sheets"]
    capsys.readouterr()
    status = preview(*CLASS, "--sheet", sheets[1]["code"].lower() if which == "code" else which)

    assert status == 0
    assert f"sheet {sheets[1]['code']}, Пётр Иванов" in capsys.readouterr().out


def test_the_swapped_sheet_is_shown(desk, capsys):
    """Whoever swaps a question on one student's sheet sees that sheet."""
    make("--seed", "autumn")
    code = json.loads((desk / "out" / "manifest.json").read_text("utf-8"))["sheets"][1]["code"]
    capsys.readouterr()
    preview(*CLASS, "--swap", f"{code}:1")

    assert f"sheet {code}, Пётр Иванов" in capsys.readouterr().out


def test_an_unknown_sheet_is_told(desk, capsys):
    """With a name that holds what was typed."""
    status = preview(*CLASS, "--sheet", "neill")

    assert status == 2
    assert '--sheet: there is no sheet "neill"; write "Ann O\'Neill"' in capsys.readouterr().err


def test_without_a_class_it_is_told_that_a_class_gets_other_sheets(desk, capsys):
    """The class is part of the seed."""
    status = preview()

    assert status == 0
    assert "A class gets other sheets from the same seed" in capsys.readouterr().err


def test_a_page_for_the_browser(desk, capsys):
    """It holds sheet, key, facts and the command, loads nothing, and escapes what it shows."""
    (desk / "quiz.yaml").write_text("title: <b>Quiz</b>\nquestions:\n- {type: short-answer, count: 2}\n", "utf-8")
    status = preview(*CLASS, "--mode", "one", "--html", "look.html")
    page = (desk / "look.html").read_text("utf-8")

    assert status == 0
    assert capsys.readouterr().out.startswith("look.html: ")
    assert 'class="sheet"' in page
    assert 'class="key"' in page
    assert "<td>short-answer</td>" in page
    assert "worksheets make facts.json --class 10b.csv" in page
    assert "<b>Quiz" not in page
    assert not re.search(r"(src|href)=\"(?!#)", page)


def test_a_page_is_not_written_over_a_class_list(desk, capsys):
    """A slip of the finger costs no file."""
    before = (desk / "10b.csv").read_bytes()
    status = preview(*CLASS, "--html", "10b.csv")

    assert status == 2
    assert "--html: a preview is an HTML page" in capsys.readouterr().err
    assert (desk / "10b.csv").read_bytes() == before


def test_a_book_cannot_give_commands_to_the_terminal(desk, capsys):
    """Signs that a terminal would obey are left out."""
    (desk / "quiz.yaml").write_text('title: "Quiz\\e[2J"\nquestions:\n- {type: short-answer, count: 1}\n', "utf-8")
    preview(*CLASS)

    assert "\x1b" not in capsys.readouterr().out


def test_what_was_chosen_by_hand_is_in_the_manifest_and_is_reprinted(desk, capsys):
    """The manifest tells it to whoever looks, and a reprint keeps it."""
    make("--mode", "one", "--seed", "autumn", "--swap", "1,1", "--pin", "sputnik", "--without", "apollo",
         "--only-types", "short-answer,multiple-choice", "--without-content-notes", "--lines", "4=5")  # fmt: skip
    made = (desk / "out" / "manifest.json").read_bytes()
    run(["reprint", "out/manifest.json", "--output", "again"])

    assert json.loads(made)["by_hand"] == {
        "swap": [{"number": 1}, {"number": 1}],
        "pin": ["sputnik"],
        "without": ["apollo"],
        "only_types": ["short-answer", "multiple-choice"],
        "without_content_notes": True,
        "lines": [{"number": 4, "lines": 5}],
    }
    assert (desk / "again" / "manifest.json").read_bytes() == made
    assert (desk / "again" / "sheets.pdf").read_bytes() == (desk / "out" / "sheets.pdf").read_bytes()


def test_sheets_without_a_hand_have_none_in_the_manifest(desk):
    """Nothing is said where nothing was decided."""
    make("--seed", "autumn")

    assert "by_hand" not in json.loads((desk / "out" / "manifest.json").read_bytes())


def test_the_faults_of_a_hand_are_told_with_those_of_the_files(desk, capsys):
    """All at once, so that the command is mended once."""
    (desk / "10b.csv").write_text("", "utf-8")
    status = make("--swap", "x", "--lines", "7=900", "--only-types", "closed")
    told = capsys.readouterr().err

    assert status == 2
    assert '--swap: "x" is no question' in told
    assert "--lines: 900 lines cannot be had" in told
    assert '--only-types: there is no item type "closed"; write "cloze"' in told
    assert "10b.csv: the file is empty" in told
