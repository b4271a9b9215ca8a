"""The numbers of the questions of a chapter, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes

from ..collected import Asked
from ..nodes import FactNode
from .nodes import BoxNode


def number_questions(document: nodes.document, names: Mapping[str, str]) -> list[Asked]:
    """Number the questions of a chapter from 1, within boxes and outside, and note the numbers in their nodes.

    :param names: anchors of facts, with their names.
    """
    questions = [node for node in document.findall(FactNode) if node["kind"] == "question"]
    asked: list[Asked] = []
    for number, node in enumerate(questions, start=1):
        anchor = str(node["ids"][0])
        box = _box_around(node)
        kind, box_anchor = (str(box["kind"]), str(box["ids"][0])) if box is not None else ("", "")
        node["name"], node["number"], node["box"] = names[anchor], number, kind
        opens = box is not None and _opens_section(box)
        asked.append(Asked(names[anchor], anchor, number, kind, box_anchor, opens))
    return asked


def _box_around(node: nodes.Node) -> BoxNode | None:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, BoxNode):
            return node
    return None


def _opens_section(box: BoxNode) -> bool:
    """Tell whether nothing but headings and other boxes stands before a box in its section of the second level."""
    part: nodes.Element = box
    while not isinstance(part, nodes.section) or isinstance(part.parent.parent, nodes.section):
        around = part.parent
        before = around.children[: around.index(part)]
        if not all(isinstance(other, nodes.Titular | nodes.Invisible | BoxNode) for other in before):
            return False
        part = around
    return True
