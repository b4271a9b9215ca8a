"""A font of a few letters, as a PDF has it."""

from __future__ import annotations

import zlib
from functools import cache
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from worksheets.press.blocks import PdfObject
from worksheets.press.fonts import font_folders

LETTERS = "".join(map(chr, range(32, 127))) + "äéОЛИлив"


@cache
def font() -> TTFont:
    """Source Sans 3, upright and regular, with :data:`LETTERS` only."""
    path = next(
        path for folder in font_folders() for path in folder.glob("SourceSans3*.ttf") if "Italic" not in path.name
    )
    variable = TTFont(path, recalcTimestamp=False)
    options = Options(layout_features=[], notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(variable)  # first, for of a few letters one weight is soon made
    return instantiateVariableFont(variable, {"wght": 400})


@cache
def font_objects() -> dict[str, PdfObject]:
    """The font as a PDF has it; its key is "font"."""
    file = BytesIO()
    font().save(file)
    units = font()["head"].unitsPerEm
    glyphs = {font().getGlyphID(name): char for char, name in font().getBestCmap().items()}
    widths = [round(font()["hmtx"][name][0] * 1000 / units) for name in font().getGlyphOrder()]
    pairs = "\n".join(
        f"<{glyph:04x}> <{chr(char).encode('utf-16-be').hex()}>" for glyph, char in sorted(glyphs.items())
    )
    to_unicode = f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{len(glyphs)} beginbfchar
{pairs}
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
    name = b"/AAAAAA+SourceSans3"
    return {
        "font": PdfObject(
            b"<</Type/Font/Subtype/Type0/BaseFont%b/Encoding/Identity-H/DescendantFonts[%%d 0 R]/ToUnicode %%d 0 R>>"
            % name,
            ("descendant", "to-unicode"),
        ),
        "descendant": PdfObject(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont%b"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/W[0%b]"
            b"/FontDescriptor %%d 0 R>>" % (name, str(widths).replace(",", "").encode()),
            ("descriptor",),
        ),
        "descriptor": PdfObject(
            b"<</Type/FontDescriptor/FontName%b/Flags 4/FontBBox[-300 -300 1200 1000]/ItalicAngle 0/Ascent 1000"
            b"/Descent -300/CapHeight 660/StemV 80/FontFile2 %%d 0 R>>" % name,
            ("file",),
        ),
        "file": stream(file.getvalue(), f"/Length1 {len(file.getvalue())}"),
        "to-unicode": stream(to_unicode.encode()),
    }


def stream(data: bytes, entries: str = "") -> PdfObject:
    packed = zlib.compress(data)
    return PdfObject(f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>".encode(), (), packed)
