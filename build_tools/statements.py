"""A statement goes on with the paragraph before it, as sentences do, or begins that behind it."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .nodes import FactNode

CLASS = "fact-statements"  # of a paragraph that begins with one


class JoinStatements(SphinxPostTransform):
    """Puts statements into paragraphs, where a builder writes HTML; each keeps its own anchor."""

    default_priority = 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put every statement into the paragraph before it, or into one that it begins."""
        statements = [fact for fact in self.document.findall(FactNode) if fact["kind"] == "statement"]
        for statement in statements:
            before = _neighbour(statement, -1)
            if before is not None:
                statement.parent.remove(statement)
                before += [nodes.Text(" "), statement]
            else:
                paragraph = nodes.paragraph("", classes=[CLASS])
                paragraph.source, paragraph.line = statement.source, statement.line
                statement.parent.replace(statement, paragraph)
                paragraph += statement
        for paragraph in [found for found in self.document.findall(nodes.paragraph) if CLASS in found["classes"]]:
            behind = _neighbour(paragraph, +1)
            if behind is not None and isinstance(paragraph[-1], FactNode) and not _is_title(behind):
                paragraph.parent.remove(behind)
                paragraph += [nodes.Text(" "), *behind.children]


def _neighbour(node: nodes.Element, step: int) -> nodes.paragraph | None:
    index = node.parent.index(node) + step
    neighbour = node.parent[index] if 0 <= index < len(node.parent) else None
    return neighbour if isinstance(neighbour, nodes.paragraph) else None


def _is_title(paragraph: nodes.paragraph) -> bool:
    return bool(paragraph["ids"]) or all(isinstance(child, nodes.strong) for child in paragraph)
