"""The Sphinx domain ``fact``: what is marked in the chapters, and links to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from worksheets.facts import KINDS
from worksheets.problems import Problem

from .apparatus.numbering import number_questions
from .citing_places import citations_in
from .collected import Chapter, Entry
from .directives import FACT_DIRECTIVES
from .drawings import DRAWING_DIRECTIVES
from .drawn.picture import Picture
from .labels import LABELS
from .listings import LIST_DIRECTIVES
from .nodes import FactNode
from .places import place_of
from .roles import FactRole
from .sources import source_at
from .titles import title_of
from .typography import curly

_LOST_FENCE = re.compile(r"(?:`{3,}|~{3,}|:{3,})\{fact:\w+\}")
PAGE = "page"  # the role whose link the printed book turns into a page number


class FactDomain(Domain):
    """Holds a :class:`Chapter` for each document that marks, lists or mentions facts."""

    name = "fact"
    label = "Facts"
    object_types: ClassVar[dict[str, ObjType]] = {kind: ObjType(kind, "ref", PAGE, kind) for kind in KINDS}
    directives: ClassVar[dict[str, Any]] = {**FACT_DIRECTIVES, **LIST_DIRECTIVES, **DRAWING_DIRECTIVES}
    roles: ClassVar[dict[str, Any]] = {name: FactRole() for name in ("ref", PAGE, *KINDS)}
    initial_data: ClassVar[dict[str, Any]] = {"chapters": {}}
    data_version = 11  # to be raised with every new field of a fact or listing: Sphinx keeps facts from build to build
    root = Path()  # the folder of conf.py, set when a build begins; never pickled

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.pictures: dict[tuple[str, str], Picture | tuple[Problem, ...]] = {}  # of the facts as they are now

    @property
    def chapters(self) -> dict[str, Chapter]:
        """What each document adds, by document name."""
        chapters: dict[str, Chapter] = self.data["chapters"]
        return chapters

    def chapter(self, docname: str) -> Chapter:
        """What one document adds, made when first asked for."""
        return self.chapters.setdefault(docname, Chapter())

    def entries(self) -> Iterator[Entry]:
        """Every entry in the order of document names and lines, those of a doubled name included.

        The order does not depend on which documents were read first, or in which process.
        """
        for docname in sorted(self.chapters):
            yield from self.chapters[docname].entries

    def entry(self, name: str) -> Entry | None:
        """The fact of a name; the first of them where two bear it."""
        return next((entry for entry in self.entries() if entry.fact.id == name), None)

    def clear_doc(self, docname: str) -> None:
        """Forget a document before it is read again."""
        self.pictures.clear()
        self.chapters.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        self.pictures.clear()
        for docname, chapter in otherdata["chapters"].items():
            if docname in docnames:
                self.chapters[docname] = chapter

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note in which sections the facts of a document stand; only now are the ids of sections final."""
        sections = {
            anchor: tuple(_sections_around(node)) for node in document.findall(FactNode) for anchor in node["ids"]
        }
        self._note_lost_fences(env, docname, document)
        if cited := citations_in(document, lambda node: tuple(_sections_around(node))):
            self.chapter(docname).cited = cited
        if docname in self.chapters:
            chapter = self.chapter(docname)
            chapter.entries = [replace(entry, sections=sections.get(entry.anchor, ())) for entry in chapter.entries]
            chapter.asked = number_questions(document, {entry.anchor: entry.fact.id for entry in chapter.entries})

    def _note_lost_fences(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        # In Markdown a line of backticks opens a block only if no further backtick follows in that line.
        for text in document.findall(nodes.Text):
            paragraph = text.parent
            shown_as_code = isinstance(paragraph, nodes.literal | nodes.FixedTextElement)
            if not shown_as_code and (lost := _LOST_FENCE.search(text)):
                problem = Problem(
                    source_at(env, paragraph.source, paragraph.line),
                    f"“{lost[0]}” does not begin a mark, because its line holds another backtick",
                    "fence it with colons, “:::{fact:...}” and “:::”",
                    "fact.markup",
                )
                self.chapter(docname).faults.append(problem)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Turn a reference into a link; what points nowhere is told by ``report``, with its line.

        A link to a place ("section 3.2") has the class ``fact-page``; the printed book puts its page number there.
        """
        entry = self.entry(target)
        if entry is None:
            return None
        if not node.get("refexplicit"):
            words = place_of(env, entry).section_label if typ == PAGE else title_of(entry.fact)
            contnode = nodes.inline("", curly(env, words))
        contnode["classes"] = ["fact-page" if typ == PAGE else "fact-ref"]
        link = make_refnode(
            builder, fromdocname, entry.docname, entry.anchor, contnode, curly(env, title_of(entry.fact))
        )
        link["classes"] += contnode["classes"]
        link["fact"] = entry.fact.id
        return link

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Offer a fact for the role ``any``."""
        entry = self.entry(target)
        link = self.resolve_xref(env, fromdocname, builder, "ref", target, node, contnode)
        return [(f"fact:{entry.fact.kind}", link)] if entry and link else []

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """Name a kind as the search shows it: "Key term"."""
        return LABELS.get(type.lname) or type.lname.capitalize()

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Give every fact to the search and to ``objects.inv``."""
        for entry in self.entries():
            yield (entry.fact.id, title_of(entry.fact), entry.fact.kind, entry.docname, entry.anchor, 1)


def _sections_around(node: nodes.Node) -> Iterator[tuple[str, str]]:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.section):
            heading = node.next_node(nodes.title)
            yield node["ids"][0], heading.astext() if heading else ""
