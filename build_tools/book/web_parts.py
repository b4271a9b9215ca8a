"""Turn what is made for a screen into what can be printed: tabs, drop-downs, permalinks, section numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from .markup import HEADINGS, add_class, classes, enclosing, remove, text_of, unwrap, with_class, wrap

_EMPHASIS = ("em", "strong", "cite", "code", "i", "b")


def settle_web_parts(root: HtmlElement) -> None:
    """Prepare one document's HTML for paper."""
    for permalink in with_class(root, "headerlink"):
        remove(permalink)
    # Icons are decoration, and an image without meaning cannot be told from one that lacks its description.
    for icon in with_class(root, "sd-octicon"):
        remove(icon)
    for details in list(root.iter("details")):
        _open_details(details)
    for tabs in with_class(root, "sd-tab-set"):
        _open_tabs(tabs)
    for link in list(root.iter("a")):
        _flatten_link(link)
    for table in root.iter("table"):
        _name_rows(table)
    for number in with_class(root, "section-number"):
        number.text = text_of(number).rstrip(".")
        number.tail = " " + (number.tail or "").lstrip()


def _name_rows(table: HtmlElement) -> None:
    """Where the corner of a table is empty, the first cell of each row is its heading; Markdown cannot say so."""
    rows = list(table.iter("tr"))
    corner = next(rows[0].iter("th", "td"), None) if rows else None
    if corner is None or corner.tag != "th" or text_of(corner):
        return
    corner.tag = "td"
    for part in list(corner):
        remove(part)
    for row in rows[1:]:
        if len(row) and row[0].tag == "td":
            row[0].tag = "th"
            row[0].set("scope", "row")


def _open_details(details: HtmlElement) -> None:
    """Make a drop-down a box whose title is the summary."""
    summary = details.find("summary")
    details.tag = "div"
    details.attrib.pop("open", None)
    add_class(details, "opened")
    if summary is not None:
        for marker in with_class(summary, "sd-summary-state-marker"):
            remove(marker)
        _make_title(summary)


def _open_tabs(tabs: HtmlElement) -> None:
    """Make each tab a box of its own, under its label."""
    tabs.attrib.pop("role", None)
    for button in list(tabs.iter("input")):
        remove(button)
    for label in list(tabs.iter("label")):
        content = label.getnext()
        if content is None:
            continue
        for name in ("for", "aria-controls", "role", "tabindex"):
            label.attrib.pop(name, None)
        box = wrap(label, "div")
        box.set("class", "opened tab")
        box.append(content)
        _make_title(label)
    unwrap(tabs)


def _make_title(element: HtmlElement) -> None:
    element.tag = "p"
    element.set("class", "opened-title")
    for part in list(element.iter("span", "div")):
        unwrap(part)


def _flatten_link(link: HtmlElement) -> None:
    """Leave only text in a link: WeasyPrint tags what is nested in one outside of it (issue 2482)."""
    if not link.get("href") or next(link.iter("img", "svg"), None) is not None:
        unwrap(link)
        return
    for part in list(link.iter("span")):
        _keep_kind(link, part)
        unwrap(part)
    children = list(link)
    # A link that is emphasized as a whole becomes emphasis that holds a link.
    if len(children) == 1 and children[0].tag in _EMPHASIS and text_of(children[0]) == text_of(link):
        outer = wrap(link, children[0].tag, **dict(children[0].attrib))
        for link_part in list(outer):
            for inner in list(link_part):
                unwrap(inner)
        return
    for part in children:
        unwrap(part)


def _keep_kind(link: HtmlElement, part: HtmlElement) -> None:
    # Sphinx says in the inner span's class what the author wrote: `ref`, `doc`, a Markdown link.
    if {"std", "doc", "myst"} & set(classes(part)):
        add_class(link, "to-section")


def drop_unused_labels(roots: Sequence[HtmlElement]) -> None:
    """Take the labels off a bibliography to which the text refers by author and year, and not by these labels."""
    links = {(link.get("href", "")[1:], text_of(link).strip("[]")) for root in roots for link in root.iter("a")}
    for citation in [element for root in roots for element in with_class(root, "citation")]:
        for label in with_class(citation, "label"):
            if (citation.get("id"), text_of(label).strip("[]")) not in links:
                remove(label)


def headings(root: HtmlElement) -> Iterator[HtmlElement]:
    """Go through the headings of sections; a heading inside a box is none."""
    for heading in root.iter(*HEADINGS):
        if heading.getparent().tag == "section" and enclosing(heading, "aside", "table") is None:
            yield heading
