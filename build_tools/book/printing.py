"""From an assembled book to its PDFs, one for each edition."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Mapping, Sequence, Set
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from worksheets.facts import NOWHERE
from worksheets.press.long_document import LongDocument
from worksheets.press.passes import MOST_PASSES, lay_out_until_settled
from worksheets.press.typeset import Typeset, stop_all
from worksheets.problems import Problem

from .addresses import document_id
from .chapter_pages import chapter_pages
from .chapters import Fragment
from .checks import check_addresses, place_log
from .document import Book, Draft, Press, tree_of
from .editions import STUDENT, Edition
from .folios import Folios
from .readers import Reader
from .stored import Stored, digest, last_anchors, load, record

PAGES_FORMAT = 1  # of pages.json
STUDENTS = "book-"  # how the names of the editions begin whose pages answer keys name


@dataclass(frozen=True)
class PrintedBook:
    """The book in one edition."""

    edition: Edition
    pdf: bytes
    pages: int
    folios: Folios
    problems: tuple[Problem, ...]
    survey: bytes  # of each page, as JSON: worksheets/press/child_survey.py
    record: bytes  # what is kept of it to know it again; empty where it has faults


def print_books(
    books: Mapping[Reader, Book],
    sources: Mapping[str, Fragment],
    editions: Sequence[Edition],
    *,
    press: Press,
    base: Path,
    roots: Sequence[Path],
    told: Callable[[str, int, Typeset], None],
    kept: Path,
) -> list[PrintedBook]:
    """Lay the book out in every edition, as many at the same time as the machine has processors.

    :param books: the book as each kind of readers has it.
    :param sources: document name -> what it was printed from, to tell where a fault lies.
    :param base: the folder to which addresses of pictures are relative.
    :param roots: folders whose files may be printed.
    :param told: is called after each pass with edition, number of the pass and its result.
    :param kept: the folder of the PDFs; an edition there that is made from the same is taken as it is.
    :raises TypesetError: if WeasyPrint cannot work at all.
    """
    checked = {edition.reader: edition for edition in reversed(editions)}  # addresses are the same for all of a reader

    def one(edition: Edition) -> PrintedBook:
        book = books[edition.reader]
        draft = Draft(book, edition, press, students_pages(book) if edition.own_pages else {})
        tree = tree_of(draft.first)
        faults = check_addresses(tree, sources) if edition is checked[edition.reader] else []
        made_from = digest(edition, book, draft.first, tree)
        del tree  # it is large
        if (before := load(kept, edition, made_from)) is not None:
            record_of = record(made_from, before)
            folios = book.folios(before.anchors)
            return PrintedBook(edition, before.pdf, before.pages, folios, tuple(faults), before.survey, record_of)
        gc.collect()  # what the chapters were made from: a child works now that needs memory
        with LongDocument(base=base, roots=roots, grid=edition.paper.grid) as document:
            settled = lay_out_until_settled(
                draft.write, document.lay_out, lambda number, result: told(edition.name, number, result)
            )
            survey = msgspec.json.encode(settled.typeset.survey)
            result = replace(settled.typeset, survey=())  # as text it takes less room than as objects
            settled = replace(settled, typeset=result)
            drawn, log = document.draw()
        from .finish import finish  # pikepdf takes long to load, and an edition that is known needs none

        folios = book.folios(result.anchors)
        lines = (*result.log, *log)
        problems = place_log(lines, tree_of(settled.html), sources) if lines else []
        if not settled.settled:
            problems.append(
                Problem(
                    NOWHERE,
                    f"the page numbers did not settle in {MOST_PASSES} passes",
                    "reword the paragraph whose page reference moves it from page to page",
                    "print.unsettled",
                )
            )
        pdf = finish(drawn, folios, edition.sheet_pages)
        known = record(made_from, Stored(pdf, result.pages, result.anchors, survey)) if not problems else b""
        return PrintedBook(edition, pdf, result.pages, folios, (*faults, *problems), survey, known)

    def students_pages(book: Book) -> dict[str, str]:
        """Wait for the student's book, which is begun first; where it is not printed now the last one counts."""
        student = printing.get(STUDENT.name)
        folios = student.result().folios if student else book.folios(last_anchors(kept, STUDENT))
        headings = (heading.id for chapter in book.chapters for heading in chapter.headings)
        return {html_id: folios.of(html_id) for html_id in headings if html_id in folios.pages}

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        printing: dict[str, Future[PrintedBook]] = {}
        for edition in sorted(editions, key=lambda edition: edition.own_pages):
            printing[edition.name] = pool.submit(one, edition)
        try:
            done, _ = wait(printing.values(), return_when=FIRST_EXCEPTION)
            for job in done:
                job.result()
            return [printing[edition.name].result() for edition in editions]
        finally:
            # Ctrl-C, or an edition that failed: nobody waits for the others, which take minutes.
            stop_all([job for job in printing.values() if not job.done()])


class _Page(msgspec.Struct):
    """What the survey of a page says, as far as it is asked for here."""

    blank: bool


def layout_json(book: PrintedBook, sources: Mapping[str, Fragment]) -> bytes:
    """Write the survey of a layout, with the lines of the sources, for ``build_tools.print_check``.

    It also names the pages of each chapter, for ``build_tools.chapter_files``; an edition that is bound in sheets of
    several pages stays whole.
    """
    written = {
        document_id(name): {"path": fragment.path, "lines": dict(fragment.ids)} for name, fragment in sources.items()
    }
    blank = [page.blank for page in msgspec.json.decode(book.survey, type=list[_Page])]
    labels = [book.folios.printed_on(page) for page in range(1, len(blank) + 1)]
    chapters = chapter_pages(sources.values(), book.folios.pages, blank) if book.edition.sheet_pages == 1 else []
    found = {"pages": msgspec.Raw(book.survey), "labels": labels, "sources": written, "chapters": chapters}
    return msgspec.json.encode(found)


def pages_json(books: Sequence[PrintedBook], anchors: Mapping[str, str], sections: Set[str], digest: str) -> str:
    """Write the page map: on which printed page each fact, section, box and entry of a list stands.

    Its concordance gives, for each edition, the page on which each section begins.

    :param anchors: "docname#anchor" -> id in print.
    :param sections: those of them that are sections.
    :param digest: of the bank for which the pages were found, pages left out.
    """
    papers = {
        book.edition.paper.name: {
            name: book.folios.of(html_id) for name, html_id in sorted(anchors.items()) if html_id in book.folios.pages
        }
        for book in books
        if book.edition.name.startswith(STUDENTS)
    }
    concordance = {
        book.edition.name: {
            name: book.folios.of(html_id)
            for name, html_id in sorted(anchors.items())
            if html_id in book.folios.pages and name in sections
        }
        for book in books
    }
    found = {"format": PAGES_FORMAT, "book": digest, "papers": papers, "concordance": concordance}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
