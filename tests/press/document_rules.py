"""What a tagged document as a whole must have (ISO 14289-1, 7.1, 7.2, 7.18, 7.21; ISO 32000-1, 12.3)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from press.structure_reader import number_tree

Key = tuple[int, int]


def document_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Look at catalogue, metadata, bookmarks, page labels and fonts."""
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "the document has no language"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "the document does not say that it is tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "readers are not told to show the title"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if not metadata.get("dc:title", ""):
            yield "the metadata have no title"
        if metadata.get("pdfuaid:part") != "1":
            yield "the metadata do not say PDF/UA-1"
    pages = {page.obj.objgen for page in pdf.pages}
    yield from _outline_faults(pdf, pages)
    yield from _label_faults(pdf)
    fonts: dict[Key, pikepdf.Object] = {}
    for page in pdf.pages:
        _gather_fonts(page.obj.get("/Resources"), fonts)
    for font in fonts.values():
        yield from _font_faults(font)


def leads_to(pdf: pikepdf.Pdf, destination: pikepdf.Object | None) -> Key | None:
    """Give the page that a destination, explicit or named, leads to."""
    if isinstance(destination, pikepdf.String | pikepdf.Name):
        names = pikepdf.NameTree(pdf.Root.Names.Dests) if "/Dests" in pdf.Root.get("/Names", {}) else {}
        destination = names.get(str(destination))
    if isinstance(destination, pikepdf.Dictionary):
        destination = destination.get("/D")
    return destination[0].objgen if isinstance(destination, pikepdf.Array) else None


def _outline_faults(pdf: pikepdf.Pdf, pages: set[Key]) -> Iterator[str]:
    outline = pdf.Root.get("/Outlines")
    if outline is None or "/First" not in outline:
        return
    shown = yield from _entry_faults(pdf, outline, pages)
    if int(outline.get("/Count", 0)) != shown:
        yield f"the outline counts {outline.get('/Count', 0)} bookmarks and shows {shown}"


def _entry_faults(pdf: pikepdf.Pdf, above: pikepdf.Object, pages: set[Key]) -> Iterator[str]:
    """Look at the bookmarks below one; return how many are shown."""
    shown, entry, before = 0, above.get("/First"), None
    while entry is not None:
        shown += 1
        if not str(entry.get("/Title", "")).strip():
            yield "a bookmark has no title"
        if entry.Parent.objgen != above.objgen or (entry.Prev.objgen if "/Prev" in entry else None) != before:
            yield f'the bookmark "{entry.Title}" has wrong neighbours'
        target = entry.get("/Dest", entry.get("/A", {}).get("/D"))
        if leads_to(pdf, target) not in pages:
            yield f'the bookmark "{entry.Title}" leads to no page'
        if "/First" in entry:
            below = yield from _entry_faults(pdf, entry, pages)
            if abs(int(entry.Count)) != below:
                yield f'the bookmark "{entry.Title}" counts {entry.Count} and has {below}'
            shown += below if int(entry.Count) > 0 else 0
        before, entry = entry.objgen, entry.get("/Next")
    if above.Last.objgen != before:
        yield "the last bookmark is not the last"
    return shown


def _label_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/PageLabels" in pdf.Root:
        faults: list[str] = []
        starts = [key for key, _ in number_tree(pdf.Root.PageLabels, faults, "page labels")]
        yield from faults
        if not starts or starts[0] != 0 or starts[-1] >= len(pdf.pages):
            yield f"page labels begin at {starts} of {len(pdf.pages)} pages"


def _gather_fonts(resources: pikepdf.Object | None, fonts: dict[Key, pikepdf.Object]) -> None:
    if resources is None:
        return
    fonts.update((font.objgen, font) for font in resources.get("/Font", {}).values())
    for form in resources.get("/XObject", {}).values():
        _gather_fonts(form.get("/Resources"), fonts)


def _font_faults(font: pikepdf.Object) -> Iterator[str]:
    name = font.get("/BaseFont", "without a name")
    if "/ToUnicode" not in font:
        yield f"font {name} has no ToUnicode"
    holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    if not any(f"/FontFile{kind}" in holder.get("/FontDescriptor", {}) for kind in ("", "2", "3")):
        yield f"font {name} is not embedded"
