"""Boxes of finished pages, without what only their layout asks of them: WeasyPrint 70 keeps thirty values of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .child_tree import boxes_within

if TYPE_CHECKING:
    from weasyprint.document import Page

_SIDES = ("top", "right", "bottom", "left")
_FOR_LAYOUT = frozenset(
    {f"{limit}_{axis}" for limit in ("min", "max") for axis in ("width", "height")}
    | {"first_letter_style", "first_line_style", "cached_counter_values", "text_indent", "clearance", "index"}
    | {"leading_collapsible_space", "trailing_collapsible_space"}
)
# What most boxes have none of; a box that does not say it has none.
_USUAL: dict[str, Any] = {
    **{f"{kind}_{side}": 0 for kind in ("margin", "padding") for side in _SIDES},
    **{f"border_{side}_width": 0 for side in _SIDES},
    "remove_decoration_sides": frozenset(),
    "children": (),
}
_KINDS: dict[type, type] = {}  # of boxes -> of boxes that say only what is not usual


def make_light(pages: Iterable[Page]) -> None:
    """Take from the boxes of pages what is not needed to draw, to survey or to keep them for the next layout."""
    for page in pages:
        if not hasattr(page._page_box, "light"):
            page._page_box.light = True
            for box in boxes_within(page._page_box.children):
                box.__dict__ = {
                    name: value
                    for name, value in vars(box).items()
                    if name not in _FOR_LAYOUT and (value or name not in _USUAL)
                }
                box.__class__ = _light(type(box))


def _light(kind: type) -> type:
    """A box of a kind that has nothing of what it does not say."""
    if kind not in _KINDS:
        _KINDS[kind] = type(kind.__name__, (kind,), _USUAL)
    return _KINDS[kind]
