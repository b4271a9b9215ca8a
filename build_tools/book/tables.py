"""Tables: short ones stay on one page, others run over, with head and caption on each."""

from __future__ import annotations

from lxml.html import HtmlElement

from .markup import add_class

LONGEST_WHOLE = 12  # rows; a table of more may run over a page's end


def keep_whole(root: HtmlElement) -> None:
    """Mark the tables that are short enough to stay on one page, so that no row is left over for the next."""
    for table in root.iter("table"):
        if len(table.findall(".//tr")) <= LONGEST_WHOLE and table.find(".//ul") is None:
            add_class(table, "whole")


def repeat_captions(root: HtmlElement) -> None:
    """Make the caption of each long table the first row of its head: a head is repeated, a caption is not."""
    for table in root.iter("table"):
        caption = table.find("caption")
        rows = table.findall(".//tr")
        if caption is None or len(rows) <= LONGEST_WHOLE:
            continue
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
