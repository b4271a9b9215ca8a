"""On which pages of the book each chapter stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .addresses import document_id
from .chapters import Fragment
from .document import CONCORDANCE_ID, INDEX_ID


def chapter_pages(
    fragments: Iterable[Fragment], pages: Mapping[str, int], blank: Sequence[bool]
) -> list[dict[str, Any]]:
    """Find the pages of the chapters of the body, in their order.

    :param fragments: all documents of the book in the order of print.
    :param pages: id -> physical page from 1.
    :param blank: of each page, whether it is.
    :return: for each chapter ``name``, that of its document in print, and ``first`` and ``last``, physical pages from
        1; blank pages at its end are not counted.
    """
    tops = [fragment.document for fragment in fragments if fragment.document.depth == 1]
    starts = [pages[document_id(document.docname)] for document in tops]
    lists = [pages[html_id] for html_id in (CONCORDANCE_ID, INDEX_ID) if html_id in pages]
    ends = [*starts[1:], min(lists, default=len(blank) + 1)]
    found = []
    for document, first, end in zip(tops, starts, ends, strict=True):
        last = end - 1
        while last > first and blank[last - 1]:
            last -= 1
        if document.matter == "body":
            found.append({"name": document_id(document.docname), "first": first, "last": last})
    return found
