"""The title pages of the printed book."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.book.builder import BookPdfBuilder
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


def test_a_document_for_the_screen_is_not_printed(tmp_path: Path) -> None:
    """A licence that the imprint tells is a page of the web book alone."""
    source = book(tmp_path / "book", one="# One\n", licence="---\nscreen-only: true\n---\n# Licence\n")
    app = build(source, tmp_path / "out", "bookproof").app
    assert isinstance(app.builder, BookPdfBuilder)

    assert [document.docname for document in app.builder._documents()] == ["one"]
