"""One chapter on its pages: two passes, with the page numbers of the last printing for all that is elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from worksheets.press.long_document import LongDocument
from worksheets.press.typeset import Typeset

from ..book.chapters import Chapter
from ..book.document import Book, Draft, Press
from ..book.editions import Edition
from ..book.folios import Folios
from ..book.markup import elements

TEMPLATE = "book/proof.html.j2"
_ELSEWHERE = "No anchor "  # how WeasyPrint tells a link to another chapter; whether it is dead the whole book shows


@dataclass(frozen=True)
class ProofBook(Book):
    """A book of one chapter, which knows where page 1 is."""

    body: str = ""  # id at which page 1 begins, in another chapter perhaps


@dataclass(frozen=True)
class Proof:
    """A chapter on its pages."""

    pdf: bytes
    first: str  # what is printed on its first page
    last: str
    log: tuple[str, ...]
    settled: bool  # whether a further pass would change nothing
    unknown: int  # references to what the last printing does not have


def typeset_proof(
    book: ProofBook,
    edition: Edition,
    press: Press,
    printed: Mapping[str, int],
    document: LongDocument,
) -> Proof:
    """Lay one chapter out: a first pass shows where notes and references stand, a second one sets them.

    :param printed: id -> physical page in the last printing; empty if there was none.
    :param document: lays out a text, and draws what it laid out last.
    """
    (chapter,) = book.chapters
    start = chapter.element[0].get("id")
    first = printed.get(start, 1)
    own = {element.get("id") for element in elements(chapter.element)}
    elsewhere = {html_id: page for html_id, page in printed.items() if html_id not in own}

    def in_the_book(result: Typeset) -> Typeset:
        here = {html_id: page + first - 1 for html_id, page in result.anchors.items()}
        return replace(result, anchors={**elsewhere, **here})

    draft = Draft(book, edition, press, in_two_passes=True)
    measured = in_the_book(document.lay_out(draft.write(Typeset(b"", 0, printed, ()))))
    html = draft.write(measured)
    result = in_the_book(document.lay_out(html, last=True))
    pdf, log = document.draw()
    folios = book.folios(result.anchors)
    return Proof(
        _with_labels(pdf, folios, first),
        folios.printed_on(first),
        folios.printed_on(first + result.pages - 1),
        tuple(line for line in (*result.log, *log) if not line.startswith(_ELSEWHERE)),
        settled=draft.write(result) == html,
        unknown=_unknown(chapter, folios),
    )


def _unknown(chapter: Chapter, folios: Folios) -> int:
    wanted = [element.get("data-page-of") for element in elements(chapter.element) if element.get("data-page-of")]
    return sum(target not in folios.pages for target in wanted)


def _with_labels(pdf: bytes, folios: Folios, first: int) -> bytes:
    """Give pages in the window of a viewer the numbers that are printed on them (ISO 32000-1, 12.4.2)."""
    in_body = folios.in_body(first)
    number = first - folios.pages_before_body if in_body else first
    with pikepdf.open(BytesIO(pdf)) as document:
        label = Dictionary(S=Name.D if in_body else Name.r, St=number)
        document.Root.PageLabels = Dictionary(Nums=Array([0, label]))
        out = BytesIO()
        document.save(out, deterministic_id=True)
        return out.getvalue()
