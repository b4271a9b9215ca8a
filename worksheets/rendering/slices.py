"""Cuts the HTML of a question at its seams, so that the press can put the slices on different pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

SEAM = "seam"  # class of an element before which a page may end where there is no better place
CONTINUED = "continued"  # class of an element whose beginning is in an earlier slice
# Boxes that are cut at their own seams only, whatever the type: lines to write on, what stands in a row, a source.
WHOLE = frozenset(("answer-lines", "verdict", "word-bank", "source"))
EMPTY = ("br", "hr", "img", "wbr")  # elements that are never closed


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a question, from side to side."""

    html: str
    begins_at_seam: bool = False
    # Of a list that is cut: its number in the question, from 0. The items of a list are those of all its slices.
    list_number: int | None = None


@dataclass(slots=True)
class _Element:
    start: str  # its tag as it was written
    tag: str = ""
    classes: tuple[str, ...] = ()
    children: list[_Element | str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.start}{''.join(map(str, self.children))}</{self.tag}>"


def cut(html: str, *, anywhere: bool = False) -> tuple[Slice, ...]:
    """Cut an element into slices: before each child that holds a seam, at each seam in it, and after it.

    The slices have all that they cut through around them: they look as they do in one piece. A list that is cut bears
    the attribute ``data-frame`` in its slices.

    :param html: one element, whose children are not seams. It and those that are cut have a class.
    :param anywhere: take every child but the first of a list or box for a seam, save those of :data:`WHOLE`.
    """
    if SEAM not in html and not anywhere:
        return (Slice(html),)
    whole = _parse(html)
    if anywhere:
        _mark_seams(whole)
    slices: list[Slice] = []
    together: list[_Element | str] = []
    lists = 0

    def add(inner: list[_Element | str], list_number: int | None = None) -> None:
        if "".join(map(str, inner)).strip():
            outer = _Element(_continued(whole.start) if slices else whole.start, whole.tag, children=inner)
            slices.append(Slice(str(outer), bool(inner) and _is_cut_before(inner[0]), list_number))

    for child in whole.children:
        if isinstance(child, str) or not any(map(_is_seam, child.children)):
            together.append(child)
            continue
        add(together)
        together = []
        is_list = child.tag in ("ol", "ul")
        for part in _parts(child, is_list):
            add([part], lists if is_list else None)
        lists += is_list
    add(together)
    return tuple(slices)


def _mark_seams(whole: _Element) -> None:
    for box in whole.children:
        if isinstance(box, _Element) and box.tag in ("ol", "ul", "div") and WHOLE.isdisjoint(box.classes):
            for child in [found for found in box.children if isinstance(found, _Element)][1:]:
                child.classes = (*child.classes, SEAM)


def _parts(element: _Element, is_list: bool) -> Iterator[_Element]:
    start = f"{element.start[:-1]} data-frame>" if is_list else element.start
    parts: list[list[_Element | str]] = [[]]
    for child in element.children:
        if _is_seam(child):
            parts.append([])
        parts[-1].append(child)
    if not "".join(map(str, parts[0])).strip():
        del parts[0]
    for number, children in enumerate(parts):
        yield _Element(_continued(start) if number else start, element.tag, children=children)


def _is_seam(child: _Element | str) -> bool:
    return isinstance(child, _Element) and SEAM in child.classes


def _is_cut_before(part: _Element | str) -> bool:
    return isinstance(part, _Element) and any(map(_is_seam, part.children[:1]))


def _continued(start: str) -> str:
    return re.sub(r'(?<= class=")', f"{CONTINUED} ", start, count=1)


def _parse(html: str) -> _Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    (whole,) = (child for child in reader.open[0].children if isinstance(child, _Element))
    return whole


class _Reader(HTMLParser):
    """Reads HTML in which every element that is opened is closed, and keeps all as it was written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open = [_Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            self.handle_startendtag(tag, attrs)
            return
        classes = tuple((dict(attrs).get("class") or "").split())
        element = _Element(self.get_starttag_text() or "", tag, classes)
        self.open[-1].children.append(element)
        self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
