"""How lines are broken: a fault of WeasyPrint 70 mended, and fewer lines tried out than it does.

It sets twice as much text as a line holds to learn where the line ends, then the line with the next word, which only
fits where the space behind it makes the difference, then the line itself.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from .mending import rewrite

# Characters to try out for each em of a line's width, and more for the next word: of most type that is a line and a
# half. Where it is not enough there are as many as WeasyPrint takes, 4 for each em.
_IN_AN_EM = 2.6
_NEXT_WORD = 12
_SAFE = 0.2  # em; more than kerning between two words takes away
_SOFT_HYPHEN = "\xad"

ffi.cdef("void pango_layout_line_index_to_x (PangoLayoutLine *line, int index, gboolean trailing, int *x_pos);")
_END = ffi.new("int *")  # where a word ends, in Pango's units


def mend_lines() -> None:
    """Mend how a text is parted into its first line and what is left.

    Where a text that ends with a space fits its line but for that space, and an element follows, WeasyPrint takes the
    text for one that cannot be broken, and puts the first syllable on a line of its own.
    """
    for function in (fits_without_last_space, create_draft, may_follow):
        setattr(line_break, function.__name__, function)
    setting = "style, context, max_width, justification_spacing)"
    begins = f"layout = create_layout(\n            short_text, {setting}"
    fits = "if resume_index is None and first_line_width <= max_width:"
    tries = "if space_collapse and second_line_text[break_point or -1] == ' ':"
    rewrite(
        line_break,
        "split_first_line",
        {
            begins: f"layout, short_text = create_draft(\n            short_text, {setting}",
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


def create_draft(text: str, style: Any, context: Any, width: float, spacing: float) -> tuple[Any, str]:
    """Set as much of a text as tells where its first line ends, and which word comes next.

    :return: the layout, and what of the text it holds.
    """
    length = int(width / style["font_size"] * _IN_AN_EM) + _NEXT_WORD
    if length < len(text) and style["white_space"] == "normal" and _SOFT_HYPHEN not in text:
        draft = text[:length]
        layout = line_break.create_layout(draft, style, context, width, spacing)
        if _tells_next_word(layout, draft, style, width):
            return layout, draft
    return line_break.create_layout(text, style, context, width, spacing), text


def _tells_next_word(layout: Any, text: str, style: Any, width: float) -> bool:
    """Tell whether a layout has a whole line that fits, and a whole word behind it."""
    line, end = layout.get_first_line()
    if end is None or line_break.line_size(line, style)[0] > width:
        return False
    breaks = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    start = len(text.encode()[:end].decode()) + 1
    return any(breaks[place].is_line_break for place in range(start, len(text) - 2))


def may_follow(layout: Any, style: Any, line: str, word: str, room: float) -> bool:
    """Tell whether the first word of a layout's second line may yet stand on the first one, without a space behind it.

    :param room: what is left of the first line, which ends with a space that is not counted.
    """
    second = pango.pango_layout_get_line_readonly(layout.layout, 1)
    if not line or second == ffi.NULL:
        return True
    pango.pango_layout_line_index_to_x(second, second.start_index + len(word.encode()), False, _END)
    return bool(_END[0] * FROM_UNITS <= room + _SAFE * style["font_size"])
