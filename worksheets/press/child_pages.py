"""Pages that stay as they were: WeasyPrint 70 lays out all pages of a document anew.

A page is the same if it begins at the same place of the same text, and all that was looked at to fill it has stayed the
same: its blocks, and the one behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weasyprint.layout import block, page

from .child_blocks import Blocks, Place
from .mending import replace as replace_function

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that was laid out."""

    place: Place
    state: Any  # in which it begins: counters, side, and what its beginning asks for
    seen: int  # number of the last block that was looked at
    box: Any
    parts: list[Any]  # of the page, but for what stands in its margins
    end: Place | None  # where the next one begins; nothing behind the last
    following: Any  # the state in which that begins


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document, and the blocks on them."""

    blocks: Blocks
    kept: dict[int, Kept]


class KnownPages:
    """Pages of one part of a document, from layout to layout. Have only one: it changes how WeasyPrint makes pages."""

    def __init__(self) -> None:
        self._before: Pages | None = None
        self._now: Pages | None = None
        self._root: Any = None
        self._seen = 0
        make = page.remake_page
        lay_out = block.block_level_layout

        def watched(context: Any, box: Any, *further: Any, **named: Any) -> Any:
            number = vars(box).get("number", 0)
            if number > self._seen:
                self._seen = number
            return lay_out(context, box, *further, **named)

        def remake_page(index: int, context: Any, root: Any, html: Any) -> tuple[Any, Any]:
            if self._now is None or root is not self._root:
                self._root = root
                self._now = Pages(Blocks(root, context.style_for), {})
            resume_at, *state, _ = deepcopy(context.page_maker[index])
            place = self._now.blocks.place(resume_at) if _is_clear(context) else None
            if place is not None and (found := self._again(index, place, state)):
                self._now.kept[index] = found
                _put(found, self._now.blocks, index, context, html)
                return found.box, context.page_maker[index + 1][0]
            self._seen = place.block if place else 0
            made, resume_at = make(index, context, root, html)
            if place is not None and _is_clear(context):
                _, *following, _ = deepcopy(context.page_maker[index + 1])
                end = None if resume_at is None else self._now.blocks.place(resume_at)
                if resume_at is None or end is not None:
                    self._now.kept[index] = Kept(place, state, self._seen, made, [*made.children], end, following)
            return made, resume_at

        replace_function(page, "remake_page", remake_page, "1ff09b2d")
        block.block_level_layout = watched

    def begin(self, before: Pages | None) -> None:
        """Have the pages of one layout at hand for the next."""
        self._before, self._now, self._root = before, None, None

    def end(self) -> Pages | None:
        """Give the pages of a layout."""
        found, self._before, self._now, self._root = self._now, None, None, None
        if found is not None:
            found.blocks.forget()
        return found

    def _again(self, index: int, place: Place, state: Any) -> Kept | None:
        """Find the page that the layout before made of the same; its boxes are given the elements of this one."""
        if self._before is None or self._now is None or (old := self._before.kept.get(index)) is None:
            return None
        before, now = self._before.blocks, self._now.blocks
        moved = place.block - old.place.block
        if replace(old.place, block=place.block) != place or _but_total(old.state) != _but_total(state):
            return None
        first, last = old.place.block, len(before.all) if old.end is None else old.seen + 1
        if before.looks[first : last + 1] != now.looks[first + moved : last + moved + 1]:
            return None
        elements: dict[int, Element] = {}
        for number in range(first, min(last + 1, len(before.all))):
            one, other = before.all[number], now.all[number + moved]
            elements |= zip(map(id, one.around), other.around, strict=True)
            elements |= zip(map(id, one.element.iter()), other.element.iter(), strict=True)
        for box in _boxes(old.parts):
            if box.element is not None:
                box.element = elements[id(box.element)]
            if "stretched" in vars(box):  # child_ends.py
                box.height = vars(box).pop("stretched")
        end = old.end and replace(old.end, block=old.end.block + moved)
        return replace(old, place=place, state=state, seen=old.seen + moved, end=end)


def _put(kept: Kept, blocks: Blocks, index: int, context: Any, html: Any) -> None:
    """Have a page stand where the next one would be made."""
    kept.box.children = [*kept.parts]
    page.set_page_type_computed_styles(kept.box.page_type, html, context.style_for)
    if index == 0:
        style = kept.box.style
        context.style_for.initial_page_sizes.update(box=style["size"], area=(kept.box.width, kept.box.height))
    resume_at = None if kept.end is None else blocks.resume_at(kept.end)
    remake = {"content_changed": False, "pages_wanted": False, "anchors": [], "content_lookups": []}
    context.page_maker[index + 1 :] = [(resume_at, *deepcopy(kept.following), remake)]


def _is_clear(context: Any) -> bool:
    """Whether nothing is carried over from one page to the next but the text itself."""
    running = any(boxes for found in context.running_elements.values() for boxes in found.values())
    return not (context.reported_footnotes or context.broken_out_of_flow or running)


def _but_total(state: Any) -> Any:
    """Leave out the number of all pages, which is not known before the last."""
    following, right, (depth, counters, *others) = state
    return following, right, depth, {**counters, "pages": None}, others


def _boxes(waiting: list[Any]) -> Iterator[Any]:
    waiting = [*waiting]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)  # of what is positioned
        yield box
        waiting.extend(box.all_children())
