"""Terms that a chapter uses before it explains them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .prose import Passage


@dataclass(frozen=True, slots=True)
class Explained:
    """A term and where its mark stands."""

    term: str
    anchor: str
    document: str
    line: int


@dataclass(frozen=True, slots=True)
class EarlyUse:
    """The first use of a term before its mark."""

    term: Explained
    document: str
    line: int


def early_uses(terms: Sequence[Explained], chapters: Mapping[str, Sequence[Passage]]) -> Iterator[EarlyUse]:
    """Find for each term the first place that uses it, unlinked, before the section that explains it.

    Within its own section a term may come first: its mark follows the paragraph beside which it is printed.

    :param chapters: document name -> passages, in the order of the book.
    """
    order = {document: number for number, document in enumerate(chapters)}
    for term in terms:
        if term.document not in order:
            continue
        wanted = _pattern(term.term)
        mark = next((p for p in chapters[term.document] if p.fact == term.anchor), None)
        for document, passages in chapters.items():
            if order[document] > order[term.document]:
                break
            for passage in passages:
                if document == term.document and (
                    passage.line >= term.line or (mark is not None and passage.section == mark.section)
                ):
                    break
                if not passage.fact and wanted.search(passage.unlinked):
                    yield EarlyUse(term, document, passage.line)
                    break
            else:
                continue
            if document != term.document:
                break


def _pattern(term: str) -> re.Pattern[str]:
    """Match the term as a whole word, also in the plural; of small letters the first may be a capital."""
    first = re.escape(term[0]) if term[0].isupper() else f"[{re.escape(term[0])}{re.escape(term[0].upper())}]"
    return re.compile(rf"(?<!\w){first}{re.escape(term[1:])}(?:s|es)?(?!\w)")
