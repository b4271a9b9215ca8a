"""Whether every text reads as a careful writer would have it: joined and not bent, none missing (G1, G27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bank import FactBank
from ..questions import GAP, Question
from .finding import Finding

REWORD = "mend the wording of the fact"
_ENDS = re.compile(r"[.?!][’”)]?$")
_DOUBLED = re.compile(r"\b([a-z]+) \1\b")
_MAY_DOUBLE = frozenset({"that", "had"})
_SPACING = re.compile(r"\s\s|\s[,;:.?!)]|\(\s|^\s|\s$|[.,;:]{2,}|[?!]\.")
# Only where letter and sound agree: "a union", "an hour" and "an MP" are left to the author.
_ARTICLE = re.compile(r"\b[Aa] (?!eu|ew|one\b|once\b|one-)[aeio][a-z]|\b[Aa]n (?!h)[bcdfgjklmnpqrstvwxz][a-z]")


_GAP = re.compile(rf"\b(?:an?|a/an) (?:\(\d+\))?(?:{GAP}|_{{2,}})", re.IGNORECASE)


def whole_sentences(question: Question, _: FactBank) -> Iterator[Finding]:
    """The stem is a sentence or more: capital letter first, full stop or question mark last."""
    if not begins(question.stem):
        yield Finding("grammar", f"the stem “{question.stem}” begins with a small letter", REWORD)
    if not _ENDS.search(question.stem):
        yield Finding("grammar", f"the stem “{question.stem}” does not end with a stop", REWORD)
    for row in question.rows:
        if not begins(row):
            yield Finding("grammar", f"“{row}” begins with a small letter", REWORD)


def clean_text(question: Question, _: FactBank) -> Iterator[Finding]:
    """No doubled word or space, no stray punctuation, "a" and "an" as they sound."""
    for text in question.shown:
        plain = text.replace(GAP, "gap")
        if (doubled := _DOUBLED.search(plain)) and doubled[1] not in _MAY_DOUBLE:
            yield Finding("grammar", f"“{doubled[0]}” stands twice in “{text}”", REWORD)
        if _SPACING.search(plain):
            yield Finding("grammar", f"spaces or stops are wrong in “{text}”", REWORD)
        if article := _ARTICLE.search(text):
            yield Finding("H8", f"“{article[0]}…” should have the other article in “{text}”", REWORD)
        if _GAP.search(text):
            yield Finding("H8", f"the article before the gap tells how the answer begins in “{text}”", "blank it too")
        if text.count("(") != text.count(")") or text.count("“") != text.count("”"):
            yield Finding("grammar", f"a bracket or quotation mark is not closed in “{text}”", REWORD)
        if not text.strip():
            yield Finding("grammar", "a text is empty", REWORD)


def begins(text: str) -> bool:
    """Whether a text begins like a sentence: with a capital, a number, or a word of its own spelling ("pH")."""
    word = text.lstrip("‘“\"'(").split(maxsplit=1)[0] if text.strip("‘“\"'( ") else ""
    return bool(word) and (word != word.lower() or not word[0].isalpha() or not word[0].islower())
