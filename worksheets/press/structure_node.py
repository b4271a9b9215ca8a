"""Structure elements of a document as plain values, and what is to be changed about them once all pages are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

CALL = "::footnote-call"  # how the names of the pseudo-elements end that call a note
FOOTNOTES: tuple[Any, str] = (None, "@footnote")  # the source of what holds the notes of a page
HEADS = ("THead", "TFoot")  # repeated on each page of a table
_MAY_BE_EMPTY = frozenset({"TD", "TH"})
_BLOCKS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6"})
_HOLDERS = frozenset({"LI", "LBody", "TD", "TH", "Caption", "BlockQuote", "Div", "Sect"})
_LIST_PARTS = frozenset({"LI", "Caption"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: its page and its number there."""

    page: Any
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reference to an annotation, as the PDF has it."""

    reference: Any


@dataclass(eq=False, slots=True)
class Node:
    """One structure element."""

    kind: str  # its structure type
    source: tuple[Any, str] | None = None  # element of HTML, and its name with that of a pseudo-element
    entry: Any = None  # the dictionary of the PDF
    kids: list[Node | Mark | Annotation] = field(default_factory=list)

    @property
    def nodes(self) -> list[Node]:
        """Those of its kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """Give the node and all below it, in the order of reading."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()


def join_parts(node: Node, heads: list[tuple[Node, Node]]) -> None:
    """Make one element of what pages, columns and lines have parted.

    The head of a table is read once; what repeats it is left outside the tree.

    :param heads: filled with each head cell that is left out and the one that it repeats.
    """
    first: dict[tuple[Any, str], Node] = {}
    kept: list[Node | Mark | Annotation] = []
    for kid in _without_anonymous(node):
        if not isinstance(kid, Node) or kid.source is None or kid.source == node.source:
            kept.append(kid)
        elif kid.source not in first:
            first[kid.source] = kid
            kept.append(kid)
        elif kid.kind in HEADS:
            _drop(kid, first[kid.source], heads)
        else:
            _absorb(first[kid.source], kid)
    node.kids = kept
    for below in node.nodes:
        join_parts(below, heads)


def _without_anonymous(node: Node) -> Iterator[Node | Mark | Annotation]:
    """Give the kids of a node, those of its columns and the like in their place; these bear the node's own source."""
    for kid in node.kids:
        if isinstance(kid, Node) and kid.source is not None and kid.source == node.source and kid.kind != "LBody":
            yield from _without_anonymous(kid)
        else:
            yield kid


def _absorb(node: Node, further: Node) -> None:
    body, going_on = (next((kid for kid in part.nodes if kid.kind == "LBody"), None) for part in (node, further))
    if node.kind == "LI" and body and going_on:
        _absorb(body, going_on)
        further.kids.remove(going_on)
    node.kids += further.kids


def _drop(repeated: Node, kept: Node, heads: list[tuple[Node, Node]]) -> None:
    by_source = {node.source: node for node in kept.walk()}
    for node in repeated.walk():
        same = by_source.get(node.source)
        if same is not None:
            same.kids += [kid for kid in node.kids if isinstance(kid, Annotation)]
            if node.kind == "TH":
                heads.append((node, same))


def drop_silent(node: Node) -> None:
    """Leave out elements that say nothing: those that hold a piece of a line, and empty ones."""
    kept: list[Node | Mark | Annotation] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            drop_silent(kid)
            if kid.source is None:
                kept += kid.kids
            elif kid.kids or kid.kind in _MAY_BE_EMPTY:
                kept.append(kid)
        else:
            kept.append(kid)
    node.kids = kept


def lift_caption(table: Node) -> None:
    """Take a caption that stands as a row of the head out of it: it is the table's."""
    for head in [kid for kid in table.nodes if kid.kind == "THead"]:
        captions = [row for row in head.nodes if row.kind == "Caption"]
        head.kids = [row for row in head.kids if row not in captions]
        table.kids[:0] = captions
        if not head.kids:
            table.kids.remove(head)


def level_rows(table: Node) -> list[Node]:
    """Make plain cells of the heads of rows where a table would have more heads than cells, as one of two columns.

    Each is heard just before the few cells that it heads. Programs that check take so many heads for a table that was
    tagged by chance. Where no column has a head they stay.

    :return: the cells that were heads.
    """
    rows = [row for part in table.nodes if part.kind == "TBody" for row in part.nodes]
    headed = any(part.kind == "THead" for part in table.nodes)
    kinds = [cell.kind for part in table.nodes for row in part.nodes for cell in row.nodes]
    if not headed or kinds.count("TH") <= kinds.count("TD"):
        return []
    heads = [row.nodes[0] for row in rows if row.nodes and row.nodes[0].kind == "TH"]
    for head in heads:
        head.kind = "TD"
    return heads


def order_list(listing: Node) -> None:
    """Put lists that stand in a list into its items, and terms before what describes them as their labels."""
    kept: list[Node] = []
    for kid in [part for each in listing.nodes for part in ([each] if each.kind in _LIST_PARTS else _parts(each))]:
        name = kid.source[1] if kid.source else ""
        before = kept[-1] if kept and kept[-1].kind == "LI" else None
        if kid.kind not in _LIST_PARTS:
            if before is None:
                kept.append(before := Node("LI"))
            _body(before).kids.append(kid)
        elif name == "dd" and before is not None:
            _body(before).kids += [below for body in kid.nodes for below in body.kids]
        else:
            if name == "dt":
                for body in kid.nodes:
                    body.kind = "Lbl"
            kept.append(kid)
    listing.kids = list(kept)


def _parts(group: Node) -> list[Node]:
    """Take a group of a list apart, such as the ``div`` around a term and its description."""
    return group.nodes if group.kind == "Div" and all(kid.kind == "LI" for kid in group.nodes) else [group]


def _body(item: Node) -> Node:
    found = next((kid for kid in item.nodes if kid.kind == "LBody"), None)
    if found is None:
        # Whatever stands beside the label is what the item says.
        found = Node("LBody", kids=[kid for kid in item.kids if not (isinstance(kid, Node) and kid.kind == "Lbl")])
        item.kids = [kid for kid in item.kids if kid not in found.kids] + [found]
    return found


def place_notes(root: Node) -> None:
    """Put each footnote behind the paragraph that calls it, or at the end of the item or cell."""
    area = next((kid for kid in root.nodes if kid.source == FOOTNOTES), None)
    if area is None:
        return
    notes = {note.source[0]: note for note in area.nodes if note.source}
    for element, path in list(_calls(root, [])):
        if note := notes.pop(element, None):
            area.kids.remove(note)
            _place(note, path)
    if not area.kids:
        root.kids.remove(area)


def _calls(node: Node, path: list[Node]) -> Iterator[tuple[Any, list[Node]]]:
    """Find the calls of footnotes, each with the elements around it, from the outermost on."""
    if node.source and node.source[1].endswith(CALL):
        yield node.source[0], path
    for kid in node.nodes:
        yield from _calls(kid, [*path, node])


def _place(note: Node, path: list[Node]) -> None:
    for around, node in reversed(list(pairwise(path))):
        if node.kind in _BLOCKS:
            at = around.kids.index(node) + 1
            while at < len(around.kids) and isinstance(kid := around.kids[at], Node) and kid.kind == "Note":
                at += 1
            around.kids.insert(at, note)
            return
        if node.kind in _HOLDERS:
            node.kids.append(note)
            return
    path[0].kids.append(note)
