"""What is known of the pages of one book in one edition, from pass to pass."""

from __future__ import annotations

from lxml.html import HtmlElement

from worksheets.press.typeset import Typeset

from .drift import Drift
from .editions import Edition
from .folios import Folios
from .margin import MarginNotes
from .notes_in_text import NotesInText
from .references import NearPages, fill_in_pages


class Known:
    """Notes, boxes and page numbers, each with what the passes have shown of it.

    As long as boxes look for their places, references bear the numbers of the first pass, so that a chapter need not be
    laid out again where nothing else changes.

    :param referring: have references bear the numbers of the last pass from the beginning.
    """

    def __init__(self, edition: Edition, *, referring: bool = False) -> None:
        self._notes = MarginNotes(edition.paper) if edition.beside else NotesInText()
        self._drift = Drift(edition.drawn_within)
        self._near = NearPages()
        self._referring = referring
        self._referred = Folios()

    def learn(self, before: Typeset) -> None:
        """Take over what a pass has shown."""
        self._notes.learn(before.anchors, before.spans)
        self._drift.learn(before.survey)
        self._referring |= not self._drift.goes_on

    @property
    def is_over(self) -> bool:
        """Whether nothing but the numbers of pages changes any more."""
        return self._drift.is_over

    def set_in(self, chapter: HtmlElement, folios: Folios) -> None:
        """Write all of it into a chapter."""
        if isinstance(self._notes, NotesInText):  # they are text that boxes may be moved behind
            self._notes.set_in(chapter, folios)
        self._drift.move(chapter)
        if self._referring or not self._referred.pages:
            self._referred = folios
        fill_in_pages(chapter, self._referred, self._near)
        if isinstance(self._notes, MarginNotes):
            self._notes.set_in(chapter, folios)
