"""The prose of a chapter, paragraph by paragraph: what a reader reads, without questions, tables and citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from docutils import nodes
from sphinx.addnodes import index, pending_xref

from ..apparatus.nodes import BoxNode
from ..citations import BIBTEX
from ..nodes import FactNode, parts_called

# The texts of a fact that are prose; those of the first list are whole sentences.
_SENTENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "statement": ("text",), "figure": ("text",), "link": ("text", "how"), "event": ("why",),
        "misconception": ("often", "true"),
    }
)  # fmt: skip
_PHRASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "term": ("definition",), "event": ("clause",), "person": ("role", "fate"), "view": ("thesis",),
        "misconception": ("why",),
    }
)  # fmt: skip
_NO_PROSE = (nodes.table, nodes.literal_block, nodes.comment, nodes.raw, nodes.footnote, nodes.citation, index)
_AUTHOR = "Author"
_NO_PROSE_BOXES = frozenset({"teacher-note", "further-reading"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or one text of a fact."""

    text: str
    line: int
    section: int  # counts the sections of the chapter, 0 for what stands before the first
    sentences: bool = True  # whether it is made of whole sentences
    unlinked: str = ""  # the same without links to facts: terms in it are not explained by a link
    fact: str = ""  # anchor of the fact that it is a text of


def passages_of(document: nodes.document) -> list[Passage]:
    """Go through a chapter in its order."""
    found: list[Passage] = []
    _collect(document, found, [0, 0])
    return found


def _collect(node: nodes.Element, found: list[Passage], sections: list[int]) -> None:
    for child in node.children:
        if not isinstance(child, nodes.Element) or isinstance(child, _NO_PROSE):
            continue
        if isinstance(child, BoxNode) and child["kind"] in _NO_PROSE_BOXES:
            continue
        if isinstance(child, FactNode):
            found += _of_fact(child, sections[0])
        elif isinstance(child, nodes.paragraph):
            found.append(_passage(child, _line(child), sections[0], sentences=True))
        elif isinstance(child, nodes.section):
            outer = sections[0]
            sections[1] += 1
            sections[0] = sections[1]
            _collect(child, found, sections)
            sections[0] = outer
        else:
            _collect(child, found, sections)


def _of_fact(fact: FactNode, section: int) -> Iterator[Passage]:
    for names, sentences in ((_SENTENCES, True), (_PHRASES, False)):
        for name in names.get(fact["kind"], ()):
            for part in parts_called(fact, name):
                yield _passage(part, fact.line or 0, section, sentences=sentences, fact=str(fact["ids"][0]))


def _passage(node: nodes.Element, line: int, section: int, **more: Any) -> Passage:
    return Passage(_text(node, links=True), line, section, unlinked=_text(node, links=False), **more)


def _text(node: nodes.Element, *, links: bool) -> str:
    parts: list[str] = []
    for child in node.children:
        if isinstance(child, nodes.Text):
            parts.append(child.astext())
        elif isinstance(child, pending_xref) and child.get("refdomain") == BIBTEX:
            # "Author (Year) argues": the author is a word of the sentence. In brackets a citation is none.
            parts.append(_AUTHOR if "t" in str(child.get("reftype")) else "")
        elif isinstance(child, pending_xref) and child.get("refdomain") == "fact" and not links:
            parts.append(" … ")
        elif isinstance(child, nodes.footnote_reference | nodes.raw | nodes.math):
            continue
        elif isinstance(child, nodes.Element):
            parts.append(_text(child, links=links))
    joined = " ".join("".join(parts).split())
    return joined.replace(" .", ".").replace(" ,", ",") if isinstance(node, nodes.paragraph) else "".join(parts)


def _line(node: nodes.Element) -> int:
    return node.line or next((found.line for found in node.findall(nodes.Element) if found.line), 0)
