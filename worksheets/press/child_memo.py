"""What WeasyPrint 70 would work out again and again for the same text and style, and here works out once."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from operator import itemgetter
from typing import Any

from .child_settings import OF_FONT, share_settings
from .mending import replace

# What the layout of a line depends on, but for its text and the room for it.
_OF_LINE = (
    "white_space", "direction", "letter_spacing", "word_spacing", "tab_size", "overflow_wrap", "word_break", "hyphens",
    "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone",
)  # fmt: skip
_SIDES = ("top", "right", "bottom", "left")
_USED = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"border_{side}_width" for side in _SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)


def remember_layout() -> Callable[[], None]:
    """Remember first lines of texts, heights of lines, used lengths, and what Pango is told of a style.

    All documents that the process lays out must have one configuration of fonts. Layout is mended before:
    ``typeset_child.mend_layout``.

    :return: forgets the lines, for when there is nothing more to lay out.
    """
    from weasyprint.layout import percent
    from weasyprint.text import line_break

    share_settings()
    lines: dict[tuple[Any, ...], Any] = {}
    # As child_lines.py mends it.
    replace(line_break, "split_first_line", _lines_once(line_break.split_first_line, lines), "39f79d8b")
    replace(line_break, "strut", _struts_once(line_break.strut), "b57885b7")
    replace(percent, "resolve_percentages", _lengths_once(percent.resolve_percentages), "71673078")
    return lines.clear


def _lines_once(split: Callable[..., Any], known: dict[tuple[Any, ...], Any]) -> Callable[..., Any]:
    style_of = itemgetter(*OF_FONT, *_OF_LINE)
    styles: dict[tuple[Any, ...], int] = {}

    def split_first_line(text: str, style: Any, context: Any, *room: Any, **further: Any) -> Any:
        # In drawings the families are a list.
        look = (tuple(style["font_family"]), style["text_decoration_line"] != "none", style_of(style))
        key = (text, styles.setdefault(look, len(styles)), room, *further.items())
        if (line := known.get(key)) is None:
            line = known[key] = split(text, style, context, *room, **further)
        # A layout is changed where it is drawn.
        return copy(line[0]), *line[1:]

    return split_first_line


def _struts_once(strut: Callable[[Any], Any]) -> Callable[[Any], Any]:
    style_of = itemgetter("font_family", *OF_FONT, "line_height")
    known: dict[tuple[Any, ...], Any] = {}

    def remembered_strut(style: Any) -> Any:
        key = style_of(style)
        if (found := known.get(key)) is None:
            found = known[key] = strut(style)
        return found

    return remembered_strut


def _lengths_once(resolve: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    from weasyprint.formatting_structure.boxes import Box, PageBox

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style = box.style
        if isinstance(box, PageBox) or style["border_collapse"] == "collapse":
            resolve(box, containing_block)
            return
        around = containing_block
        room = (around.width, around.height) if isinstance(around, Box) else tuple(around)
        known = style.__dict__.setdefault("used_lengths", {})
        if (used := known.get(room)) is None:
            resolve(box, containing_block)
            known[room] = {name: getattr(box, name) for name in _USED}
        else:
            vars(box).update(used)

    return resolve_percentages
