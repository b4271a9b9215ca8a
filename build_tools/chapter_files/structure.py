"""The structure tree of a PDF from which pages were taken (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from .links import ObjectNumber, name_tree


def keep_structure(pdf: pikepdf.Pdf, pages: Collection[ObjectNumber], gone: Collection[ObjectNumber]) -> None:
    """Leave the elements that hold something of the pages that are left, and those around them.

    An element that goes over several pages keeps its part on these. A cell without content stands with its row.

    :param pages: object numbers of the pages that are left.
    :param gone: object numbers of links that were taken off these pages; their elements become spans.
    """
    root = pdf.Root.StructTreeRoot
    owners = _owners_left(pdf, root)
    pruning = _Pruning(pages, gone, _with_ancestors(owners))
    kids = [kid for kid in _listed(root.get("/K")) if pruning.keeps(kid, root)]
    root.K = Array(kids)
    root.ParentTree = Dictionary(Nums=Array([part for key in sorted(owners) for part in (key, owners[key])]))
    pruning.mend_references()
    if "/IDTree" in root:
        left = [pair for pair in name_tree(root.IDTree) if pair[1].objgen in pruning.kept]
        root.IDTree = Dictionary(Names=Array([part for pair in left for part in pair]))


class _Pruning:
    """One walk from the top of the tree down."""

    def __init__(
        self, pages: Collection[ObjectNumber], gone: Collection[ObjectNumber], holding: Collection[ObjectNumber]
    ) -> None:
        self._pages = pages
        self._gone = gone
        self._holding = holding  # elements that hold something of the pages
        self._referring: list[Dictionary] = []
        self.kept: set[ObjectNumber] = set()

    def keeps(self, kid: Object, parent: Object) -> bool:
        """Whether a kid stays; what is below it is taken out where it does not."""
        if not isinstance(kid, Dictionary):  # the number of marked content on the page of the parent
            return self._is_here(parent)
        if "/S" in kid:
            return self._keeps_element(kid)
        if kid.get("/Type") == Name.OBJR:
            return kid.Obj.objgen not in self._gone and self._is_here(kid, parent)
        return self._is_here(kid, parent)

    def _keeps_element(self, element: Dictionary) -> bool:
        if element.objgen not in self._holding and not self._is_here(element):
            return False
        self.kept.add(element.objgen)
        kids = _listed(element.get("/K"))
        left = [kid for kid in kids if self.keeps(kid, element)]
        if len(left) < len(kids):
            element.K = Array(left)
            if element.get("/S") == Name.Link and not any(map(_leads_somewhere, left)):
                element.S = Name.Span
        if "/Pg" in element and not self._is_here(element):
            del element["/Pg"]
        if "/Ref" in element:
            self._referring.append(element)
        return True

    def _is_here(self, *candidates: Object) -> bool:
        page = next((candidate.Pg for candidate in candidates if "/Pg" in candidate), None)
        return page is not None and page.objgen in self._pages

    def mend_references(self) -> None:
        """Take out references from element to element that lead to one that is gone."""
        for element in self._referring:
            element.Ref = Array([other for other in element.Ref if other.objgen in self.kept])
            if not len(element.Ref):
                del element["/Ref"]


def _leads_somewhere(kid: Object) -> bool:
    """Whether a kid of a link is the link itself."""
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _owners_left(pdf: pikepdf.Pdf, root: Object) -> dict[int, Object]:
    """Take from the tree of owners what belongs to the pages and to the links on them."""
    wanted = {int(page.StructParents) for page in pdf.pages if "/StructParents" in page}
    wanted |= {
        int(link.StructParent) for page in pdf.pages for link in page.get("/Annots", ()) if "/StructParent" in link
    }
    return {number: owner for number, owner in _number_tree(root.ParentTree) if number in wanted}


def _number_tree(node: Object) -> Iterator[tuple[int, Object]]:
    numbers = list(node.get("/Nums", ()))
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)
    for kid in node.get("/Kids", ()):
        yield from _number_tree(kid)


def _with_ancestors(owners: dict[int, Object]) -> set[ObjectNumber]:
    found: set[ObjectNumber] = set()
    for owner in owners.values():
        for holder in _listed(owner):
            element: Object | None = holder
            while isinstance(element, Dictionary) and "/S" in element and element.objgen not in found:
                found.add(element.objgen)
                element = element.get("/P")
    return found


def _listed(kids: Object | None) -> list[Object]:
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]
