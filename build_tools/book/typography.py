"""Signs that a keyboard lacks, set where a printed page wants them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from .markup import elements, with_class

# 1937-38, 1937-1938 or 1937-8, but not the parts of a date such as 1934-12-01.
_YEARS = re.compile(r"(?<![\d-])(\d{2})(\d{2})-(\d{1,2}|\d{4})(?![\d-])")
_DECADES = re.compile(r"(?<=\d{4}s)-(?=\d{4}s)")
_SPACED = re.compile(r"(?<=\S) - (?=\S)")
_SHORT_END = re.compile(r"(?<=\S) (?=\S{1,3}\s*$)")
VERBATIM = ("code", "pre", "kbd", "samp", "style")


def with_dashes(text: str) -> str:
    """Put an en dash where a typewriter has a hyphen: in a range of years, 1937–38, and – so – between words."""
    return _SPACED.sub(" \N{EN DASH} ", _DECADES.sub("\N{EN DASH}", _YEARS.sub(_dashed, text)))


def set_dashes(root: HtmlElement) -> None:
    """Put these dashes into all texts, but not into code and addresses."""
    for element in elements(root):
        if element.tag in VERBATIM or next(element.iterancestors(*VERBATIM), None) is not None:
            continue
        if element.text and not _is_address(element):
            element.text = with_dashes(element.text)
        for child in element:
            if child.tail:
                child.tail = with_dashes(child.tail)


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
    rises = int(last) > int((century + first)[-len(last) :])
    return match[0].replace("-", "\N{EN DASH}") if rises else match[0]


def _is_address(element: HtmlElement) -> bool:
    return element.tag == "a" and "://" in (element.text or "")
