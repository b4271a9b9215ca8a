"""Statements that follow one another make one paragraph, as sentences do."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .nodes import FactNode

CLASS = "fact-statements"  # of the paragraph


class JoinStatements(SphinxPostTransform):
    """Gathers statements in paragraphs, where a builder writes HTML; each keeps its own anchor."""

    default_priority = 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put every run of statements into a paragraph."""
        statements = [fact for fact in self.document.findall(FactNode) if fact["kind"] == "statement"]
        for statement in statements:
            before = _before(statement)
            if before is not None and CLASS in before.get("classes", ()):
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
