"""The blocks of a document before its layout: what each looks like, and where in the text a page begins.

A block is what stands in a section: a paragraph, table, figure or box. Two blocks look the same if WeasyPrint 70 would
lay out the same of both, in the same place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

from .child_styles import OwnStyle

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

END = 0  # the look of the end of a document
_SAID = ("element_tag", "link", "text", "leading_collapsible_space", "trailing_collapsible_space")
_NAMED = ("bookmark_label", "string_set")
# What depends on more than the block itself, or is taken apart in the layout: such blocks look like no others.
_OPEN = ("missing_link", "note", "note_call", "note_callback", "first_letter_style", "first_line_style")
_unlike = count(1)


@dataclass(frozen=True, slots=True)
class Block:
    """A block, and where it stands."""

    look: int
    path: tuple[int, ...]  # which child it is of each box, from the root down
    element: Element
    around: tuple[Element, ...]  # from the root down


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a text a page begins."""

    block: int  # number of the block that begins or goes on there
    depth: int  # how much of the block's path says it; less than all where sections begin there as well
    within: Any  # where in the block, as WeasyPrint says it; nothing at its beginning


class Blocks:
    """The blocks of a document, in order; each box knows its number.

    :param root: the box of the root, before layout.
    :param style_for: gives the styles of elements.
    """

    def __init__(self, root: Any, style_for: Any) -> None:
        self._root = root
        self._style_for = style_for
        self.all: list[Block] = []
        self._number(root, (), (root.element,), self._look_around(root))
        self.looks = [*(block.look for block in self.all), END]

    def place(self, resume_at: Any) -> Place | None:
        """Say where WeasyPrint's ``resume_at`` is; nothing where no block begins there."""
        box, depth = self._root, 0
        while resume_at is not None and _holds_blocks(box):
            if len(resume_at) != 1:
                return None
            ((index, resume_at),) = resume_at.items()
            box = box.children[index]
            depth += 1
        while _holds_blocks(box):
            box = box.children[0]
        number = vars(box).get("number")
        return None if number is None else Place(number, depth, resume_at)

    def resume_at(self, place: Place) -> Any:
        """Say a place as WeasyPrint does."""
        found = place.within
        for index in reversed(self.all[place.block].path[: place.depth]):
            found = {index: found}
        return found

    def forget(self) -> None:
        """Let go of the boxes, which are not needed when all is laid out."""
        del self._root, self._style_for

    def _number(self, box: Any, path: tuple[int, ...], around: tuple[Element, ...], look: int) -> None:
        for index, child in enumerate(box.children):
            here = (*path, index)
            if _holds_blocks(child):
                self._number(child, here, (*around, child.element), hash((look, self._look_around(child))))
                continue
            child.number = len(self.all)
            before = self.all[-1].path if self.all else ()
            begun = next((level for level, both in enumerate(zip(before, here, strict=False)) if len({*both}) > 1), 0)
            told = hash((look, begun, self._look(child), _told(child.element)))
            if child.element is around[-1] or child.element is None:
                told = -next(_unlike)
            self.all.append(Block(told, here, child.element, around))

    def _look_around(self, box: Any) -> int:
        """What matters of a box for the blocks that it holds."""
        return hash((type(box), *box.element.attrib.items(), box.page_values(), *self._said(box)))

    def _look(self, box: Any) -> int:
        parts = [type(box), *self._said(box)]
        parts += (self._look(child) for child in box.all_children())
        if box.footnote is not None:
            parts.append(self._look(box.footnote))
        return hash(tuple(parts))

    def _said(self, box: Any) -> Iterator[Any]:
        if any(getattr(box, name) for name in _OPEN):
            yield next(_unlike)
        for name in _SAID:
            yield getattr(box, name, None)
        for name in _NAMED:
            yield str(getattr(box, name))
        # The style of a box follows from that of its element; those of elements last as long as the process.
        _, _, pseudo = (box.element_tag or "").partition("::")
        style = self._style_for(box.element, pseudo or None)
        yield (id(style.like), style["anchor"]) if isinstance(style, OwnStyle) else id(style)


def _holds_blocks(box: Any) -> bool:
    """Whether a box is a section, the body or the root, so that what it holds are blocks."""
    element = box.element
    return (
        type(box) is boxes.BlockBox
        and element is not None
        and (element.tag in ("html", "body", "section") or "document" in element.get("class", "").split())
        and "::" not in box.element_tag
        and box.style["column_width"] == box.style["column_count"] == "auto"
        and bool(box.children)
        and all(isinstance(child, boxes.BlockLevelBox) for child in box.children)
    )


def _told(element: Element | None) -> int:
    """What an element says with all that is in it."""
    if element is None:
        return 0
    return hash(tuple((one.tag, *one.attrib.items(), one.text, one.tail) for one in element.iter()))
