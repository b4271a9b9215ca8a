"""How a line of text is written in a PDF: as WeasyPrint 70 writes it, put together from pieces for each glyph.

WeasyPrint asks Pango's structures for each glyph of each line, field by field. Here a glyph of a font is worked out
once for each width that it is given, and looked up from then on.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import fonts
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango

from .mending import replace

Run = tuple[str, float, str]  # name and size of a font, and what it shows

_GLYPH = ffi.sizeof("PangoGlyphInfo")
_TOLD = ffi.offsetof("PangoGlyphInfo", "attr")  # bytes that say which glyph, how wide, and how far from its place

ffi.cdef("gpointer g_object_ref (gpointer object);")


class UnusualError(Exception):
    """A line that WeasyPrint itself has to write."""


def written(stream: Any, layout: Any) -> list[Run]:
    """Write a line: its fonts, each with its glyphs and what is between them.

    :raises UnusualError: if it has more than letters of usual fonts.
    """
    line, _ = layout.get_first_line()
    found: list[Run] = []
    before = None
    run = line.runs[0]
    while run != ffi.NULL:
        glyphs, pango_font = run.data.glyphs, run.data.item.analysis.font
        if pango_font != before:
            before = pango_font
            font, size = stream.add_font(pango_font)
            if font.bitmap or font.png or font.svg or font.colr:
                raise UnusualError
            pieces = vars(font).setdefault("pieces", {}).setdefault(size, {})
            found.append((font.hash, size, ""))
        told = ffi.buffer(glyphs.glyphs, glyphs.num_glyphs * _GLYPH)[:]
        parts = [found.pop()[2], "<"]
        for place in range(0, len(told), _GLYPH):
            glyph = told[place : place + _TOLD]
            if (piece := pieces.get(glyph)) is None:
                piece = pieces[glyph] = _piece(stream, font, size, run.data, place // _GLYPH, layout)
            parts.append(piece)
        string = "".join(parts)
        found.append((font.hash, size, string[:-1] if string[-1] == "<" else f"{string}>"))
        run = run.next
    return found


def _piece(stream: Any, font: Any, size: float, run: Any, place: int, layout: Any) -> str:
    """Write a glyph that stands between ``<`` and ``>``, with what moves it and the next one.

    The font learns of the glyph what it does not know yet: its width and its text.

    :raises UnusualError: if the font does not have the glyph, or if it stands higher or lower than others.
    """
    told = run.glyphs.glyphs[place]
    glyph, width, offset = told.glyph, told.geometry.width, told.geometry.x_offset / size
    if glyph == pango.PANGO_GLYPH_EMPTY:
        return f">{-width / size}<"
    if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG or told.geometry.y_offset:
        raise UnusualError
    if glyph not in font.to_unicode:
        font.to_unicode[glyph] = _text(run, place, layout)
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(run.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    before = f">{-offset}<" if offset else ""
    kerning = font.widths[glyph] + offset - width * 1000 * FROM_UNITS / size
    return f"{before}{glyph:04x}" + (f">{int(kerning)}<" if kerning else "")


def _text(run: Any, place: int, layout: Any) -> str:
    """Give the text that a glyph stands for."""
    item, clusters = run.item, run.glyphs.log_clusters
    leftwards = item.analysis.level % 2
    last = 0 if leftwards else run.glyphs.num_glyphs - 1
    end = item.length if place == last else clusters[place - 1 if leftwards else place + 1]
    encoded: bytes = layout.text.encode()
    return encoded[item.offset + clusters[place] : item.offset + end].decode()


def keep_font_keys() -> None:
    """Ask Pango once for what a font is; each is kept, so that no other one comes to its place in memory."""
    find = fonts.get_pango_font_key
    known: dict[int, tuple[Any, ...]] = {}

    def get_pango_font_key(font: Any) -> tuple[Any, ...]:
        place = int(ffi.cast("uintptr_t", font))
        if (key := known.get(place)) is None:
            gobject.g_object_ref(font)
            key = known[place] = find(font)
        return key

    replace(fonts, "get_pango_font_key", get_pango_font_key, "74cbeff1")
