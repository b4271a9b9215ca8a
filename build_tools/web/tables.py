"""Tables that can be heard and that fit a phone."""

from __future__ import annotations

import re

from docutils import nodes

_EMPTY_HEAD = re.compile(r"<th[^>]*>(?:<p>\s*</p>|\s*)</th>")


def name_rows(doctree: nodes.document) -> None:
    """Where the corner of a table is empty, the first cell of each row is its heading; Markdown cannot say so."""
    for head in doctree.findall(nodes.thead):
        corner = head.next_node(nodes.entry)
        column = head.parent.next_node(nodes.colspec) if head.parent is not None else None
        if corner is not None and column is not None and not corner.astext().strip():
            column["stub"] = 1


def mend_tables(html: str) -> str:
    """Make empty headings plain cells, and put each table into a box that scrolls by itself."""
    html = _EMPTY_HEAD.sub("<td></td>", html)
    return html.replace("<table", '<div class="table-box"><table').replace("</table>", "</table></div>")
