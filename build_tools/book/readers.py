"""For whom a part of the book is: ``data-for="teacher"`` on an element keeps it out of all other editions.

A node of docutils may say the same; in print it becomes an element that says it, on screen what is not the student's is
left out.
"""

from __future__ import annotations

from typing import Final, Literal

from docutils import nodes
from lxml.html import HtmlElement
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..printed import ON_PAPER
from .markup import elements, remove

Reader = Literal["student", "teacher"]

FOR: Final = "data-for"


def keep_for(root: HtmlElement, reader: Reader) -> None:
    """Take out of a document what is for other readers."""
    for element in list(elements(root)):
        if element is not root and element.get(FOR, reader) != reader:
            remove(element)


class PartsForReaders(SphinxPostTransform):
    """Hand nodes for one kind of readers on to the printed book, and keep those of others off the screen."""

    default_priority = 5  # before references are resolved and lists are filled in
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Go through the nodes that say for whom they are."""
        for node in list(self.document.findall(nodes.Element)):
            if FOR not in node:
                continue
            if self.app.builder.name in ON_PAPER:
                node.parent.insert(
                    node.parent.index(node), nodes.raw("", f'<div {FOR}="{_name(node)}">', format="html")
                )
                node.parent.insert(node.parent.index(node) + 1, nodes.raw("", "</div>", format="html"))
            elif node[FOR] != "student":
                node.parent.remove(node)


def _name(node: nodes.Element) -> str:
    return "".join(filter(str.isalnum, str(node[FOR])))
