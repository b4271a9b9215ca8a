"""The pages of the book as XHTML that stands by itself: no script, nothing from elsewhere, no dead link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.entities import html5
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml import etree

from ..book.readers import FOR

XHTML, SVG, MATHML = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"
OPS = "http://www.idpf.org/2007/ops"

_LEFT_OUT = frozenset({"script", "noscript", "style", "link", "iframe", "object", "embed", "form", "base", "template"})
_LOADING = ("src", "srcset", "poster", "data", "background", "ping")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*;)")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_CASED = {name.lower(): name for name in ("viewBox", "preserveAspectRatio", "textLength", "lengthAdjust")}


@dataclass(frozen=True)
class Page:
    """A page of the book. Its tree may still be changed; all other values say what it is called."""

    name: str  # its file in the archive, such as "02-rivers.xhtml"
    root: Any

    @property
    def ids(self) -> frozenset[str]:
        """Every id of the page."""
        return frozenset(self.root.xpath("//@id"))

    @property
    def breaks(self) -> list[tuple[str, str]]:
        """Pages of the printed book that begin here: the number as printed, and the id."""
        marks = self.root.xpath("//*[@role='doc-pagebreak']")
        return [(mark.get("aria-label", "").removeprefix("page "), mark.get("id", "")) for mark in marks]

    @property
    def pictures(self) -> list[str]:
        """Files of the pictures, as they are called in the archive."""
        sources = (image.get("src", "") for image in self.root.iter(f"{{{XHTML}}}img"))
        return list(dict.fromkeys(_within(self.name, source) for source in sources))

    @property
    def properties(self) -> str:
        """What the package has to say of the page: "svg", "mathml", both or nothing."""
        found = {"svg": SVG, "mathml": MATHML}
        return " ".join(
            word for word, space in found.items() if next(self.root.iter(f"{{{space}}}*"), None) is not None
        )

    def has_class(self, name: str) -> bool:
        """Tell whether an element of the page has a class."""
        return bool(
            self.root.xpath("//*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} ")
        )

    def written(self) -> bytes:
        """Write the page."""
        return bytes(
            etree.tostring(self.root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>") + b"\n"
        )


def read_page(name: str, text: str) -> Page:
    """Read what a builder of HTML has written; raw HTML of an author that is no XHTML is put right."""
    text = _ENTITY.sub(lambda found: found[0] if found[1] in _OF_XML else html5.get(found[1], found[0]), text)
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        bare = re.sub(r"^<\?xml[^>]*>\s*|\sxmlns(?::epub)?=\"[^\"]*\"|\sxml:lang=\"[^\"]*\"", "", text)
        root = lxml.html.document_fromstring(bare)
        for element in root.iter():
            for attribute in set(element.attrib) & _CASED.keys():
                element.set(_CASED[attribute], element.attrib.pop(attribute))
        lxml.html.html_to_xhtml(root)
    _tidy(root)
    return Page(name, root)


def join_up(pages: Iterable[Page], files: Iterable[str]) -> list[str]:
    """Take out of the pages what would lead or load nowhere.

    :param files: the pictures that are there.
    :returns: what was taken out and the reader will miss, one line for each.
    """
    ids = {page.name: page.ids for page in pages}
    there = frozenset(files)
    missed = []
    for page in pages:
        for image in list(page.root.iter(f"{{{XHTML}}}img")):
            if _within(page.name, image.get("src", "")) not in there:
                missed.append(f"{page.name}: the picture {image.get('src')!r} is not in the book's own files")
                image.tag = f"{{{XHTML}}}span"
                image.text = image.get("alt") or ""
                image.attrib.clear()
        for link in list(page.root.iter(f"{{{XHTML}}}a")):
            _mend_link(page, link, ids)
    return missed


def _mend_link(page: Page, link: Any, ids: Mapping[str, frozenset[str]]) -> None:
    """Leave links to pages and places that are there, and those that lead to the network."""
    address = link.get("href")
    if address is None or urlsplit(address).scheme in {"http", "https", "mailto"}:
        return
    parts = urlsplit(address)
    target = _within(page.name, parts.path) if parts.path else page.name
    if parts.scheme or parts.netloc or target not in ids:
        del link.attrib["href"]
    elif parts.fragment and unquote(parts.fragment) not in ids[target]:
        link.set("href", parts.path or "#")
        if not parts.path:
            del link.attrib["href"]


def _within(page: str, address: str) -> str:
    """Name a file as the archive does; an address of the network stays, and is the name of none."""
    return address if ":" in address else normpath(join(dirname(page), unquote(address)))


def _tidy(root: Any) -> None:
    seen: set[str] = set()
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            if element.getparent() is not None:
                _take_out(element)
            continue
        name = etree.QName(element).localname
        local_style = name == "link" and element.get("rel") == "stylesheet" and ":" not in element.get("href", "")
        if (name in _LEFT_OUT and not local_style) or element.get(FOR, "student") != "student":
            _take_out(element)
            continue
        if name in ("svg", "math") and element.tag == f"{{{XHTML}}}{name}":
            for part in element.iter(f"{{{XHTML}}}*"):
                part.tag = f"{{{SVG if name == 'svg' else MATHML}}}{etree.QName(part).localname}"
        _tidy_attributes(element, name, seen)


def _tidy_attributes(element: Any, name: str, seen: set[str]) -> None:
    for attribute in list(element.attrib):
        remote = attribute in _LOADING and (name != "img" or attribute != "src")
        if remote or attribute.lower().startswith("on") or (attribute == "style" and "url(" in element.get("style")):
            del element.attrib[attribute]
    if (language := element.get("lang")) is not None:
        element.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    if element.get("role") == "doc-biblioentry":  # to be used no longer; docutils still writes it
        element.set("role", "listitem")
    if element.get("role") == "doc-pagebreak":
        element.set(f"{{{OPS}}}type", "pagebreak")
    if (own := element.get("id")) is not None:
        if own in seen:
            del element.attrib["id"]
        seen.add(own)


def _take_out(element: Any) -> None:
    """Take an element out, but leave the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
