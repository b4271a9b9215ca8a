"""Which documents are printed, in which order, and in which part of the book."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Matter = Literal["front", "body", "back"]  # front matter has roman folios; body and back matter count on from 1


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """One source document and its place in the book."""

    docname: str
    depth: int  # 1 for a chapter, 2 for a document that a chapter's own toctree names
    matter: Matter


def printed_documents(
    root: str, includes: Mapping[str, Sequence[str]], numbered: Collection[str]
) -> tuple[PrintedDocument, ...]:
    """Put the documents into the order of the toctrees.

    Chapters are the documents that the root's toctrees name; unnumbered ones before the first numbered one are front
    matter, those after the last are back matter. The root's own text is the landing page of the web book and is left
    out, unless the root is the whole book.

    :param includes: document name -> documents that its toctrees name, in order.
    :param numbered: documents that bear a chapter number.
    """
    if not includes.get(root):
        return (PrintedDocument(root, 1, "body"),)
    seen = {root}
    trees = [_with_descendants(chapter, 1, includes, seen) for chapter in includes[root] if chapter not in seen]
    trees = [tree for tree in trees if tree]
    with_number = [index for index, tree in enumerate(trees) if tree[0].docname in numbered]
    first, last = (with_number[0], with_number[-1]) if with_number else (0, len(trees) - 1)
    return tuple(
        replace(document, matter="front" if index < first else "back" if index > last else "body")
        for index, tree in enumerate(trees)
        for document in tree
    )


def _with_descendants(
    docname: str, depth: int, includes: Mapping[str, Sequence[str]], seen: set[str]
) -> list[PrintedDocument]:
    if docname in seen:  # two toctrees may name one document; it is printed where it stands first
        return []
    seen.add(docname)
    below = [_with_descendants(child, depth + 1, includes, seen) for child in includes.get(docname, ())]
    return [PrintedDocument(docname, depth, "body"), *(document for tree in below for document in tree)]
