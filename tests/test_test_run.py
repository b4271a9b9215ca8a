"""How the tests themselves are run: which share a worker, and where they keep what they have typeset."""

from __future__ import annotations

import runpy
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import pytest_collection_modifyitems


@pytest.mark.parametrize("mark", [pytest.mark.xdist_group("rivers"), pytest.mark.xdist_group(name="rivers")])
def test_a_group_is_told_by_the_end_of_a_name(mark):
    """Whichever way its name is given, a worker of pytest-xdist that has one test of the group has them all."""
    item = SimpleNamespace(nodeid="tests/test_rain.py::test_falls", get_closest_marker=lambda _: mark.mark)

    pytest_collection_modifyitems(SimpleNamespace(option=SimpleNamespace(loadgroup=True)), [item])

    assert "tests/test_rain.py::test_falls@rivers" == str(item._id)


def test_what_tests_have_typeset_is_kept_apart(monkeypatch):
    """On systems that do not go by XDG_CACHE_HOME too."""
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    stored = runpy.run_path(str(Path(__file__).with_name("stored.py")))["STORED"]

    assert Path(tempfile.gettempdir()) / "worksheets-tests" in stored.cache.parents
