"""Whole runs of the press, killed at random moments: typesetting, storing, imposing, writing."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
from example_sheets import personal_sheets

from worksheets.press.store import FILE_NAME
from worksheets.printing import Printer

# For each line with a number of seconds it begins a run of its own, and kills it after that time. Of four runs the
# first has a name to typeset, the others find everything stored and print again and again. One run is killed when it
# has written a file: on a busy machine the times may be too short for any.
KILLER = """
import itertools, os, signal, sys, time
from pathlib import Path
from example_sheets import personal_sheets
from worksheets.files import write_whole
from worksheets.printing import Printer
folder = Path(sys.argv[1])
Printer(cache=folder / "cache").print_sheets(personal_sheets(["Student"]), paper="a4", title="Cells")
for number, line in enumerate(sys.stdin):
    run = os.fork()
    if not run:
        while True:
            sheets = personal_sheets(["Student", "Student" if number % 4 else f"Student {number}"])
            printed = Printer(cache=folder / "cache").print_sheets(sheets, paper="a4", title="Cells")
            write_whole(folder / "out.pdf", printed.content)
    if line == "written\\n":
        ended = os.WEXITED | os.WNOHANG | os.WNOWAIT
        while not (folder / "out.pdf").exists() and os.waitid(os.P_PID, run, ended) is None:
            time.sleep(0.01)
    else:
        time.sleep(float(line))
    os.kill(run, signal.SIGKILL)
    print(os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]), flush=True)
"""
KILLS = 200
SHORTEST = 0.003  # seconds that a run is given; the longest is some times what a whole run takes on this machine


def timed(cache: Path, name: str) -> float:
    """Print, and tell how many seconds that took."""
    begin = time.monotonic()
    Printer(cache=cache).print_sheets(personal_sheets(["Student", name]), paper="a4", title="Cells")
    return time.monotonic() - begin


def test_a_run_that_is_killed_leaves_nothing_damaged(tmp_path: Path) -> None:
    """The store has no damaged page, the file is whole or not there, and the next run prints as if nothing had been."""
    number = random.randrange(2**32)
    moments = random.Random(number)
    written, store = tmp_path / "out.pdf", tmp_path / "cache" / FILE_NAME
    _, *longest = [1.5 * timed(tmp_path / "cache", name) for name in ("Student", "Other", "Other")]
    command = [sys.executable, "-c", KILLER, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]
    ) as killer:
        assert killer.stdin is not None
        assert killer.stdout is not None
        for run in range(KILLS):
            moment = (
                SHORTEST * (longest[run % 4 > 0] / SHORTEST) ** moments.random()
            )  # most faults of this kind show early
            print(moment, file=killer.stdin, flush=True)
            told = f"run {run} of {number}, killed after {moment:.3f} s"
            assert killer.stdout.readline() == "-9\n", told
            connection = sqlite3.connect(store)
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], told
            connection.close()
            if written.exists():
                with pikepdf.open(written) as pdf:
                    assert pdf.check_pdf_syntax() == [], told
        print("written", file=killer.stdin, flush=True)
        assert killer.stdout.readline() == "-9\n"
        killer.stdin.close()
    sheets = personal_sheets(["Student", f"Student {KILLS}"])
    after, anew = (
        Printer(cache=tmp_path / name).print_sheets(sheets, paper="a4", title="Cells") for name in ("cache", "new")
    )

    assert after.content == anew.content
    assert written.exists()
