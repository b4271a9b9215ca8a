"""The title pages of the printed book."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.book.front_matter import title_page
from tests.collect.books import CONF, book, build


@pytest.mark.parametrize(
    ("said", "printed"),
    [("", ""), ('author = "Ann Hill"\n', "Ann Hill"), ('author = "Ann Hill"\nbookpdf_author = "A. H."\n', "A. H.")],
)
def test_an_author_is_printed_if_there_is_one(tmp_path: Path, said: str, printed: str) -> None:
    """Without a name in ``conf.py`` there is no line for it, instead of "Author name not set"."""
    source = book(tmp_path / "book", one="# One\n")
    (source / "conf.py").write_text(CONF + said)
    page = title_page(build(source, tmp_path / "out", "dummy").app.config)

    assert (page.title, page.author) == ("Book", printed)
