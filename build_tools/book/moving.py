"""Boxes in the HTML of a chapter, moved behind what follows them."""

from __future__ import annotations

from lxml.html import HtmlElement

from .flow import mark_continuing
from .markup import drop_class
from .passing import announces, is_drawn, parts, text_after


def above(block: HtmlElement) -> HtmlElement | None:
    """Find what stands before a block, notes left out."""
    return next(parts(block.itersiblings(preceding=True)), None)


def below(block: HtmlElement) -> HtmlElement | None:
    """Find what stands behind a block, notes left out."""
    return next(parts(block.itersiblings()), None)


def is_announced(box: HtmlElement) -> bool:
    """Whether a box has to stay behind the words that lead to it."""
    before = above(box)
    return before is not None and announces(before)


def ends_section(box: HtmlElement) -> bool:
    """Whether the next section begins behind a box."""
    following = below(box)
    return following is not None and following.tag == "section"


def move_behind_text(box: HtmlElement, by: int) -> list[str]:
    """Move a box behind the next paragraphs or cards.

    :param by: how many, if there are so many.
    :return: their ids.
    """
    passed: list[str] = []
    while len(passed) < by and (following := text_after(box, over_headings=is_drawn(box))) is not None:
        before, behind, notes = above(box), below(box), _notes_beside(box)
        following.addnext(box)
        for note in notes:
            box.addprevious(note)
        if before is not None and not passed:
            drop_class(before, "brief")
        if behind is not None:
            mark_continuing(behind, before)
        if (after := below(box)) is not None:
            mark_continuing(after, box)
        passed.append(following.get("id", ""))
    return passed


def _notes_beside(box: HtmlElement) -> list[HtmlElement]:
    """The places of the notes that stand beside a box: left behind, they might be on another page than the box."""
    name = box.get("id")
    return [place for place in box.getparent() if name and place.get("data-beside") == name]
