"""A statement goes on with the paragraph before it, as sentences do."""

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
        """Put every statement into the paragraph before it, or into one of its own."""
        statements = [fact for fact in self.document.findall(FactNode) if fact["kind"] == "statement"]
        for statement in statements:
            before = _before(statement)
            if before is not None:
                statement.parent.remove(statement)
                before += [nodes.Text(" "), statement]
            else:
                paragraph = nodes.paragraph("", classes=[CLASS])
                paragraph.source, paragraph.line = statement.source, statement.line
                statement.parent.replace(statement, paragraph)
                paragraph += statement


def _before(node: nodes.Element) -> nodes.Element | None:
    index = node.parent.index(node)
    before = node.parent[index - 1] if index else None
    return before if isinstance(before, nodes.paragraph) else None
