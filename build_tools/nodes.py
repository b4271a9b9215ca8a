"""What a marked fact is in a document tree: a node of its kind with its texts as parts.

A part holds ordinary inline nodes, so that links and citations inside a fact resolve as they do elsewhere. Builders
that write HTML fill a template with the parts; for all others they become paragraphs and lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docutils import nodes


class FactNode(nodes.General, nodes.Element):
    """A marked fact. Attributes: ``kind``, ``ids``, ``certainty``, and what its template asks for."""


class FactPart(nodes.Part, nodes.TextElement):
    """One text of a fact, called by its attribute ``part``."""


class FactList(nodes.General, nodes.Element):
    """A place for a timeline, list of people or glossary; filled when all chapters are known."""


SAFE_SCHEMES = ("http:", "https:", "mailto:", "#")


def part(name: str, children: Iterable[nodes.Node] | str, **attributes: Any) -> FactPart:
    """Make a part of some inline nodes, or of a text."""
    content = [nodes.Text(children)] if isinstance(children, str) else list(children)
    made = FactPart("", "", *content, part=name, **attributes)
    _disarm(made)
    return made


def parts_called(fact: FactNode, name: str) -> list[FactPart]:
    """All parts of one name, in order."""
    return [child for child in fact.children if isinstance(child, FactPart) and child["part"] == name]


def capitalised(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """The same nodes, beginning with a capital."""
    return _with_first(children, lambda text: text[:1].upper() + text[1:])


def _with_first(children: Sequence[nodes.Node], change: Any) -> list[nodes.Node]:
    if not children:
        return []
    first = children[0]
    if isinstance(first, nodes.Text):
        return [nodes.Text(change(first.astext())), *children[1:]]
    if isinstance(first, nodes.TextElement) and first.children:
        copy = first.copy()
        copy += _with_first(first.children, change)
        return [copy, *children[1:]]
    return list(children)


def _disarm(made: FactPart) -> None:
    """Take out what an author of a fact has no use for and a worksheet could not print: raw HTML, script links."""
    for raw in list(made.findall(nodes.raw)):
        raw.parent.replace(raw, nodes.Text(raw.astext()))
    for reference in list(made.findall(nodes.reference)):
        target = str(reference.get("refuri", "")).strip().lower()
        if ":" in target.split("/")[0] and not target.startswith(SAFE_SCHEMES):
            reference.parent.replace(reference, reference.children)
