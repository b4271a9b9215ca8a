"""From physical pages to the numbers that are printed on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

UNKNOWN = "00"  # stands for a page in the first pass; as wide as most

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """Write a number from 1 in small roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


@dataclass(frozen=True)
class Folios:
    """The printed page number of every anchor of the book.

    Front matter, from the cover on, counts in roman numerals; the body begins with page 1 on a right-hand page.
    """

    pages: Mapping[str, int] = field(default_factory=dict)  # id -> physical page from 1; empty before the first pass
    body: str = ""  # id of the first element of the body

    @property
    def pages_before_body(self) -> int:
        """How many physical pages front matter takes."""
        return self.pages.get(self.body, 1) - 1

    def of(self, html_id: str) -> str:
        """Tell the folio of the page on which an element begins."""
        page = self.pages.get(html_id)
        return UNKNOWN if page is None else self.printed_on(page)

    def printed_on(self, page: int) -> str:
        """Tell the folio of a physical page."""
        before = self.pages_before_body
        return roman(page) if page <= before else str(page - before)

    def in_body(self, page: int) -> bool:
        """Whether a physical page has an arabic folio."""
        return page > self.pages_before_body

    def same_page(self, html_id: str, other: str) -> bool:
        """Whether two elements begin on one page."""
        return html_id in self.pages and self.pages[html_id] == self.pages.get(other)

    def near(self, html_id: str, target: str) -> str:
        """Say in a word where a target stands, as seen from another element: opposite or overleaf, else nothing."""
        here, there = self.pages.get(html_id, 0), self.pages.get(target, 0)
        if not here or not there:
            return ""
        if {here, there} == {min(here, there), min(here, there) + 1} and min(here, there) % 2 == 0:
            return "opposite"
        return "overleaf" if here % 2 == 1 and there == here + 1 else ""

    def on_recto(self, html_id: str) -> bool:
        """Whether an element begins on a right-hand page; true as long as nothing is known."""
        return self.pages.get(html_id, 1) % 2 == 1
