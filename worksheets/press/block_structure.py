"""The structure tree of a block, from WeasyPrint's, with what that leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pydyf
from weasyprint.pdf import tags

from .typeset_child import foreign_parts

PT = 0.75  # points in a CSS pixel
FRAME = "data-frame"  # on an element that is there for style only: what holds it is a frame of the sheet
SILENT = ("/NonStruct", "/Span", "/Div")  # structure types that say nothing by themselves
SCOPES = {"row": "Row", "rowgroup": "Row"}  # of table heads; all others are those of columns

_build = tags._build_box_tree


def watch_structure(root: Any) -> None:
    """Have WeasyPrint say in the structure what it leaves out: languages, scopes, what is read aloud for a sign.

    :param root: of a document whose blocks are elements of the class "press-block", each with its language.
    """
    foreign: dict[Any, str] = {}
    for element in root.iter():
        if element.get("class") == "press-block":
            foreign.update(foreign_parts(element))

    def build(box: Any, *further: Any) -> Iterator[Any]:
        element = getattr(box, "_box", box).element
        for part in _build(box, *further):
            if element is not None:
                _describe(part, element, foreign.get(element, ""))
            yield part

    tags._build_box_tree = build


def structure_of(
    wrapper: Any, boxes: dict[Any, Any], marks: Mapping[int, int], empty: Collection[int], links: Mapping[Any, Any]
) -> dict[str, Any]:
    """Give the elements of a block, the element that holds each marked content, and its links, as JSON has them.

    :param wrapper: the box of the block.
    :param boxes: the marked content that WeasyPrint has drawn for each box below; emptied.
    :param marks: the number in the block of each marked content.
    :param empty: marked content that was left out because it shows nothing.
    :param links: target and rectangle of each box that is a link.
    """
    tree = _Tree(marks, empty)
    root = pydyf.Dictionary({"S": "/Div", "K": pydyf.Array()})
    tree.add_object(root)
    for box, (target, rect) in links.items():
        box.link_annotation = pydyf.Dictionary({"Link": [rect, target, _words(box)]})
        tree.add_object(box.link_annotation)
    # WeasyPrint itself puts nested lists into the element that it is given, the others are for us to put there.
    for part in list(tags._build_box_tree(wrapper, root, tree, 0, {}, [], boxes)):
        root["K"].append(part.reference)
    tree.list_below(root, -1)
    return {"elements": tree.elements, "marked": tree.marked, "links": tree.links}


class _Tree:
    """Stands for the PDF while the tree is built, then lists its elements, without those that say nothing."""

    def __init__(self, marks: Mapping[int, int], empty: Collection[int]) -> None:
        self.page_references = [b"page"]
        self.objects: dict[bytes, Any] = {}
        self.marks, self.empty = marks, empty
        self.elements: list[list[Any]] = []
        self.marked = [-1] * len(marks)
        self.links: list[list[Any]] = []

    def add_object(self, item: Any) -> None:
        """Number an object, as a PDF would."""
        item.number = len(self.objects) + 1
        self.objects[item.reference] = item

    def list_below(self, part: Any, holder: int) -> list[list[Any]]:
        """List what a structure element holds, and give it as kids of the element with this index."""
        kids: list[list[Any]] = []
        for kid in part["K"]:
            if isinstance(kid, int):
                if kid not in self.empty:
                    kids.append(["marked", self.marks[kid]])
                    self.marked[self.marks[kid]] = holder
            elif (below := self.objects[kid]).get("Type") == "/OBJR":
                kids.append(["link", len(self.links)])
                self.links.append(self.objects[below["Obj"]]["Link"])
            elif self._silent(below):
                kids += self.list_below(below, holder)
            else:
                kids += self._listed(below, holder)
        return kids

    def _listed(self, part: Any, holder: int) -> list[list[Any]]:
        tag = {"/Div": "P", "/NonStruct": "Span"}.get(part["S"], part["S"][1:])
        index = len(self.elements)
        element: list[Any] = [tag, holder, [], part.get("Entries", ""), part.get("BBox")]
        self.elements.append(element)
        element[2] = self.list_below(part, index)
        if not element[2] and tag not in ("TD", "TH"):  # a row has its cells, empty ones too
            self.elements.pop()
            return []
        return [["element", index]]

    def _silent(self, part: Any) -> bool:
        if "Frame" in part:
            return True
        if part["S"] not in SILENT or "Entries" in part:
            return False
        return part["S"] != "/Div" or not self._has_text(part)

    def _has_text(self, part: Any) -> bool:
        """Whether an element holds text itself, and not only elements that do."""
        for kid in part["K"]:
            if isinstance(kid, int):
                return kid not in self.empty
            if self.objects[kid].get("S") in ("/NonStruct", "/Span") and self._has_text(self.objects[kid]):
                return True
        return False


def _describe(part: Any, element: Any, language: str) -> None:
    if "Described" in part:  # an element within, of the same HTML element, was given first
        return
    part["Described"] = True
    if element.get(FRAME) is not None:
        part["Frame"] = True
    entries = f"/Lang{text_string(language)}" if language else ""
    if part["S"] == "/Figure":
        entries += f"/Alt{text_string(part['Alt'].string)}" if "Alt" in part else ""
        part["BBox"] = [PT * value for value in part["A"]["BBox"]]
    elif part["S"] in ("/TH", "/TD"):
        scope = f"/Scope/{SCOPES.get(element.get('scope', ''), 'Column')}" if part["S"] == "/TH" else ""
        spans = "".join(f"/{name} {part['A'][name]}" for name in ("ColSpan", "RowSpan") if name in part["A"])
        entries += f"/A<</O/Table{scope}{spans}>>" if scope or spans else ""
    elif element.get("role") == "img" and element.get("aria-label"):
        entries += f"/Alt{text_string(element.get('aria-label'))}"
        part["S"] = "/Span"
    if entries:
        part["Entries"] = entries


def _words(box: Any) -> str:
    """Give the text in a box."""
    if text := getattr(box, "text", ""):
        return str(text)
    return "".join(map(_words, getattr(box, "children", ())))


def text_string(text: str) -> str:
    """Write a text string of a PDF (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
