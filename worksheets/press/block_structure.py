"""The structure tree of a block, as WeasyPrint sees it and as the press keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

from .typeset_child import foreign_parts

PT = 0.75  # points in a CSS pixel
FRAME = "data-frame"  # marks an element that is there for style only: what holds it is a frame of the sheet
PASSED_OVER = ("NonStruct", "Span", "Div")  # say nothing by themselves
SCOPES = {"row": "Row", "col": "Column", "colgroup": "Column", "rowgroup": "Row"}


class BlockStructure:
    """Builds the structure of single blocks of a document that has been laid out.

    WeasyPrint's own builder does the work. What it leaves out is added here: languages, the scope of table heads, and
    what is to be read aloud in place of a drawn sign.

    :param root: the document; each block is an element of its own, with its language.
    """

    def __init__(self, root: Any) -> None:
        foreign: dict[Any, str] = {}
        for block in root.iter():
            if block.get("class") == "press-block":
                foreign.update(foreign_parts(block))
        original = ORIGINAL

        def build(box: Any, *further: Any) -> Iterator[Any]:
            element = getattr(box, "_box", box).element
            for part in original(box, *further):
                if element is not None and "seen" not in vars(part):
                    part.seen = True
                    describe(part, element, foreign.get(element, ""))
                yield part

        tags._build_box_tree = build

    def of(
        self, wrapper: Any, marks: dict[Any, Any], links: Mapping[Any, Any]
    ) -> tuple[list[Any], list[int], list[Any]]:
        """Give the elements of a block, the element of each marked content, and its links."""
        pdf = Numbers()
        root = pydyf.Dictionary({"S": "/Div", "K": pydyf.Array()})
        pdf.add_object(root)
        found: list[Any] = []
        for box, (target, rect) in links.items():
            box.link_annotation = pydyf.Dictionary({"Target": target, "Rect": rect, "Text": words(box)})
            pdf.add_object(box.link_annotation)
        order = {mark["mcid"] for mark in marks.values()}
        tops = list(tags._build_box_tree(wrapper, root, pdf, 0, {}, [], marks))
        for top in tops:
            root["K"].append(top.reference)
        elements: list[list[Any]] = []
        marked = [0] * len(order)
        Flattener(pdf, elements, marked, found).flatten(root, -1, "Div")
        return elements, marked, found


class Numbers:
    """Numbers objects as a PDF would."""

    def __init__(self) -> None:
        self.page_references = [b"page"]
        self.objects: dict[bytes, Any] = {}

    def add_object(self, item: Any) -> None:
        """Give an object its number."""
        item.number = len(self.objects) + 1
        self.objects[item.reference] = item


class Flattener:
    """Lists the elements below one, in reading order and without those that say nothing."""

    def __init__(self, pdf: Numbers, elements: list[list[Any]], marked: list[int], links: list[Any]) -> None:
        self.pdf, self.elements, self.marked, self.links = pdf, elements, marked, links

    def flatten(self, element: Any, at: int, tag: str) -> list[list[Any]]:
        """Give the kids of an element: of those passed over, their own."""
        kids: list[list[Any]] = []
        for kid in element["K"]:
            if isinstance(kid, int):
                kids.append(["marked", kid])
                if at >= 0:
                    self.marked[kid] = at
                continue
            item = self.pdf.objects[kid]
            if item.get("Type") == "/OBJR":
                annotation = self.pdf.objects[item["Obj"]]
                kids.append(["link", len(self.links)])
                self.links.append([annotation["Rect"], annotation["Target"], annotation["Text"]])
                continue
            kids += self._element(item, at)
        return kids

    def _element(self, item: Any, at: int) -> list[list[Any]]:
        tag = item["S"][1:]
        entries = item.get("Entries", "")
        if "Frame" in item or (tag in PASSED_OVER and not entries and not (tag == "Div" and self._holds_text(item))):
            return self.flatten(item, at, tag)
        tag = "P" if tag == "Div" else "Span" if tag == "NonStruct" else tag
        index = len(self.elements)
        own: list[Any] = [tag, at, [], entries, item.get("BBox")]
        self.elements.append(own)
        own[2] = self.flatten(item, index, tag)
        if not own[2]:
            # Only an element without content below it can be the last one of all.
            del self.elements[index:]
            return []
        return [["element", index]]

    def _holds_text(self, item: Any) -> bool:
        for kid in item["K"]:
            if isinstance(kid, int):
                return True
            below = self.pdf.objects[kid]
            if below.get("S", "")[1:] in PASSED_OVER[:2] and self._holds_text(below):
                return True
        return False


def describe(part: Any, element: Any, language: str) -> None:
    """Say in a structure element what WeasyPrint does not say."""
    tag = part["S"][1:]
    entries = ""
    if element.get(FRAME) is not None:
        part["Frame"] = True
    if language:
        entries += f"/Lang{text_string(language)}"
    if tag == "Figure":
        if "Alt" in part:
            entries += f"/Alt{text_string(part['Alt'].string)}"
        part["BBox"] = [PT * value for value in part["A"]["BBox"]]
    elif tag in ("TH", "TD"):
        scope = f"/Scope/{SCOPES.get(element.get('scope', ''), 'Column')}" if tag == "TH" else ""
        spans = "".join(f"/{name} {part['A'][name]}" for name in ("ColSpan", "RowSpan") if name in part["A"])
        if scope or spans:
            entries += f"/A<</O/Table{scope}{spans}>>"
    elif element.get("role") == "img" and element.get("aria-label"):
        entries += f"/Alt{text_string(element.get('aria-label'))}"
        part["S"] = "/Span"
    if entries:
        part["Entries"] = entries


def words(box: Any) -> str:
    """Give the text in a box."""
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(words(child) for child in getattr(box, "children", ()))


def text_string(text: str) -> str:
    """Write a PDF text string (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


ORIGINAL = tags._build_box_tree
