"""How blocks follow one another, where a style sheet cannot see it past the notes in between."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from ..labels import CERTAINTY
from .markup import HEADINGS, add_class, classes, drop_class, elements, remove, text_of, with_class

# What the list of people, the glossary and the index say once for the whole book.
_ELSEWHERE = ("field-people", "field-within", "field-aliases", "field-period", "field-unit")
_LABELLED = frozenset({"fact-misconception"})  # cards that are told apart by their label in the running text
ONE_LINE = 70  # characters; with a heading above it a paragraph of one line is not enough at the foot of a page
TWO_LINES = 2 * ONE_LINE  # a paragraph of no more that names a drawing behind it stands on the page of the drawing
_NO_END = frozenset({"fact-label", "fact-line", "fact-details"})  # paragraphs of a card behind which nothing runs on


def mark_flow(root: HtmlElement) -> None:
    """Mark paragraphs that go on from a paragraph, and the ends of runs of cards."""
    for parent in list(elements(root)):
        if parent.tag not in ("section", "blockquote") and "document" not in classes(parent):
            continue
        blocks = list(_blocks(parent))
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
            mark_continuing(block, before)
            if _is_brief(block, before, after):
                add_class(block, "brief")
            if _is_card(block):
                if not _is_card(before):
                    add_class(block, "opens-run")
                if not _is_card(after):
                    add_class(block, "closes-run")


def _is_brief(block: HtmlElement, before: HtmlElement | None, after: HtmlElement | None) -> bool:
    """Whether a paragraph is too short to stand without what follows: below a heading, or before a drawing."""
    heads = before is not None and before.tag in HEADINGS and len(text_of(block)) <= ONE_LINE
    names = after is not None and "fact-drawing" in classes(after) and len(text_of(block)) <= TWO_LINES
    return block.tag == "p" and (heads or names)


def mark_continuing(block: HtmlElement, before: HtmlElement | None) -> None:
    """Mark a paragraph that goes on from a paragraph, and none other; asked again where a box was moved."""
    drop_class(block, "continues")
    if block.tag == "p" and before is not None and before.tag == "p":
        add_class(block, "continues")


def run_sources_on(root: HtmlElement) -> None:
    """Let the sources of a card stand behind its last words instead of on a line of their own."""
    for sources in with_class(root, "fact-sources"):
        for label in with_class(sources, "fact-sources-label"):
            remove(label)
        # A view ends with sentences on its evidence and the like, other cards with names and values.
        no_end = _NO_END - {"fact-details"} if "fact-view" in classes(sources.getparent()) else _NO_END
        before = next(
            (block for block in sources.itersiblings("p", preceding=True) if not no_end & set(classes(block))), None
        )
        if before is None:
            continue
        sources.tag = "span"
        sources.text = (sources.text or "").lstrip()
        _append_space(before)
        before.append(sources)
        sources.tail = None


def quieten(root: HtmlElement) -> None:
    """Leave out of the cards what only a screen needs: labels, but for how certain a fact is, and what lists say."""
    for name in _ELSEWHERE:
        for field in with_class(root, name):
            listing = field.getparent()
            remove(field)
            if not len(listing):
                remove(listing)
    for label in with_class(root, "fact-label"):
        if label.tag == "p" and not _LABELLED & set(classes(label.getparent())):
            label.text = None
            if not len(label):
                remove(label)


def say_certainty(root: HtmlElement) -> None:
    """Say in words what is how certain: of an event the date, and of a sentence all of it; “about” it says itself."""
    for statement in with_class(root, "fact-statement"):
        for label in with_class(statement, "fact-certainty"):
            if text_of(label) == CERTAINTY["approximate"]:
                remove(label)
            else:
                label.text = f"This is {text_of(label)}."
                drop_class(label, "fact-certainty")
    for event in with_class(root, "fact-event"):
        for label in with_class(event, "fact-certainty"):
            if text_of(label) == CERTAINTY["approximate"]:
                remove(label)
                for date in with_class(event, "fact-date"):
                    date.text = f"About {(date.text or '').removeprefix('about ')}"


def run_fields_on(root: HtmlElement) -> None:
    """Make a card's lists of names and values running text: they are set one behind another."""
    for name in ("fact-details", "fact-definition"):
        for listing in with_class(root, name):
            listing.tag = "p"
            for part in list(listing.iter("div", "dt", "dd")):
                add_class(part, f"fact-{part.tag}")
                part.tag = "span"


def _blocks(parent: HtmlElement) -> Iterator[HtmlElement]:
    return (child for child in parent if isinstance(child.tag, str) and "beside" not in classes(child))


def _is_card(block: HtmlElement | None) -> bool:
    return block is not None and "fact-card" in classes(block)


def _append_space(paragraph: HtmlElement) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip() + " "
    else:
        paragraph.text = (paragraph.text or "").rstrip() + " "
