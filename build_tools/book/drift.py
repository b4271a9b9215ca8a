"""Boxes and figures that would leave a hole: what follows them fills the page, and they stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from lxml.html import HtmlElement

from .flow import mark_continuing
from .margin import is_block
from .markup import HEADINGS, add_class, classes, drop_class, elements, text_of

LARGEST_HOLE = 0.1  # of the height of the text; print-rules 17 allows twice as much
FARTHEST = 3  # paragraphs or cards by which a box may be moved: it stands near what speaks of it
FREE_PASSES = 4  # after these no box moves on any more, and one pass later none back, so that the passes come to an end
_TEXT = frozenset({"p", "ul", "ol", "dl"})
_PASSED = frozenset(
    {"fact-card", "ap-check-yourself", "ap-method", "fact-drawing"}
)  # boxes that a box may be moved behind
_MARGIN = frozenset({"on-recto", "on-verso"})  # classes of notes beside the text
_DRAWN = frozenset(
    {"fact-drawing"}
)  # what bears a number by which the text names it, so it may stand in the next section


class Drift:
    """Which boxes of one book are moved on one paper, from pass to pass."""

    def __init__(self) -> None:
        self._by: dict[str, int] = {}
        self._passed: dict[str, list[str]] = {}  # box -> ids of what it was moved behind, in order
        self._holes: dict[str, dict[int, float]] = {}  # box -> how far it was moved -> the hole that it left
        self._passes = 0

    def learn(self, survey: Sequence[Mapping[str, Any]]) -> None:
        """Look for boxes that begin a page, where the page before has a hole that they left.

        A box that stands on one page with what it was moved behind has room before it as well, so it goes back.
        """
        self._passes += 1
        if self._passes > FREE_PASSES + 1:
            return
        self._take_back(survey)
        for before, page in pairwise(survey):
            if before["blank"] or page["blank"] or (left := hole(before)) <= LARGEST_HOLE:
                continue
            # A short sentence that names a drawing came to its page with it, and stays behind.
            lines = [line["top"] for line in text_lines(page) if "brief" not in line["classes"].split()]
            first = min(lines, default=0.0)
            for block in page["blocks"]:
                if "movable" in block["classes"].split() and block["top"] <= first:
                    self._move_on(block["id"], left)

    def _move_on(self, name: str, left: float) -> None:
        """Try one place after the other, then take the one that left the smallest hole."""
        by = self._by.get(name, 0)
        holes = self._holes.setdefault(name, {})
        holes[by] = left
        untried = [farther for farther in range(by + 1, FARTHEST + 1) if farther not in holes]
        if untried and self._passes <= FREE_PASSES:
            self._by[name] = untried[0]
        else:
            self._by[name] = min(holes, key=lambda place: (holes[place], place))

    def _take_back(self, survey: Sequence[Mapping[str, Any]]) -> None:
        begins: dict[str, int] = {}
        for number, page in enumerate(survey):
            for block in page["blocks"]:
                begins.setdefault(block["id"], number)
        for name, passed in self._passed.items():
            while passed and name in begins and begins.get(passed[-1]) == begins[name]:
                self._holes.setdefault(name, {}).setdefault(len(passed), 1.0)  # not to be tried again: no use
                passed.pop()
                self._by[name] = len(passed)

    def move(self, root: HtmlElement) -> None:
        """Move the boxes of a chapter; mark those that can be moved."""
        for block in [element for element in elements(root) if is_block(element) and element.tag not in _TEXT]:
            if (above := next(_parts(block.itersiblings(preceding=True)), None)) is not None and _announces(above):
                continue
            add_class(block, "movable")
            self._passed[block.get("id", "")] = []
            for _ in range(self._by.get(block.get("id", ""), 0)):
                following = _text_after(block, over_headings=bool(_DRAWN & set(classes(block))))
                if following is None:
                    break
                behind = next(_parts(block.itersiblings()), None)
                before = next(_parts(block.itersiblings(preceding=True)), None)
                notes = _notes_beside(block)
                following.addnext(block)
                self._passed[block.get("id", "")].append(following.get("id", ""))
                if before is not None and len(self._passed[block.get("id", "")]) == 1:
                    drop_class(before, "brief")
                for note in notes:
                    block.addprevious(note)
                if behind is not None:
                    mark_continuing(behind, before)
                if (after := next(_parts(block.itersiblings()), None)) is not None:
                    mark_continuing(after, block)


def _notes_beside(block: HtmlElement) -> list[HtmlElement]:
    """The places of the notes that stand beside a box: left behind, they might be on another page than the box."""
    name = block.get("id")
    return [place for place in block.getparent() if name and place.get("data-beside") == name]


def text_lines(page: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The lines of a page that stand in the column of the text."""
    return [line for line in page["lines"] if line["part"] == "text" and not _MARGIN & set(line["classes"].split())]


def hole(page: Mapping[str, Any]) -> float:
    """How much of the height of a page's text is empty at its foot, from 0 to 1."""
    top, _, bottom, _ = page["margins"]
    foot = page["footnotes"] or page["height"] - bottom
    pictures = [block["bottom"] for block in page["blocks"] if block["tag"] in ("img", "svg")]
    lowest = max([top, *pictures, *(line["top"] + line["height"] for line in text_lines(page))])
    return float((foot - lowest) / (page["height"] - top - bottom))


def _text_after(block: HtmlElement, over_headings: bool) -> HtmlElement | None:
    """Find the paragraph, list or card behind which a block can be moved."""
    following = next(_parts(block.itersiblings()), None)
    while following is not None and following.tag == "section" and over_headings:
        following = next((part for part in _parts(following) if part.tag not in HEADINGS), None)
    if following is None and over_headings and (around := block.getparent()) is not None and around.tag == "section":
        return _text_after(around, over_headings)
    passed = following is not None and (following.tag in _TEXT or _PASSED & set(classes(following)))
    return following if passed else None


def _announces(paragraph: HtmlElement) -> bool:
    """Whether a paragraph makes no sense but directly before what follows it."""
    return paragraph.tag == "p" and text_of(paragraph).endswith(":")


def _parts(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    return (other for other in elements if isinstance(other.tag, str) and "beside" not in classes(other))
