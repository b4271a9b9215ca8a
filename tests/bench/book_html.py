"""A Sphinx extension of the benchmark: the builder ``bookhtml`` writes the book as it goes to the typesetter first."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.book.builder import BookPdfBuilder
from build_tools.book.document import Draft, Press
from build_tools.book.editions import STUDENT
from worksheets.press.passes import unmarked
from worksheets.resources import templates

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class BookHtmlBuilder(BookPdfBuilder):
    """Writes one file, ``book.html``: the student's edition without page numbers."""

    name = "bookpdf"  # everything that asks is told that this is print

    def write_documents(self, docnames: Set[str]) -> None:
        """Assemble the book and write it."""
        fragments = [self._fragment(document) for document in self._documents()]
        book, _ = self._book(fragments, STUDENT.reader)
        html = unmarked(Draft(book, STUDENT, Press(templates())).write(None))
        Path(self.outdir, "book.html").write_text(html, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Put the builder in the place of the one that prints."""
    app.add_builder(BookHtmlBuilder, override=True)
