"""Pages that stay as they were: WeasyPrint 70 lays out all pages of a document anew.

A page is the same if it begins at the same place of the same text, in the same state, and the blocks that were looked
at to fill it have stayed the same, and the one behind them. No page is kept of a document in which something stands on
all pages, or in which WeasyPrint itself writes the numbers of pages into the text.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weasyprint.layout import block, page

from .child_blocks import Blocks, Place
from .child_tree import boxes_within
from .mending import replace as replace_function

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .typeset_child import Log


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
    told: tuple[str, ...]  # what was logged while it was made


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a document, and the blocks on them."""

    blocks: Blocks
    kept: dict[int, Kept]


class KnownPages:
    """Pages of one part of a document, from layout to layout. Have only one: it changes how WeasyPrint makes pages.

    :param log: of WeasyPrint.
    """

    def __init__(self, log: Log) -> None:
        self._before: Pages | None = None
        self._now: Pages | None = None
        self._root: Any = None
        self._seen = 0
        self._stands_on_all = False  # whether something of one page stands on all
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
            elif index == 0:  # another round, for the numbers of pages
                self._before = None
            resume_at, *state, _ = deepcopy(context.page_maker[index])
            place = self._now.blocks.place(resume_at) if _is_clear(context) else None
            if place is not None and (found := self._again(index, place, state)):
                self._now.kept[index] = found
                _put(found, self._now.blocks, index, context, html)
                log.add(found.told)
                return found.box, context.page_maker[index + 1][0]
            self._seen = place.block if place else 0
            earlier = log.taken()
            made, resume_at = make(index, context, root, html)
            told = log.taken()
            log.add((*earlier, *told))
            if made.fixed_boxes:
                self._stands_on_all = True
            if place is not None and _is_clear(context):
                _, *following, _ = deepcopy(context.page_maker[index + 1])
                end = None if resume_at is None else self._now.blocks.place(resume_at)
                if resume_at is None or end is not None:
                    self._now.kept[index] = Kept(place, state, self._seen, made, [*made.children], end, following, told)
            return made, resume_at

        replace_function(page, "remake_page", remake_page, "1ff09b2d")
        block.block_level_layout = watched

    def begin(self, before: Pages | None) -> None:
        """Have the pages of one layout at hand for the next."""
        self._before, self._now, self._root = before, None, None
        self._stands_on_all = False

    def end(self) -> Pages | None:
        """Give the pages of a layout."""
        found, self._before, self._now, self._root = self._now, None, None, None
        if found is not None:
            found.blocks.forget()
        return None if self._stands_on_all else found

    def _again(self, index: int, place: Place, state: Any) -> Kept | None:
        """Find the page that the layout before made of the same; its boxes are given the elements of this one."""
        if self._before is None or self._now is None or (old := self._before.kept.get(index)) is None:
            return None
        before, now = self._before.blocks, self._now.blocks
        moved = place.block - old.place.block
        if replace(old.place, block=place.block) != place or _but_total(old.state) != _but_total(state):
            return None
        first = old.place.block
        last = len(before.all) if old.end is None else max(old.seen, old.end.block) + 1
        if before.looks[first : last + 1] != now.looks[first + moved : last + moved + 1]:
            return None
        elements: dict[int, Element] = {}
        for number in range(first, min(last + 1, len(before.all))):
            one, other = before.all[number], now.all[number + moved]
            elements |= zip(map(id, one.around), other.around, strict=True)
            elements |= zip(map(id, one.element.iter()), other.element.iter(), strict=True)
        boxes = list(boxes_within(old.parts))
        if any(box.element is not None and id(box.element) not in elements for box in boxes):
            return None  # something stands there that belongs elsewhere
        for box in boxes:
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
    context.page_bottom = kept.box.content_box_y() + kept.box.height
    if index == 0:
        style = kept.box.style
        context.style_for.initial_page_sizes.update(box=style["size"], area=(kept.box.width, kept.box.height))
    resume_at = None if kept.end is None else blocks.resume_at(kept.end)
    remake = {"content_changed": False, "pages_wanted": False, "anchors": [], "content_lookups": []}
    context.page_maker[index + 1 :] = [(resume_at, *deepcopy(kept.following), remake)]


def _is_clear(context: Any) -> bool:
    """Whether nothing is carried over from one page to the next but the text itself."""
    running = any(boxes for found in context.running_elements.values() for boxes in found.values())
    numbered = context.target_collector.counter_lookup_items  # what prints the number of a page
    return not (context.reported_footnotes or context.broken_out_of_flow or running or numbered)


def _but_total(state: Any) -> Any:
    """Leave out the number of all pages, which is not known before the last."""
    following, right, (depth, counters, *others) = state
    return following, right, depth, {**counters, "pages": None}, others
