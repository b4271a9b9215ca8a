"""A tiny book, printed once for all tests that read it back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BOOKS = Path(__file__).parents[1] / "books"


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
