"""pdfLaTeX with the class ``exam``."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from .content import Content
from .peer import Peer
from .tex_file import tex_file

RUN = ("pdflatex", "-interaction=batchmode", "-halt-on-error", "sheets.tex")
# The first run only finds the page numbers, so it need not write a file.
TWO_RUNS = "pdflatex -interaction=batchmode -halt-on-error -draftmode sheets.tex && " + " ".join(RUN)


@cache
def version() -> str:
    """The version of pdfTeX; empty where it or the class is not installed."""
    if not shutil.which("pdflatex") or not _found("exam.cls") or not _found("t2aenc.def"):
        return ""
    said = subprocess.run(["pdflatex", "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"(\d+\.\d+\.\d+)\s*\(", said)
    return f"pdfTeX {number[1]}" if number else "pdfTeX"


def _found(name: str) -> bool:
    return bool(shutil.which("kpsewhich")) and not subprocess.run(["kpsewhich", name], capture_output=True).returncode


def prepare(content: Content, folder: Path) -> None:
    """Write the file, and run once: fonts of a size that was never used are made then, and page totals are found."""
    (folder / "sheets.tex").write_text(tex_file(content), encoding="utf-8")
    subprocess.run(RUN, cwd=folder, check=True, capture_output=True)


def from_nothing(folder: Path) -> Sequence[str]:
    """Two runs, as a new document needs them."""
    (folder / "sheets.aux").unlink(missing_ok=True)
    return ("sh", "-c", TWO_RUNS)


def again(folder: Path) -> Sequence[str]:
    """One run, with the page totals of an earlier one."""
    return RUN


PDFLATEX = Peer(
    name="pdflatex",
    label="pdfLaTeX, two runs",
    prepare=prepare,
    command=from_nothing,
    version=version,
    remark="class exam; a new document needs two runs for “page 1 of 4”",
)
PDFLATEX_AGAIN = Peer(
    name="pdflatex-again",
    label="pdfLaTeX, one run",
    prepare=prepare,
    command=again,
    version=version,
    remark="class exam, with the page totals of an earlier run of the same sheets",
)
