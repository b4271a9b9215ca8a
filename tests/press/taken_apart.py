"""A page that WeasyPrint has set, taken apart: one block, read as one paragraph, and the objects it needs."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from worksheets.press.blocks import Element, PdfObject, TypesetBlock

_BEGIN = re.compile(rb"1 0 0 -1 0 \S+ cm\nq\n0\.75 0 0 0\.75 0 0 cm\n")
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")


class TakenApart:
    """The first page of a file as a block."""

    def __init__(self, pdf: bytes) -> None:
        self.objects: dict[str, PdfObject] = {}
        self.fonts: dict[str, str] = {}
        with pikepdf.open(BytesIO(pdf)) as file:
            page = file.pages[0]
            self.size = (float(page.mediabox[2]), float(page.mediabox[3]))
            content = page.Contents.read_bytes()
            begin = _BEGIN.match(content)
            assert begin, content[:80]
            content, count = re.subn(
                rb"/MCID \d+", b"/MCID %d", content[begin.end() : -len(b"\nQ")].replace(b"%", b"%%")
            )
            self.fonts = {name[1:]: self._key(file, font) for name, font in page.Resources.Font.items()}
            resources = tuple(
                (category, name[1:], self._key(file, value))
                for category in ("XObject", "ExtGState")
                for name, value in page.Resources.get(f"/{category}", {}).items()
            )
        self.block = TypesetBlock(
            height=self.size[1],
            lead=0,
            content=content,
            marked=(0,) * count,
            elements=(Element("P", -1, tuple(("marked", index) for index in range(count))),),
            glyphs=dict.fromkeys(self.fonts, ()),
            resources=resources,
        )

    def _key(self, file: pikepdf.Pdf, value: pikepdf.Object) -> str:
        """Take up an object and all it refers to."""
        key = str(value.objgen[0]) if value.is_indirect else value.unparse().decode()
        if key not in self.objects:
            self.objects[key] = PdfObject(b"")  # known from here on, should anything refer back to it
            stream = value.read_raw_bytes() if isinstance(value, pikepdf.Stream) else None
            spelled = (value if stream is None else value.stream_dict).unparse(resolved=True)
            numbers = [int(number) for number in _REFERENCE.findall(spelled)]
            references = tuple(self._key(file, file.get_object(number, 0)) for number in numbers)
            body = _REFERENCE.sub(b"%d 0 R", spelled.replace(b"%", b"%%"))
            self.objects[key] = PdfObject(body, references, stream)
        return key
