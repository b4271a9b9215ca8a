"""Placed sheets become one tagged PDF (ISO 32000-1, 14.7 and 14.8), written as they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from .blocks import PdfObject, PlacedSheet
from .imposition import Imposition
from .pdf_writer import PdfWriter
from .sides import Side, units


def impose(
    target: BinaryIO,
    sheets: Iterable[PlacedSheet],
    *,
    title: str,
    language: str,
    objects: Mapping[str, PdfObject],
    fonts: Mapping[str, str],
    sides: Iterable[Side] | None = None,
    level: int = 6,
) -> int:
    """Write sheets as one PDF that is tagged as PDF/UA-1 asks; the same sheets give the same bytes.

    A sheet may be forgotten as soon as it is written, so ``sheets`` may be a generator. Only what tells a document's
    parts apart is kept: where each object stands, and the blocks, each once. A block is known again by its identity,
    so blocks that are equal should be one object.

    Structure is in the order of ``sheets`` and of the blocks on their pages, however these are arranged on paper.

    :param target: where the file goes; written from its current place, and not closed. After an error what stands
        there is no PDF.
    :param title: of the document; readers show it in place of the file's name.
    :param language: of the document, as in HTML.
    :param objects: what fonts and resources of blocks refer to, by key; those that no block needs are left out.
    :param fonts: for the name of each font in the content of blocks the key of its object.
    :param sides: how pages are arranged on paper, in the order of printing; their pages are counted through all
        sheets. If there are none, each page is a side of its own. What is kept grows with the number of sheets that
        share sides: one in a booklet, all of them in a pile to be cut.
    :param level: of zlib's compression; 1 takes half the time of 6 and a quarter more room.
    :return: the number of pages of the file.
    :raises ValueError: if sheets, blocks, links and sides contradict each other; the message says how.
    :raises TooManyObjectsError: if there are more sheets than one file can hold.
    """
    writer = PdfWriter(target, level=level)
    imposition = Imposition(writer, objects=objects, fonts=fonts)
    if sides is None:
        for sheet in sheets:
            imposition.add_sheet(sheet)
    else:
        for unit in units(sheets, sides):
            imposition.add_unit(unit)
    return imposition.finish(title=title, language=language)
