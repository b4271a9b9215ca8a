"""The structure tree of a printed PDF with its texts, as a reader program gets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber
import pikepdf
from press.structure_reader import ReadElement, read_structure
from press.tag_rules import tag_faults


@dataclass
class Part:
    """One element: its structure type, what it says itself or below, and what else the PDF tells of it."""

    kind: str
    text: str = ""
    language: str = ""
    name: str = ""
    scope: str = ""  # of a head cell
    heads: tuple[str, ...] = ()  # names of the head cells of a cell
    parts: list[Part] = field(default_factory=list)

    def all(self, *kinds: str) -> list[Part]:
        """Find all parts below of some kinds, in the order of reading."""
        return [part for part in self._walk() if part.kind in kinds]

    def _walk(self) -> Iterator[Part]:
        for part in self.parts:
            yield part
            yield from part._walk()


def read_tree(file: Path) -> tuple[Part, list[str]]:
    """Read the tree of a file, and what is wrong with it by itself."""
    with pdfplumber.open(file) as drawn:
        texts: dict[tuple[int, int], str] = {}
        for number, page in enumerate(drawn.pages):
            for letter in page.chars:
                if letter.get("mcid") is not None:
                    key = number, letter["mcid"]
                    texts[key] = texts.get(key, "") + letter["text"]
    with pikepdf.open(file) as pdf:
        structure = read_structure(pdf)
        boxes = {page.obj.objgen: [float(edge) for edge in page.mediabox] for page in pdf.pages}
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

        def part(element: ReadElement) -> Part:
            entry = element.source
            place = entry.get("/A", pikepdf.Dictionary())
            found = Part(
                element.tag,
                language=str(entry.get("/Lang", "")),
                name=str(entry.get("/ID", "")),
                scope=str(place.get("/Scope", "")),
                heads=tuple(map(str, place.get("/Headers", ()))),
            )
            for kid in element.kids:
                if isinstance(kid, ReadElement):
                    found.parts.append(part(kid))
                    found.text += f" {found.parts[-1].text}"
                elif isinstance(kid[0], tuple):
                    found.text += " " + texts.get((pages[kid[0]], kid[1]), "")  # type: ignore[arg-type]
            found.text = " ".join(found.text.split())
            return found

        whole = Part("", parts=[part(root) for root in structure.roots])
        return whole, [*structure.faults, *tag_faults(structure, set(), boxes)]
