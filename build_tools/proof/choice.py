"""Which chapter an author means by "3", or by the name of its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..book.documents import PrintedDocument


def chosen(words: str, documents: Sequence[PrintedDocument], numbers: Mapping[str, str]) -> tuple[PrintedDocument, ...]:
    """Find a chapter, with the documents that its toctree names.

    :param words: its number, the name of its document, or the beginning of that.
    :param documents: all of the book, in the order of print.
    :param numbers: document name -> number of the chapter.
    :raises ValueError: if no chapter is meant, or several; the message lists all.
    """
    words = words.strip()
    tops = [document for document in documents if document.depth == 1]
    found = [top for top in tops if words and words in (numbers.get(top.docname), top.docname)]
    found = found or [top for top in tops if words and top.docname.startswith(words)]
    if len(found) != 1:
        what = f"{words!r} names {len(found)} chapters" if found else f"there is no chapter {words!r}"
        listed = ", ".join(" ".join(filter(None, (numbers.get(top.docname, ""), top.docname))) for top in tops)
        raise ValueError(f"{what if words else 'no chapter is named'}; write the number or the name of one of {listed}")
    begin = documents.index(found[0])
    end = next((n for n in range(begin + 1, len(documents)) if documents[n].depth == 1), len(documents))
    return tuple(documents[begin:end])
