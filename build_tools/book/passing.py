"""What a box of the text can be moved behind, where it would leave a hole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from .margin import is_block, is_note
from .markup import HEADINGS, classes, text_of
from .readers import FOR

_TEXT = frozenset({"p", "ul", "ol", "dl"})
_PASSED = frozenset(
    {"fact-card", "ap-check-yourself", "ap-method", "ap-debate", "fact-drawing", "table-frame", "in-text"}
)  # boxes that a box may be moved behind, as it may behind what is for some readers only

CARDS_AND_QUESTIONS = XPath("descendant-or-self::*[contains(@class, 'fact-card') or contains(@class, 'fact-question')]")


def is_box(element: HtmlElement) -> bool:
    """Whether a block is a table, drawing or card, and no text; a view is text, for what follows speaks of it."""
    return is_block(element) and element.tag not in _TEXT and not {"document", "fact-view"} & set(classes(element))


def keeps_its_place(element: HtmlElement) -> bool:
    """Whether something that is kept together stays where it is, whatever hole it leaves.

    Such are questions, and cards that are read where they stand, as a view or what is within a box; but no notes.
    """
    if is_card(element):
        return "beside-note" not in classes(element) and not is_box(element)
    return "fact-question" in classes(element)


def is_card(element: HtmlElement) -> bool:
    """Whether an element is a marked fact that stands apart from the text."""
    return "fact-card" in classes(element)


def is_drawn(block: HtmlElement) -> bool:
    """Whether a block bears a number by which the text names it, so that it may stand in the next section."""
    return "fact-drawing" in classes(block)


def ahead_of(block: HtmlElement, most: int) -> list[tuple[str, ...]]:
    """List what a block might be moved behind, one after the other.

    :param most: how many there may be, not counting notes.
    :return: the id of each, behind those of the sections that begin with it: these are the ids of their headings.
    """
    ids: list[tuple[str, ...]] = []
    before: HtmlElement = block
    while (following := text_after(before, over_headings=is_drawn(block))) is not None:
        most -= not is_note(following)
        if most < 0:
            break
        around = set(before.iterancestors())
        begun = [section for section in following.iterancestors("section") if section not in around]
        ids.append(tuple(part.get("id", "") for part in (*begun, following)))
        before = following
    return ids


def text_after(block: HtmlElement, over_headings: bool) -> HtmlElement | None:
    """Find the paragraph, list, card or note in the text behind which a block can be moved."""
    following = next(_parts_and_notes(block.itersiblings()), None)
    while following is not None and following.tag == "section" and over_headings:
        following = next((part for part in _parts_and_notes(following) if part.tag not in HEADINGS), None)
    if following is None and over_headings and (around := block.getparent()) is not None and around.tag == "section":
        return text_after(around, over_headings)
    if following is None:
        return None
    passed = following.tag in _TEXT or _PASSED & set(classes(following)) or following.get(FOR)
    return following if passed else None


def announces(paragraph: HtmlElement) -> bool:
    """Whether a paragraph makes no sense but directly before what follows it."""
    return paragraph.tag == "p" and text_of(paragraph).endswith(":")


def parts(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Leave out the places of notes."""
    return (other for other in elements if isinstance(other.tag, str) and not is_note(other))


def _parts_and_notes(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Leave out the places of notes that stand in the margin."""
    return (
        other
        for other in elements
        if isinstance(other.tag, str) and (not is_note(other) or "in-text" in classes(other))
    )
