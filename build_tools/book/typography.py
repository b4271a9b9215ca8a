"""Signs that a keyboard lacks, set where a printed page wants them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from .markup import elements, with_class, within

# 1937-38, 1937-1938 or 1937-8, but not the parts of a date such as 1934-12-01.
_YEARS = re.compile(r"(?<![\d-])(\d{2})(\d{2})-(\d{1,2}|\d{4})(?![\d-])")
_DECADES = re.compile(r"(?<=\d{4}s)-(?=\d{4}s)")
_SPACED = re.compile(r"(?<=\S) - (?=\S)")
_SHORT_END = re.compile(r"(?<=\S) (?=\S{1,3}\s*$)")
_LONG_WORD = re.compile(r"\S{31,}")  # longer ones might have no room in a line of the narrowest edition
_WITHIN_ADDRESS = re.compile(r"(?<=[/?&=_.-])(?=\w)")
_STEP = 10  # letters
BREAK = "\N{ZERO WIDTH SPACE}"  # where a line may end; it has neither width nor letter in the PDF
VERBATIM = ("code", "pre", "kbd", "samp", "style")


def with_dashes(text: str) -> str:
    """Put an en dash where a typewriter has a hyphen: in a range of years, 1937–38, and – so – between words."""
    return _SPACED.sub(" \N{EN DASH} ", _DECADES.sub("\N{EN DASH}", _YEARS.sub(_dashed, text)))


def set_dashes(root: HtmlElement) -> None:
    """Put these dashes into all texts, but not into code and addresses."""
    verbatim = within(root, *VERBATIM)
    for element in elements(root):
        if element in verbatim:
            continue
        if element.text and not _is_address(element):
            element.text = with_dashes(element.text)
        for child in element:
            if child.tail:
                child.tail = with_dashes(child.tail)


def let_long_words_break(root: HtmlElement) -> None:
    """Let words that are longer than a line go on on the next one, addresses where their parts begin.

    ``overflow-wrap`` is of no use: WeasyPrint 70 parts short words, too, where an element begins within a line.
    """
    drawn = within(root, "style", "svg")
    for element in elements(root):
        if element in drawn:
            continue
        if element.text:
            element.text = _LONG_WORD.sub(_with_breaks, element.text)
        for child in element:
            if child.tail:
                child.tail = _LONG_WORD.sub(_with_breaks, child.tail)


def _with_breaks(word: re.Match[str]) -> str:
    parts = _WITHIN_ADDRESS.split(word[0])
    if max(map(len, parts)) > 3 * _STEP:
        parts = [part[at : at + _STEP] for part in parts for at in range(0, len(part), _STEP)]
    return BREAK.join(parts)


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
