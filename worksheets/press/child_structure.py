"""The structure tree of a book, completed before WeasyPrint 70 writes it.

WeasyPrint makes one element for each page over which a part runs, leaves footnotes at the ends of pages, and knows no
notes, contents or indexes. Here each element of HTML becomes one element of the PDF, in the order of reading
(ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

from .mending import rewrite
from .structure_node import (
    CALL,
    FOOTNOTES,
    Annotation,
    Mark,
    Node,
    drop_silent,
    join_parts,
    level_rows,
    lift_caption,
    order_list,
    place_notes,
)

if TYPE_CHECKING:
    from weasyprint import Document

ROLE = "data-tag"  # the attribute by which HTML asks for a structure type for which it has no element
ROLES = frozenset({"Caption", "Index", "Note", "P", "Reference", "TOC", "TOCI"})
_PSEUDO = {CALL: "Reference", "::footnote-marker": "Lbl"}


def watch() -> None:
    """Have WeasyPrint note with each structure element what it is made from, and leave each page when it has its own.

    A page is drawn by then, and the elements of all pages need its memory. Text belongs to the element that it stands
    in, as that of a link does; WeasyPrint makes an element for each piece of a line. To be called before anything else
    follows how the tree is built.
    """
    rewrite(tags, "_build_box_tree", {"if tag == 'Link':": "if True:"})
    build = tags._build_box_tree

    def noting(box: Any, *further: Any) -> Iterator[Any]:
        real = getattr(box, "_box", box)  # a placeholder of what is positioned
        source = None if real.element is None else (real.element, real.element_tag)
        if isinstance(real, boxes.FootnoteAreaBox):
            source = FOOTNOTES
        for part in build(box, *further):
            if not hasattr(part, "source"):
                part.source = source
            yield part
        if isinstance(real, boxes.PageBox):
            _free(real)

    tags._build_box_tree = noting


def _free(page: boxes.PageBox) -> None:
    """Free the memory of a page's boxes, which hold each other in circles."""
    waiting = [page]
    while waiting:
        box = waiting.pop()
        waiting.extend(getattr(box, "children", ()))
        vars(box).clear()


def complete(document: Document, pdf: pydyf.PDF) -> None:
    """Rewrite the structure of a PDF that is about to be written: a finisher, as WeasyPrint calls it."""
    written = _Written(pdf)
    heads: list[tuple[Node, Node]] = []
    level: set[str] = set()  # names of cells that are no heads any more
    join_parts(written.root, heads)
    drop_silent(written.root)
    _give_roles(written.root)
    for node in list(written.root.walk()):
        if node.kind == "Table":
            lift_caption(node)
            level.update(str(cell.entry.pop("ID").string) for cell in level_rows(node))
        elif node.kind == "L":
            order_list(node)
    _name_heads(written.root, heads, level)
    place_notes(written.root)
    written.update()


def _give_roles(node: Node) -> None:
    """Set the types that the HTML asks for, and those of the parts of footnotes."""
    for kid in node.nodes:
        if kid.source and kid.source != node.source and kid.source[0] is not None:
            element, name = kid.source
            pseudo = name[name.find("::") :] if "::" in name else ""
            role = _PSEUDO.get(pseudo) if pseudo else element.get(ROLE)
            if role and (pseudo or role in ROLES):
                kid.kind = role
                kid.entry.pop("A", None)  # a cell's place in its table
            if kid.kind == "Note":
                kid.entry["ID"] = pydyf.String(f"note-{kid.entry.number}")
        _give_roles(kid)


def _name_heads(root: Node, repeated: list[tuple[Node, Node]], level: set[str]) -> None:
    """Have cells name the heads that are read, and not those that repeat them on later pages or are none."""
    names = {head.entry["ID"].string: kept.entry["ID"] for head, kept in repeated}
    for node in root.walk():
        if node.kind == "TD" and "Headers" in (place := node.entry["A"]):
            place["Headers"] = pydyf.Array(
                [names.get(head.string, head) for head in place["Headers"] if head.string not in level]
            )


class _Written:
    """The structure tree of a PDF of pydyf, read into nodes, to be written back."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._top = self._object(pdf.catalog["StructTreeRoot"])
        document = self._object(self._top["K"][0])
        self.root = self._read(document)

    def _object(self, reference: Any) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

    def _read(self, entry: Any) -> Node:
        node = Node(entry["S"][1:], getattr(entry, "source", None), entry)
        for kid in entry["K"]:
            if isinstance(kid, int):
                node.kids.append(Mark(entry["Pg"], kid))
            else:
                below = self._object(kid)
                node.kids.append(self._read(below) if "S" in below else Annotation(kid))
        return node

    def update(self) -> None:
        """Write the nodes into the PDF; marked content that none of them holds has none of them as its owner."""
        numbers = self._object(self._top["ParentTree"])["Nums"]
        owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
        pages = {page: number for number, page in enumerate(self._pdf.page_references)}
        for node in self.root.walk():
            if node.entry is None:
                node.entry = pydyf.Dictionary({"Type": "/StructElem"})
                self._pdf.add_object(node.entry)
        held: dict[int, set[int]] = {number: set() for number in pages.values()}
        tree: set[bytes] = set()
        for node in self.root.walk():
            entry, own = node.entry, node.entry.reference
            tree.add(own)
            entry["S"], entry["K"] = f"/{node.kind}", pydyf.Array()
            for kid in node.kids:
                if isinstance(kid, Node):
                    kid.entry["P"] = own
                    entry["K"].append(kid.entry.reference)
                elif isinstance(kid, Mark):
                    owners[pages[kid.page]][kid.number] = own
                    held[pages[kid.page]].add(kid.number)
                    entry["K"].append(kid.number if kid.page == entry.get("Pg") else _mark(kid))
                else:
                    annotation = self._object(self._object(kid.reference)["Obj"])
                    owners[annotation["StructParent"]] = own
                    entry["K"].append(kid.reference)
        for page, numbers_held in held.items():
            for number in {*range(len(owners[page]))} - numbers_held:
                if owners[page][number] in tree:
                    owners[page][number] = "null"
        numbers[1::2] = owners.values()
        self._top["ParentTreeNextKey"] = len(owners)


def _mark(mark: Mark) -> pydyf.Dictionary:
    return pydyf.Dictionary({"Type": "/MCR", "Pg": mark.page, "MCID": mark.number})
