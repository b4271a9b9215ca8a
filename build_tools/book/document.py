"""The whole book as one HTML document, for one edition and one state of knowledge about its pages."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import jinja2
from lxml.html import HtmlElement, document_fromstring
from markupsafe import Markup

from worksheets.press.fonts import font_face_css
from worksheets.press.passes import PART, WAITING
from worksheets.press.typeset import Typeset

from .chapters import Chapter
from .editions import Edition
from .enlarged import with_drawings
from .folios import Folios
from .index import Letter, locators
from .index_italics import in_two
from .known import Known
from .markup import classes, serialize, text_of
from .no_breaks import JOINED
from .papers import NOTE_GAP_MM, NOTE_MM
from .quotes import quotes_css
from .typography import BREAK

INDEX_ID = "genindex"  # Sphinx's name for the document that the index is on screen
CONCORDANCE_ID = "concordance"  # of the list of pages in the student's book
BOOK_END = "book-end"  # the id of what stands last: an empty page follows if its page is a right-hand one
CONTENTS_DEPTH = 2  # chapters and their sections


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the title pages say."""

    title: str
    subtitle: str = ""
    author: str = ""
    edition: str = ""
    licence: str = ""
    copyright: str = ""


@dataclass(frozen=True)
class Book:
    """Everything that is printed, not yet laid out."""

    title_page: TitlePage
    language: str
    root: str  # document name of the root: links to it lead to the title page
    chapters: tuple[Chapter, ...]
    index: tuple[Letter, ...]
    replaced: Mapping[str, str]  # ids that are printed under another one

    @cached_property
    def body(self) -> str:
        """The id at which page 1 begins."""
        first = next((chapter for chapter in self.chapters if chapter.matter == "body"), None)
        return first.element[0].get("id") if first is not None else ""

    def folios(self, pages: Mapping[str, int]) -> Folios:
        """Tell the printed page numbers that follow from a page map."""
        return Folios({**pages, **{old: pages[new] for old, new in self.replaced.items() if new in pages}}, self.body)


class Press:
    """The templates and styles with which books are written.

    :param page: the template of the whole document.
    """

    def __init__(self, templates: Path, page: str = "book/book.html.j2") -> None:
        self._templates = templates
        self._page = page
        self._jinja = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._one_at_a_time = threading.Lock()  # trees of lxml are not made to be used by two threads

    def write(
        self,
        book: Book,
        edition: Edition,
        styles: Sequence[str],
        known: Known,
        pages: Mapping[str, int],
        students: Mapping[str, str],
    ) -> str:
        """Write a book as HTML with the page numbers that are known.

        :param styles: those of the book in its edition.
        :param pages: id -> physical page from 1; empty in the first pass.
        :param students: id of a heading -> its page in the student's book; empty where these are the same pages.
        """
        folios = book.folios(pages)
        with self._one_at_a_time:
            chapters = [deepcopy(chapter.element) for chapter in book.chapters]
            for chapter in chapters:
                known.set_in(chapter, folios)
            if not book.index and not students:
                chapters[-1].append(chapters[-1].makeelement("div", {"id": BOOK_END}))
            texts = [Markup(serialize(chapter)) for chapter in chapters]
            html = self._jinja.get_template(self._page).render(
                book=book,
                page=book.title_page,
                paper=edition.paper,
                edition=edition,
                folios=folios,
                locators=locators,
                in_two=in_two,
                contents_depth=CONTENTS_DEPTH,
                index_id=INDEX_ID,
                concordance_id=CONCORDANCE_ID,
                students=students,
                book_end=BOOK_END,
                ends_on_recto=folios.pages.get(BOOK_END, 0) % 2 == 1,
                styles=[Markup(style) for style in styles],
                part=Markup(PART),
                waiting=Markup(WAITING),
                marks=[Markup(_mark_of(chapter)) for chapter in chapters],
                chapters=texts,
            )
            texts.clear()  # contexts of Jinja are cycles of objects, and would keep them for long
            return html

    def in_edition(self, book: Book, edition: Edition) -> Book:
        """Give a book as an edition has it before anything is known of its pages."""
        with self._one_at_a_time:
            return replace(book, chapters=with_drawings(book.chapters, edition.enlarged))

    def styles(self, book: Book, edition: Edition) -> list[str]:
        """Write the styles of a book, and name the files of the type that its text needs."""
        with self._one_at_a_time:
            text = "".join(text_of(chapter.element) for chapter in book.chapters)
        sheets = [
            (self._templates / name).read_text("utf-8")
            for name in ("tokens.css", "book/print.css", "book/print_facts.css", "book/print_apparatus.css")
        ]
        page = self._jinja.get_template("book/paper.css.j2").render(
            paper=edition.paper, tokens=edition.tokens, note=NOTE_MM, note_gap=NOTE_GAP_MM
        )
        own = [(self._templates / "book/editions" / name).read_text("utf-8") for name in edition.styles]
        faces = font_face_css(text.replace(JOINED, "").replace(BREAK, ""))
        return [faces, quotes_css(book.language), *sheets, page, *own]


class Draft:
    """One book in one edition, written again for each pass with what the pass before has shown.

    :param students: id of a heading -> its page in the student's book; empty where these are the same pages.
    :param in_two_passes: nothing waits for later passes.
    """

    def __init__(
        self,
        book: Book,
        edition: Edition,
        press: Press,
        students: Mapping[str, str] = MappingProxyType({}),
        *,
        in_two_passes: bool = False,
    ) -> None:
        self.book = press.in_edition(book, edition)
        self.edition = edition
        self._press = press
        self._students = students
        self._in_two_passes = in_two_passes
        self._known = Known(edition, referring=in_two_passes)
        self._last = ""
        self._styles = press.styles(self.book, edition)

    @cached_property
    def first(self) -> str:
        """The book as HTML before anything is known of its pages."""
        return self._written({})

    def write(self, before: Typeset | None) -> str:
        """Write the book as HTML."""
        if before is None:
            return self.first
        self._known.learn(before)
        html = self._written(before.anchors)
        # A further pass would show the same, so it need not be made; what is done in later passes only is done now.
        while html == self._last and not self._in_two_passes and not self._known.is_over:
            self._known.learn(before)
            html = self._written(before.anchors)
        self._last = html
        return html

    def _written(self, pages: Mapping[str, int]) -> str:
        return self._press.write(self.book, self.edition, self._styles, self._known, pages, self._students)


def _mark_of(chapter: HtmlElement) -> str:
    """Say how a chapter begins: what stands at the back waits for the pages that it names, unless it flows on."""
    kinds = classes(chapter)
    return "" if "short" in kinds else WAITING if "back" in kinds else PART


def tree_of(html: str) -> HtmlElement:
    """Parse a book that was written, to check what stands in it."""
    return document_fromstring(html)
