"""How a PDF is written: what pydyf 0.13 and WeasyPrint 70 do with a hundred thousand objects, done with less work."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any

import pydyf
from weasyprint.document import Page

from .mending import replace

# The highest takes longer, for a book that is hardly smaller.
_PACKED = zlib.Z_DEFAULT_COMPRESSION


def write_swiftly() -> None:
    """Have the objects of a PDF written faster, and its pages kept as one text each until then."""
    to_bytes = _to_bytes(pydyf._to_bytes)
    replace(pydyf, "_to_bytes", to_bytes, "1cefd02c")
    _remember_references()
    _pack_pages()

    @cache
    def name(key: str) -> bytes:
        return b"/%s " % to_bytes(key)

    def data_of_dictionary(entries: Any) -> bytes:
        return b"<<" + b"".join([name(key) + to_bytes(value) for key, value in entries.items()]) + b">>"

    def data_of_array(entries: Any) -> bytes:
        return b"[" + b" ".join([to_bytes(entry) for entry in entries]) + b"]"

    def data_of_stream(stream: Any) -> bytes:
        content = b"\n".join([to_bytes(item) for item in stream.stream])
        extra = pydyf.Dictionary(stream.extra.copy())
        if stream.compress:
            extra["Filter"] = "/FlateDecode"
            content = zlib.compress(content, _PACKED)
        extra["Length"] = len(content)
        return b"\n".join((extra.data, b"stream", content, b"endstream"))

    replace(pydyf.Dictionary, "data", property(data_of_dictionary), "1a6ebf2b")
    replace(pydyf.Array, "data", property(data_of_array), "136a8449")
    replace(pydyf.Stream, "data", property(data_of_stream), "bdc2bc51")


def _to_bytes(usual: Any) -> Any:
    def to_bytes(item: Any) -> Any:
        kind = type(item)
        if kind is bytes:
            return item
        if kind is str:
            return item.encode("ascii")
        if kind is int:
            return b"%d" % item
        return usual(item)

    return to_bytes


def _remember_references() -> None:
    """List the pages of a PDF once; pydyf does so for each element of the structure, on each page."""
    listed = pydyf.PDF.page_references.fget

    def page_references(pdf: pydyf.PDF) -> tuple[bytes, ...]:
        found: tuple[bytes, ...] = getattr(pdf, "listed_pages", ())
        if len(found) != pdf.pages["Count"]:
            found = pdf.listed_pages = listed(pdf)
        return found

    replace(pydyf.PDF, "page_references", property(page_references), "060bf90a")


def _pack_pages() -> None:
    """Keep what is drawn on a page as one text, not as its thousands of words."""
    paint = Page.paint

    def packed(page: Page, stream: pydyf.Stream, *further: Any, **named: Any) -> None:
        paint(page, stream, *further, **named)
        stream.stream[:] = [b"\n".join(map(pydyf._to_bytes, stream.stream))]

    replace(Page, "paint", packed, "b2f0dcbd")
