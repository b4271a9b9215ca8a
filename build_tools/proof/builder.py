"""The Sphinx builder ``bookproof``: one chapter as it would stand in the printed book."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

from worksheets.files import write_whole
from worksheets.press.long_document import LongDocument
from worksheets.press.typeset import TypesetError
from worksheets.problems import Faults
from worksheets.resources import templates

from ..book.addresses import document_id
from ..book.builder import BookPdfBuilder, PrintingError, tell
from ..book.chapters import assemble
from ..book.checks import place_log
from ..book.document import Press
from ..book.documents import PrintedDocument
from ..book.editions import EDITIONS, STUDENT, Edition
from ..book.front_matter import title_page
from ..book.stored import last_anchors
from .choice import chosen

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from .pages import Proof


class BookProofBuilder(BookPdfBuilder):
    """Prints one chapter; its pages and its references are those of the last printing."""

    name = "bookproof"
    epilog = ""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The one in which the chapter is set."""
        return (_edition(self.config.bookproof_edition),)

    def write_documents(self, docnames: Set[str]) -> None:
        """Print the chapter that the configuration names, and say what of it may still change."""
        from .pages import TEMPLATE, ProofBook, typeset_proof  # not above: pikepdf takes long to load, for all builders

        documents = self._documents()
        try:
            (edition,) = self.editions
            chapter = chosen(self.config.bookproof_chapter, documents, self._numbers(documents))
        except ValueError as fault:
            # Not raised: Sphinx tells versions and extensions with what is raised, and a slip is no fault of theirs.
            print(f"bookproof: {fault}", file=sys.stderr)
            self.app.statuscode = 1
            return
        fragments = [self._fragment(document) for document in chapter]
        sources = {fragment.document.docname: fragment for fragment in fragments}
        language = self.config.language.replace("_", "-")
        chapters, replaced, problems = assemble(fragments, edition.reader, language, bool(self.config.smartquotes))
        body = next((document.docname for document in documents if document.matter == "body"), chapter[0].docname)
        book = ProofBook(
            title_page(self.config), language, self.config.root_doc, tuple(chapters), (), replaced, document_id(body)
        )
        printed = last_anchors(Path(self.app.confdir, self.config.worksheets_page_map).parent, edition)

        roots = [self.srcdir, self.doctreedir, templates()]
        try:
            # Without tags, which take time to draw and which nobody hears in a proof.
            with LongDocument(base=self.srcdir, roots=roots, variant="", grid=edition.paper.grid) as document:
                proof = typeset_proof(book, edition, Press(templates(), TEMPLATE), printed, document)
        except TypesetError as error:
            raise PrintingError(str(error)) from None
        for problem in sorted({*problems, *place_log(proof.log, chapters[0].element, sources)}):
            tell(problem)
        file = Path(self.outdir) / f"{chapter[0].docname.replace('/', '-')}.pdf"
        try:
            write_whole(file, proof.pdf)
        except Faults as faults:
            raise PrintingError(str(faults)) from None
        print("\n".join(said(file, proof, edition, printed, document_id(chapter[0].docname))))

    def _numbers(self, documents: Sequence[PrintedDocument]) -> dict[str, str]:
        numbers = {
            document.docname: self.env.toc_secnumbers.get(document.docname, {}).get("") for document in documents
        }
        return {docname: ".".join(map(str, number)) for docname, number in numbers.items() if number}


def said(file: Path, proof: Proof, edition: Edition, printed: Mapping[str, int], start: str) -> list[str]:
    """Say where a proof is and what of it is provisional, in lines."""
    pages = f"pages {proof.first} to {proof.last}" if proof.first != proof.last else f"page {proof.first}"
    lines = [f"The proof is {file}: {pages}, {edition.name}."]
    if not printed:
        lines.append(
            "Provisional: the book was not printed yet, so pages begin with 1; those of other chapters are 00."
        )
    elif start not in printed:
        lines.append("Provisional: the last printing did not have this chapter, so its pages begin with 1.")
    else:
        lines.append("Provisional: where it begins, and the pages of other chapters, are as in the last printing.")
    if printed and proof.unknown:
        lines.append(f"References to what is not in the last printing: {proof.unknown}; their page is printed as 00.")
    if not proof.settled:
        lines.append("After two passes some notes, boxes or page numbers may still move.")
    return lines


def _edition(name: str) -> Edition:
    if name not in EDITIONS:
        raise ValueError(f"there is no edition {name!r}; write one of {', '.join(EDITIONS)}")
    return EDITIONS[name]


def setup_proof(app: Sphinx) -> None:
    """Add the builder and what it can be told."""
    app.add_builder(BookProofBuilder)
    app.add_config_value("bookproof_chapter", "", "", types=frozenset({str}), description="number or name of a chapter")
    app.add_config_value(
        "bookproof_edition", STUDENT.name, "", types=frozenset({str}), description="edition in which it is set"
    )
