"""Where in the chapters each work of the bibliography is cited."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

from worksheets.facts import Place

from .citations import BIBTEX, known_keys
from .collected import Cited
from .drawings import FactDrawing, drawing_of, sources_below
from .drawn.picture import DrawingMark, Picture
from .nodes import FactNode, FactPart
from .places import place_at

Sections = Callable[[nodes.Node], tuple[tuple[str, str], ...]]


def citations_in(document: nodes.document, sections: Sections) -> list[Cited]:
    """List what a chapter cites for students, in its order.

    The sources of a fact stand for the fact itself, and those below a drawing for the drawing. A question shows none,
    so its own are left out.
    """
    found: list[Cited] = []
    for link in document.findall(nodes.Element):
        drawn, cites = isinstance(link, FactDrawing), isinstance(link, pending_xref) and link.get("refdomain") == BIBTEX
        if not drawn and not (cites and link["ids"]):
            continue
        above = list(_above(link))
        if any(node.get("data-for") for node in above):
            continue
        if drawn:
            anchor = next(figure["ids"][0] for figure in link.findall(nodes.figure))
            found.append(Cited("", anchor, anchor, sections(link), link["mark"]))
            continue
        fact = next((node for node in above if isinstance(node, FactNode) and node["ids"]), None)
        if fact is not None and fact["kind"] == "question" and any(_is_sources(node) for node in above):
            continue
        anchor = (fact or link)["ids"][0]
        # A target is like "{see}key{, chapter 2},other": words before and behind a key stand in braces.
        keys = re.sub(r"\{[^}]*\}", "", link["reftarget"]).split(",")
        found += [Cited(key.strip(), anchor, link["ids"][0], sections(link)) for key in keys]
    return found


def citing_places(env: BuildEnvironment, docname: str, on_paper: bool = False) -> list[tuple[str, Place]]:
    """Give key and place of every citation in one document.

    :param on_paper: whether the place is that of the citation itself, and not of the fact that it belongs to.
    """
    domain: Any = env.get_domain("fact")
    chapter = domain.chapters.get(docname)
    cited: list[Cited] = chapter.cited if chapter is not None else []
    return [
        (key, place_at(env, docname, one.printed if on_paper else one.anchor, one.sections))
        for one in cited
        for key in ([one.key] if one.drawing is None else _sources_named(domain, docname, one.drawing))
    ]


def _sources_named(domain: Any, docname: str, mark: DrawingMark) -> list[str]:
    picture = drawing_of(domain, docname, mark)
    return sources_below(mark, picture) if isinstance(picture, Picture) else []


def documents_with_bibliography(env: BuildEnvironment) -> frozenset[str]:
    """Name the documents that hold a bibliography."""
    if known_keys(env) is None:
        return frozenset()
    domain: Any = env.get_domain(BIBTEX)
    return frozenset(key.docname for key in domain.bibliographies)


def _is_sources(node: nodes.Node) -> bool:
    return isinstance(node, FactPart) and node["part"] == "sources"


def _above(node: nodes.Node) -> Any:
    while node.parent is not None:
        node = node.parent
        yield node
