"""Short notes in the text, for editions of one column: each follows the paragraph that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from .folios import Folios
from .margin import set_behind
from .markup import add_class, classes, elements, with_class


class NotesInText:
    """Takes the place of ``MarginNotes`` where notes have no margin; there is nothing to learn."""

    def learn(self, pages: Mapping[str, int], spans: Mapping[str, tuple[float, float]]) -> None:
        """Pass over what a pass has shown."""

    def set_in(self, root: HtmlElement, folios: Folios) -> None:
        """Set the notes of one chapter where they were marked."""
        by_id = {element.get("id"): element for element in elements(root) if element.get("id")}
        for place in with_class(root, "beside"):
            beside = place.attrib.pop("data-beside", None)
            add_class(place, "in-text")
            if beside in by_id and "moved" in classes(place):
                set_behind(place, by_id[beside])
