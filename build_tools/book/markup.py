"""Small questions to, and changes of, parsed HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml.etree import XPath
from lxml.html import HtmlElement

# Searched by libxml2: books are long, and are searched for many classes in each pass. Most fail the first test.
_WITH_CLASS = XPath(
    "descendant-or-self::*/@class[contains(., $name)]"
    "[contains(concat(' ', normalize-space(.), ' '), concat(' ', $name, ' '))]/.."
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def parse(html: str) -> HtmlElement:
    """Parse a piece of HTML into one ``div``."""
    return lxml.html.fragment_fromstring(html, create_parent="div")


def serialize(element: HtmlElement) -> str:
    """Write an element as HTML, without the text behind it."""
    return str(lxml.html.tostring(element, encoding="unicode", with_tail=False))


def classes(element: HtmlElement) -> list[str]:
    """List the classes of an element."""
    return str(element.get("class", "")).split()


def add_class(element: HtmlElement, name: str) -> None:
    """Give an element one more class."""
    element.set("class", " ".join(dict.fromkeys([*classes(element), name])))


def drop_class(element: HtmlElement, name: str) -> None:
    """Take a class from an element that may have it."""
    if name in classes(element):
        element.set("class", " ".join(one for one in classes(element) if one != name))


def with_class(root: HtmlElement, name: str) -> list[HtmlElement]:
    """Find all elements below and including ``root`` that have a class, in document order."""
    return list(_WITH_CLASS(root, name=name))


def elements(root: HtmlElement) -> Iterator[HtmlElement]:
    """Go through all elements, comments and processing instructions left out."""
    found: Iterator[HtmlElement] = root.iter("*")
    return found


def within(root: HtmlElement, *tags: str) -> set[HtmlElement]:
    """Collect the elements of some tags in ``root``, and all that these hold."""
    return {element for holder in root.iter(*tags) for element in elements(holder)}


def text_of(element: HtmlElement) -> str:
    """Collect the text of an element on one line."""
    return re.sub(r"\s+", " ", str(element.text_content())).strip()


def remove(element: HtmlElement) -> None:
    """Take an element out, but leave the text behind it."""
    element.drop_tree()


def unwrap(element: HtmlElement) -> None:
    """Take a tag away and leave what it held."""
    element.drop_tag()


def wrap(element: HtmlElement, tag: str, **attributes: str) -> HtmlElement:
    """Put an element into a new one in the same place, and return the new one."""
    outer = element.makeelement(tag, attributes)
    outer.tail, element.tail = element.tail, None
    element.getparent().replace(element, outer)
    outer.append(element)
    return outer


def enclosing(element: HtmlElement, *tags: str) -> HtmlElement | None:
    """Find the nearest element of one of some tags that holds the element."""
    return next((above for above in element.iterancestors(*tags)), None)
