"""How boxes are drawn that show nothing: most have no background, border or outline.

WeasyPrint 70 asks each of these a dozen times for what its style says. Here a style says it once for all its boxes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pydyf
from weasyprint.draw import border
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import background
from weasyprint.pdf.stream import Stream

from .mending import replace

_CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
_NOTHING = {"background": None} | dict.fromkeys(_CORNERS, (0, 0))
_WIDTHS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def pass_over_plain_boxes() -> None:
    """Have boxes that show nothing passed over where backgrounds are found, and borders and outlines are drawn."""
    find, draw_border, draw_outline = background.layout_box_backgrounds, border.draw_border, border.draw_outline

    def find_background(page: Any, box: Any, get_image: Any, layout_children: bool = True, style: Any = None) -> None:
        if style is not None or box is page or not _said(box.style, "plain", _is_plain):
            find(page, box, get_image, layout_children, style)
            return
        vars(getattr(box, "_box", box)).update(_NOTHING)  # boxes that are positioned stand behind a placeholder
        if layout_children:
            for child in box.all_children():
                find_background(page, child, get_image)

    def draw_some_border(stream: Any, box: Any) -> None:
        if any(getattr(box, width) for width in _WIDTHS) or not _said(box.style, "unruled", _is_unruled):
            draw_border(stream, box)

    def draw_some_outline(stream: Any, box: Any) -> None:
        waiting = [box]
        while waiting:
            inner = waiting.pop()
            if _said(inner.style, "outlined", _is_outlined):
                draw_outline(stream, box)
                return
            waiting += [child for child in inner.children if isinstance(child, Box)]

    replace(background, "layout_box_backgrounds", find_background, "617a8706")
    replace(border, "draw_border", draw_some_border, "8ba918f3")
    replace(border, "draw_outline", draw_some_outline, "c98afcef")
    # A generator for each use takes longer than what it is for.
    replace(Stream, "stacked", lambda stream: _Stacked(stream), "241f5cdf")
    replace(Stream, "artifact", lambda stream: _Marked(stream), "be61e421")
    replace(Stream, "marked", lambda stream, box, tag: _Marked(stream, box, tag), "3fa3acac")


def _said(style: Any, name: str, find: Callable[[Any], bool]) -> bool:
    """Give what a style says, from what it keeps of it."""
    kept: dict[str, bool] = vars(style)
    if (said := kept.get(name)) is None:
        said = kept[name] = find(style)
    return said


def _is_plain(style: Any) -> bool:
    """Tell whether boxes of a style have no background, no shadow, no picture around them, and no round corner."""
    colour = style["background_color"]
    return (
        (style["color"] if colour == "currentcolor" else colour).alpha == 0
        and style["visibility"] != "hidden"
        and not any(value for _, value in style["background_image"])
        and not style["box_shadow"]
        and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and all((0, "px") in style[corner] for corner in _CORNERS)
    )


def _is_unruled(style: Any) -> bool:
    """Tell whether there are no rules between the columns of a style, and no picture in place of borders."""
    return not style["column_rule_width"] and style["border_image_source"][0] == "none"


def _is_outlined(style: Any) -> bool:
    return bool(style["outline_width"])


class _Stacked:
    """Draws with a state of its own, within ``with``."""

    __slots__ = ("_stream",)

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __enter__(self) -> None:
        self._stream.push_state()

    def __exit__(self, *_: object) -> None:
        self._stream.pop_state()


class _Marked:
    """Draws marked content, within ``with``; of a box, or an artifact where there is none."""

    __slots__ = ("_box", "_stream", "_tag")

    def __init__(self, stream: Any, box: Any = None, tag: str = "Artifact") -> None:
        self._stream, self._box, self._tag = stream, box, tag

    def __enter__(self) -> None:
        marks = self._stream._tags
        if marks is None:
            return
        if self._box is None:
            self._stream.begin_marked_content(self._tag)
            return
        number = len(marks)
        marks[self._box] = {"tag": self._tag, "mcid": number}
        self._stream.begin_marked_content(self._tag, pydyf.Dictionary({"MCID": number}))

    def __exit__(self, *_: object) -> None:
        if self._stream._tags is not None:
            self._stream.end_marked_content()
