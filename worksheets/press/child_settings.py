"""What Pango is told of a style, told once for all texts in it; WeasyPrint 70 tells it anew for each text.

It does so when lines are broken and again when they are drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from weasyprint.text import ffi as ffi_of_text
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango

from .mending import replace

OF_FONT = (
    "font_size", "font_style", "font_stretch", "font_weight", "font_kerning", "font_variant_ligatures",
    "font_variant_position", "font_variant_caps", "font_variant_numeric", "font_variant_alternates",
    "font_variant_east_asian", "font_feature_settings", "font_variation_settings", "font_language_override", "lang",
)  # fmt: skip
SETTING = "pango_setting"  # the attribute of a style that keeps what is made of it

ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")


@dataclass(frozen=True, slots=True, eq=False)
class _Setting:
    """A layout without text, and what was measured for it."""

    pattern: Any
    measured: dict[str, Any]


def share_settings() -> None:
    """Have each layout of a text begun as a copy of one without text, and texts handed to Pango as they are."""
    _share_layouts()
    replace(ffi_of_text, "unicode_to_char_p", _as_bytes, "c9ab2afb")
    replace(line_break, "line_size", _line_sizes(), "03fa04fd")


def _share_layouts() -> None:
    set_up = line_break.Layout.setup
    style_of = itemgetter(*OF_FONT, "direction")
    known: dict[tuple[Any, ...], _Setting] = {}

    def setting_of(style: Any) -> _Setting:
        # In drawings the families are a list.
        families, underlined = tuple(style["font_family"]), style["text_decoration_line"] != "none"
        look = (style.font_config, families, underlined, style_of(style))
        if (setting := known.get(look)) is None:
            layout = line_break.Layout.__new__(line_break.Layout)
            set_up(layout, style)
            measured = vars(layout)
            del measured["style"]
            setting = known[look] = _Setting(measured.pop("layout"), measured)
        setattr(style, SETTING, setting)
        return setting

    def setup(layout: Any, style: Any) -> None:
        setting = getattr(style, SETTING, None) or setting_of(style)
        vars(layout).update(setting.measured)
        layout.style = style
        layout.layout = ffi.gc(pango.pango_layout_copy(setting.pattern), gobject.g_object_unref)

    replace(line_break.Layout, "setup", setup, "fb227a55")


def _as_bytes(text: str) -> tuple[bytes, bytes]:
    """Give a text for Pango, which copies what it is given and ends a text at a zero."""
    encoded = text.encode().replace(b"\0", b"")
    return encoded, encoded


def _line_sizes() -> Callable[[Any, Any], tuple[float, float]]:
    extents = ffi.new("PangoRectangle *")

    def line_size(line: Any, style: Any) -> tuple[float, float]:
        pango.pango_layout_line_get_extents(line, ffi.NULL, extents)
        spacing = style["letter_spacing"]
        width = extents.width * FROM_UNITS
        return width if spacing == "normal" else width + spacing, extents.height * FROM_UNITS

    return line_size
