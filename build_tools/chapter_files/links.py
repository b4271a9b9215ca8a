"""What leads from place to place in a PDF from which pages were taken: destinations, bookmarks and links."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem

ObjectNumber = tuple[int, int]


def keep_destinations(pdf: pikepdf.Pdf, pages: Collection[ObjectNumber]) -> frozenset[str]:
    """Take out the named destinations on pages that are gone.

    :return: the names that are left.
    """
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return frozenset()
    kept = [(name, place) for name, place in name_tree(pdf.Root.Names.Dests) if _page_of(place) in pages]
    pdf.Root.Names.Dests = Dictionary(Names=Array([part for pair in kept for part in pair]))
    return frozenset(str(name) for name, _ in kept)


def name_tree(node: Object) -> Iterator[tuple[Object, Object]]:
    """Go through a tree of names and their values (ISO 32000-1, 7.9.6)."""
    names = list(node.get("/Names", ()))
    yield from zip(names[::2], names[1::2], strict=True)
    for kid in node.get("/Kids", ()):
        yield from name_tree(kid)


def keep_outline(pdf: pikepdf.Pdf, pages: Collection[ObjectNumber]) -> str:
    """Take out the bookmarks of pages that are gone.

    :return: the title of the first bookmark that is left, or nothing.
    """
    with pdf.open_outline() as outline:
        outline.root[:] = _kept(outline.root, pages)
        return str(outline.root[0].title) if outline.root else ""


def _kept(items: list[OutlineItem], pages: Collection[ObjectNumber]) -> list[OutlineItem]:
    found = []
    for item in items:
        item.children[:] = _kept(item.children, pages)
        if _page_of(item.destination) in pages:
            found.append(item)
        else:
            found += item.children
    return found


def drop_links(pdf: pikepdf.Pdf, pages: Collection[ObjectNumber], names: Collection[str]) -> frozenset[ObjectNumber]:
    """Take the links to places that are gone off the pages.

    :return: the object numbers of these links.
    """
    gone: set[ObjectNumber] = set()
    for page in pdf.pages:
        links = list(page.get("/Annots", ()))
        dead = {link.objgen for link in links if _is_dead(link, pages, names)}
        if dead:
            page.Annots = Array([link for link in links if link.objgen not in dead])
            gone |= dead
    return frozenset(gone)


def _is_dead(link: Object, pages: Collection[ObjectNumber], names: Collection[str]) -> bool:
    action = link.get("/A", Dictionary())
    place = link.get("/Dest", action.get("/D") if action.get("/S") == Name.GoTo else None)
    if place is None:
        return False
    return _page_of(place) not in pages if isinstance(place, Array) else str(place) not in names


def _page_of(place: Any) -> ObjectNumber | None:
    """Find the page of an explicit destination (ISO 32000-1, 12.3.2.2)."""
    if isinstance(place, Dictionary):
        place = place.get("/D")
    if isinstance(place, Array) and len(place) and isinstance(place[0], Dictionary):
        number: ObjectNumber = place[0].objgen
        return number
    return None
