"""Signs that a keyboard lacks, set where a printed page wants them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from .markup import elements, with_class

# 1937-38 or 1937-1938, but not the parts of a date such as 1934-12-01.
_YEARS = re.compile(r"(?<![\d-])(\d{2})(\d{2})-(\d{2}|\d{4})(?![\d-])")
_SHORT_END = re.compile(r"(?<=\S) (?=\S{1,3}\s*$)")
VERBATIM = ("code", "pre", "kbd", "samp", "style")


def with_ranges_of_years(text: str) -> str:
    """Put an en dash between two years of a range: 1937–38."""
    return _YEARS.sub(_dashed, text)


def set_ranges_of_years(root: HtmlElement) -> None:
    """Put an en dash between two years of a range, but not in code and addresses."""
    for element in elements(root):
        if element.tag in VERBATIM or next(element.iterancestors(*VERBATIM), None) is not None:
            continue
        if element.text and not _is_address(element):
            element.text = with_ranges_of_years(element.text)
        for child in element:
            if child.tail:
                child.tail = with_ranges_of_years(child.tail)


def bind_short_ends(root: HtmlElement) -> None:
    """Keep the last word of a paragraph with the one before it where it is too short for a line of its own.

    So are the words that say how certain a statement is.
    """
    for label in with_class(root, "fact-certainty"):
        before = label.getprevious()
        if before is not None and before.tail:
            before.tail = re.sub(r" $", "\N{NO-BREAK SPACE}", before.tail)
        elif before is None and label.getparent().text:
            label.getparent().text = re.sub(r" $", "\N{NO-BREAK SPACE}", label.getparent().text)
    for paragraph in root.iter("p"):
        text = (paragraph[-1].tail if len(paragraph) else paragraph.text) or ""
        bound = _SHORT_END.sub("\N{NO-BREAK SPACE}", text)
        if len(paragraph):
            paragraph[-1].tail = bound or None
        else:
            paragraph.text = bound or None


def _dashed(match: re.Match[str]) -> str:
    century, first, last = match.groups()
    # What does not rise is no range: 1937-07 is a month.
    rises = int(last) > int(first if len(last) == 2 else century + first)
    return match[0].replace("-", "\N{EN DASH}") if rises else match[0]


def _is_address(element: HtmlElement) -> bool:
    return element.tag == "a" and "://" in (element.text or "")
