"""One name space for the ids of many documents.

Two chapters may both have a section "summary" and a footnote "id1". In the printed book every id bears its document's
name, and every address points to one of these.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from lxml.html import HtmlElement

from .markup import elements

SCHEME = "printed:"  # how Sphinx writes a link to another document for us: printed:docname#id
_ID_LISTS = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
_IN_STYLE = re.compile(r"url\(#([^)]+)\)")


def document_uri(docname: str) -> str:
    """Write the address of a document, to which Sphinx appends ``#`` and an id."""
    return SCHEME + quote(docname)


def document_id(docname: str) -> str:
    """Name the id at which a document begins in print."""
    return re.sub(r"\s", "_", docname)


def element_id(docname: str, html_id: str) -> str:
    """Name the printed id of an element."""
    return f"{document_id(docname)}--{html_id}"


def document_of(printed_id: str) -> str:
    """Tell the id of the document in which an element stands."""
    return printed_id.partition("--")[0]


def printed_target(uri: str, docname: str) -> str | None:
    """Find the printed id to which a link in a document leads; nothing for an address outside the book."""
    if uri.startswith("#"):
        return element_id(docname, unquote(uri[1:])) if len(uri) > 1 else document_id(docname)
    if not uri.startswith(SCHEME):
        return None
    other, _, html_id = unquote(uri.removeprefix(SCHEME)).partition("#")
    return element_id(other, html_id) if html_id else document_id(other)


def make_unique(root: HtmlElement, docname: str) -> None:
    """Rewrite all ids of a document, and all references to ids, in its own text and in others'."""
    for element in elements(root):
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, element_id(docname, value))
            elif name in _ID_LISTS:
                element.set(name, " ".join(element_id(docname, part) for part in value.split()))
            elif name in ("href", "xlink:href"):
                target = printed_target(value, docname)
                if target is not None:
                    element.set(name, f"#{target}")
            elif "url(#" in value:
                element.set(name, _IN_STYLE.sub(lambda match: f"url(#{element_id(docname, match[1])})", value))


def settle_empty_anchors(root: HtmlElement) -> dict[str, str]:
    """Give the ids of empty elements to what follows them, and return the ids that were replaced by others.

    An empty anchor is an empty tag to a screen reader, and before a page break it stands on the wrong page.
    """
    replaced: dict[str, str] = {}
    for anchor in [element for element in elements(root) if _is_empty_anchor(element)]:
        html_id = anchor.get("id")
        tail = anchor.tail or ""
        if tail.strip():
            # Inside a paragraph the word behind the anchor takes it: the paragraph may run over two pages.
            before, word, after = re.fullmatch(r"(\s*)(\S+)(.*)", tail, re.DOTALL).groups()  # type: ignore[union-attr]
            anchor.tail = None
            anchor.text = word
            anchor.tail = after
            _append_before(anchor, before)
            continue
        heir = anchor.getnext()
        if heir is None or not isinstance(heir.tag, str):
            heir = anchor.getparent()
        if heir.get("id"):
            replaced[html_id] = heir.get("id")
        else:
            heir.set("id", html_id)
        anchor.drop_tree()
    return {old: _last(new, replaced) for old, new in replaced.items()}


def redirect(root: HtmlElement, replaced: dict[str, str]) -> None:
    """Lead links to replaced ids to the ids in their place."""
    for link in root.iter("a"):
        target = link.get("href", "").removeprefix("#")
        if target in replaced:
            link.set("href", f"#{replaced[target]}")


def _is_empty_anchor(element: HtmlElement) -> bool:
    return element.tag == "span" and element.get("id") and not len(element) and not (element.text or "").strip()


def _append_before(element: HtmlElement, text: str) -> None:
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent = element.getparent()
        parent.text = (parent.text or "") + text


def _last(html_id: str, replaced: dict[str, str]) -> str:
    while html_id in replaced:
        html_id = replaced[html_id]
    return html_id
