"""The Sphinx builder ``bookpdf``: the whole book as PDF, one file for each edition."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.errors import ConfigError, SphinxError
from sphinx.util import logging
from sphinx.util.nodes import get_node_line

from worksheets.files import write_together
from worksheets.press.typeset import Typeset, TypesetError
from worksheets.problems import Faults, Problem
from worksheets.resources import templates

from ..bank_writer import bank_of, book_digest
from ..domain import FactDomain
from .addresses import document_id, document_uri, element_id, printed_target
from .chapters import Chapter, Fragment, assemble
from .document import Book, Press
from .documents import PrintedDocument, printed_documents
from .editions import USUAL, Edition, named
from .front_matter import title_page
from .index import Letter, read_index
from .index_authors import works_of
from .index_references import no_such_entries
from .index_words import Wanted, no_such_sections, read_words
from .markup import elements
from .printing import layout_json, pages_json, print_books
from .readers import PartsForReaders, Reader
from .stored import record_name
from .whole_index import typeset_words, whole_index

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

PLACES = frozenset({"section", "div", "dt", "td", "th"})  # elements whose pages are told; links and titles are none
SCREEN_ONLY = "screen-only"  # metadata of a document that the printed book leaves out
FACT_ANCHOR = "fact-"  # how the ids of marked facts begin
SELDOM = 100_000  # new objects between two searches for cycles: trees of a book are many objects, and most of them stay

logger = logging.getLogger(__name__)


class PrintingError(SphinxError):
    """The book could not be printed at all; told in one line or a few, without a traceback."""

    category = "Printing"


class BookPdfBuilder(StandaloneHTMLBuilder):
    """Prints the whole book; its pages are HTML until the very end."""

    name = "bookpdf"
    epilog = "The printed books are in %(outdir)s."

    allow_parallel = False  # the book is one document
    copysource = False
    search = False
    add_permalinks = False
    html_scaled_image_link = False
    # Remote pictures are left as they are, so that printing refuses and tells them; Sphinx would fetch them.
    supported_remote_images = True

    def init(self) -> None:
        """Begin; until the end of the build cycles of objects are seldom looked for, which takes time."""
        super().init()
        before = gc.get_threshold()
        gc.set_threshold(SELDOM, *before[1:])
        self.events.connect("build-finished", lambda app, error: gc.set_threshold(*before), 500)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """What is printed."""
        return named(self.config.bookpdf_editions)

    @property
    def enlarges(self) -> bool:
        """Whether an edition has drawings with larger type (drawings.py)."""
        return any(edition.enlarged for edition in self.editions)

    def get_outdated_docs(self) -> str:  # type: ignore[override]
        """Say that one change moves every later page."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Address a document of the book."""
        return document_uri(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Address a document in the same way from everywhere: there is only one page in the end."""
        return document_uri(to)

    def copy_assets(self) -> None:
        """Copy nothing: pictures and styles are read where they lie."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Assemble the book, print it in every edition, and write the page map."""
        editions = self.editions
        fragments = [self._fragment(document) for document in self._documents()]
        self.env.get_domain("std").forget_chapters()  # type: ignore[attr-defined]
        versions: dict[Reader, Book] = {}
        problems: list[Problem] = []
        for reader in dict.fromkeys(edition.reader for edition in editions):
            versions[reader], found = self._book(fragments, reader)
            problems += found
        sources = {fragment.document.docname: replace(fragment, html="") for fragment in fragments}
        del fragments  # the chapters are made
        try:
            books = print_books(
                versions,
                sources,
                editions,
                press=Press(templates()),
                base=self.srcdir,
                roots=[self.srcdir, self.doctreedir, templates()],
                told=self._tell_pass,
                kept=Path(self.outdir),
            )
        except TypesetError as error:
            raise PrintingError(str(error)) from None
        for problem in sorted({*problems, *(p for b in books for p in b.problems)}):
            tell(problem)
        files = {printed.edition.file: printed.pdf for printed in books}
        files |= {record_name(printed.edition): printed.record for printed in books}
        files |= {f"layout-{Path(printed.edition.file).stem}.json": layout_json(printed, sources) for printed in books}
        anchors, sections = map_anchors(next(iter(versions.values())), sources)
        files["pages.json"] = pages_json(books, anchors, sections, book_digest(self.env)).encode()
        try:
            write_together(Path(self.outdir), files)
        except Faults as faults:
            raise PrintingError(str(faults)) from None

    def finish(self) -> None:
        """Leave out what the web book adds at the end: search, inventory, copies of pictures."""

    def _documents(self) -> tuple[PrintedDocument, ...]:
        numbered = [docname for docname, numbers in self.env.toc_secnumbers.items() if numbers.get("")]
        found = printed_documents(self.config.root_doc, self.env.toctree_includes, numbered)
        return tuple(document for document in found if SCREEN_ONLY not in self.env.metadata.get(document.docname, ()))

    def _book(self, fragments: Sequence[Fragment], reader: Reader) -> tuple[Book, list[Problem]]:
        """Assemble the book for one kind of readers, and tell what cannot be printed as it stands."""
        language = self.config.language.replace("_", "-")  # Sphinx writes en_GB, documents en-GB
        chapters, replaced, problems = assemble(fragments, reader, language, bool(self.config.smartquotes))
        index = self._index(chapters, replaced)
        return Book(title_page(self.config), language, self.config.root_doc, tuple(chapters), index, replaced), problems

    def _fragment(self, document: PrintedDocument) -> Fragment:
        """Render one document as HTML."""
        docname = document.docname
        doctree = self.env.get_doctree(docname)
        for toctree in list(doctree.findall(addnodes.toctree)):
            # The book has a table of contents of its own.
            listing = toctree.parent if "toctree-wrapper" in toctree.parent.get("classes", ()) else toctree
            listing.parent.remove(listing)
        doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags, doctree=doctree)
        doctree.settings = self.docsettings
        self.current_docname = docname
        self.secnumbers = self.env.toc_secnumbers.get(docname, {})
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        self.imgpath, self.dlpath = "_images", "_downloads"
        self.post_process_images(doctree)
        visitor: Any = self.create_translator(doctree, self)
        visitor.section_level = document.depth - 1
        doctree.walkabout(visitor)
        return Fragment(
            document,
            "".join(visitor.fragment),
            path=str(self.env.doc2path(docname)),
            lines=_lines(doctree, docname),
            ids=_written(doctree, docname),
            images={f"{self.imgpath}/{name}": (self.srcdir / file).as_uri() for file, name in self.images.items()},
        )

    def _index(self, chapters: Sequence[Chapter], replaced: dict[str, str]) -> tuple[Letter, ...]:
        """Make the index: Sphinx's entries, and where the chapters speak of what these point to."""
        index = read_index(IndexEntries(self.env).create_index(self), replaced)
        facts = bank_of(self.env).facts if FactDomain.name in self.env.domaindata else ()
        ids = ((element_id(fact.place.chapter, f"{FACT_ANCHOR}{fact.id}"), fact) for fact in facts)
        printed = {replaced.get(html_id, html_id): fact for html_id, fact in ids}
        anchors = self.env.get_domain("std").anonlabels.items()  # type: ignore[attr-defined]
        labels = {label: element_id(docname, html_id) for label, (docname, html_id) in anchors}
        labels = {label: replaced.get(html_id, html_id) for label, html_id in labels.items()}
        own = self._words_for_index()
        made, missing = whole_index(index, chapters, printed, works_of(self.env), own, labels)
        path = str(self.srcdir / (self.config.bookpdf_index_words or ""))
        references = [one for one in own if one.led_from]
        for problem in [*no_such_sections(missing, path), *no_such_entries(made, references, path)]:
            tell(problem)
        known = self.env.get_domain(FactDomain.name).entries() if facts else ()  # type: ignore[attr-defined]
        italics = {element_id(entry.docname, f"{FACT_ANCHOR}{entry.fact.id}"): entry.italics for entry in known}
        italics = {replaced.get(html_id, html_id): parts for html_id, parts in italics.items()}
        language = self.config.language.replace("_", "-")
        return typeset_words(made, language, bool(self.config.smartquotes), italics)

    def _words_for_index(self) -> list[Wanted]:
        """Read the author's words for the index, if there are some."""
        if not self.config.bookpdf_index_words:
            return []
        words, problems = read_words(self.srcdir, self.config.bookpdf_index_words)
        for problem in problems:
            tell(problem)
        return words

    def _tell_pass(self, edition: str, number: int, result: Typeset) -> None:
        logger.info("Step 7 print: %s, pass %d, %d pages", edition, number, result.pages)


def map_anchors(book: Book, sources: Mapping[str, Fragment]) -> tuple[dict[str, str], set[str]]:
    """List the anchors of facts, sections, boxes and entries of lists: "docname#anchor" and the id in print.

    :return: the second are those of sections.
    """
    found = [element for chapter in book.chapters for element in elements(chapter.element) if element.get("id")]
    ids = [(str(element.get("id")), str(element.tag)) for element in found]
    ids += [(html_id, "") for html_id in book.replaced]
    docnames = {document_id(docname): docname for docname in sources}
    anchors: dict[str, tuple[str, str]] = {}
    for html_id, tag in ids:
        document, _, name = html_id.partition("--")
        if name and document in docnames and (tag in PLACES or name.startswith(FACT_ANCHOR)):
            anchors[f"{docnames[document]}#{name}"] = (html_id, tag)
    sections = {name for name, (_, tag) in anchors.items() if tag == "section"}
    return {name: html_id for name, (html_id, _) in anchors.items()}, sections


def _written(doctree: nodes.document, docname: str) -> dict[str, int]:
    """Find the line on which each printed id is written."""
    lines: dict[str, int] = {}
    for node in doctree.findall(nodes.Element):
        names: list[str] = node.get("ids", [])
        if names and node.line:
            lines |= {element_id(docname, name): node.line for name in names}
    return lines


def _lines(doctree: nodes.document, docname: str) -> dict[str, int]:
    """Find the first line that links to each printed id."""
    lines: dict[str, int] = {}
    for link in doctree.findall(nodes.reference):
        target = printed_target(link.get("refuri") or f"#{link.get('refid', '')}", docname)
        if target is not None:
            with suppress(ValueError):
                lines.setdefault(target, get_node_line(link))
    return lines


def tell(problem: Problem) -> None:
    """Tell a fault as Sphinx tells its own, with place and code."""
    # With a colon even where there is no line: what has none Sphinx takes for a document, and adds its ending.
    location = f"{problem.source.path}:{problem.source.line or ''}" if problem.source.path else None
    kind, _, subtype = problem.code.partition(".")
    logger.warning("%s; %s", problem.what, problem.mend, location=location, type=kind, subtype=subtype)


def setup_builder(app: Sphinx) -> None:
    """Add the builder and what a ``conf.py`` may say about the printed book."""
    app.add_builder(BookPdfBuilder)
    app.add_config_value(
        "bookpdf_editions", list(USUAL), "", types=frozenset({list, tuple, str}), description="editions to print"
    )
    app.add_post_transform(PartsForReaders)
    for name, what in (
        ("title", "title of the printed book, if it is not the project's name"),
        ("subtitle", "second line of the title pages"),
        ("author", "name on the title pages, if it is not that of the project"),
        ("edition", "such as 'Second edition'"),
        ("licence", "what others may do with the book"),
        ("index_words", "file of words and what the index lists them under, in the folder of the book"),
    ):
        app.add_config_value(f"bookpdf_{name}", "", "", types=frozenset({str}), description=what)
    app.connect("config-inited", _check_editions)


def _check_editions(app: Sphinx, config: Config) -> None:
    try:
        named(config.bookpdf_editions)
    except ValueError as fault:
        raise ConfigError(str(fault)) from None
