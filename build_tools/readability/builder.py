"""The Sphinx builder ``readability``: a report on the numbered chapters of a book."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from docutils import nodes
from sphinx.builders import Builder

from worksheets.facts import Term
from worksheets.files import write_whole

from ..domain import FactDomain
from ..places import book_order
from .early_terms import Explained, early_uses
from .prose import Passage, passages_of
from .report import written


class ReadabilityBuilder(Builder):
    """Writes ``readability.txt``: ``sphinx-build -b readability``."""

    name = "readability"
    format = "readability"
    epilog = "The report is in %(outdir)s/readability.txt."
    allow_parallel = True

    def get_outdated_docs(self) -> str:
        """Say that the report is always written."""
        return "the readability of the chapters"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Give no address: a report has no pages."""
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Do nothing before writing."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Do nothing for single chapters; ``finish`` writes the report."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Do nothing for a single chapter."""

    def finish(self) -> None:
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
        report = written(chapters, titles, list(early_uses(terms, chapters)), files)
        write_whole(Path(self.outdir) / "readability.txt", report.encode())


def _shown(path: Path | str) -> str:
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else str(path)
