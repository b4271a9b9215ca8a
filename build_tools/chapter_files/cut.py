"""One chapter cut out of a book's PDF."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from .links import drop_links, keep_destinations, keep_outline
from .structure import keep_structure


def cut(book: bytes, first: int, last: int, folio: int) -> bytes:
    """Cut pages out of a tagged PDF; the same pages give the same bytes.

    Bookmarks, destinations and structure of these pages stay, in a tree that is again whole. A link to a page that is
    not there becomes plain text, tagged as such. The title says which chapter of which book it is.

    :param first: the first physical page, from 1.
    :param last: the last one, included.
    :param folio: the number that is printed on the first page.
    """
    with pikepdf.open(BytesIO(book)) as pdf:
        del pdf.pages[last:]
        del pdf.pages[: first - 1]
        kept = {page.obj.objgen for page in pdf.pages}
        chapter = keep_outline(pdf, kept)
        names = keep_destinations(pdf, kept)
        gone = drop_links(pdf, kept, names)
        if "/StructTreeRoot" in pdf.Root:
            keep_structure(pdf, kept, gone)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=folio)]))
        _set_title(pdf, chapter)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _set_title(pdf: pikepdf.Pdf, chapter: str) -> None:
    """Put the chapter before the title of the book, in both places where a PDF has one."""
    book = str(pdf.docinfo.get("/Title", ""))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = " \N{EN DASH} ".join(filter(None, (chapter, book)))
