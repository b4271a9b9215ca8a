"""The contents of the book as a tree, from what Sphinx makes of its toctrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes


@dataclass(frozen=True)
class Entry:
    """A line of the contents with those below it."""

    text: str
    address: str
    children: tuple[Entry, ...] = ()


def entries(tree: nodes.Element, depth: int) -> tuple[Entry, ...]:
    """Read the resolved toctrees of the first document.

    :param depth: how many levels are wanted.
    """
    return tuple(entry for listed in _outer_lists(tree) for entry in _entries(listed, depth))


def _outer_lists(node: nodes.Element) -> Iterator[nodes.bullet_list]:
    for child in node.children:
        if isinstance(child, nodes.bullet_list):
            if any("toctree-l1" in item["classes"] for item in child.findall(nodes.list_item)):
                yield child
        elif isinstance(child, nodes.Element):
            yield from _outer_lists(child)


def _entries(listed: nodes.bullet_list, depth: int) -> Iterator[Entry]:
    if depth < 1:
        return
    for item in listed.children:
        link = next(iter(item.findall(nodes.reference)), None)
        if link is None or "://" in str(link.get("refuri", "://")):
            continue
        number = ".".join(map(str, link.get("secnumber") or ()))
        text = f"{number}. {link.astext()}" if number else link.astext()
        below = [
            entry
            for child in item.children
            if isinstance(child, nodes.bullet_list)
            for entry in _entries(child, depth - 1)
        ]
        yield Entry(text, str(link["refuri"]), tuple(below))
