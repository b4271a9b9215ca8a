"""The command as a teacher types it: what it makes, what it says, how it ends."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click
import pytest

from tests.ask.bank import BOOK
from worksheets import cli, name_letters
from worksheets.bank_file import bank_bytes, pageless
from worksheets.cli import commands, run
from worksheets.facts import KINDS, Person
from worksheets.item_types import ITEM_TYPES
from worksheets.press.typeset import TypesetError
from worksheets.printing import Printer

PLAN = "title: Quiz\nquestions:\n- {type: multiple-choice, count: 2}\n- {type: true-false, count: 2}\n"
COMMAND = [sys.executable, "-c", "from worksheets.cli import main; main()"]
FILES = {"sheets.pdf", "keys.pdf", "sheets.html", "keys.html", "manifest.json", ".gitignore"}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a bank, a class list and a blueprint, in which the command is typed."""
    (tmp_path / "facts.json").write_bytes(bank_bytes(BOOK))
    (tmp_path / "10b.csv").write_text("first,last\nAnn,O'Neill\nПётр,Иванов\n", "utf-8")
    (tmp_path / "quiz.yaml").write_text(PLAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(
    *more: str, bank: str = "facts.json", names: str = "10b.csv", plan: str = "quiz.yaml", out: str = "out"
) -> int:
    return run(["make", bank, "--class", names, "--blueprint", plan, "--output", out, *more])


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_class_set_is_made(desk, capsys):
    """Sheets, keys, their HTML and the manifest stand in the folder, and one line says so."""
    status = make("--seed", "autumn")
    told = capsys.readouterr()

    assert status == 0
    assert set(content(desk / "out")) == FILES
    assert told.out.startswith("2 students, 2 different sheets, seed autumn, in out: sheets.pdf")
    assert told.err == ""
    assert (desk / "out" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(("options", "sheets"), [(["--mode", "forms", "--forms", "3"], 3), (["--mode", "one"], 1)])
def test_a_class_can_share_sheets(desk, capsys, options, sheets):
    """Equal forms are dealt out in turn, or all get one sheet; the key has each different sheet once."""
    (desk / "10b.csv").write_text("name\nAnn\nBo\nCy\nDi\n", "utf-8")
    status = make("--seed", "autumn", *options)
    records = json.loads((desk / "out" / "manifest.json").read_text("utf-8"))

    assert status == 0
    assert [sheet["student"] for sheet in records["sheets"]] == ["Ann", "Bo", "Cy", "Di"]
    assert len({sheet["code"] for sheet in records["sheets"]}) == len(records["worksheets"]) == sheets
    assert [sheet.get("form", "") for sheet in records["worksheets"]] == (["A", "B", "C"] if sheets == 3 else [""])


def test_the_key_names_the_pages_of_the_chosen_paper(desk):
    """Whoever prints on US Letter is sent to the pages of that edition."""
    make("--seed", "autumn", "--paper", "letter")
    key = (desk / "out" / "keys.html").read_text("utf-8")
    places = [fact.place.pages for fact in BOOK]
    pages = set(re.findall(r"section [\d.]+, page (\d+)", key))

    assert pages
    assert pages <= {place["letter"] for place in places}
    assert not pages & {place["a4"] for place in places}


def test_the_same_command_gives_the_same_bytes(desk):
    """Made again elsewhere, every file is the same, byte for byte."""
    make("--seed", "autumn")
    make("--seed", "autumn", out="again")

    assert content(desk / "again") == content(desk / "out")


def test_a_reprint_gives_the_same_bytes(desk):
    """Without bank, class list and blueprint the manifest alone gives every file again."""
    make("--seed", "autumn")
    for name in ("facts.json", "10b.csv", "quiz.yaml"):
        (desk / name).unlink()
    status = run(["reprint", "out/manifest.json", "--output", "again"])

    assert status == 0
    assert content(desk / "again") == content(desk / "out")


@pytest.mark.parametrize("how", ["--student", "--sheet"])
def test_one_lost_sheet_can_be_reprinted(desk, how):
    """A student's name or the code of a sheet brings back that sheet and its key only."""
    make("--seed", "autumn")
    sheet = json.loads((desk / "out" / "manifest.json").read_text("utf-8"))["sheets"][1]
    value = sheet["student"] if how == "--student" else sheet["code"].lower()
    status = run(["reprint", "out/manifest.json", how, value, "--output", "one"])
    page = (desk / "one" / "sheets.html").read_text("utf-8")

    assert status == 0
    assert "Пётр Иванов" in page
    assert "Neill" not in page


def test_unknown_students_and_sheets_are_named(desk, capsys):
    """Every name and code that is not in the manifest is told, with the nearest one."""
    make("--seed", "autumn")
    capsys.readouterr()
    status = run(["reprint", "out/manifest.json", "--student", "Ann ONeill", "--sheet", "XXXXX", "--output", "one"])
    told = capsys.readouterr().err

    assert status == 2
    assert 'write "Ann O\'Neill"' in told
    assert 'no sheet "XXXXX"' in told
    assert not (desk / "one").exists()


def test_what_is_chosen_for_a_reprint_is_added_up(desk):
    """A student and the code of another sheet bring both sheets, in the order of the class list."""
    make("--seed", "autumn")
    ann, _ = json.loads((desk / "out" / "manifest.json").read_text("utf-8"))["sheets"]
    status = run(
        ["reprint", "out/manifest.json", "--student", "пётр иванов", "--sheet", ann["code"], "--output", "two"]
    )

    assert status == 0
    assert (desk / "two" / "sheets.html").read_bytes() == (desk / "out" / "sheets.html").read_bytes()


def test_a_reprint_does_not_replace_another_class(desk, capsys):
    """The folder of another class set is left as it was."""
    make("--seed", "autumn")
    make("--seed", "winter", out="other")
    before = content(desk / "other")
    status = run(["reprint", "out/manifest.json", "--output", "other"])

    assert status == 2
    assert 'the folder holds other sheets: class "10b", seed "winter", 2 in all' in capsys.readouterr().err
    assert content(desk / "other") == before


def test_a_part_does_not_replace_the_whole(desk, capsys):
    """Reprinting one sheet into the class's own folder is refused."""
    make("--seed", "autumn")
    before = content(desk / "out")
    status = run(["reprint", "out/manifest.json", "--student", "Ann O'Neill", "--output", "out"])

    assert status == 2
    assert content(desk / "out") == before


def test_last_weeks_sheets_are_not_lost(desk, capsys):
    """Another class set in the folder is kept unless --replace is given."""
    make("--seed", "autumn")
    before = content(desk / "out")
    refused = make("--seed", "winter")
    told = capsys.readouterr().err
    kept = content(desk / "out")
    replaced = make("--seed", "winter", "--replace")

    assert (refused, replaced) == (2, 0)
    assert 'the folder holds other sheets: class "10b", seed "autumn"' in told
    assert kept == before != content(desk / "out")


def test_a_new_student_needs_no_permission(desk):
    """Nobody's sheet is lost when the class has grown: the set in the folder is made again."""
    make("--seed", "autumn")
    with (desk / "10b.csv").open("a", encoding="utf-8") as file:
        file.write("Zoë,Late\n")
    status = make("--seed", "autumn")

    assert status == 0
    assert "Zoë Late" in (desk / "out" / "sheets.html").read_text("utf-8")


def test_sheets_from_a_changed_book_are_not_lost(desk, capsys):
    """The same seed draws otherwise from another book: what was given out is kept unless --replace is given."""
    make("--seed", "autumn")
    drawn = json.loads((desk / "out" / "manifest.json").read_text("utf-8"))["questions"].values()
    asked = {fact for question in drawn for fact in question["facts"]}
    shorter = replace(BOOK, facts=tuple(fact for fact in BOOK if fact.id not in asked))
    (desk / "facts.json").write_bytes(bank_bytes(shorter))
    status = make("--seed", "autumn")

    assert status == 2
    assert "the folder holds other sheets" in capsys.readouterr().err


def test_page_numbers_that_come_later_are_printed_without_permission(desk):
    """The keys of the same sheets name pages once the book is printed."""
    (desk / "facts.json").write_bytes(bank_bytes(pageless(BOOK)))
    make("--seed", "autumn")
    (desk / "facts.json").write_bytes(bank_bytes(BOOK))
    status = make("--seed", "autumn")

    assert status == 0
    assert "page" in (desk / "out" / "keys.html").read_text("utf-8")


def test_a_made_up_seed_is_told(desk, capsys):
    """Without a seed one is made up; with the one that was told, the same sheets come again."""
    make("--json")
    seed = json.loads(capsys.readouterr().out)["seed"]
    make("--seed", seed, out="again")

    assert content(desk / "again") == content(desk / "out")


def test_the_faults_of_all_files_are_told_at_once(desk, capsys):
    """Bank, class list and blueprint are all read before anything is refused."""
    (desk / "10b.csv").write_text("", "utf-8")
    (desk / "quiz.yaml").write_text("questions: 3\n", "utf-8")
    status = make(bank="nowhere.json")
    told = capsys.readouterr().err

    assert status == 2
    assert "nowhere.json: there is no such file" in told
    assert "10b.csv: the file is empty" in told
    assert 'quiz.yaml:1: "questions" is 3' in told
    assert not (desk / "out").exists()


def test_names_that_cannot_be_printed_are_told_with_all_other_faults(desk, capsys):
    """No sheet goes out with an empty box for a name, and the teacher learns it before anything is drawn."""
    (desk / "10b.csv").write_text("name\nAnn\nBob \u0378\n\u0379 Cid\n", "utf-8")
    (desk / "quiz.yaml").write_text("questions: 3\n", "utf-8")
    status = make()
    told = capsys.readouterr().err

    assert status == 2
    assert 'has U+0378, U+0379, part of "Bob \u0378", "\u0379 Cid"; write the names without' in told
    assert 'quiz.yaml:1: "questions" is 3' in told
    assert not (desk / "out").exists()


def test_a_reprint_without_the_fonts_of_the_first_print_is_told(desk, capsys, monkeypatch):
    """Another machine may lack them; the manifest is named."""
    make("--seed", "autumn")
    capsys.readouterr()
    monkeypatch.setattr(name_letters, "unprintable", lambda names: frozenset("П"))
    status = run(["reprint", "out/manifest.json", "--output", "again"])

    assert status == 2
    assert (
        'manifest.json: no font on this computer has the Cyrillic letters of "Пётр Иванов"' in capsys.readouterr().err
    )
    assert not (desk / "again").exists()


def test_what_the_bank_cannot_give_is_told(desk, capsys):
    """A blueprint that asks too much names its line, what is short and what would fit."""
    (desk / "quiz.yaml").write_text("questions:\n- type: ordering\n  count: 100\n", "utf-8")
    status = make()
    told = capsys.readouterr().err

    assert status == 2
    assert told.startswith("quiz.yaml:2: 100 questions of ordering are asked for")
    assert not (desk / "out").exists()


def test_an_unknown_chapter_is_told(desk, capsys):
    """--chapters with a chapter that the book has not lists those it has."""
    status = make("--chapters", "99")

    assert status == 2
    assert 'the book has no chapter "99"' in capsys.readouterr().err


def test_a_newer_bank_is_told(desk, capsys):
    """A bank of a later format is not guessed at."""
    tree = json.loads((desk / "facts.json").read_text("utf-8"))
    (desk / "facts.json").write_text(json.dumps(tree | {"format": 99}), "utf-8")
    status = make()

    assert status == 2
    assert "install the newest version" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(desk, capsys):
    """A file in the place of the output folder gets one clear line."""
    (desk / "out").write_text("in the way")
    status = make()

    assert status == 2
    assert "out: cannot write here" in capsys.readouterr().err


def test_an_interruption_leaves_nothing_half_written(desk, capsys, monkeypatch):
    """Ctrl-C while printing ends with status 130 and an untouched folder."""

    def interrupted(*arguments: object, **options: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(Printer, "print_sheets", interrupted)
    status = make()

    assert status == 130
    assert not (desk / "out").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_a_run_that_is_ended_leaves_nothing_behind(desk):
    """Whoever closes the window while sheets are printed finds no process, no temporary file and no output."""
    scrap = desk / "scrap"
    scrap.mkdir()
    arguments = ["make", "facts.json", "--class", "10b.csv", "--blueprint", "quiz.yaml", "--output", "out"]
    with subprocess.Popen([*COMMAND, *arguments], env={**os.environ, "TMPDIR": str(scrap)}, stderr=subprocess.PIPE,
                          text=True) as process:  # fmt: skip
        while not list(scrap.iterdir()) and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        told = process.communicate()[1]

    assert process.returncode == 130
    assert told.strip() == "Interrupted. Nothing was written."
    assert list(scrap.iterdir()) == []
    assert not (desk / "out").exists()


def test_a_full_disk_is_told_without_a_traceback(desk, capsys, monkeypatch):
    """Where the system refuses, as where the folder for temporary files is full, one line says what to do."""

    def full(*arguments: object, **options: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Printer, "print_sheets", full)
    status = make()

    assert status == 2
    assert "worksheets: no space left on device; make room there, or in " in capsys.readouterr().err
    assert not (desk / "out").exists()


def test_letters_that_the_output_lacks_do_no_harm(desk):
    """A pipe with an encoding of its own gets a question mark, and --json is UTF-8 all the same."""
    (person,) = (fact for fact in BOOK.of_kind(Person) if fact.id == "bruno")
    western = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    strange = replace(BOOK, facts=(replace(person, full_name="Łukasz → Żółć"),))
    (desk / "facts.json").write_bytes(bank_bytes(strange))
    listed, as_json = (
        subprocess.run([*COMMAND, "facts", "facts.json", how], env=western, capture_output=True, check=False)
        for how in ("--list", "--json")
    )

    assert listed.returncode == as_json.returncode == 0
    assert "?ukasz ? ?ó??".encode("latin-1") in listed.stdout
    assert json.loads(as_json.stdout)[0]["full_name"] == "Łukasz → Żółć"


def test_a_reader_may_leave_early(desk):
    """`worksheets facts ... | head` ends in silence."""
    with subprocess.Popen([*COMMAND, "facts", "facts.json", "--json"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()

    assert told == b""
    assert process.returncode == 0


def test_a_press_that_fails_is_told_without_a_traceback(desk, capsys, monkeypatch):
    """Where printing cannot work, the status is 3 and the message says what to install."""

    def broken(*arguments: object, **options: object) -> bytes:
        raise TypesetError("Printing needs Pango")

    monkeypatch.setattr(Printer, "print_sheets", broken)
    status = make()

    assert status == 3
    assert "The sheets could not be printed. Printing needs Pango" in capsys.readouterr().err
    assert not (desk / "out").exists()


def test_a_bank_without_pages_is_pointed_out(desk, capsys):
    """When no page is known the teacher hears how to get them."""
    tree = json.loads((desk / "facts.json").read_text("utf-8"))
    for fact in tree["facts"]:
        fact["place"].pop("pages", None)
    (desk / "facts.json").write_text(json.dumps(tree), "utf-8")
    make()

    assert "Print the book first" in capsys.readouterr().err


def test_facts_are_counted(desk, capsys):
    """Without options the bank is counted by kind and chapter, with nothing cut off in a narrow window."""
    status = run(["facts", "facts.json"])
    told = capsys.readouterr().out.splitlines()
    by_kind = {line.split()[0]: int(line.split()[-1]) for line in told if line.split()[0] in {*KINDS, "all"}}

    assert status == 0
    assert told[0] == BOOK.title
    assert by_kind == {**Counter(fact.kind for fact in BOOK), "all": len(BOOK)}
    assert told[-1].endswith(BOOK.chapters[-1].title)


def test_facts_are_searched(desk, capsys):
    """A search looks into the words of every field, not at the fields' names, and lists file, line, kind and title."""
    fact = BOOK.facts[0]
    run(["facts", "facts.json", "--search", fact.id.upper()])
    found = capsys.readouterr().out
    run(["facts", "facts.json", "--search", "confusable_with"])
    named = capsys.readouterr().out

    assert f"{fact.source}: {fact.kind} {fact.id}: " in found
    assert named == ""


def test_facts_of_a_chapter_are_listed(desk, capsys):
    """A chapter is found by number, file name or title; one that is not in the book is told."""
    chapter = BOOK.chapters[0]
    listings = []
    for name in filter(None, (chapter.number, chapter.name, chapter.title)):
        run(["facts", "facts.json", "--chapter", name])
        listings.append(capsys.readouterr().out)
    status = run(["facts", "facts.json", "--chapter", "99"])

    assert len(set(listings)) == 1
    assert len(listings[0].splitlines()) == sum(fact.place.chapter == chapter.name for fact in BOOK)
    assert status == 2
    assert 'the book has no chapter "99"; the chapters with facts are: ' in capsys.readouterr().err


def test_facts_can_be_read_by_a_program(desk, capsys):
    """--json gives every field of the chosen facts."""
    run(["facts", "facts.json", "--kind", "term", "--json"])
    entries = json.loads(capsys.readouterr().out)

    assert {entry["kind"] for entry in entries} == {"term"}
    assert all(entry["headline"] == entry["term"] for entry in entries)


def test_lint_passes_a_sound_bank(desk, capsys):
    """A bank without faults and a blueprint that fits end with status 0."""
    status = run(["lint", "facts.json", "--blueprint", "quiz.yaml", "--class", "10b.csv"])

    assert status == 0
    assert capsys.readouterr().out == ""


def test_lint_tells_faults_and_advice(desk, capsys):
    """Faults give status 1; with --json a program reads them, advice apart."""
    tree = json.loads((desk / "facts.json").read_text("utf-8"))
    terms = [fact for fact in tree["facts"] if fact["kind"] == "term"]
    terms[1]["definition"] = terms[0]["definition"]
    (desk / "facts.json").write_text(json.dumps(tree), "utf-8")
    status = run(["lint", "facts.json", "--advice", "--json"])
    report = json.loads(capsys.readouterr().out)

    assert status == 1
    assert [fault["code"] for fault in report["faults"]] == ["fact.twins"]


def test_lint_tells_what_a_blueprint_lacks(desk, capsys):
    """A blueprint that the chapters cannot fill is found before the lesson."""
    (desk / "quiz.yaml").write_text("questions:\n- type: ordering\n  count: 100\n", "utf-8")
    status = run(["lint", "facts.json", "--blueprint", "quiz.yaml", "--chapters", BOOK.chapters[0].name])
    told = capsys.readouterr().out

    assert status == 1
    assert told.startswith("quiz.yaml:2: 100 questions of ordering are asked for and chapter ")


def test_lint_tells_names_that_cannot_be_printed(desk, capsys):
    """A class list is looked through before the day it is needed."""
    (desk / "10b.csv").write_text("name\nBob \u0378\n", "utf-8")
    status = run(["lint", "facts.json", "--class", "10b.csv"])

    assert status == 1
    assert "10b.csv: no font on this computer has U+0378" in capsys.readouterr().out


def test_a_new_book_can_be_started(desk, capsys):
    """Init writes a book with chapter, class list, blueprint and Makefile, and says what to type next."""
    status = run(["init", "my-book"])

    assert status == 0
    assert capsys.readouterr().out.strip().endswith("Next: cd my-book; make")
    assert {"conf.py", "Makefile", "homework.yaml", ".gitignore", "book", "classes"} <= {
        path.name for path in (desk / "my-book").iterdir()
    }


def test_a_book_is_not_started_over_another(desk, capsys):
    """A folder with anything in it is left alone."""
    (desk / "my-book").mkdir()
    (desk / "my-book" / "precious.md").write_text("text")
    status = run(["init", "my-book"])

    assert status == 2
    assert "this folder is not empty" in capsys.readouterr().err
    assert [path.name for path in (desk / "my-book").iterdir()] == ["precious.md"]


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(commands.commands))])
def test_help_teaches_by_example(command, capsys):
    """Every command explains itself and shows lines that can be typed."""
    status = run([*command, "--help"])
    told = capsys.readouterr().out

    assert status == 0
    assert re.search(r"\n +worksheets \w", told)


def test_every_item_type_is_listed_in_the_help(capsys):
    """A teacher finds the names that a blueprint may use where blueprints are explained, and what each is made from."""
    run(["make", "--help"])
    told = " ".join(capsys.readouterr().out.split())

    assert [] == [name for name, kind in ITEM_TYPES.items() if f"{name} {kind.takes}" not in told]


def test_every_option_is_explained():
    """No option is left without a word of help."""
    silent = [
        f"{name} {parameter.name}"
        for name, command in commands.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]

    assert silent == []


def test_a_slip_in_an_option_is_told(desk, capsys):
    """An unknown option ends with status 2 and the nearest one."""
    status = run(["make", "facts.json", "--clas", "10b.csv"])

    assert status == 2
    assert "--class" in capsys.readouterr().err


def test_the_manual_of_exit_codes_is_true():
    """The statuses that --help lists are those that the program uses."""
    assert commands.epilog is not None
    listed = [int(part.split()[0]) for part in commands.epilog.removeprefix("Exit status: ").split(".")[0].split("; ")]

    assert listed == [cli.DONE, cli.LINT_FOUND, cli.BAD_INPUT, cli.CANNOT_PRINT, cli.INTERRUPTED]


def test_profiles_are_read_from_the_class_list_and_named_nowhere(desk, capsys):
    """What a student needs stands in the manifest, and neither on a sheet or key nor in what the command says."""
    (desk / "10b.csv").write_text("name,profile\nAnn,extra time; stretch\nBo,\n", "utf-8")
    status = make("--seed", "autumn", "--profile", "first letters")
    told, files = "".join(capsys.readouterr()), content(desk / "out")
    records = json.loads(files["manifest.json"])["sheets"]

    assert status == 0
    assert [sheet["profile"] for sheet in records] == ["extra time 25%; stretch; first letters", "first letters"]
    assert 'The blueprint has no "minutes", so no sheet tells of extra time.' in told
    for text in (told.replace("tells of extra time", ""), files["keys.html"].partition(b"<body>")[2].decode()):
        assert not re.search("stretch|extra time|first letters|profile", text, re.IGNORECASE)


def test_a_profile_that_there_is_not_is_told_beside_all_other_faults(desk, capsys):
    """In the class list with its row, on the command line with its option."""
    (desk / "10b.csv").write_text("name,profile\nAnn,larg print\n", "utf-8")
    status = make("--profile", "suport")
    told = capsys.readouterr().err

    assert status == 2
    assert '10b.csv:2: no profile is called "larg print"; write "large print"' in told
    assert '--profile: no profile is called "suport"; write "support"' in told
