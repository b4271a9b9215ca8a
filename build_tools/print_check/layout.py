"""A layout as it was surveyed, and faults in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from ..book.page_fill import text_lines

Line: TypeAlias = Mapping[str, Any]
Page: TypeAlias = Mapping[str, Any]  # as worksheets/press/child_survey.py tells it

TEXT_PAGES = frozenset({"chapter", "body-begins", "front"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What breaks a rule, where, and what to do."""

    rule: int
    page: int  # physical, from 1; 0 for the book as a whole
    id: str  # of the element nearest to it
    what: str
    mend: str


def running_text(page: Page) -> list[Line]:
    """The lines of a page that stand in paragraphs of its running text, from top to bottom."""
    if page["name"] not in TEXT_PAGES:
        return []
    return [line for line in page["lines"] if line["part"] == "text" and line["tags"][:2] == ["p", "section"]]


def column(page: Page) -> list[Line]:
    """The lines of a page that stand in the column of the text, with headings and boxes, from top to bottom."""
    return sorted(text_lines(page), key=lambda line: float(line["top"]))


def paragraphs(pages: Sequence[Page]) -> Iterator[list[tuple[int, Line]]]:
    """All paragraphs of running text: their lines, each with its page."""
    found: list[tuple[int, Line]] = []
    for number, page in enumerate(pages, start=1):
        for line in running_text(page):
            found.append((number, line))
            if line["last"]:
                yield found
                found = []


def mean(values: Iterable[float]) -> float:
    """The mean, 0 of nothing."""
    known = list(values)
    return sum(known) / len(known) if known else 0.0
