"""What WeasyPrint leaves out of a tagged PDF: page labels, artifacts, scopes of table heads, print flags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from .folios import Folios

_INLINE = (Name.Span, Name.NonStruct)
_PRINT = 4  # bit 3 of an annotation's flags (ISO 32000-1, 12.5.3)
_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")


def finish(pdf: bytes, folios: Folios, sheet_pages: int = 1) -> bytes:
    """Complete a book's PDF; the same file gives the same bytes.

    :param sheet_pages: blank pages are added until the number of pages is a multiple of this.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        document.Root.PageLabels = Dictionary(Nums=_page_labels(folios))
        document.Root.PageMode = Name.UseOutlines
        root = document.Root.StructTreeRoot
        elements = list(_structure(root))
        for element, kind, kids in elements:
            kids = _without_empty(element, kids)
            if kind == Name.TH:
                _set_scope(element)
            elif kind == Name.Figure:
                _set_box(element)
            elif kind == Name.LI:
                _give_body(document, element, kids)
        in_tree = {element.objgen for element, _, _ in elements}
        owners = dict(zip(map(int, root.ParentTree.Nums[::2]), root.ParentTree.Nums[1::2], strict=True))
        for page in document.pages:
            _make_artifacts(page, owners.get(int(page.get("/StructParents", -1)), Array()), in_tree)
            for annotation in page.get("/Annots", ()):
                annotation.F = int(annotation.get("/F", 0)) | _PRINT
        while len(document.pages) % sheet_pages:
            _add_blank(document)
        out = BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _add_blank(document: pikepdf.Pdf) -> None:
    """Add an empty page with the boxes of the last one."""
    last = document.pages[-1]
    document.add_blank_page(page_size=(float(last.mediabox[2]), float(last.mediabox[3])))
    for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
        if box in last:
            document.pages[-1][box] = Array(list(last[box]))


def _page_labels(folios: Folios) -> Array:
    """Number front matter i, ii, iii and all that follows 1, 2, 3 (ISO 32000-1, 12.4.2)."""
    body = Dictionary(S=Name.D)
    if not folios.pages_before_body:
        return Array([0, body])
    return Array([0, Dictionary(S=Name.r), folios.pages_before_body, body])


def _structure(root: Object) -> Iterator[tuple[Dictionary, Object, list[Object]]]:
    """Go through all elements of the structure tree: each with its type and its kids."""
    waiting = _kids(root)
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Dictionary) and (kind := kid.get("/S")) is not None:
            kids = _kids(kid)
            yield kid, kind, kids
            waiting.extend(kids)


def _set_scope(head: Dictionary) -> None:
    """Say whether a head cell heads its column or its row; WeasyPrint lists heads in the data cells only."""
    in_head = head.P.get("/P", Dictionary()).get("/S") == Name.THead
    head.A = Dictionary(O=Name.Table, Scope=Name.Column if in_head else Name.Row)


def _set_box(figure: Dictionary) -> None:
    """Give the place of a figure in points from the lower edge; WeasyPrint gives CSS pixels from the upper one."""
    page = pikepdf.Page(figure.Pg)
    left, upper, right, lower = (float(edge) * 0.75 for edge in figure.A.BBox)
    height = float(page.trimbox[3]) - float(page.trimbox[1])
    figure.A.BBox = Array([round(edge, 3) for edge in (left, height - lower, right, height - upper)])


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


def _without_empty(element: Dictionary, kids: list[Object]) -> list[Object]:
    """Leave out spans without content: WeasyPrint makes one where an inline box begins at the end of a line."""
    full = [kid for kid in kids if not (isinstance(kid, Dictionary) and kid.get("/S") in _INLINE and not _kids(kid))]
    if len(full) < len(kids):
        element.K = Array(full)
    return full


def _give_body(document: pikepdf.Pdf, item: Dictionary, kids: list[Object]) -> None:
    """Put what stands beside the label of a list item into a body (ISO 32000-1, 14.8.4.3.3)."""
    labels: list[Object] = []
    others: list[Object] = []
    for kid in kids:
        kind = kid.get("/S") if isinstance(kid, Dictionary) else None
        if kind == Name.LBody:
            return
        (labels if kind == Name.Lbl else others).append(kid)
    if others:
        body = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array(others)))
        for kid in others:
            if isinstance(kid, Dictionary) and "/S" in kid:
                kid.P = body
        item.K = Array([*labels, body])


def _make_artifacts(page: pikepdf.Page, owners: Object, in_tree: set[tuple[int, int]]) -> None:
    """Mark running heads and folios as no part of the text.

    WeasyPrint gives them elements, but leaves these outside the tree: a screen reader finds content without a place.

    :param owners: the page's elements by the number of their marked content.
    """
    outside = [number for number, owner in enumerate(owners) if owner is None or owner.objgen not in in_tree]

    def mark(match: re.Match[bytes]) -> bytes:
        return b"/Artifact <</Type /Pagination>> BDC" if int(match[1]) in outside else match[0]

    if outside:
        page.Contents.write(_MARKED.sub(mark, page.Contents.read_bytes()))
        for number in outside:
            owners[number] = None
