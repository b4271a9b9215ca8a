"""Checks any tagged PDF: whether content, structure and annotations agree, and the rules of PDF/UA-1 that follow.

``python -m press.structure_checker FILE`` in the folder of the tests prints what is wrong with a file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pikepdf
from press.content_marks import marks_in_forms, read_marks
from press.document_rules import document_faults, leads_to
from press.structure_reader import ReadStructure, read_structure
from press.tag_rules import tag_faults


def faults(file: Path | BinaryIO) -> list[str]:
    """Find what is wrong with a tagged PDF, in words."""
    with pikepdf.open(file) as pdf:
        structure = read_structure(pdf)
        found = [*document_faults(pdf), *structure.faults]
        boxes = {page.obj.objgen: [float(edge) for edge in page.mediabox] for page in pdf.pages}
        roles = {name[1:] for name in pdf.Root.get("/StructTreeRoot", {}).get("/RoleMap", {})}
        found += tag_faults(structure, roles, boxes)
        keys: list[int] = []
        places: set[tuple[tuple[int, int], int]] = set()
        annotations: set[tuple[int, int]] = set()
        forms: set[str] = set()
        for number, page in enumerate(pdf.pages, start=1):
            marks = read_marks(page)
            places |= {(page.obj.objgen, mark) for mark in marks.ids}
            annotations |= {each.objgen for each in page.obj.get("/Annots", [])}
            own = [*marks.faults, *_page_faults(page, marks.ids, structure, keys)]
            own += _annotation_faults(pdf, page, structure, keys)
            found += [f"page {number}: {fault}" for fault in own]
            forms |= set(marks_in_forms(page.obj.get("/Resources")))
        found += sorted(forms)
        lost = [*(structure.marks.keys() - places), *(structure.objects.keys() - annotations)]
        found += [f"an element lists {place}, which is on no page" for place in sorted(lost, key=str)]
        if sorted(keys) != sorted(structure.parents):
            found.append("the keys of the ParentTree are not those of pages and annotations")
    return found


def _page_faults(page: pikepdf.Page, ids: list[int], structure: ReadStructure, keys: list[int]) -> Iterator[str]:
    """Compare the marked content of a page with what the structure says of it."""
    if sorted(ids) != list(range(len(ids))):
        yield f"marked content is not numbered from 0 to {len(ids) - 1}"
    listed: list[pikepdf.Object] = []
    if "/StructParents" in page.obj:
        keys.append(int(page.obj.StructParents))
        listed = list(structure.parents.get(keys[-1], []))
    if len(listed) != len(ids):
        yield f"the ParentTree lists {len(listed)} elements for {len(ids)} pieces of marked content"
    for number, element in enumerate(listed):
        owner = structure.marks.get((page.obj.objgen, number))
        if owner is None:
            yield f"marked content {number} is in no element"
        elif owner.key != element.objgen:
            yield f"the ParentTree gives marked content {number} to another element than {owner}"


def _annotation_faults(
    pdf: pikepdf.Pdf, page: pikepdf.Page, structure: ReadStructure, keys: list[int]
) -> Iterator[str]:
    """Look at the annotations of a page, above all its links."""
    notes = page.obj.get("/Annots", [])
    if len(notes) and page.obj.get("/Tabs") != "/S":
        yield "annotations are not visited in the order of the structure"
    for note in notes:
        owner = structure.objects.get(note.objgen)
        name = f"annotation {note.objgen[0]}"
        if "/StructParent" not in note or owner is None:
            yield f"{name} is not in the structure"
            continue
        keys.append(int(note.StructParent))
        if keys[-1] not in structure.parents or structure.parents[keys[-1]].objgen != owner.key:
            yield f"the ParentTree gives {name} to another element than {owner}"
        if note.get("/Subtype") != "/Link":
            continue
        if owner.tag != "Link":
            yield f"{name} is a link in {owner}"
        if not str(note.get("/Contents", "")).strip():
            yield f"{name} has no text"
        left, bottom, right, top = (float(edge) for edge in note.Rect)
        if left > right or bottom > top:
            yield f"{name} has its corners in the wrong order"
        target = note.get("/Dest", note.get("/A", {}).get("/D"))
        if target is not None and leads_to(pdf, target) not in {each.obj.objgen for each in pdf.pages}:
            yield f"{name} leads nowhere"


if __name__ == "__main__":
    print("\n".join(faults(Path(sys.argv[1]))))
