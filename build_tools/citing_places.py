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
from .nodes import FactNode
from .places import place_at

Sections = Callable[[nodes.Node], tuple[tuple[str, str], ...]]


def citations_in(document: nodes.document, sections: Sections) -> list[Cited]:
    """List what a chapter cites for students, in its order.

    The sources of a fact stand for the fact itself: where it is printed as a note, they are left out.
    """
    found: list[Cited] = []
    for link in document.findall(pending_xref):
        if link.get("refdomain") != BIBTEX or not link["ids"]:
            continue
        above = list(_above(link))
        if any(node.get("data-for") for node in above):
            continue
        fact = next((node for node in above if isinstance(node, FactNode) and node["ids"]), None)
        anchor = (fact or link)["ids"][0]
        # A target is like "{see}key{, chapter 2},other": words before and behind a key stand in braces.
        keys = re.sub(r"\{[^}]*\}", "", link["reftarget"]).split(",")
        found += [Cited(key.strip(), anchor, sections(link)) for key in keys]
    return found


def citing_places(env: BuildEnvironment, docname: str) -> list[tuple[str, Place]]:
    """Give key and place of every citation in one document."""
    domain: Any = env.get_domain("fact")
    chapter = domain.chapters.get(docname)
    cited: list[Cited] = chapter.cited if chapter is not None else []
    return [(one.key, place_at(env, docname, one.anchor, one.sections)) for one in cited]


def documents_with_bibliography(env: BuildEnvironment) -> frozenset[str]:
    """Name the documents that hold a bibliography."""
    if known_keys(env) is None:
        return frozenset()
    domain: Any = env.get_domain(BIBTEX)
    return frozenset(key.docname for key in domain.bibliographies)


def _above(node: nodes.Node) -> Any:
    while node.parent is not None:
        node = node.parent
        yield node
