"""What the shape checks know about English words. No word here belongs to a subject."""

from __future__ import annotations

import re


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A sentence that begins so needs another one before it (rule G16).
LEANING = _listed("he she it they his her its their this these that those")
LINKING = _listed("however therefore moreover furthermore nevertheless thus meanwhile consequently")
ARTICLES = frozenset(("a", "an", "the"))

_SUFFIXES = (
    ("ations", 5), ("ation", 5), ("ating", 5), ("ated", 5), ("ates", 5), ("ate", 5),
    ("ions", 5), ("ion", 5), ("ings", 4), ("ing", 4), ("ies", 3), ("ied", 3), ("ed", 4), ("es", 4), ("e", 4), ("s", 3),
)  # fmt: skip

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = re.compile(r"(?<![\d.,№-])(?<!No\. )(?<!no\. )(?<!№ )(?:1\d{3}|20\d{2})(?:s\b|(?![\d]|[.,]\d| ?%))")
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?! \w+s\b)")


def words(text: str) -> list[str]:
    """Part a text into words: what white space parts, without punctuation at either end."""
    return [word for piece in text.split() if (word := piece.strip(".,;:!?()[]“”‘’\"'«»…–—"))]


def year_in(text: str) -> str:
    """Find the first year that a text names, as written; empty where it names none."""
    match = _YEAR.search(text)
    return match[0] if match else ""


def date_in(text: str) -> str:
    """Find the first year or day that a text names, as written; empty where it names none."""
    match = _DAY.search(text)
    return match[0] if match else year_in(text)


def stem(word: str) -> str:
    """Give what the inflected forms of a word share: "evaporates", "evaporation" and "evaporated" give one stem.

    Blunt on purpose; it need only tell "merge" and "merged" as one word and "policy" and "police" as two.
    """
    bare = re.sub(r"['’]s?$", "", word.lower())
    if bare.endswith("ss"):
        return bare
    for suffix, least in _SUFFIXES:
        if bare.endswith(suffix) and len(bare) - len(suffix) >= least:
            cut = bare[: -len(suffix)]
            if suffix in ("ies", "ied"):
                return cut + "y"
            return cut[:-1] if suffix in ("ed", "ing") and cut[-1:] == cut[-2:-1] not in ("s", "l") else cut
    return bare


def stems(text: str) -> list[str]:
    """Give the stems of the words of a text, in order."""
    return [stem(word) for word in words(text.replace("-", " "))]
