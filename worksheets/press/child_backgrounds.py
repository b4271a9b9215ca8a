"""Backgrounds, found when a page is drawn: WeasyPrint 70 finds them in each layout, of which most are never drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.document import Page
from weasyprint.layout import background

from .mending import replace

if TYPE_CHECKING:
    from collections.abc import Callable


def leave_backgrounds_to_drawing() -> None:
    """Have pages get their backgrounds when they are drawn, and not before: so they follow what is moved until then."""
    find = background.layout_backgrounds
    paint = Page.paint

    def leave(page: Any, get_image: Callable[..., Any]) -> None:
        page.find_backgrounds = lambda: find(page, get_image)

    def paint_with_backgrounds(page: Page, *further: Any, **named: Any) -> None:
        page._page_box.find_backgrounds()
        paint(page, *further, **named)

    replace(background, "layout_backgrounds", leave, "5d7d4d58")
    Page.paint = paint_with_backgrounds
