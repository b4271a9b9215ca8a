"""The page map that the printed book leaves behind: on which page each fact and section stands, on each paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from worksheets.facts import Place
from worksheets.problems import Faults, Problem, Source

FORMAT = 1


@dataclass(frozen=True)
class PageNumbers:
    """Page numbers as printed; empty where no book has been printed yet, or an older one."""

    papers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # "a4" -> {"docname#anchor": "34"}
    older: bool = False  # whether the printed book is older than the chapters

    def at(self, place: Place) -> dict[str, str]:
        """Give the page of a place on each paper."""
        key = f"{place.chapter}#{place.anchor}"
        return {paper: anchors[key] for paper, anchors in self.papers.items() if key in anchors}


@dataclass(frozen=True)
class _PageMap:
    format: int
    book: str
    papers: dict[str, dict[str, str]]


def read_page_numbers(path: Path, book: str) -> PageNumbers:
    """Read a page map: JSON such as ``{"format": 1, "book": "3f7a...", "papers": {"a4": {"ch#fact-x": "34"}}}``.

    :param book: the digest of the present book, as ``book_digest`` gives it.
    :raises Faults: if there is such a file, and it is no page map.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_PageMap)
    except FileNotFoundError:
        return PageNumbers()
    except (OSError, msgspec.MsgspecError) as error:
        what = f"this page map cannot be read: {error}"
        raise Faults([Problem(Source(str(path)), what, "print the book again: make pdf", "fact.page-map")]) from None
    if found.format != FORMAT or found.book != book:
        return PageNumbers(older=True)
    return PageNumbers(found.papers)
