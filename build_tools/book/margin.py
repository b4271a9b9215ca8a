"""Notes in the outer margin: each beside its paragraph, none over another, none over the edge.

A note is taken out of the flow of the text, so that the text breaks as if there were none. The first pass sets all of
them at the foot of the page, which shows how high they are; later passes set each at the height worked out from that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from .folios import Folios
from .joined_statements import join_statements
from .markup import add_class, classes, drop_class, elements, remove, with_class, wrap
from .note_places import Beside, Block, place_in_chapter
from .papers import Paper

# Classes of what is set as a note.
NOTES = frozenset({"fact-term", "fact-person", "fact-event", "fact-group", "fact-link", "margin"})
_CHILDREN = XPath("descendant-or-self::*[self::section or contains(@class, 'document')]/*")  # blocks are among them
FREE_PASSES = 2  # after these the notes move no text any more, so that the passes come to an end
MEASURED = "measured--"  # before the id of a note: the note in the first pass, which shows its height


def mark_notes(root: HtmlElement) -> None:
    """Wrap each note of a document in an element that keeps its place in the text, and its id.

    A note is marked behind the paragraph that it belongs to, and stands beside where that begins; its attribute
    ``data-beside`` names the paragraph. All blocks of the text get ids, so that a pass shows where they stand.
    """
    for number, note in enumerate(_notes_in(root), start=1):
        html_id = note.attrib.pop("id", None) or f"{root.get('id')}--beside-{number}"
        wrap(note, "div", id=html_id, **{"class": "beside"})
        add_class(note, "beside-note")
        note.set("data-tag", "Note")
    join_statements(root)
    number = 0
    for block in blocks_of(root):
        if not block.get("id"):
            number += 1
            block.set("id", f"{root.get('id')}--block-{number}")
    for place in with_class(root, "beside"):
        before = next(filter(is_block, place.itersiblings(preceding=True)), None)
        after = next(filter(is_block, place.itersiblings()), None)
        if before is not None and (before.tag == "p" or after is None):
            remove(place)
            before.addprevious(place)
            add_class(place, "moved")
            place.set("data-beside", before.get("id"))
        elif after is not None:
            place.set("data-beside", after.get("id"))


class MarginNotes:
    """What is known of the notes of one book on one paper, from pass to pass."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._chapters: dict[str, tuple[dict[str, str], list[str]]] = {}  # notes with their blocks; all blocks in order
        self._heights: dict[str, float] = {}
        self._bottoms: dict[str, float] = {}  # mm from the foot of the text area up to the end of a note
        self._carried: dict[str, str] = {}
        self._in_text: set[str] = set()  # for want of room
        self._passes = 0

    def learn(self, pages: Mapping[str, int], spans: Mapping[str, tuple[float, float]]) -> None:
        """Take over what a pass has shown: page, and top and bottom in mm, of each id."""
        for html_id, (top, bottom) in spans.items():
            if html_id.startswith(MEASURED):
                self._heights[html_id.removeprefix(MEASURED)] = bottom - top
        self._passes += 1
        before = set(self._in_text)
        if self._passes <= FREE_PASSES:
            self._in_text.clear()
        self._carried = {}
        foot = self._paper.text_bottom
        for besides, blocks in self._chapters.values():
            notes = [
                Beside(note, spans[block][0], self._heights[note], pages[block], _height(note, spans, before))
                for note, block in besides.items()
                if block in spans and note in self._heights and note not in self._in_text
            ]
            known = [Block(block, pages[block], spans[block][0]) for block in blocks if block in spans]
            places = place_in_chapter(notes, known, self._paper.top, foot, text_stays=self._passes > FREE_PASSES)
            self._bottoms |= {note: foot - top - self._heights[note] for note, top in places.tops.items()}
            self._carried |= places.carried
            self._in_text.update(places.in_text)

    def set_in(self, root: HtmlElement, folios: Folios) -> None:
        """Set the notes of one chapter."""
        places = [place for place in with_class(root, "beside") if place.get("data-beside")]
        blocks = {block.get("id"): block for block in blocks_of(root)}
        self._chapters[root[0].get("id")] = (
            {place.get("id"): place.get("data-beside") for place in places},
            list(blocks),
        )
        for place in places:
            html_id, note = place.get("id"), place[0]
            beside = place.attrib.pop("data-beside")
            if html_id in self._in_text:
                add_class(place, "in-text")
                if "moved" in classes(place):
                    set_behind(place, blocks[beside])
            elif html_id in self._bottoms:
                beside = self._carried.get(html_id, beside)
                if html_id in self._carried:
                    remove(place)
                    blocks[beside].addprevious(place)
                add_class(note, "on-recto" if folios.on_recto(beside) else "on-verso")
                # Not from the top: WeasyPrint breaks what begins there at the page's end, or where footnotes begin.
                note.set("style", f"bottom: {self._bottoms[html_id]:.2f}mm")
            else:
                note.set("id", f"{MEASURED}{html_id}")
                add_class(note, "on-recto")
                note.set("style", "bottom: 0")
        _begin_anew_behind_notes(places)


def _begin_anew_behind_notes(places: Sequence[HtmlElement]) -> None:
    """A paragraph behind notes in the text has space above it, so it is not indented as well."""
    for place in places:
        following = next((block for block in place.itersiblings() if not is_note(block)), None)
        if "in-text" in classes(place) and following is not None:
            drop_class(following, "continues")


def _height(note: str, spans: Mapping[str, tuple[float, float]], in_text: set[str]) -> float:
    return spans[note][1] - spans[note][0] if note in in_text and note in spans else 0


def _notes_in(root: HtmlElement) -> list[HtmlElement]:
    # In a table, list or box a note would have no paragraph of its own to stand beside.
    return [
        element
        for element in elements(root)
        if NOTES & set(classes(element)) and all(above.tag in ("section", "div") for above in element.iterancestors())
    ]


def is_note(block: HtmlElement) -> bool:
    """Whether a block is the place of a note."""
    return "beside" in classes(block)


def blocks_of(root: HtmlElement) -> list[HtmlElement]:
    """Find the blocks below ``root``, in order."""
    return [child for child in _CHILDREN(root) if is_block(child)]


def is_block(block: HtmlElement) -> bool:
    """Tell whether an element is a paragraph, list, table or box of the running text."""
    parent = block.getparent()
    return (
        isinstance(block.tag, str)
        and parent is not None
        and (parent.tag == "section" or "document" in classes(parent))
        and block.tag not in ("section", "h1", "h2", "h3", "h4", "h5", "h6", "span")
        and not is_note(block)
    )


def set_behind(place: HtmlElement, block: HtmlElement) -> None:
    """Move the place of a note that has no room in the margin to where it was marked."""
    after = block
    while (following := after.getnext()) is not None and "in-text" in classes(following):
        after = following
    remove(place)
    after.addnext(place)
