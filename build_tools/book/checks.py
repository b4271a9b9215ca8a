"""What must hold of the assembled book before it is laid out, and where a fault of the layout comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from lxml.html import HtmlElement

from worksheets.facts import NOWHERE
from worksheets.problems import Problem, Source

from .chapters import Fragment
from .markup import elements, text_of


def check_addresses(root: HtmlElement, sources: Mapping[str, Fragment]) -> list[Problem]:
    """Find ids that stand twice and links that lead nowhere.

    :param sources: document name -> what it was printed from.
    """
    ids = Counter(element.get("id") for element in elements(root) if element.get("id"))
    problems = [
        Problem(
            source_of(element, sources),
            f"the id {element.get('id')!r} is given twice in the book",
            "give one of the two another name",
            "print.double-id",
        )
        for element in elements(root)
        if ids[element.get("id")] > 1
    ]
    for link in root.iter("a"):
        target = unquote(link.get("href", ""))
        if target.startswith("#") and target[1:] not in ids:
            problems.append(
                Problem(
                    source_of(link, sources, target[1:]),
                    f"the link {text_of(link)!r} leads to {target[1:]!r}, which is not in the printed book",
                    "name a chapter, section or fact that is printed",
                    "print.dead-link",
                )
            )
    return sorted(set(problems))


def source_of(element: HtmlElement, sources: Mapping[str, Fragment], target: str = "") -> Source:
    """Find where an element was written; nowhere for what the templates add.

    :param target: the printed id to which the element links: it tells the line.
    """
    for above in [element, *element.iterancestors()]:
        if above.get("data-docname"):
            fragment = sources[above.get("data-docname")]
            return Source(fragment.path, fragment.lines.get(target, 0))
    return NOWHERE


def place_log(lines: Iterable[str], root: HtmlElement, sources: Mapping[str, Fragment]) -> list[Problem]:
    """Make problems of WeasyPrint's log lines, each with the document that it is about, where the line tells."""
    return sorted(
        {
            Problem(
                next((source_of(element, sources) for element in _mentioned(line, root)), NOWHERE),
                f"in print: {line}",
                "mend it in the chapter, or in the style sheet",
                "print.layout",
            )
            for line in lines
        }
    )


def _mentioned(line: str, root: HtmlElement) -> Iterable[HtmlElement]:
    """Find the elements of which a log line quotes an address, an id, a style or a character."""
    character = re.search(r"\(U\+([0-9A-F]{4,6})\)", line)
    for element in elements(root):
        if character and chr(int(character[1], 16)) in (element.text or "") + (element.tail or ""):
            yield element
            continue
        quoted = (element.get(name) for name in ("href", "src", "data", "id", "style"))
        if any(value and len(value) > 3 and value.lstrip("#") in line for value in quoted):
            yield element
