"""Imposes made sheets and reads the result back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import pikepdf
from press.content_marks import read_marks
from press.made_blocks import FONTS, OBJECTS, figure, item, link, paragraph, sheet, table
from press.made_font import font
from press.structure_reader import ReadElement, read_structure

from worksheets.press.blocks import PlacedSheet, TypesetBlock
from worksheets.press.impose import impose

Told = tuple[str, tuple[Any, ...]]  # an element: its tag, and in order its texts, elements and links


FOOT = paragraph("ABCDE, 50% done")


def class_set() -> list[PlacedSheet]:
    """Two students' sheets with everything that a block can hold."""
    question = item(1)
    return [
        sheet(
            "ann",
            [paragraph("Rivers (and more)", "H1"), question, link("see Bob", "#bob"), figure()],
            [table(), link("read on", "https://example.org/ä?a=(1)"), paragraph("ОЛИ", entries="/Lang(ru)")],
            foot=FOOT,
        ),
        sheet("bob", [paragraph("Rivers", "H1"), question, item(2)], foot=FOOT),
    ]


def imposed(sheets: Iterable[PlacedSheet], **options: Any) -> BytesIO:
    """Impose sheets on A4 with the made font."""
    target = BytesIO()
    usual = {"title": "Rivers (50%)", "language": "en", "objects": OBJECTS, "fonts": FONTS}
    impose(target, sheets, **{**usual, **options})
    return target


def told(file: BytesIO) -> tuple[Told, ...]:
    """Give the structure with its texts, as it is read aloud."""
    with pikepdf.open(file) as pdf:
        texts = {
            (page.obj.objgen, number): _letters(codes)
            for page in pdf.pages
            for number, codes in read_marks(page).codes.items()
        }

        def tell(element: ReadElement) -> Told:
            kids: list[Any] = []
            for kid in element.kids:
                if isinstance(kid, ReadElement):
                    kids.append(tell(kid))
                elif isinstance(kid[0], int):
                    kids.append(f"link to {_target(pdf.get_object(kid))}")
                else:
                    kids.append(texts.get(kid, "a picture"))
            return (element.tag, tuple(kids))

        return tuple(tell(root) for root in read_structure(pdf).roots)


def texts_of(block: TypesetBlock) -> list[str]:
    """Give the text of each marked content sequence of a made block."""
    pieces = [piece.partition(b"EMC")[0] for piece in block.content.split(b"/MCID %d")[1:]]
    codes = [re.search(rb"\[<([0-9a-f]+)>\]", piece) for piece in pieces]
    return [_letters(found[1].decode()) if found else "a picture" for found in codes]


def _letters(codes: str) -> str:
    letters = {f"{font().getGlyphID(name):04x}": chr(char) for char, name in font().getBestCmap().items()}
    return "".join(letters[codes[place : place + 4]] for place in range(0, len(codes), 4))


def outline(parts: Sequence[Any], depth: int = 0) -> str:
    """Write what :func:`told` gives as lines, indented."""
    lines = ""
    for part in parts:
        if isinstance(part, str):
            lines += "  " * depth + f'"{part}"\n'
        elif len(part[1]) == 1 and isinstance(part[1][0], str):
            lines += "  " * depth + f'{part[0]} "{part[1][0]}"\n'
        else:
            lines += "  " * depth + f"{part[0]}\n" + outline(part[1], depth + 1)
    return lines


def _target(annotation: pikepdf.Object) -> str:
    return str(annotation.A.URI) if "/A" in annotation else bytes(annotation.Dest).decode()
