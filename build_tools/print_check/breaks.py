"""Rules 13 to 15 and 17: what stands at the head and the foot of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..book.gaps import TITLES
from ..book.page_fill import hole
from .layout import HEADINGS, TEXT_PAGES, Fault, Page, column, paragraphs
from .rules import RULES, Rules


def widows(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 13: no single line of a paragraph before or after a page's end."""
    for lines in paragraphs(pages):
        counts = Counter(number for number, _ in lines)
        for number, count in counts.items():
            if len(counts) > 1 and count < rules[13].limits["least"]:
                yield Fault(
                    13, number, lines[0][1]["id"], "one line of a paragraph stands alone", "reword the paragraph"
                )


def headings(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rules 14 and 15: headings are short, and stand with their text."""
    for number, page in enumerate(pages, 1):
        lines = column(page) if page["name"] in TEXT_PAGES else []
        heads = [index for index, line in enumerate(lines) if HEADINGS & set(line["tags"][:1])]
        for index in heads:
            line = lines[index]
            below = [other for other in lines[index + 1 :] if not HEADINGS & set(other["tags"][:1])]
            if len(below) < rules[14].limits["least"]:
                yield Fault(
                    14, number, line["id"], f"heading {line['text']!r} at the foot", "let it begin the next page"
                )
            if line["hyphen"]:
                yield Fault(15, number, line["id"], f"heading with a hyphen: {line['text']!r}", "shorten it")
        if lines and lines[-1]["classes"].split(" ")[0] in TITLES:
            yield Fault(
                14, number, lines[-1]["id"], f"title {lines[-1]['text']!r} at the foot", "let it begin the next page"
            )
        for html_id, count in Counter(lines[index]["id"] for index in heads).items():
            if count > rules[15].limits["most"] and html_id:
                yield Fault(15, number, html_id, f"a heading of {count} lines", "shorten it")


def holes(pages: Sequence[Page], rules: Rules = RULES) -> Iterator[Fault]:
    """Rule 17: pages are full, but for the last of a chapter."""
    for number, (page, after) in enumerate(pairwise(pages), 1):
        if page["name"] not in TEXT_PAGES or page["blank"] or after["blank"] or after["name"] != page["name"]:
            continue
        opens = any("h1" in line["tags"][:1] for line in after["lines"])
        if not opens and (empty := hole(page)) > rules[17].limits["hole"]:
            where = max(column(page), key=lambda line: float(line["top"]), default={"id": ""})["id"]
            yield Fault(
                17, number, where, f"{empty:.0%} of the page is empty", "put what follows behind the next paragraph"
            )
