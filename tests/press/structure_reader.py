"""Reads the structure tree of a PDF into plain values, noting what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Key = tuple[int, int]  # number and generation of an object


@dataclass
class ReadElement:
    """A structure element."""

    tag: str
    key: Key
    source: pikepdf.Object
    parent: ReadElement | None
    kids: list[ReadElement | tuple[Key, int] | Key] = field(default_factory=list)  # elements, page and mark, or objects

    def __str__(self) -> str:
        return f"{self.tag} (object {self.key[0]})"

    @property
    def elements(self) -> list[ReadElement]:
        """Those of its kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, ReadElement)]

    @property
    def objects(self) -> list[Key]:
        """Those of its kids that are annotations."""
        return [kid for kid in self.kids if not isinstance(kid, ReadElement) and isinstance(kid[0], int)]

    def walk(self) -> Iterator[ReadElement]:
        """Give the element and all below it, in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()


@dataclass
class ReadStructure:
    """The whole tree."""

    roots: list[ReadElement] = field(default_factory=list)
    marks: dict[tuple[Key, int], ReadElement] = field(default_factory=dict)  # page and number -> element that lists it
    objects: dict[Key, ReadElement] = field(default_factory=dict)  # annotation -> element that refers to it
    parents: dict[int, pikepdf.Object] = field(default_factory=dict)  # the ParentTree
    faults: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[ReadElement]:
        """Give all elements in reading order."""
        for root in self.roots:
            yield from root.walk()


def read_structure(pdf: pikepdf.Pdf) -> ReadStructure:
    """Read structure tree and ParentTree."""
    structure = ReadStructure()
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        structure.faults.append("there is no structure tree")
        return structure
    for kid in _kids(root):
        structure.roots.append(_element(kid, None, root.objgen, structure))
    structure.parents = dict(number_tree(root.get("/ParentTree"), structure.faults, "ParentTree"))
    if root.get("/ParentTreeNextKey", 0) <= max(structure.parents, default=-1):
        structure.faults.append("ParentTreeNextKey is not above the keys of the ParentTree")
    return structure


def number_tree(node: pikepdf.Object | None, faults: list[str], name: str) -> list[tuple[int, pikepdf.Object]]:
    """Read a number tree, whose keys must rise and keep within their limits."""
    if node is None:
        faults.append(f"there is no {name}")
        return []
    nums = list(node.get("/Nums", []))
    pairs = [(int(key), value) for key, value in zip(nums[::2], nums[1::2], strict=True)]
    for kid in node.get("/Kids", []):
        below = number_tree(kid, faults, name)
        if [int(limit) for limit in kid.get("/Limits", [])] != [below[0][0], below[-1][0]]:
            faults.append(f"wrong limits in the {name}")
        pairs += below
    keys = [key for key, _ in pairs]
    if keys != sorted(set(keys)):
        faults.append(f"the keys of the {name} do not rise")
    return pairs


def _kids(source: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = source.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _element(source: pikepdf.Object, parent: ReadElement | None, above: Key, structure: ReadStructure) -> ReadElement:
    element = ReadElement(str(source.get("/S", "/nothing"))[1:], source.objgen, source, parent)
    if not source.is_indirect:
        structure.faults.append(f"{element} is no object of its own")
    if "/P" not in source or source.P.objgen != above:
        structure.faults.append(f"{element} names another parent than the one that holds it")
    own_page = source.get("/Pg")
    for kid in _kids(source):
        page = own_page
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            _claim(structure.objects, kid.Obj.objgen, element, structure)
            element.kids.append(kid.Obj.objgen)
            continue
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            page, kid = kid.get("/Pg", own_page), int(kid.MCID)
        if isinstance(kid, pikepdf.Dictionary):
            element.kids.append(_element(kid, element, source.objgen, structure))
        elif page is None:
            structure.faults.append(f"{element} has marked content but no page")
        else:
            place = (page.objgen, int(kid))
            _claim(structure.marks, place, element, structure)
            element.kids.append(place)
    return element


def _claim(table: dict[Any, ReadElement], place: Any, element: ReadElement, structure: ReadStructure) -> None:
    if place in table:
        structure.faults.append(f"{table[place]} and {element} both list {place}")
    table[place] = element
