"""Page numbers in running text: where they shall stand, and filling them in once the pages are known.

An element that waits for a page number says so in its attributes: ``data-page-of`` names the id whose page is wanted,
``data-words`` the words around it, with ``{page}`` where "page 42" goes, and ``data-words-here`` what to print instead
where that page is the element's own.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml.etree import XPath
from lxml.html import HtmlElement

from .addresses import document_id, document_of, element_id
from .folios import Folios
from .index import Target, locators, whole_passage
from .markup import HEADINGS, add_class, classes, elements, enclosing, remove, with_class

_WAITING = XPath("descendant-or-self::*[@data-page-of]")


def ask_for_pages(root: HtmlElement, docname: str) -> None:
    """Mark the links of one document that shall bear a page number.

    ``fact:page`` becomes the page number itself. A reference to another chapter gets "(page 42)" behind it, or
    ", page 42" where it stands in brackets already. Headings and tables stay free of them, and so do links to single
    facts: a name that is linked at every mention would make a page of numbers.
    """
    for link in with_class(root, "fact-page"):
        link.set("data-page-of", link.get("href", "").removeprefix("#"))
        link.set("data-words", "{page}")
        if enclosing(link, "figcaption") is not None:  # of a drawing, whose numbers stand mostly just above it
            link.set("data-words-here", "above")
            link.set("id", element_id(docname, f"shown-{link.get('data-page-of')}"))
    count = 0
    for link in with_class(root, "to-section"):
        target = link.get("href", "").removeprefix("#")
        if "external" in classes(link) or document_of(target) == document_id(docname):
            continue
        if enclosing(link, *HEADINGS, "table", "figcaption") is not None:
            continue
        words = _within_brackets(link) if _in_brackets(link) else " ({page})"
        count += 1
        number = link.makeelement(
            "span",
            {
                "class": "page-reference",
                "id": element_id(docname, f"page-reference-{count}"),
                "data-page-of": target,
                "data-words": words,
            },
        )
        number.tail, link.tail = link.tail, None
        link.addnext(number)


def forget_unprinted(chapters: Collection[HtmlElement]) -> None:
    """Leave out the places of a bibliography that are not printed: notes beside the text name no sources."""
    ids = {element.get("id") for chapter in chapters for element in elements(chapter)}
    ids -= {
        element.get("id")
        for chapter in chapters
        for note in with_class(chapter, "beside-note")
        for element in elements(note)
    }
    for cited in (cited for chapter in chapters for cited in with_class(chapter, "cited-in")):
        for link in list(cited.iter("a")):
            if _target(link) not in ids:
                remove(link)
        if next(cited.iter("a"), None) is None:
            remove(cited)


def name_mentions(root: HtmlElement, docname: str, targets: Collection[str]) -> dict[str, list[str]]:
    """Give each link to one of some ids an id of its own, so that the index can find it.

    :return: id that is linked to -> ids of the links, in order.
    """
    mentions: dict[str, list[str]] = {}
    for link in root.iter("a"):
        target = link.get("href", "").removeprefix("#")
        if target in targets:
            if not link.get("id"):
                link.set("id", element_id(docname, f"mention-{sum(map(len, mentions.values())) + 1}"))
            mentions.setdefault(target, []).append(link.get("id"))
    return mentions


class NearPages:
    """Says where a page is that a reader need not look for: opposite, or overleaf.

    Such a word may move the line that it stands in, and so the page; a reference whose word was wrong a pass later
    names the number for good, so that the passes come to an end.
    """

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self._numbered: set[str] = set()

    def word(self, html_id: str, target: str, folios: Folios) -> str:
        """Give the word for the page of a target, or nothing where its number is to be printed."""
        word = folios.near(html_id, target)
        if self._said.setdefault(html_id, word) != word and html_id in folios.pages:
            if self._said[html_id]:
                self._numbered.add(html_id)
            self._said[html_id] = word
        return "" if html_id in self._numbered else word


def fill_in_pages(root: HtmlElement, folios: Folios, near: NearPages | None = None) -> None:
    """Write the page numbers into all elements that wait for one."""
    near = near or NearPages()
    for cited in with_class(root, "cited-in"):
        _fill_in_pages_of_links(cited, folios, " Cited on ", ".")
    for taught in with_class(root, "fact-pages"):
        _fill_in_pages_of_links(taught, folios)
    for element in _WAITING(root):
        target, here = element.get("data-page-of"), element.get("data-words-here")
        if here is not None and folios.same_page(element.get("id"), target):
            element.text = here
            add_class(element, "here")
        else:
            word = near.word(element.get("id"), target, folios) if "page-reference" in classes(element) else ""
            page = word or f"page\N{NO-BREAK SPACE}{folios.of(target)}"
            element.text = element.get("data-words").format(page=page)


def _fill_in_pages_of_links(holder: HtmlElement, folios: Folios, before: str = "", end: str = "") -> None:
    """Put the pages to which some links lead in place of these, each page once."""
    links = list(holder.iter("a"))
    ends = {_target(link.getprevious()): _target(link) for link in links if "passage-end" in classes(link)}
    targets = [Target(_target(link), False) for link in links if "passage-end" not in classes(link)]
    shown = [target for target in targets if target.id in folios.pages]
    if not shown and folios.pages and before:  # words of its own, as those of a work that no page of this edition cites
        remove(holder)
        return
    shown = shown or targets[:1]
    found = [whole_passage(target, ends[target.id], folios) for target in shown if target.id in ends]
    found += locators((target for target in shown if target.id not in ends), folios)
    for child in list(holder):
        holder.remove(child)
    several = len(found) > 1 or "\N{EN DASH}" in found[0].label
    holder.text = f"{before}{'pages' if several else 'page'}\N{NO-BREAK SPACE}"
    for locator in found:
        link = holder.makeelement("a", {"href": f"#{locator.id}"})
        link.text, link.tail = locator.label, end if locator is found[-1] else ", "
        holder.append(link)


def _target(link: HtmlElement) -> str:
    return str(link.get("href", "")).removeprefix("#")


def _within_brackets(link: HtmlElement) -> str:
    following = (link.tail or "").lstrip()
    return ", {page}" if not following or following[0] in ").,;:" else ", {page},"


def _in_brackets(link: HtmlElement) -> bool:
    """Whether an opening bracket before the link, in the same block, has not been closed yet."""
    block = enclosing(link, "p", "li", "dd", "td", "div", "section")
    before = _text_before(block, link) if block is not None else ""
    return before.count("(") > before.count(")")


def _text_before(block: HtmlElement, link: HtmlElement) -> str:
    texts: list[str] = []

    def collect(element: HtmlElement) -> bool:
        if element is link:
            return True
        texts.append(element.text or "")
        for child in element:
            if collect(child):
                return True
            texts.append(child.tail or "")
        return False

    collect(block)
    return "".join(texts)
