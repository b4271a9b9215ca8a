"""Tables that run over pages: head and caption stand on each."""

from __future__ import annotations

from lxml.html import HtmlElement

LONGEST_WHOLE = 12  # rows; a table of more may run over a page's end


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
