"""Where the notes of a chapter stand: beside their paragraphs, on the next page, or in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .papers import LINE_MM

GAP_MM = LINE_MM  # between two notes
HEAD_MM = 1.0  # what begins within so much of the upper edge of the text stands at the head of a page
IN_TEXT = 0.5  # how much of its height in the margin a note takes in the wider text, about


@dataclass(frozen=True, slots=True)
class Beside:
    """A note and where it would stand by itself; lengths in mm from the top of the page."""

    id: str
    top: float
    height: float
    page: int = 0
    taken: float = 0  # height that it takes in the text as yet


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or the like before which a note can be put."""

    id: str
    page: int
    top: float


@dataclass(slots=True)
class Places:
    """What was decided about the notes of a chapter."""

    tops: dict[str, float] = field(default_factory=dict)  # of notes in the margin, in mm from the top of the page
    carried: dict[str, str] = field(default_factory=dict)  # note -> block of the next page beside which it stands
    in_text: list[str] = field(default_factory=list)


def place_notes(notes: Iterable[Beside], top: float, bottom: float) -> tuple[dict[str, float], list[str]]:
    """Set the notes of one page below one another, each as near to its paragraph as the others let it.

    :param top: of the text area, in mm; no note begins above it.
    :param bottom: of the text area, in mm; no note ends below it.
    :return: the top of each note that has room, and the ids of those, from the last one on, for which there is none.
    """
    placed = sorted(notes, key=lambda note: note.top)
    left_out: list[str] = []
    while placed and _taken(placed) > bottom - top:
        left_out.append(placed.pop().id)
    tops: list[float] = []
    for note in placed:
        tops.append(max(note.top, top, tops[-1] + placed[len(tops) - 1].height + GAP_MM if tops else top))
    limit = bottom
    for index in reversed(range(len(placed))):
        tops[index] = min(tops[index], limit - placed[index].height)
        limit = tops[index] - GAP_MM
    return {note.id: place for note, place in zip(placed, tops, strict=True)}, left_out


def place_in_chapter(
    notes: Sequence[Beside], blocks: Sequence[Block], top: float, bottom: float, *, text_stays: bool = False
) -> Places:
    """Place the notes of a chapter, in the order of the text, page by page.

    A note for which its page has no room goes to the next page if that faces it and has some to spare, otherwise into
    the text, for nobody looks for a note overleaf; the text behind it moves down by about what it takes there, so that
    one pass comes near to what the next will show.

    :param text_stays: the text shall not move any more: a note without room goes from page to page until there is some,
        and into the text only where the chapter ends before.
    """
    places = Places()
    height = bottom - top
    moved = 0.0
    waiting = list(notes)
    carried: dict[int, list[Beside]] = defaultdict(list)
    while waiting or carried:
        first = min([*carried, *(_moved(note, moved, top, height).page for note in waiting[:1])])
        here = [found for note in waiting if (found := _moved(note, moved, top, height)).page <= first]
        del waiting[: len(here)]
        came = carried.pop(first, [])
        tops, left_out = place_notes([*came, *here], top, bottom)
        places.tops |= tops
        moved -= sum(note.taken for note in [*came, *here] if note.id in tops)
        for note in (note for note in [*came, *here] if note.id in left_out):
            after = [found for other in waiting if (found := _moved(other, moved, top, height)).page == first + 1]
            anchor = _first_on(first + 1, blocks, moved, top, height)
            has_room = note in here and _taken([*after, *carried[first + 1], note]) <= height
            faced = first % 2 == 0  # a left-hand page
            if anchor and ((faced and has_room) or text_stays):
                carried[first + 1].append(replace(note, page=first + 1, top=top))
                places.carried[note.id] = anchor
            else:
                places.in_text.append(note.id)
                places.carried.pop(note.id, None)
                moved += 0 if note.taken else note.height * IN_TEXT
            if not carried[first + 1]:
                del carried[first + 1]
    return places


def _taken(notes: Sequence[Beside]) -> float:
    return sum(note.height + GAP_MM for note in notes) - GAP_MM


def _moved(note: Beside, by: float, top: float, height: float) -> Beside:
    pages, within = divmod(note.top - top + by, height)
    return replace(note, page=note.page + int(pages), top=top + within)


def _first_on(page: int, blocks: Sequence[Block], by: float, top: float, height: float) -> str:
    """Find a block of a page to carry a note to: not one at its head, before which the page before has room."""
    at_head = ""
    for block in blocks:
        pages, within = divmod(block.top - top + by, height)
        if block.page + int(pages) == page:
            if within > HEAD_MM:
                return block.id
            at_head = at_head or block.id
    return at_head
