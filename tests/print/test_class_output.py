"""The files of a class set, made at the same time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ask.bank import BOOK
from worksheets.bank_file import bank_bytes
from worksheets.blueprint import Blueprint, Part
from worksheets.class_output import class_forms, file_names, make_output
from worksheets.class_set import ClassSet, draw_class_set
from worksheets.manifest import Manifest, manifest_of
from worksheets.press import typesetter
from worksheets.press.paper import PaperCount
from worksheets.press.typeset import TypesetError
from worksheets.printing import Printed, Printer
from worksheets.profiles import Profile
from worksheets.roster import Roster, Student

PLAN = Blueprint("Plan", (Part("multiple-choice", count=2),))
# Tells that it works, and would tell that it came to an end by itself.
SLOW_CHILD = """
import pathlib, sys, time
pathlib.Path({seen!r}, "begun").touch()
time.sleep(60)
pathlib.Path({seen!r}, "ended").touch()
"""


def drawn() -> tuple[ClassSet, Manifest]:
    """Draw a class of two."""
    class_set = draw_class_set(BOOK, Roster("10b", (Student("Ann"), Student("Bo"))), PLAN, seed="autumn")
    return class_set, manifest_of(class_set, bank_title="", bank_sha256="0" * 64, blueprint_digest=PLAN.digest)


def wait_for(path: Path) -> None:
    """Wait until a file is there."""
    while not path.exists():
        time.sleep(0.01)


def test_progress_counts_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever watches hears of none, then of some, at last of all four."""
    monkeypatch.setattr(Printer, "print_sheets", lambda *arguments, **options: Printed(b"sheets", PaperCount(2, 1, 0)))
    monkeypatch.setattr(Printer, "print_keys", lambda *arguments, **options: Printed(b"keys"))
    heard: list[tuple[int, int]] = []
    output = make_output(*drawn(), Printer(), lambda done, total: heard.append((done, total)))

    assert ((0, 4), (4, 4), sorted(heard)) == (heard[0], heard[-1], heard)
    assert (b"sheets", b"keys", PaperCount(2, 1, 0)) == (
        output.files["sheets.pdf"],
        output.files["keys.pdf"],
        output.paper,
    )


def test_progress_counts_what_is_typeset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces count beside documents, those of sheets and keys together."""

    def count(*arguments: object, told: Callable[[int, int], None], **options: object) -> Printed:
        told(3, 10)
        return Printed(b"")

    monkeypatch.setattr(Printer, "print_sheets", count)
    monkeypatch.setattr(Printer, "print_keys", count)
    heard: list[tuple[int, int]] = []
    make_output(*drawn(), Printer(), lambda done, total: heard.append((done, total)))

    assert (10, 24) == heard[-1]


def test_a_file_for_each_student(monkeypatch: pytest.MonkeyPatch) -> None:
    """On demand; its name has the place in the list, and of the student's name what every file system takes."""
    monkeypatch.setattr(Printer, "print_sheets", lambda self, sheets, **options: Printed(b"%d" % len(sheets)))
    monkeypatch.setattr(Printer, "print_keys", lambda *arguments, **options: Printed(b"keys"))
    files = make_output(*drawn(), Printer(), per_student=True).files
    names = ("Ann O'Neill", "../../etc/passwd", "Пётр Иванов", 'a "b" <c>|*?', "x" * 300, "...")
    roster = Roster("10b", tuple(map(Student, names)))

    assert {"sheets/1-Ann.pdf": b"1", "sheets/2-Bo.pdf": b"1"} == {n: f for n, f in files.items() if "/" in n}
    assert ["1-Ann-O-Neill", "2-etc-passwd", "3-Пётр-Иванов", "4-a-b-c", f"5-{'x' * 60}", "6"] == file_names(
        draw_class_set(BOOK, roster, PLAN, seed="autumn")
    )


def test_sheets_and_keys_are_printed_at_the_same_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each waits for the other to have begun, which would never end if one came after the other."""

    def meet(own: str, other: str) -> Printed:
        (tmp_path / own).touch()
        wait_for(tmp_path / other)
        return Printed(own.encode())

    monkeypatch.setattr(Printer, "print_sheets", lambda *arguments, **options: meet("sheets", "keys"))
    monkeypatch.setattr(Printer, "print_keys", lambda *arguments, **options: meet("keys", "sheets"))
    files = make_output(*drawn(), Printer()).files

    assert (b"sheets", b"keys") == (files["sheets.pdf"], files["keys.pdf"])


@pytest.mark.parametrize("error", [KeyboardInterrupt, TypesetError])
def test_an_end_before_time_ends_the_children(
    error: type[BaseException], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where one document fails or Ctrl-C comes, the child that prints the other is ended and its folder removed."""
    seen, temporary = tmp_path / "seen", tmp_path / "temporary"
    seen.mkdir()
    temporary.mkdir()
    monkeypatch.setattr(typesetter, "CHILD", ("-c", SLOW_CHILD.format(seen=str(seen))))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def fail(*arguments: object, **options: object) -> Printed:
        wait_for(seen / "begun")
        raise error

    monkeypatch.setattr(Printer, "print_keys", fail)
    with pytest.raises(error):
        make_output(*drawn(), Printer())

    assert (["begun"], []) == ([path.name for path in seen.iterdir()], list(temporary.iterdir()))


def test_ctrl_c_while_printing_leaves_nothing_behind(tmp_path: Path) -> None:
    """The command ends with status 130 and a word, and neither files nor temporary folders remain."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (tmp_path / "facts.json").write_bytes(bank_bytes(BOOK))
    (tmp_path / "10b.csv").write_text("name\n" + "".join(f"Student {number}\n" for number in range(30)))
    # Where the tests themselves run in the background of a shell, they pass on that Ctrl-C is ignored.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    slow = "from worksheets.press import typesetter; typesetter.CHILD = ('-c', 'import time; time.sleep(60)')"
    command = [sys.executable, "-c", f"{heard}; {slow}; from worksheets.cli import main; main()", "make", "facts.json"]
    command += ["--class", "10b.csv", "--blueprint", "starter", "--output", "out", "--no-cache"]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not list(temporary.glob("worksheets-*/fonts.conf")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        told = process.communicate()[1]

    assert (130, "Interrupted. Nothing was written.") == (process.returncode, told.strip())
    assert ([], False) == (list(temporary.iterdir()), (tmp_path / "out").exists())


def test_forms_are_compared_as_they_were_drawn() -> None:
    """A student with more help has form A as well, but it is the usual form A that is compared with form B."""
    helped = Student("Ann", Profile(tier="support"))
    students = (helped, Student("Bo"), Student("Cy"), Student("Di"))
    drawn = draw_class_set(BOOK, Roster("10b", students), PLAN, seed="autumn", mode="forms")
    usual = [sheet.worksheet for sheet in drawn.sheets]

    assert [form.form for form in class_forms(drawn)] == ["A", "B"]
    assert list(class_forms(drawn)) == [usual[2], usual[1]]
    assert class_forms(draw_class_set(BOOK, Roster("10b", students), PLAN, seed="autumn")) == ()
