"""Sentences, words and syllables of English prose, and an index made of them.

These are counts of form. They do not know whether a sentence is clear, so what comes of them is advice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONG = 25  # words; more are hard to hold in mind, for readers of a second language above all

_WORD = re.compile(r"\w+(?:['’.,\-\N{NON-BREAKING HYPHEN}]\w+)*")
_END = re.compile(r"[.!?]+[\"'’”)\]]*(?=\s+[\"'‘“(\[]*[A-ZÀ-ÖØ-ÞЀ-Я0-9])")
_SHORT_FORMS = frozenset(
    {"mr", "mrs", "ms", "dr", "st", "no", "nos", "p", "pp", "vol", "ed", "eds", "c", "ca", "cf", "vs", "e.g", "i.e"}
)
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted in a text."""

    words: int
    sentences: int
    mean: float  # words in a sentence
    long: float  # share of sentences with more than ``LONG`` words, 0 to 1
    grade: float  # Flesch-Kincaid: the American school year that reads such a text


def sentences_of(text: str) -> list[str]:
    """Part a paragraph into sentences; initials ("J. Arch") and short forms ("no. 5") end none."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        before = text[start : end.start()].split()
        last = before[-1].strip("(\"'‘“") if before else ""
        if end[0].startswith(".") and ((len(last) == 1 and last.isalpha()) or last.casefold() in _SHORT_FORMS):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def words_of(text: str) -> list[str]:
    """List the words; "half-past", "don't" and "681,692" are one each."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Estimate the syllables of a word: runs of vowels, without an "e" that is silent at its end.

    A number counts as one, as do signs of other scripts.
    """
    letters = word.casefold()
    count = len(_VOWELS.findall(letters))
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouycgsxz]es$", letters):
        count -= 1
    return max(count, 1)


def measure(sentences: Sequence[str], words: int | None = None) -> Measured:
    """Measure whole sentences.

    The index is that of Kincaid, Fishburne, Rogers and Chissom 1975, *Derivation of New Readability Formulas* (Research
    Branch Report 8-75, Naval Technical Training Command): 0.39 words per sentence + 11.8 syllables per word - 15.59.

    :param words: of the whole text, where it has words that are in no whole sentence.
    """
    lengths = [len(words_of(sentence)) for sentence in sentences]
    total = sum(lengths)
    if not total:
        return Measured(words or 0, 0, 0.0, 0.0, 0.0)
    spoken = sum(syllables(word) for sentence in sentences for word in words_of(sentence))
    mean = total / len(sentences)
    return Measured(
        words=total if words is None else words,
        sentences=len(sentences),
        mean=mean,
        long=sum(length > LONG for length in lengths) / len(sentences),
        grade=0.39 * mean + 11.8 * spoken / total - 15.59,
    )
