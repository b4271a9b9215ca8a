"""Notes in the outer margin: each beside its paragraph, none over another, none over the edge.

A note is taken out of the flow of the text, so that the text breaks as if there were none. The first pass measures the
notes in a section of their own behind the book; later passes set each at the height that is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from .folios import Folios
from .markup import add_class, classes, elements, with_class, wrap
from .papers import LINE_MM, Paper

NOTES = frozenset({"fact-term", "margin"})  # classes of what is set as a note
GAP_MM = LINE_MM  # between two notes
MEASURED = "measured--"  # before the id of a note: its copy in the first pass, which shows its height


@dataclass(frozen=True, slots=True)
class Beside:
    """A note and where it would stand by itself; lengths in mm from the top of the page."""

    id: str
    top: float
    height: float


def place_notes(notes: Iterable[Beside], top: float, bottom: float) -> tuple[dict[str, float], list[str]]:
    """Set the notes of one page below one another, each as near to its paragraph as the others let it.

    :param top: of the text area, in mm; no note begins above it.
    :param bottom: of the text area, in mm; no note ends below it.
    :return: the top of each note that has room, and the ids of those, from the last one on, for which there is none.
    """
    placed = sorted(notes, key=lambda note: note.top)
    left_out: list[str] = []
    while placed and sum(note.height + GAP_MM for note in placed) - GAP_MM > bottom - top:
        left_out.append(placed.pop().id)
    tops: list[float] = []
    for note in placed:
        tops.append(max(note.top, top, tops[-1] + placed[len(tops) - 1].height + GAP_MM if tops else top))
    limit = bottom
    for index in reversed(range(len(placed))):
        tops[index] = min(tops[index], limit - placed[index].height)
        limit = tops[index] - GAP_MM
    return {note.id: place for note, place in zip(placed, tops, strict=True)}, left_out


def lasting(pages: Mapping[str, int]) -> dict[str, int]:
    """Leave out of a page map what is there in the first pass only."""
    return {html_id: page for html_id, page in pages.items() if not html_id.startswith(MEASURED)}


def mark_notes(root: HtmlElement) -> None:
    """Wrap each note of a document in an element that keeps its place in the text, and its id."""
    for number, note in enumerate(_notes_in(root), start=1):
        html_id = note.attrib.pop("id", None) or f"{root.get('id')}--beside-{number}"
        wrap(note, "div", id=html_id, **{"class": "beside"})
        add_class(note, "beside-note")


def _notes_in(root: HtmlElement) -> list[HtmlElement]:
    # In a table, list or box a note would have no paragraph of its own to stand beside.
    return [
        element
        for element in elements(root)
        if NOTES & set(classes(element)) and all(above.tag in ("section", "div") for above in element.iterancestors())
    ]


class MarginNotes:
    """What is known of the notes of one book on one paper, from pass to pass."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._heights: dict[str, float] = {}
        self._bottoms: dict[str, float] = {}  # mm from the foot of the text area up to the end of a note
        self._in_text: set[str] = set()  # for want of room; never taken back, so that the passes come to an end

    def learn(self, pages: Mapping[str, int], spans: Mapping[str, tuple[float, float]]) -> None:
        """Take over what a pass has shown: page, and top and bottom in mm, of each id."""
        for html_id, (top, bottom) in spans.items():
            if html_id.startswith(MEASURED):
                self._heights[html_id.removeprefix(MEASURED)] = bottom - top
        by_page: dict[int, list[Beside]] = {}
        for note, height in self._heights.items():
            if note in spans and note not in self._in_text:
                by_page.setdefault(pages[note], []).append(Beside(note, spans[note][0], height))
        for page in sorted(by_page):
            foot = self._paper.text_bottom
            placed, left_out = place_notes(by_page[page], self._paper.top, foot)
            self._bottoms |= {note: foot - top - self._heights[note] for note, top in placed.items()}
            self._in_text.update(left_out)

    def set_in(self, root: HtmlElement, folios: Folios) -> Iterator[HtmlElement]:
        """Set the notes of one chapter; give copies of those whose height is not known yet."""
        for place in with_class(root, "beside"):
            html_id, note = place.get("id"), place[0]
            if html_id in self._in_text:
                add_class(place, "in-text")
            elif html_id in self._bottoms:
                add_class(note, "on-recto" if folios.on_recto(html_id) else "on-verso")
                # Not from the top: WeasyPrint breaks what begins there at the page's end, or where footnotes begin.
                note.set("style", f"bottom: {self._bottoms[html_id]:.2f}mm")
            else:
                place.remove(note)
                for element in elements(note):
                    element.attrib.pop("id", None)
                note.set("id", f"{MEASURED}{html_id}")
                yield note
