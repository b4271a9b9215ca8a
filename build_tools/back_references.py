"""Behind each work of the bibliography the places that cite it: sections on screen, pages in print.

``sphinxcontrib.bibtex`` leads back only within one document, and a book's bibliography is a document of its own.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from worksheets.facts import Place

from .citations import BIBTEX
from .citing_places import citing_places, documents_with_bibliography
from .places import book_order
from .printed import ON_PAPER

CLASS = "cited-in"  # the printed book puts pages in place of the links in such an element


class BackReferences(SphinxPostTransform):
    """Adds the links to the works of a bibliography, once ``sphinxcontrib.bibtex`` has listed them."""

    default_priority = 6  # bibtex lists the works at 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Go through the works of the document."""
        docname = self.env.current_document.docname
        if docname not in documents_with_bibliography(self.env):
            return
        on_paper = self.env._builder_cls.name in ON_PAPER
        places: dict[str, list[Place]] = {}
        for name in book_order(self.env):
            if name != docname:
                for key, place in citing_places(self.env, name, on_paper):
                    places.setdefault(key, []).append(place)
        domain: Any = self.env.get_domain(BIBTEX)
        keys: dict[str, str] = {citation.citation_id: citation.key for citation in domain.citations}
        for work in list(self.document.findall(nodes.Element)):
            ids: list[str] = work.get("ids", [])
            key = next((keys[identifier] for identifier in ids if identifier in keys), "")
            paragraphs = list(work.findall(nodes.paragraph)) if key in places else []
            if paragraphs:
                paragraphs[-1] += self._cited_in(places[key], on_paper)

    def _cited_in(self, places: list[Place], on_paper: bool) -> nodes.inline:
        if not on_paper:
            first: dict[str, Place] = {}
            for place in places:
                first.setdefault(_words(place), place)
            places = list(first.values())
        links: list[nodes.Node] = []
        for place in places:
            links += [*([nodes.Text(", ")] if links else []), self._link(place)]
        return nodes.inline("", "", nodes.Text(" Cited in "), *links, nodes.Text("."), classes=[CLASS])

    def _link(self, place: Place) -> nodes.reference:
        uri = self.env._app.builder.get_relative_uri(self.env.current_document.docname, place.chapter)
        return nodes.reference("", _words(place), refuri=f"{uri}#{place.anchor}", internal=True)


def _words(place: Place) -> str:
    """Name a section to two levels, "5.6", or a chapter without a number by its title."""
    return ".".join(place.section.split(".")[:2]) or place.chapter_title
