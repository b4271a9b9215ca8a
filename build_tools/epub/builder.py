"""The Sphinx builder ``bookepub``: the whole book as one EPUB 3 file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxError
from sphinx.util import logging

from worksheets.files import write_whole
from worksheets.problems import Faults
from worksheets.resources import templates

from ..places import book_order
from ..web.tables import name_rows
from .about import about, features, has_pictures
from .archive import MEDIA_TYPES, archive
from .contents import Entry, entries
from .pages import Page, join_up, read_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME = "textbook-epub"
INDEX = "genindex.xhtml"
STYLE = "book.css"

logger = logging.getLogger(__name__)


class BookEpubBuilder(Epub3Builder):
    """Writes pages as Sphinx's own builder does, then makes them sound and packs what they name, and nothing else."""

    name = "bookepub"
    epilog = "The EPUB is in %(outdir)s."
    allow_parallel = True
    # Remote pictures are left as they are and then left out; Sphinx would fetch them.
    supported_remote_images = True

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """Use our own pages, whatever theme the screen has."""
        return THEME, {}

    def get_outdated_docs(self) -> Iterator[str]:
        """Write all pages anew: they go into one file."""
        return iter(sorted(self.env.found_docs))

    def copy_assets(self) -> None:
        """Copy nothing: style and cover are written straight into the archive."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page; addresses of links are not spelt out behind them."""
        self.fix_ids(doctree)
        name_rows(doctree)
        StandaloneHTMLBuilder.write_doc(self, docname, doctree)

    def handle_finish(self) -> None:
        """Pack the book."""
        pages = [self._page(f"{docname}{self.out_suffix}") for docname in book_order(self.env)]
        index = self._page(INDEX) if self.use_index else None
        if index is not None and index.has_class("indextable"):
            pages.append(index)
        pictures = self._pictures(pages)
        for missed in join_up(pages, pictures):
            logger.warning("%s", missed, type="epub", subtype="picture")
        package, files = self._package(pages, pictures)
        path = Path(self.outdir) / f"{self.config.epub_basename}.epub"
        try:
            write_whole(path, archive(package, files))
        except Faults as faults:
            raise SphinxError(str(faults)) from None

    def _page(self, name: str) -> Page:
        return read_page(name, (Path(self.outdir) / name).read_text("utf-8"))

    def _pictures(self, pages: Sequence[Page]) -> dict[str, bytes]:
        """Read the pictures that pages show and that Sphinx has put beside them."""
        out = Path(self.outdir).resolve()
        named = dict.fromkeys(name for page in pages for name in page.pictures)
        files = {name: (out / name).resolve() for name in named if Path(name).suffix.lower() in MEDIA_TYPES}
        return {n: file.read_bytes() for n, file in files.items() if file.is_relative_to(out) and file.is_file()}

    def _package(self, pages: Sequence[Page], pictures: dict[str, bytes]) -> tuple[str, dict[str, bytes]]:
        """Write the package document, and all that it lists."""
        breaks = first_breaks(pages)
        built = self.content_metadata()["date"] if "SOURCE_DATE_EPOCH" in os.environ else None
        told = about(self.config, self.config.worksheets_web_paper, bool(breaks), built)
        cover, image = self._cover(told)
        files = {
            **pictures,
            **{page.name: page.written() for page in pages},
            cover: image,
            STYLE: (templates() / "epub" / STYLE).read_bytes(),
            "cover.xhtml": _filled("cover.xhtml.j2", about=told, cover=cover),
            "nav.xhtml": _filled(
                "nav.xhtml.j2", about=told, contents=self._contents(), breaks=breaks, landmarks=self._landmarks(pages)
            ),
        }
        properties = {page.name: page.properties for page in pages} | {cover: "cover-image", "nav.xhtml": "nav"}
        items = [
            (f"item-{number}", quote(name), MEDIA_TYPES[Path(name).suffix.lower()], properties.get(name, ""))
            for number, name in enumerate(sorted(files), 1)
        ]
        called = dict(zip(sorted(files), (item[0] for item in items), strict=True))
        package = _filled(
            "package.opf.j2",
            about=told,
            items=items,
            spine=[called[name] for name in ("cover.xhtml", "nav.xhtml", *(page.name for page in pages))],
            visual=any(map(has_pictures, pages)),
            features=features(pages, bool(breaks)),
        )
        return package.decode(), files

    def _cover(self, told: Any) -> tuple[str, bytes]:
        """Give the picture of ``epub_cover``, or one made of the title."""
        if self.config.epub_cover:
            path = Path(self.confdir) / self.config.epub_cover[0]
            if path.is_file() and path.suffix.lower() in MEDIA_TYPES:
                return f"cover{path.suffix.lower()}", path.read_bytes()
            logger.warning("epub_cover: there is no picture %s", path, type="epub", subtype="cover")
        return "cover.svg", _filled("cover.svg.j2", about=told)

    def _contents(self) -> tuple[Entry, ...]:
        root = self.config.root_doc
        tree = self.env.get_and_resolve_doctree(root, self, tags=self.tags, prune_toctrees=False, includehidden=True)
        first = Entry(self.env.titles[root].astext(), self.get_target_uri(root))
        return (first, *entries(tree, self.config.epub_tocdepth))

    def _landmarks(self, pages: Sequence[Page]) -> list[tuple[str, str, str]]:
        """Name places that a reader may want to go to at once, as type, text and address."""
        chapters = [docname for docname, numbers in self.env.toc_secnumbers.items() if numbers.get("")]
        order = book_order(self.env)
        first = min(chapters, key=order.index) if chapters else self.config.root_doc
        found = [("bodymatter", "Start of the text", self.get_target_uri(first))]
        for kind, text, sign in (
            ("glossary", "Glossary", "fact-glossary"),
            ("bibliography", "Bibliography", "citation-list"),
            ("index", "Index", "genindextable"),
        ):
            found += [(kind, text, quote(page.name)) for page in pages if page.has_class(sign)][:1]
        return found


def first_breaks(pages: Sequence[Page]) -> list[tuple[str, str]]:
    """Give each page of the printed book once, in the order of reading: its number and the address where it begins."""
    found: dict[str, str] = {}
    for page in pages:
        for number, anchor in page.breaks:
            found.setdefault(number, f"{quote(page.name)}#{anchor}")
    return list(found.items())


def setup_epub(app: Sphinx) -> None:
    """Offer the builder and its pages."""
    app.add_html_theme(THEME, templates() / "epub")
    app.add_builder(BookEpubBuilder)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates() / "epub"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _filled(template: str, **values: object) -> bytes:
    return _templates().get_template(template).render(**values).encode()
