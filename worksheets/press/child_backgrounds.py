"""Backgrounds, found when a page is drawn: WeasyPrint 70 finds them in each layout, of which most are never drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint import draw
from weasyprint.layout import background

from .mending import replace

if TYPE_CHECKING:
    from collections.abc import Callable


def leave_backgrounds_to_drawing() -> None:
    """Have pages get their backgrounds when they are drawn, and not before: so they follow what is moved until then."""
    find = background.layout_backgrounds
    draw_page = draw.draw_page

    def leave(page: Any, get_image: Callable[..., Any]) -> None:
        page.find_backgrounds = lambda: find(page, get_image)

    def draw_with_backgrounds(page: Any, stream: Any) -> None:
        page.find_backgrounds()
        draw_page(page, stream)

    replace(background, "layout_backgrounds", leave, "5d7d4d58")
    replace(draw, "draw_page", draw_with_backgrounds, "d5bda6b6")
