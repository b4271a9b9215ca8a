"""Stage 2, collect: the bank of facts of a book, and the builder that writes it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from worksheets.bank import Chapter, FactBank
from worksheets.bank_file import bank_bytes
from worksheets.facts import Fact
from worksheets.problems import Faults

from .domain import FactDomain
from .page_numbers import PageNumbers, read_page_numbers
from .places import book_order, place_of
from .whole_book import WholeBookBuilder

logger = logging.getLogger(__name__)


def bank_of(env: BuildEnvironment) -> FactBank:
    """Collect the bank from what was read: the same for the same chapters, however they were read.

    Of two facts of one name the first counts, in the order of document names and lines.
    """
    domain: FactDomain = env.get_domain("fact")  # type: ignore[assignment]
    facts: dict[str, Fact] = {}
    for entry in domain.entries():
        facts.setdefault(entry.fact.id, replace(entry.fact, place=place_of(env, entry)))
    places = {fact.place.chapter: fact.place for fact in facts.values()}
    chapters = tuple(
        Chapter(place.chapter, place.chapter_number, place.chapter_title)
        for docname in book_order(env)
        if (place := places.get(docname))
    )
    language = (env.config.language or "en").replace("_", "-")  # as HTML and PDF write it (BCP 47)
    return FactBank(str(env.config.project), tuple(facts.values()), chapters, language)


def book_digest(env: BuildEnvironment) -> str:
    """SHA-256 in hexadecimal digits of the bank without page numbers and of the text of every chapter.

    The page map of the printed book bears it. The text counts because a longer paragraph moves every fact behind it,
    though none of them has changed. Empty where the book marks no facts at all.
    """
    if FactDomain.name not in env.domaindata:
        return ""
    digest = hashlib.sha256(bank_bytes(bank_of(env)))
    for docname in sorted(env.found_docs):
        digest.update(Path(env.doc2path(docname)).read_bytes())
    return digest.hexdigest()


class FactsBuilder(WholeBookBuilder):
    """Writes ``facts.json``: ``sphinx-build -b facts``."""

    name = "facts"
    format = "facts"
    file = "facts.json"
    epilog = "The bank of facts is in %(outdir)s/facts.json."

    def content(self) -> bytes:
        """Make the bank, with the page numbers of the printed book where they are known."""
        bank = bank_of(self.env)
        pages = self._page_numbers()
        numbered = tuple(replace(fact, place=replace(fact.place, pages=pages.at(fact.place))) for fact in bank.facts)
        return bank_bytes(replace(bank, facts=numbered))

    def _page_numbers(self) -> PageNumbers:
        path = Path(self.confdir) / self.config.worksheets_page_map
        try:
            pages = read_page_numbers(path, book_digest(self.env))
        except Faults as faults:
            for problem in faults.problems:
                logger.warning(
                    "%s; %s", problem.what, problem.mend, type="fact", subtype="page-map", location=str(path)
                )
            return PageNumbers()
        if pages.older:
            # No fault: the bank is right without pages, and a strict build need not print the book after every comma.
            logger.info("the printed book is older than the chapters, so no page numbers are given; run make pdf")
        return pages
