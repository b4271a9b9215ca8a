"""A whole run of the press, killed at any moment: typesetting, storing, imposing, writing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pikepdf

from worksheets.press.store import FILE_NAME

RUN = """
import sys
from pathlib import Path
from example_sheets import personal_sheets
from worksheets.files import write_whole
from worksheets.printing import Printer
folder, seed = Path(sys.argv[1]), int(sys.argv[2])
names = [f"Student {seed} {number}" for number in range(3)]
print("ready", flush=True)
while True:
    printer = Printer(cache=folder / "cache")
    write_whole(folder / "out.pdf", printer.print_sheets(personal_sheets(names), paper="a4", title="Cells").content)
    names.append(f"Student {seed} {len(names)}")
"""
KILLS = 12
LONGEST = 2.0  # seconds: at the beginning a run takes so long, later a tenth of it


def test_a_run_that_is_killed_leaves_nothing_damaged(tmp_path: Path) -> None:
    """The store has no damaged page, the file is whole or not there, and the last run goes on with them to its end."""
    written = tmp_path / "out.pdf"
    for number in range(KILLS + 1):
        command = [sys.executable, "-c", RUN, str(tmp_path), str(number)]
        tests = str(Path(__file__).parents[1])
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tests) as process:
            assert process.stdout is not None
            assert b"ready\n" == process.stdout.readline()
            time.sleep(LONGEST * (number * 7 % KILLS) / KILLS)
            while number == KILLS and not written.exists():
                time.sleep(0.01)
                assert process.poll() is None
            process.kill()
        if (store := tmp_path / "cache" / FILE_NAME).exists():
            connection = sqlite3.connect(store)
            assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
            connection.close()
        if written.exists():
            with pikepdf.open(written) as pdf:
                assert [] == pdf.check_pdf_syntax()
    assert written.exists()
    assert store.exists()
