"""How lines are broken: a fault of WeasyPrint 70 mended, and fewer lines tried out than it does.

When it knows where a line ends it sets the line again with the next word, which only fits where the space behind it
makes the difference.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from .mending import rewrite

_SAFE = 0.2  # em; more than kerning between two words takes away

ffi.cdef("void pango_layout_line_index_to_x (PangoLayoutLine *line, int index, gboolean trailing, int *x_pos);")
_END = ffi.new("int *")  # where a word ends, in Pango's units


def mend_lines() -> None:
    """Mend how a text is parted into its first line and what is left.

    Where a text that ends with a space fits its line but for that space, and an element follows, WeasyPrint takes the
    text for one that cannot be broken, and puts the first syllable on a line of its own.
    """
    for function in (fits_without_last_space, may_follow):
        setattr(line_break, function.__name__, function)
    fits = "if resume_index is None and first_line_width <= max_width:"
    tries = "if space_collapse and second_line_text[break_point or -1] == ' ':"
    rewrite(
        line_break,
        "split_first_line",
        {
            fits: "if resume_index is None and (first_line_width <= max_width or fits_without_last_space("
            "text, max_width, style, context, justification_spacing)):",
            tries: f"{tries[:-1]} and may_follow(\n"
            "                layout, style, first_line_text, next_word, max_width - first_line_width):",
        },
    )


def fits_without_last_space(text: str, width: float, style: Any, context: Any, spacing: float) -> bool:
    """Tell whether a text that ends with a space fits a line without it."""
    if not text.endswith(" "):
        return False
    layout = line_break.create_layout(text.rstrip(" "), style, context, None, spacing)
    line, _ = layout.get_first_line()  # a line lives as long as its layout
    return bool(line_break.line_size(line, style)[0] <= width)


def may_follow(layout: Any, style: Any, line: str, word: str, room: float) -> bool:
    """Tell whether the first word of a layout's second line may yet stand on the first one, without a space behind it.

    :param room: what is left of the first line, which ends with a space that is not counted.
    """
    second = pango.pango_layout_get_line_readonly(layout.layout, 1)
    if not line or second == ffi.NULL:
        return True
    pango.pango_layout_line_index_to_x(second, second.start_index + len(word.encode()), False, _END)
    return bool(_END[0] * FROM_UNITS <= room + _SAFE * style["font_size"])
