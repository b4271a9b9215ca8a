"""A folder in which the command is typed."""

from __future__ import annotations

from pathlib import Path

from tests.ask.bank import BOOK
from worksheets.bank_file import bank_bytes
from worksheets.cli import run

PLAN = "title: Quiz\nquestions:\n- {type: multiple-choice, count: 2}\n- {type: short-answer, count: 2}\n"


def laid(folder: Path) -> Path:
    """Put a bank, a class list and a blueprint into a folder."""
    (folder / "facts.json").write_bytes(bank_bytes(BOOK))
    (folder / "10b.csv").write_text("first,last\nAnn,O'Neill\nПётр,Иванов\n", "utf-8")
    (folder / "quiz.yaml").write_text(PLAN, "utf-8")
    return folder


def make(*more: str, out: str = "out") -> int:
    """Type ``worksheets make``; the exit status."""
    return run(["make", "facts.json", "--class", "10b.csv", "--blueprint", "quiz.yaml", "--output", out, *more])


def preview(*more: str) -> int:
    """Type ``worksheets preview``; the exit status."""
    return run(["preview", "facts.json", "--blueprint", "quiz.yaml", "--seed", "autumn", *more])
