"""Footnotes: from a list at a document's end to the foot of the page on which they are called."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from .markup import classes, elements, remove, unwrap, with_class

# What a note may hold besides plain text; all of it becomes spans, as a note stands inside a paragraph's line.
_BLOCKS = ("p", "div", "ul", "ol", "li", "blockquote")
_TOO_MUCH = ("table", "pre", "figure", "section", "dl")


def settle_footnotes(root: HtmlElement) -> list[str]:
    """Move each note to its first call and number the notes of the document from 1.

    A later call of the same note refers back to it. The ids are the printed ones already.

    :return: what cannot be printed as a note, in words for the author.
    """
    bodies = {
        note.get("id"): note for note in elements(root) if "footnote" in classes(note) and note.tag in ("aside", "dd")
    }
    faults: list[str] = []
    numbers: dict[str, int] = {}
    for call in with_class(root, "footnote-reference"):
        target = call.get("href", "").removeprefix("#")
        if target not in bodies:
            continue  # told as a dead link
        if target in numbers:
            _refer_back(call, target, numbers[target])
            continue
        numbers[target] = len(numbers) + 1
        body = bodies[target]
        faults += [f"footnote {numbers[target]} holds a <{part.tag}>" for part in body.iter(*_TOO_MUCH)]
        _set_at_call(call, body, numbers[target])
    for listing in with_class(root, "footnote-list"):
        remove(listing)
    for rule in with_class(root, "footnotes"):
        if rule.tag == "hr":
            remove(rule)
    return faults


def _set_at_call(call: HtmlElement, body: HtmlElement, number: int) -> None:
    for label in with_class(body, "label") + with_class(body, "backrefs"):
        if label.getparent() is not None:
            remove(label)
    note = call.makeelement(
        "span", {"class": "foot-note", "id": body.get("id"), "data-number": str(number), "data-tag": "Note"}
    )
    note.text = (body.text or "").strip() or None
    for part in list(body):
        part.tail = None if not (part.tail or "").strip() else part.tail
        note.append(part)
    for part in list(note.iter(*_BLOCKS)):
        part.set("class", " ".join([*classes(part), f"foot-note-{part.tag}"]))
        part.tag = "span"
    paragraphs = with_class(note, "foot-note-p")
    if paragraphs and paragraphs[0].getparent() is note:
        unwrap(paragraphs[0])  # the first one runs on from the number
    # WeasyPrint takes footnotes out before it collapses white space: a new line in the source would be one in print.
    for part in note.iter():
        part.text = part.text and re.sub(r"\s+", " ", part.text)
        part.tail = part.tail and re.sub(r"\s+", " ", part.tail)
    note.tail = call.tail
    call.getparent().replace(call, note)


def _refer_back(call: HtmlElement, target: str, number: int) -> None:
    """Make a later call of a note: its number alone on the note's own page, note and page elsewhere."""
    tail, html_id = call.tail, call.get("id")
    call.clear()
    call.tail = tail
    call.attrib.update(
        {
            "class": "foot-note-again",
            "id": html_id,
            "href": f"#{target}",
            "data-page-of": target,
            "data-words": f" (note {number}, {{page}})",
            "data-words-here": str(number),
        }
    )
