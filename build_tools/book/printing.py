"""From an assembled book to its PDFs, one for each paper."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from worksheets.facts import NOWHERE
from worksheets.press.passes import MOST_PASSES, typeset_until_settled
from worksheets.press.typeset import Typeset, typeset
from worksheets.problems import Problem

from .chapters import Fragment
from .checks import check_addresses, place_log
from .document import Book, Edition, Press, tree_of
from .finish import finish
from .folios import Folios
from .margin import lasting
from .papers import PAPERS

PAGES_FORMAT = 1  # of pages.json


@dataclass(frozen=True)
class PrintedBook:
    """The book on one paper."""

    paper: str
    pdf: bytes
    pages: int
    folios: Folios
    problems: tuple[Problem, ...]
    survey: tuple[Mapping[str, Any], ...]  # of each page: worksheets/press/child_survey.py


def print_book(
    book: Book,
    sources: Mapping[str, Fragment],
    papers: Sequence[str],
    *,
    press: Press,
    base: Path,
    roots: Sequence[Path],
    told: Callable[[str, int, Typeset], None],
) -> list[PrintedBook]:
    """Lay the book out on every paper, all papers at the same time.

    :param sources: document name -> what it was printed from, to tell where a fault lies.
    :param base: the folder to which addresses of pictures are relative.
    :param roots: folders whose files may be printed.
    :param told: is called after each pass with paper, number of the pass and its result.
    :raises TypesetError: if WeasyPrint cannot work at all.
    """

    def on(paper: str) -> PrintedBook:
        edition = Edition(book, PAPERS[paper], press)
        settled = typeset_until_settled(
            make=edition.write,
            typeset=lambda html, pages: typeset(
                html, base=base, roots=roots, draw_if=pages and lasting(pages), grid=edition.paper.grid, survey=True
            ),
            told=lambda number, result: told(paper, number, result),
        )
        result = settled.typeset
        folios = book.folios(result.anchors)
        problems = place_log(result.log, tree_of(edition.write(result)), sources)
        if not settled.settled:
            problems.append(
                Problem(
                    NOWHERE,
                    f"the page numbers did not settle in {MOST_PASSES} passes",
                    "reword the paragraph whose page reference moves it from page to page",
                    "print.unsettled",
                )
            )
        return PrintedBook(paper, finish(result.pdf, folios), result.pages, folios, tuple(problems), result.survey)

    with ThreadPoolExecutor() as pool:
        return list(pool.map(on, papers))


def check_book(book: Book, sources: Mapping[str, Fragment], press: Press) -> list[Problem]:
    """Find faults that show before the book is laid out."""
    return check_addresses(tree_of(Edition(book, next(iter(PAPERS.values())), press).write(None)), sources)


def pages_json(books: Sequence[PrintedBook], anchors: Mapping[str, str], digest: str) -> str:
    """Write the page map: on which printed page each fact and each section stands.

    :param anchors: "docname#anchor" -> id in print.
    :param digest: of the bank for which the pages were found, pages left out.
    """
    papers = {
        book.paper: {
            name: book.folios.of(html_id) for name, html_id in sorted(anchors.items()) if html_id in book.folios.pages
        }
        for book in books
    }
    return json.dumps({"format": PAGES_FORMAT, "book": digest, "papers": papers}, ensure_ascii=False, indent=1) + "\n"
