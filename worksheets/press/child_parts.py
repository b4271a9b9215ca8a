"""A long document in parts, each laid out again only where it has changed; WeasyPrint 70 lays out whole documents.

Each part begins on a page of its own. All that it has of those before it is the side of its first page and the number
of the page before it, so that it looks the same whatever they hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from .child_tree import boxes_within
from .passes import PART, WAITING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from weasyprint import HTML, Document
    from weasyprint.document import Page

    from .child_pages import Pages
    from .typeset_child import Log

_SIDES = {"right": True, "recto": True, "left": False, "verso": False}  # of books that are read from left to right
_FOOT = "</body></html>"
_LASTING = frozenset({"font_config", "dictionaries", "get_image_from_uri"})  # of WeasyPrint's state: for drawing


@dataclass(frozen=True, slots=True)
class Start:
    """What a part takes over from the pages before it."""

    number: int = 0  # of the last page
    right: bool = True  # whether the next page is a right-hand one


@dataclass(slots=True, eq=False)
class Part:
    """A part that is laid out."""

    text: bytes  # digest of its HTML
    start: Start
    end: Start  # where the next part starts
    documents: Sequence[Document]  # a blank page, where the part goes on to the next right-hand one, and itself
    root: Element
    log: tuple[str, ...]
    laid_out: Pages | None

    @property
    def pages(self) -> list[Page]:
        """All pages, the blank one too."""
        return [page for document in self.documents for page in document.pages]


class Parts:
    """A document that is laid out again and again, until its text stays as it is.

    Have only one: it changes how WeasyPrint begins a document.

    :param read: makes a document of HTML from a text.
    :param prepare: is called with the root of each document before it is laid out.
    :param finish: is called with the pages of each document when it is laid out.
    :param log: of WeasyPrint.
    :param options: of WeasyPrint.
    """

    def __init__(
        self,
        read: Callable[[str], HTML],
        prepare: Callable[[Element], None],
        finish: Callable[[Sequence[Page]], None],
        log: Log,
        options: dict[str, Any],
    ) -> None:
        from weasyprint.css.counters import CounterStyle
        from weasyprint.text.fonts import FontConfiguration

        from .child_light import make_light
        from .child_memo import remember_layout
        from .child_pages import KnownPages
        from .child_styles import parse_styles_once, share_styles

        self._read = read
        self._prepare = prepare
        self._finish = finish
        self._log = log
        self._options = {
            **options, "font_config": FontConfiguration(), "counter_style": CounterStyle(), "color_profiles": {},
            "cache": {},
        }  # fmt: skip
        self._begin = _Beginning()
        self.parts: list[Part] = []
        self._head = b""  # digest of the head of the last text
        self.settled = False  # whether each part is laid out as the text has it
        parse_styles_once()
        share_styles()
        self._forget = remember_layout()
        self._pages = KnownPages(log)
        self._make_light = make_light

    def lay_out(self, text: str, last: bool = False) -> None:
        """Lay out what has changed; ``parts`` are those of the text then.

        :param text: HTML; each part begins behind a ``PART`` or ``WAITING`` in its body.
        :param last: there will be no further text, so that nothing waits.
        """
        head, *marked = re.split(f"([{PART}{WAITING}])", text.rpartition("</body>")[0])
        begun = sha256(head.encode())
        same_head, self._head = begun.digest() == self._head, begun.digest()
        texts = [(mark, body, _digest(begun, body)) for mark, body in zip(marked[::2], marked[1::2], strict=True)]
        before: list[Part | None] = [*self.parts]
        known = {part.text for part in self.parts}
        changed = any(mark == PART and digest not in known for mark, _, digest in texts)
        self.parts = []
        self.settled = True
        start = Start()
        for place, (mark, body, digest) in enumerate(texts):
            kept = (old for old in before if old and old.text == digest and old.start == start)
            part = next((old for old in kept if old not in self.parts), None)
            stale = before[place] if place < len(before) and before[place] not in self.parts else None
            if part is None and mark == WAITING and changed and not last and stale is not None:
                part = stale
                self.settled = False
            if part is None:
                html = head + body + _FOOT
                part = self._laid_out(
                    html, digest, start, head + _FOOT, stale.laid_out if stale and same_head else None
                )
                if stale is not None:
                    _take_apart(stale, part)
                    before[place] = stale = None
            self.parts.append(part)
            start = part.end
        for old in filter(None, before):
            if old not in self.parts:
                _take_apart(old, None)

    def forget(self) -> None:
        """Forget lines that were laid out, to have room for drawing."""
        self._forget()

    def pages(self) -> list[Page]:
        """Give the pages of all parts."""
        return [page for part in self.parts for page in part.pages]

    def whole(self) -> Document:
        """Give the document, to be drawn."""
        return self.parts[0].documents[-1].copy(self.pages())

    def _laid_out(self, html: str, digest: bytes, start: Start, empty: str, before: Pages | None) -> Part:
        page = self._read(html)
        self._prepare(page.etree_element)
        self._pages.begin(before)
        document, began, end = self._render(page, start)
        laid_out = self._pages.end()
        self._finish(document.pages)
        self._make_light(document.pages)
        documents = [document]
        if began != start:
            documents.insert(0, self._render(self._read(empty), start, blank=True)[0])
        return Part(digest, start, end, documents, page.etree_element, self._log.taken(), laid_out)

    def _render(self, page: HTML, start: Start, *, blank: bool = False) -> tuple[Document, Start, Start]:
        self._begin.prepare(start, blank)
        document = page.render(**self._options)
        return document, *self._begin.told(len(document.pages))


class _Beginning:
    """How WeasyPrint begins a document: on which side, and with which page number."""

    def __init__(self) -> None:
        from weasyprint import layout

        self._start = Start()
        self._blank = False
        self._began = Start()
        self._context: Any = None
        usual = layout.initialize_page_maker

        def initialize_page_maker(context: Any, root: Any) -> None:
            usual(context, root)
            resume_at, next_page, _, state, remake = context.page_maker[0]
            right, number = self._start.right, self._start.number
            if self._blank:
                next_page["break"] = "left" if right else "right"
            elif (side := _forced_side(root)) is not None and side != right:
                right, number = side, number + 1
            self._began = Start(number, right)
            state[1]["page"] = [number]
            state[2][0].add("page")
            context.page_maker[0] = resume_at, next_page, right, state, remake
            self._context = context

        layout.initialize_page_maker = initialize_page_maker

    def prepare(self, start: Start, blank: bool) -> None:
        """Say how the next document begins.

        :param blank: it has no text, and its one page is there for the sake of the side of the next.
        """
        self._start, self._blank = start, blank

    def told(self, pages: int) -> tuple[Start, Start]:
        """Tell where the last document began, and where the next one will."""
        number = self._context.page_maker[pages][3][1]["page"][-1]
        # WeasyPrint's own state holds all styles and boxes in circles, which would last until rubbish is looked for.
        for name in set(vars(self._context)) - _LASTING:
            delattr(self._context, name)
        self._context = None
        return self._began, Start(number, self._began.right == (pages % 2 == 0))


def _take_apart(part: Part, successor: Part | None) -> None:
    """Free the memory of a part's boxes, which hold each other in circles, but for the pages that were taken over."""
    taken = {page._page_box for page in successor.pages} if successor else set()
    for box in boxes_within(page._page_box for page in part.pages if page._page_box not in taken):
        vars(box).clear()


def _digest(begun: Any, text: str) -> bytes:
    digest = begun.copy()
    digest.update(text.encode())
    return bytes(digest.digest())


def _forced_side(box: Any) -> bool | None:
    """Find the side on which a document wants to begin: true for the right-hand one."""
    while True:
        if (side := _SIDES.get(box.style["break_before"])) is not None:
            return side
        inner = next((child for child in _children(box) if child.is_in_normal_flow()), None)
        if inner is None:
            return None
        box = inner


def _children(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.BlockContainerBox):
        yield from (child for child in box.children if isinstance(child, boxes.BlockLevelBox))
