"""A tiny book, printed once for all tests that read it back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.book.editions import EDITIONS

BOOKS = Path(__file__).parents[1] / "books"
FOR_TEACHERS = "\n\n<div data-for='teacher'>\n\nTeachers know of the zebra.\n\n</div>\n"


def print_book(source: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run ``sphinx-build -b bookpdf`` on one of the tiny books."""
    command = [sys.executable, "-m", "sphinx", "-b", "bookpdf", "-q", "-E", *options, str(source), str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the book about rivers on both papers, built without a warning."""
    output = tmp_path_factory.mktemp("printed")
    done = print_book(BOOKS / "print-book", output, "-W")
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the book about rivers in all editions but Letter, with a note for teachers in a chapter."""
    folder = tmp_path_factory.mktemp("editions")
    shutil.copytree(BOOKS / "print-book", folder / "book")
    with (folder / "book/mouth.md").open("a") as chapter:
        chapter.write(FOR_TEACHERS)
    names = ",".join(name for name in EDITIONS if name != "book-letter")
    done = print_book(folder / "book", folder / "out", "-W", "-D", f"bookpdf_editions={names}")
    assert done.returncode == 0, done.stderr
    return folder / "out"
