"""How lines of text are drawn: what WeasyPrint 70 draws, without asking Pango again for what was drawn before."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from weasyprint.draw import text as draw_text
from weasyprint.text.ffi import pango

from .child_glyphs import Run, UnusualError, keep_font_keys, written
from .child_settings import SETTING
from .mending import replace

_SHORT = 32  # letters of lines that are worth remembering
_SIZE_IS_TOLD = 14802  # the version of Pango from which on it tells the size of a font


def draw_by_pieces() -> None:
    """Have lines of text drawn from pieces, where they are nothing but letters of a usual font."""
    keep_font_keys()
    whole_text, whole_line = draw_text.draw_text, draw_text.draw_first_line
    lines = _Lines()

    def draw_plain_text(stream: Any, box: Any, offset: float, overflow: str, ellipsis: Any) -> None:
        style = box.style
        if style["text_decoration_line"] != "none" or style["visibility"] != "visible":
            whole_text(stream, box, offset, overflow, ellipsis)
            return
        layout = box.pango_layout
        known = lines.of(stream).get(_look(layout, style)) if _is_usual(box, overflow, ellipsis) else None
        x, y = box.position_x, box.position_y + box.baseline
        place = SimpleNamespace(values=(1, 0, 0, -1, x, y))
        stream.set_color(style["color"])
        if known or not box.text.strip():
            stream.begin_text()
            if known:
                _show(stream, known, place)
            stream.end_text()
            return
        layout.reactivate(style)
        stream.begin_text()
        emojis = draw_text.draw_first_line(stream, box, overflow, ellipsis, place)
        stream.end_text()
        draw_text.draw_emojis(stream, style, x, y, emojis)
        layout.deactivate()

    def draw_line(stream: Any, box: Any, overflow: str, ellipsis: Any, matrix: Any) -> Any:
        if not _is_usual(box, overflow, ellipsis) or not box.text.strip():
            return whole_line(stream, box, overflow, ellipsis, matrix)
        layout = box.pango_layout
        known, look = lines.of(stream), _look(layout, layout.style)
        if (line := known.get(look)) is None:
            pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
            try:
                line = written(stream, layout)
            except UnusualError:
                return whole_line(stream, box, overflow, ellipsis, matrix)
            if look:
                known[look] = line
        _show(stream, line, matrix)
        return []

    replace(draw_text, "draw_text", draw_plain_text, "ebaf9623")
    replace(draw_text, "draw_first_line", draw_line, "1bb8eae6")


class _Lines:
    """Short lines that were drawn in the fonts of one document, by their looks: half of all are drawn again."""

    def __init__(self) -> None:
        self._fonts: Any = None
        self._known: dict[Any, list[Run]] = {}

    def of(self, stream: Any) -> dict[Any, list[Run]]:
        """Give those of the document that is drawn on a stream; those of the one before are forgotten."""
        if stream._fonts is not self._fonts:
            self._fonts, self._known = stream._fonts, {}
        return self._known


def _look(layout: Any, style: Any) -> tuple[Any, ...] | None:
    """Give all that the drawing of a short line depends on; nothing of one that is not to be remembered."""
    text, setting = layout.text, getattr(style, SETTING, None)
    if len(text) > _SHORT or "\t" in text or setting is None:
        return None
    spaces = layout.justification_spacing + style["word_spacing"] if " " in text or "\u00a0" in text else 0
    return text, setting, spaces, style["letter_spacing"], style["overflow_wrap"]


def _is_usual(box: Any, overflow: str, ellipsis: Any) -> bool:
    told = overflow != "ellipsis" and ellipsis == "none" and box.style["font_size"] >= 1e-6
    return bool(told and pango.pango_version() >= _SIZE_IS_TOLD)


def _show(stream: Any, line: list[Run], matrix: Any) -> None:
    stream.set_text_matrix(*matrix.values)
    for number, (font, size, glyphs) in enumerate(line, start=1):
        stream.set_font_size(font, size)
        if glyphs or number == len(line):
            stream.show_text(glyphs)
