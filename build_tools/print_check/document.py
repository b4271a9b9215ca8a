"""Rules 6, 26, 27: what the PDF itself tells of fonts and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from .layout import Fault
from .rules import RULES

FAMILIES = ("Literata", "Source Sans 3", "Source Sans", "Noto Sans", "Noto Serif")  # the packaged ones


def fonts(pdf: Path) -> Iterator[Fault]:
    """Every font is in the file, and one of the book's own."""
    families = set()
    with pikepdf.open(pdf) as document:
        found = {
            str(font.BaseFont): font
            for page in document.pages
            for font in page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary()).values()
        }
        for name, font in sorted(found.items()):
            family = next((one for one in FAMILIES if _plain(name).startswith(_plain(one))), "")
            families.add(family)
            if not family:
                yield Fault(
                    26, 0, "", f"the font {name[1:]} is none of the book's own", "use signs that the book's fonts have"
                )
            if not _is_embedded(font):
                yield Fault(26, 0, "", f"the font {name[1:]} is not embedded", "use the packaged fonts")
    if len(families) > RULES[6].limits["families"]:
        yield Fault(6, 0, "", f"{len(families)} families of type", "use fewer")


def links(pdf: Path) -> Iterator[Fault]:
    """Every link within the book leads to a place that there is."""
    with pikepdf.open(pdf) as document:
        names = document.Root.get("/Names", pikepdf.Dictionary()).get("/Dests", pikepdf.Dictionary())
        known = {str(name) for name in _names(names)}
        for number, page in enumerate(document.pages, 1):
            for annotation in page.get("/Annots", ()):
                target = annotation.get("/Dest") or annotation.get("/A", pikepdf.Dictionary()).get("/D")
                if isinstance(target, pikepdf.String) and str(target) not in known:
                    yield Fault(
                        27, number, str(target), f"a link to {target}, which is nowhere", "name what is printed"
                    )


def _plain(name: str) -> str:
    return re.sub(r"^/[A-Z]{6}\+|[-_ /]", "", name).lower()


def _is_embedded(font: Any) -> bool:
    parts = [font, *font.get("/DescendantFonts", ())]
    descriptors = [part.FontDescriptor for part in parts if "/FontDescriptor" in part]
    return any(key in one for one in descriptors for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _names(node: Any) -> Iterator[Any]:
    yield from list(node.get("/Names", ()))[::2]
    for kid in node.get("/Kids", ()):
        yield from _names(kid)
