"""The rules of single kinds of structure elements (ISO 32000-1, 14.8.4; ISO 14289-1, 7.2 to 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from press.structure_reader import ReadElement, ReadStructure

_STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT",
    "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
}  # fmt: skip
_ROW_GROUPS = {"THead", "TBody", "TFoot"}
# Which parents an element may have, where that is not free.
_PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", *_ROW_GROUPS},
    "TH": {"TR"},
    "TD": {"TR"},
    **{group: {"Table"} for group in _ROW_GROUPS},
}
_KIDS = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "Caption", *_ROW_GROUPS},
    "TR": {"TH", "TD"},
    **{group: {"TR"} for group in _ROW_GROUPS},
}


def tag_faults(structure: ReadStructure, roles: set[str], boxes: dict[tuple[int, int], list[float]]) -> Iterator[str]:
    """Look at all elements.

    :param roles: further types that the document maps to standard ones.
    :param boxes: the visible part of each page.
    """
    level = 0
    for element in structure.walk():
        yield from _common_faults(element, roles)
        if heading := re.fullmatch("H([1-6])", element.tag):
            if int(heading[1]) > level + 1:
                yield f"{element} follows a heading of level {level}"
            level = int(heading[1])
        elif element.tag == "Figure":
            yield from _figure_faults(element, boxes)
        elif element.tag == "Table":
            yield from _table_faults(element)
        elif element.tag == "TH" and not _attribute(element, "/Scope"):
            yield f"{element} has no Scope"
        elif element.tag == "Link" and not element.objects:
            yield f"{element} holds no link"


def _common_faults(element: ReadElement, roles: set[str]) -> Iterator[str]:
    if element.tag not in _STANDARD | roles:
        yield f"{element} is of no standard type"
    if not element.kids and element.tag not in ("TD", "TH"):
        yield f"{element} is empty"
    parent = element.parent.tag if element.parent else "the root"
    if parent not in _PARENTS.get(element.tag, {parent}):
        yield f"{element} stands in {parent}"
    if element.tag in _KIDS and (strange := {kid.tag for kid in element.elements} - _KIDS[element.tag]):
        yield f"{element} holds {', '.join(sorted(strange))}"
    if element.tag in _KIDS and len(element.elements) < len(element.kids):
        yield f"{element} holds content itself"


def _figure_faults(element: ReadElement, boxes: dict[tuple[int, int], list[float]]) -> Iterator[str]:
    if not str(element.source.get("/Alt", element.source.get("/ActualText", ""))).strip():
        yield f"{element} has no alternative text"
    box = _attribute(element, "/BBox")
    if box is None:
        yield f"{element} has no BBox"
        return
    left, bottom, right, top = (float(edge) for edge in box)
    page = boxes[element.source.Pg.objgen] if "/Pg" in element.source else [0, 0, 0, 0]
    near = 0.01  # points; edges are rounded
    inside = page[0] - near <= left and page[1] - near <= bottom and right <= page[2] + near and top <= page[3] + near
    if not (left < right and bottom < top and inside):
        yield f"{element} has a BBox that is not on its page: {left} {bottom} {right} {top}"


def _table_faults(element: ReadElement) -> Iterator[str]:
    rows = [row for group in element.elements for row in ([group] if group.tag == "TR" else group.elements)]
    rows = [row for row in rows if row.tag == "TR"]
    taken: dict[tuple[int, int], ReadElement] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row.elements:
            while (number, column) in taken:
                column += 1
            for down in range(int(_attribute(cell, "/RowSpan") or 1)):
                for across in range(int(_attribute(cell, "/ColSpan") or 1)):
                    if (number + down, column + across) in taken:
                        yield f"{cell} lies over another cell"
                    taken[number + down, column + across] = cell
    widths = [sum(1 for place in taken if place[0] == number) for number in range(len(rows))]
    if len(set(widths)) > 1 or any(place[0] >= len(rows) for place in taken):
        yield f"{element} has rows of {widths} cells"
    if not any(cell.tag == "TH" for row in rows for cell in row.elements):
        yield f"{element} has no TH"


def _attribute(element: ReadElement, name: str) -> pikepdf.Object | None:
    attributes = element.source.get("/A", [])
    for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return each[name]
    return None
