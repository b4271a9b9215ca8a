"""What ``make watch`` watches and what it leaves alone."""

from __future__ import annotations

import re
import shlex
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def words() -> list[str]:
    """The command that ``make watch`` types."""
    said = subprocess.run(["make", "-n", "watch"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (command,) = [
        line for line in said.replace("\\\n", " ").splitlines() if "sphinx-autobuild" in line and "-b" in line
    ]
    return shlex.split(command)


def after(words: list[str], option: str) -> list[str]:
    return [value for name, value in pairwise(words) if name == option]


def test_chapters_and_templates_are_watched(words: list[str]) -> None:
    """A change in either makes the web book again."""
    assert {"book", "templates"} == {words[-2], *after(words, "--watch")}


def test_what_is_made_is_not_watched(words: list[str]) -> None:
    """Output and environment lie outside the folders that are watched, or a build would begin another."""
    for made in (words[-1], *after(words, "-d")):
        assert made.startswith("_build/watch/")


def test_it_is_seen_by_this_machine_alone(words: list[str]) -> None:
    """The server listens on the loopback address."""
    assert ["127.0.0.1"] == after(words, "--host")


@pytest.mark.parametrize(
    "name",
    ["02-mouth.md~", ".02-mouth.md.swp", ".#02-mouth.md", "4913", "02-mouth.md.tmp", "02-mouth.md___jb_tmp___"],
)
def test_what_editors_leave_is_passed_over(words: list[str], name: str) -> None:
    """Backups, swap files and locks of Vim, Emacs and others begin no build."""
    (pattern,) = after(words, "--re-ignore")

    assert re.search(pattern, f"/home/me/book/{name}")


@pytest.mark.parametrize("name", ["02-mouth.md", "04-1913.md", "bibliography.bib", "words.rst", "dot.png", "a4913"])
def test_what_authors_save_is_not_passed_over(words: list[str], name: str) -> None:
    """No name of a chapter or picture looks like such a file."""
    (pattern,) = after(words, "--re-ignore")

    assert re.search(pattern, f"/home/me/book/{name}") is None


def test_the_server_is_pinned() -> None:
    """The extra that the target installs names one version."""
    assert re.search(r'^watch = \["sphinx-autobuild==[\d.]+"\]', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
