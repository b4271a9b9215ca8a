"""Tables: short ones stay on one page, others run over, with head and caption on each."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from .markup import add_class, classes, remove, text_of, wrap

_SHORT = 14  # letters; a number of fewer is not broken
_SHORT_NAME = 16  # letters; a name of fewer at the head of a row is not broken
_DIGITS = r"[\d.,\s–⁠-]*\d[\d.,\s–⁠-]*"
_NUMBER = re.compile(rf"\W*(?:[^\W\d]+ ){{0,2}}{_DIGITS}(?:[^\W\d]+ {_DIGITS})?(?:[%+]|[^\W\d]+)?\W*")
_NOTHING = re.compile(r"[–—-]?")  # of a cell

LONGEST_WHOLE = 12  # rows; a table of more may run over a page's end


def keep_whole(root: HtmlElement) -> None:
    """Mark the tables that are short enough to stay on one page, so that no row is left over for the next."""
    for table in root.iter("table"):
        if len(table.findall(".//tr")) <= LONGEST_WHOLE and table.find(".//ul") is None:
            add_class(table, "whole")


def frame(root: HtmlElement) -> None:
    """Put each table of the running text into an element that bears its margins.

    WeasyPrint keeps the margin of a table that begins a page, but not that of other boxes with ``margin-break``.
    """
    for table in list(root.iter("table")):
        above = table.getparent()
        if above.tag == "section" or {"document", "ap"} & set(classes(above)):
            wrap(table, "div", **{"class": "table-frame"})


def caption_titles(root: HtmlElement) -> None:
    """Make the caption of a table what its author wrote above it as a paragraph of bold words."""
    for table in root.iter("table"):
        outer = table.getparent() if "table-wrapper" in classes(table.getparent()) else table
        title = outer.getprevious()
        if title is None or title.tag != "p" or table.find("caption") is not None or len(title) != 1:
            continue
        words = title[0]
        if words.tag not in ("b", "strong") or (title.text or "").strip() or (words.tail or "").strip():
            continue
        caption = table.makeelement("caption", {})
        caption.text = words.text
        caption.extend(list(words))
        if html_id := title.get("id"):
            caption.set("id", html_id)
        table.insert(0, caption)
        _into_head(table, caption)  # a caption by itself could be left at the foot of a page
        remove(title)


def align_numbers(root: HtmlElement) -> None:
    """Set columns of numbers at the right, and let none of these be broken."""
    for table in root.iter("table"):
        body = [list(row) for row in table.iterfind(".//tbody/tr")]
        heads = [list(row) for row in table.iterfind(".//thead/tr") if "caption" not in classes(row)]
        spans = any(cell.get("colspan") or cell.get("rowspan") for row in [*body, *heads] for cell in row)
        if spans or len({len(row) for row in [*body, *heads]}) != 1:
            continue
        for column in range(1, len(body[0]) if body else 0):
            texts = [text_of(row[column]) for row in body]
            if all(_NUMBER.fullmatch(text) or _NOTHING.fullmatch(text) for text in texts) and any(texts):
                for row in [*heads, *body]:
                    add_class(row[column], "text-right")
            for row, text in zip(body, texts, strict=True):
                if len(text) < _SHORT and _NUMBER.fullmatch(text):
                    add_class(row[column], "nowrap")
        for row in body:
            if len(text_of(row[0])) < _SHORT_NAME:
                add_class(row[0], "nowrap")


def repeat_captions(root: HtmlElement) -> None:
    """Make the caption of each long table the first row of its head: a head is repeated, a caption is not."""
    for table in root.iter("table"):
        caption = table.find("caption")
        rows = table.findall(".//tr")
        if caption is None or len(rows) <= LONGEST_WHOLE:
            continue
        _into_head(table, caption)


def _into_head(table: HtmlElement, caption: HtmlElement) -> None:
    rows = table.findall(".//tr")
    head = table.find("thead")
    if head is None:
        head = table.makeelement("thead", {})
        body = table.find("tbody")
        (body if body is not None else rows[0]).addprevious(head)
    columns = max(len(row) for row in rows)
    row = head.makeelement("tr", {"class": "caption", "data-tag": "Caption"})
    caption.tag = "td"
    caption.set("data-tag", "P")
    caption.set("colspan", str(columns))
    caption.tail = None
    row.append(caption)
    head.insert(0, row)
