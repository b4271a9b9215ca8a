"""Quotation marks and apostrophes of everything that is printed: texts of facts, drawings and lists have typewriter's.

What the author has set by hand stays. Which marks a language uses is in the table of docutils.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils.utils.smartquotes import smartchars
from lxml.html import HtmlElement

from .markup import elements, within
from .typography import VERBATIM

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
# Where no letter stands before it, a mark opens; so it does after these.
_OPENS_AFTER = "([{-\N{EN DASH}\N{EM DASH}\N{LEFT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}/"
# Elements whose text does not go on from the one before.
_BLOCKS = {
    "p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "figcaption", "caption",
    "blockquote", "text", "tspan", "title", "desc",
}  # fmt: skip
_MARK = re.compile(r"[\"']")
_QUOTED = re.compile("(?<!\\w)\N{LEFT SINGLE QUOTATION MARK}(.+?)\N{RIGHT SINGLE QUOTATION MARK}(?!\\w)")


def set_quotes(root: HtmlElement, language: str) -> None:
    """Put a printer's marks in place of a typewriter's, but not in code.

    :param language: of the book, such as ``en-GB``.
    """
    marks = marks_of(language)
    verbatim = within(root, *VERBATIM)
    before = ""
    for element, is_tail in _texts(root):
        text = (element.tail if is_tail else element.text) or ""
        parent = element.getparent() if is_tail else element
        if not is_tail and element.tag in _BLOCKS:
            before = ""
        if not text:
            continue
        if parent not in verbatim:
            text = _set(text, before, marks)
            if is_tail:
                element.tail = text
            else:
                element.text = text
        before = text[-1]
    for quotation in root.iter("q"):
        _set_inner(quotation, marks)


def with_quotes(text: str, language: str) -> str:
    """Put a printer's marks into one text that stands by itself."""
    return _set(text, "", marks_of(language))


def marks_of(language: str) -> tuple[str, str, str, str]:
    """Give the outer and the inner marks of a language, opening and closing; British are single outside."""
    found = smartchars.quotes.get("en-uk-x-altquot" if language.casefold() == "en-gb" else language.casefold())
    found = found or smartchars.quotes.get(language.partition("-")[0].casefold()) or smartchars.quotes["en"]
    return tuple(found)  # type: ignore[return-value]


def quotes_css(language: str) -> str:
    """Say in CSS which marks stand around a quotation."""
    return "q { quotes: " + " ".join(f'"{mark}"' for mark in marks_of(language)) + " }"


def _set(text: str, before: str, marks: tuple[str, str, str, str]) -> str:
    # A single mark of a typewriter is the single one of the language, whether that stands outside or inside.
    double, single = sorted((marks[:2], marks[2:]), key=lambda pair: pair[1] == APOSTROPHE)

    def one(match: re.Match[str]) -> str:
        last = text[match.start() - 1] if match.start() else before
        following = text[match.end() : match.end() + 1]
        if match[0] == "'" and (last.isalnum() or following.isdigit()):
            return APOSTROPHE  # it's, the '30s
        opens = (not last or last.isspace() or last in _OPENS_AFTER) and not following.isspace()
        pair = double if match[0] == '"' else single
        return pair[0] if opens else pair[1]

    return _MARK.sub(one, text)


def _set_inner(quotation: HtmlElement, marks: tuple[str, str, str, str]) -> None:
    """Give what is quoted in a quotation the inner marks, if it has the outer ones."""
    if marks[1] != APOSTROPHE:
        return
    for element in elements(quotation):
        element.text = element.text and _QUOTED.sub(rf"{marks[2]}\1{marks[3]}", element.text)
        if element is not quotation:
            element.tail = element.tail and _QUOTED.sub(rf"{marks[2]}\1{marks[3]}", element.tail)


def _texts(root: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Go through all texts in the order of reading: an element with its own, or with the one behind it."""
    yield root, False
    for child in root:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child, True
