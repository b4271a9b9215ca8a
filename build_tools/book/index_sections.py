"""Sections that are about an entry of the index from beginning to end, so that it names all their pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml.html import HtmlElement

from .addresses import element_id
from .index_words import Wanted
from .markup import elements, enclosing
from .word_finder import text_blocks


def mark_sections(
    wanted: Iterable[Wanted], labels: Mapping[str, str], chapters: Iterable[tuple[HtmlElement, str]]
) -> tuple[dict[str, list[str]], list[Wanted]]:
    """Give ids to the paragraphs of sections that the author names by their labels.

    :param wanted: labels in place of words, and what they are listed under.
    :param labels: label -> printed id.
    :param chapters: the chapters, and their names.
    :return: key -> ids of the places, in order; and what is in none of the chapters.
    """
    named = {element.get("id"): (element, docname) for root, docname in chapters for element in elements(root)}
    found: dict[str, list[str]] = {}
    missing: list[Wanted] = []
    for one in wanted:
        element, docname = named.get(labels.get(one.label, ""), (None, ""))
        section = element if element is None or element.tag == "section" else enclosing(element, "section")
        if section is None:
            missing.append(one)
        else:
            found.setdefault(one.key, []).extend(_ids_in(section, docname, one.label))
    return found, missing


def _ids_in(section: HtmlElement, docname: str, label: str) -> Sequence[str]:
    ids: list[str] = []
    for number, block in enumerate(text_blocks(section), start=1):
        if not block.get("id"):
            block.set("id", element_id(docname, f"in-{label}-{number}"))
        ids.append(block.get("id"))
    return ids
