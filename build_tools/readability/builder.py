"""The Sphinx builder ``readability``: a report on the numbered chapters of a book."""

from __future__ import annotations

from pathlib import Path

from worksheets.facts import Term

from ..domain import FactDomain
from ..places import book_order
from ..whole_book import WholeBookBuilder
from .early_terms import Explained, early_uses
from .prose import Passage, passages_of
from .report import written


class ReadabilityBuilder(WholeBookBuilder):
    """Writes ``readability.txt``: ``sphinx-build -b readability``."""

    name = "readability"
    format = "readability"
    file = "readability.txt"
    epilog = "The report is in %(outdir)s/readability.txt."

    def content(self) -> bytes:
        """Measure the chapters in the order of the book."""
        chapters: dict[str, list[Passage]] = {}
        titles: dict[str, str] = {}
        for docname in book_order(self.env):
            number = self.env.toc_secnumbers.get(docname, {}).get("")
            if number:
                chapters[docname] = passages_of(self.env.get_doctree(docname))
                titles[docname] = f"{'.'.join(map(str, number))} {self.env.titles[docname].astext()}"
        domain: FactDomain = self.env.get_domain("fact")  # type: ignore[assignment]
        terms = [
            Explained(entry.fact.term, entry.anchor, entry.docname, entry.fact.source.line)
            for entry in domain.entries()
            if isinstance(entry.fact, Term)
        ]
        files = {docname: _shown(self.env.doc2path(docname)) for docname in chapters}
        return written(chapters, titles, list(early_uses(terms, chapters)), files).encode()


def _shown(path: Path | str) -> str:
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else str(path)
