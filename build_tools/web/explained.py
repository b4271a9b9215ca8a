"""What a pop-up says of a term, a person, an event or a cited work: made for each page, and carried by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup

from worksheets.facts import Event, Fact, Person, Term

from ..drawn.picture import capital
from ..labels import LABELS
from ..places import place_of
from ..typography import curly

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ..domain import FactDomain


CITATION = "bibtex-citation"  # the class of what sphinxcontrib-bibtex makes of a citation


def take_titles(doctree: nodes.document) -> None:
    """Take the title off every link that has a pop-up, before the page is written.

    A work that is cited twenty times would be named in full twenty times, for a mouse alone. Its pop-up says it.
    """
    for citation in doctree.findall(nodes.inline):
        if CITATION in citation["classes"]:
            for link in citation.findall(nodes.reference):
                link["work"] = link.attributes.pop("reftitle", "")
    for link in doctree.findall(nodes.reference):
        if link.get("fact"):
            link.attributes.pop("reftitle", None)


def explained(app: Sphinx, doctree: nodes.document) -> Markup:
    """Write what the links of a page lead to, as JSON for a script element; empty where nothing has a pop-up.

    It is an object from the address of a link, as it stands in the page, to kind, title, text and place; title and
    place may be empty.
    """
    domain: FactDomain = app.env.get_domain("fact")  # type: ignore[assignment]
    found: dict[str, list[str]] = {}
    for link in doctree.findall(nodes.reference):
        address = link.get("refuri") or f"#{link.get('refid', '')}"
        if work := link.get("work"):
            found.setdefault(address, ["Source", "", work, ""])
        if address in found or not link.get("fact") or "fact-page" in link["classes"] or _listed(link):
            continue
        entry = domain.entry(link["fact"])
        if entry and (words := _words(entry.fact)):
            texts = (*words, place_of(app.env, entry).section_label)
            found[address] = [LABELS[entry.fact.kind], *(curly(app.env, text) for text in texts)]
    if not found:
        return Markup("")
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # no text can end the element that holds it


def _words(fact: Fact) -> tuple[str, str] | None:
    """Give title and text."""
    match fact:
        case Term():
            return fact.term, _sentence(fact.definition)
        case Person():
            lived = f" ({fact.lived})" if fact.lived else ""
            fate = f" {fact.surname or fact.full_name} {fact.fate}." if fact.fate else ""
            return fact.full_name + lived, _sentence(fact.role) + fate
        case Event():
            return f"{capital(fact.told_date)}: {fact.title}", _sentence(fact.clause)
    return None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _listed(link: nodes.Node) -> bool:
    """Whether a link stands in a glossary or the like, which says the same beside it."""
    while link.parent is not None:
        link = link.parent
        if isinstance(link, nodes.definition_list) and "fact-list" in link["classes"]:
            return True
    return False
