"""While a book is put together, cycles of objects are seldom looked for; whoever comes after is not concerned."""

from __future__ import annotations

import gc
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.book.builder import SELDOM
from tests.collect.books import book


def test_the_thresholds_of_the_collector_are_put_back(tmp_path: Path) -> None:
    """They are others from the builder's beginning to the end of the build, whether that fails or not."""
    before = gc.get_threshold()
    source = book(tmp_path / "book", rain="# Rain\n\nIt rains.\n")
    with patch_docutils(), docutils_namespace():
        app = Sphinx(source, source, tmp_path / "out", tmp_path / "doctrees", "bookpdf", status=None)
        during = gc.get_threshold()
        app.events.emit("build-finished", ValueError())

    assert (SELDOM, *before[1:]) == during
    assert before == gc.get_threshold()
