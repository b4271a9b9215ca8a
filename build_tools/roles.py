"""Roles: marked words, and references to facts."""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxRole

from .collected import Mention
from .sources import source_at


class MarkedWords(SphinxRole):
    """``{blank}`` and ``{value}``: words that a question may leave out, quietly marked for the reader."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Give the words, as an inline node of the role's class."""
        return [nodes.inline(self.rawtext, self.text, classes=[f"fact-{self.name.rpartition(':')[2]}"])], []


class FactRole(XRefRole):
    """``{fact:ref}``, ``{fact:page}`` and one role for each kind."""

    def __init__(self) -> None:
        # What points nowhere is told once, by ``report``, with its line and with the nearest name that there is.
        super().__init__(innernodeclass=nodes.inline, warn_dangling=False)

    def result_nodes(
        self, document: nodes.document, env: BuildEnvironment, node: nodes.Element, is_ref: bool
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Note what is mentioned, and where."""
        if is_ref and isinstance(node, pending_xref):
            source, line = self.get_source_info()
            chapter = env.get_domain("fact").chapter(env.docname)  # type: ignore[attr-defined]
            chapter.mentions.append(Mention(node["reftarget"], node["reftype"], source_at(env, source, line)))
        return [node], []
