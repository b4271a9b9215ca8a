"""What no line's end may part: a range of numbers, a day and its month, a number and what it counts, initials.

Inserted signs forbid the break. They have neither width nor letter in the PDF, so what is copied or searched is plain.
"""

from __future__ import annotations

import re
from functools import cache

from babel import UnknownLocaleError
from babel.dates import get_month_names
from lxml.html import HtmlElement

from .markup import HEADINGS, elements, with_class, within
from .typography import VERBATIM

JOINED = "\N{WORD JOINER}"
SPACE = "\N{NO-BREAK SPACE}"

# By language: words that keep to a number before them, and words that keep to one behind them.
_AFTER = {"en": ("million", "billion", "thousand", "per cent", "percent")}
_BEFORE = {
    "en": (
        "Paper",
        "Article",
        "Order",
        "Section",
        "section",
        "Component",
        "Figure",
        "figure",
        "Table",
        "table",
        "Chapter",
        "chapter",
        "page",
        "pages",
    )
}
CITATION = "bibtex-citation"  # the class of what stands in brackets
_STOPS = re.compile(r"[.,;:!?)]+")
_RANGE = re.compile("(?<=\\d)\N{EN DASH}(?=\\d)")
_ABBREVIATION = re.compile(r"(?<!\w)(\w{1,3}\.) (?=\d)")  # No. 7, vol. 2
_INITIAL = re.compile(r"(?<![\w.])([^\W\d_]\.) (?=[^\W\d_])")  # A. P. Smith
_AND_OTHERS = re.compile(r"(?<=\S) et al\.(?: (?=\d))?")
_ANY = re.compile(r"\d|\. | al\.")  # no text without one of these has anything to bind
_AUTHOR_AND_YEAR = re.compile(r"(?<=\S) (?=\(?\d{4}[a-z]?\)?$)")


def forbid_breaks(root: HtmlElement, language: str) -> None:
    """Bind what belongs together in all texts of a document; a range in a heading stays plain, as in the contents.

    :param language: of the book, such as ``en-GB``.
    """
    verbatim, plain = within(root, *VERBATIM), within(root, *HEADINGS, "svg")
    for element in elements(root):
        if element in verbatim:
            continue
        join = element not in plain
        if element.text:
            element.text = bound(element.text, language, join)
            if element.tag == "a":
                element.text = _AUTHOR_AND_YEAR.sub(SPACE, element.text)
        for child in element:
            if child.tail:
                child.tail = bound(child.tail, language, join)


def take_stops_in(root: HtmlElement) -> None:
    """Put the stop behind a citation into its element.

    Where a citation has room on a line but for its stop, WeasyPrint 70 looks in vain for a break between its works,
    and takes all of it to the next line.
    """
    for citation in with_class(root, CITATION):
        found = _STOPS.match(citation.tail or "")
        if found and len(citation):
            citation[-1].tail = (citation[-1].tail or "") + found[0]
            citation.tail = (citation.tail or "")[found.end() :]


def bound(text: str, language: str, join: bool = True) -> str:
    """Bind what belongs together in one text.

    :param join: whether ranges are bound as well.
    """
    if not _ANY.search(text):
        return text
    for pattern in _patterns(language):
        text = pattern.sub(rf"\1{SPACE}", text)
    text = _AND_OTHERS.sub(lambda found: found[0].replace(" ", SPACE), text)
    return _RANGE.sub(f"{JOINED}\N{EN DASH}{JOINED}", text) if join else text


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    base = language.partition("-")[0]
    after = "|".join(map(re.escape, _AFTER.get(base, ())))
    before = "|".join(map(re.escape, _BEFORE.get(base, ())))
    months = "|".join(map(re.escape, _months(language)))
    patterns = [_ABBREVIATION, _INITIAL]
    if months:
        patterns.append(re.compile(rf"(?<!\d)(\d{{1,2}}\.?) (?=(?:{months})\b)"))
    if after:
        patterns.append(re.compile(rf"(\d) (?=(?:{after})\b)"))
    if before:
        patterns.append(re.compile(rf"\b({before}) (?=\d)"))
    patterns.append(re.compile(r"(\d) (?=(?:%|mm|cm|km|kg|°C)(?!\w))"))
    return tuple(patterns)


def _months(language: str) -> tuple[str, ...]:
    try:
        return tuple(get_month_names("wide", locale=language.replace("-", "_")).values())
    except (UnknownLocaleError, ValueError):
        return ()
