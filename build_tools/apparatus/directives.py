"""The directives of the apparatus."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..collected import Listing
from ..nodes import FactNode
from ..sources import source_at
from .boxes import BOXES, LEVELS, REVIEW, Box, heading
from .misuse import misuse
from .nodes import AnswersNode, BoxNode, BoxTitle, LevelNode


class BoxDirective(SphinxDirective):
    """A box of the kind that the directive is called by.

    It declares no options, as ``FactDirective``: so a fence of colons in its first line is no option.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any] | None] = None

    def run(self) -> list[nodes.Node]:
        """Read what the box holds, and note what it must not hold."""
        box = BOXES[self.name]
        source, line = self.get_source_info()
        place = source_at(self.env, source, line)
        chapter = self.env.get_domain("fact").chapter(self.env.docname)  # type: ignore[attr-defined]
        given = " ".join(self.arguments[0].split()) if self.arguments else ""
        label, title = heading(box, given, self.config.worksheets_box_titles)
        words, messages = self.parse_inline(title)
        known = len(chapter.faults), len(chapter.entries)
        body = self.parse_content_to_nodes()
        marked = {entry.anchor: entry for entry in chapter.entries[known[1] :]}
        if len(chapter.faults) == known[0]:  # while a mark is at fault, nobody can say what it would be
            chapter.faults += misuse(self.env, box, place, body, marked)
        if box.name == REVIEW:
            body = _by_level(body, {anchor: entry.fact.level for anchor, entry in marked.items()})
        node = BoxNode("", BoxTitle("", "", *words), *body, kind=box.name, label=label)
        node.source, node.line = source, line
        if box.reader:
            node["data-for"] = box.reader
        _name(node, box, self.state.document)
        return [node, *messages]


class AnswersDirective(SphinxDirective):
    """``{answers}``: the keys of all questions in ``check-yourself``, by chapter."""

    option_spec: ClassVar[dict[str, Any] | None] = None

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when all chapters are known."""
        chapter = self.env.get_domain("fact").chapter(self.env.docname)  # type: ignore[attr-defined]
        chapter.listings.append(Listing("answers", False, source_at(self.env, *self.get_source_info())))
        node = AnswersNode("")
        self.set_source_info(node)
        return [node]


def _by_level(body: list[nodes.Node], levels: dict[str, int]) -> list[nodes.Node]:
    """Put questions under the names of their levels, in the author's order on each; all else goes first."""
    questions = [node for node in body if isinstance(node, FactNode) and node["ids"][0] in levels]
    others = [node for node in body if node not in questions]
    sorted_body = others
    for level, name in LEVELS.items():
        on_it = [node for node in questions if levels[node["ids"][0]] == level]
        if on_it:
            sorted_body += [LevelNode("", name), *on_it]
    return sorted_body


def _name(node: BoxNode, box: Box, document: nodes.document) -> None:
    """Give the box an id of its own: its title names it to those who hear the page."""
    number = 1
    while f"{box.name}-{number}" in document.ids:
        number += 1
    node["ids"].append(f"{box.name}-{number}")
    document.note_explicit_target(node)
