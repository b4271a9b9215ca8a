"""Options of the whole test run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from _pytest.nodeid import coerce_node_id
from hypothesis import settings

from worksheets.bank import FactBank
from worksheets.bank_file import read_bank

ROOT = Path(__file__).parents[1]

# No test asserts a wall-clock time: a busy machine is no fault of the program.
settings.register_profile("no-clock", deadline=None)
settings.load_profile("no-clock")
# What a child prints is read by tests: it has no colours, wherever the tests run (Sphinx and rich ask these).
for name in ("FORCE_COLOR", "FORCE_COLOUR", "CI"):
    os.environ.pop(name, None)
os.environ["NO_COLOR"] = "1"
# Children find their modules compiled, whatever was set here, and need not compile them at each of hundreds of starts.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Typeset pieces are kept from one test to the next, but not among those of whoever runs the tests. stored.py
# names the same folder, since not every system goes by this variable.
os.environ["XDG_CACHE_HOME"] = str(Path(tempfile.gettempdir()) / "worksheets-tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write the golden files anew; read their diff like prose before you commit it",
    )


@pytest.fixture(scope="session")
def built_bank_of_the_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the bank of the first book and its ``doctrees``; any fault that Sphinx tells fails here."""
    folder = tmp_path_factory.mktemp("bank")
    command = [sys.executable, "-m", "sphinx", "-c", ".", "-E", "-d", folder / "doctrees", "-W", "--keep-going", "-q",
               "-D", "worksheets_page_map=none", "-b", "facts", "book", folder]  # fmt: skip
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def bank_of_the_book(built_bank_of_the_book: Path) -> FactBank:
    """The bank of the first book, read afresh."""
    return read_bank(built_bank_of_the_book / "facts.json")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let one worker run all tests that share what is built once, so that no other builds it again.

    pytest-xdist tells its groups by the ends of the names of tests. Under pytest 9.2 its version 3.8 fails to write
    them there, and says nothing of it, so they are written here.
    """
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        mark = item.get_closest_marker("xdist_group")
        if shared := [*mark.args, *mark.kwargs.values()] if mark else shared_fixtures(item):
            item._id = coerce_node_id(f"{item.nodeid}@{shared[0]}")


def shared_fixtures(item: pytest.Item) -> list[str]:
    """Name the fixtures of the whole run that a test needs, or its module where it needs some of the module."""
    needed = getattr(item, "_fixtureinfo").name2fixturedefs  # pytest has no public way to ask  # noqa: B009
    own = {name: found[-1] for name, found in needed.items() if found[-1].baseid.startswith("tests")}
    session = sorted(name for name, fixture in own.items() if fixture.scope == "session")
    module = [item.nodeid.partition("::")[0] for fixture in own.values() if fixture.scope == "module"]
    return session or module
