"""Options of the whole test run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# No test asserts a wall-clock time: a busy machine is no fault of the program.
settings.register_profile("no-clock", deadline=None)
settings.load_profile("no-clock")
# What a child prints is read by tests: it has no colours, wherever the tests run (Sphinx and rich ask these).
for name in ("FORCE_COLOR", "FORCE_COLOUR", "CI"):
    os.environ.pop(name, None)
os.environ["NO_COLOR"] = "1"
# Typeset pieces are kept from one test to the next, but not among those of whoever runs the tests.
os.environ["XDG_CACHE_HOME"] = str(Path(tempfile.gettempdir()) / "worksheets-tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write the golden files anew; read their diff like prose before you commit it",
    )
