"""Rules for multiple choice (Haladyna, Downing & Rodriguez 2002, numbered as H1 to H15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..bank import FactBank
from ..questions import GAP, Option, Question
from ..words import content, fold, words
from .finding import Finding
from .numerals import interval, value_of

LONGEST = 1.3  # length of the key against the mean of the options
SLACK = 12  # characters by which names and terms may differ
ABSOLUTE_WORDS = frozenset({"always", "never", "only", "none"})
_CATCH_ALL = re.compile(r"\b(all|none|both|neither) of (the above|these|them)\b|\b[A-D] and [A-D]\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?i:which of (these|the following))\b[^?]*\b(not|never)\b|\bexcept\b|\bleast likely\b")
_OR_MORE = re.compile(rf"\b(at least|more than|no fewer than|not less than|over) {GAP}")
_OR_FEWER = re.compile(rf"\b(at most|fewer than|less than|no more than|under|up to) {GAP}")
_GAP_ARTICLE = re.compile(rf"(?<!/)\b(a|an) {GAP}")


def one_right(question: Question, _: FactBank) -> Iterator[Finding]:
    """Three options, or four; one of them right, all different (H1, H11)."""
    right = [option for option in question.options if option.right]
    if len(right) != 1:
        yield Finding("H11", f"{len(right)} options are marked as right", "mark one answer as the key")
    if not 3 <= len(question.options) <= 4:
        yield Finding("H1", f"there are {len(question.options)} options", "give three")
    if len({fold(option.text) for option in question.options}) < len(question.options):
        yield Finding("H11", "two options say the same", "give different wrong answers")


def like_kind(question: Question, _: FactBank) -> Iterator[Finding]:
    """Options are all numbers or none, all sentences or none, all capitalised or none (H2)."""
    texts = [option.text for option in question.options]
    if len({value_of(text) is None for text in texts}) > 1:
        yield Finding("H2", "numbers and words stand side by side as options", "give wrong answers of one kind")
    if len({text.endswith((".", "?", "!")) for text in texts}) > 1:
        yield Finding("H2", "some options end with a full stop and some do not", "give all answers one shape")
    plain = [text for text in texts if (first := text.split()[0]) in (first.lower(), first.capitalize())]
    if len({text[:1].islower() for text in plain}) > 1:
        yield Finding("H2", "some options begin with a capital and some do not", "give all answers one shape")


def like_length(question: Question, _: FactBank) -> Iterator[Finding]:
    """The key is not known by its length (H3)."""
    lengths = [len(option.text) for option in question.options] or [0]
    key, mean = len(_key(question).text), sum(lengths) / len(lengths)
    if key > LONGEST * mean and key - mean > SLACK:
        yield Finding("H3", "the right answer is much longer than the others", "shorten it, or name longer rivals")


def in_order(question: Question, _: FactBank) -> Iterator[Finding]:
    """Numbers and dates ascend (H4)."""
    values = [value for option in question.options if (value := value_of(option.text)) is not None]
    if len(values) == len(question.options) and values != sorted(values):
        yield Finding("H4", "the numbers do not ascend", "sort the options")


def no_catch_all(question: Question, _: FactBank) -> Iterator[Finding]:
    """No "all of the above", no "A and C" (H5, H13)."""
    for option in question.options:
        if _CATCH_ALL.search(option.text):
            yield Finding("H5", f"“{option.text}” speaks of other options", "give an answer of its own")


def no_negative(question: Question, _: FactBank) -> Iterator[Finding]:
    """No question for what is not so, unless NOT is in capitals (H6)."""
    if _NEGATIVE.search(question.stem):
        yield Finding("H6", f"“{question.stem}” asks for what is not so", "ask for what is so, or write NOT")


def no_absolutes(question: Question, _: FactBank) -> Iterator[Finding]:
    """No "always" or "never" in wrong answers alone (H7)."""
    allowed = ABSOLUTE_WORDS.intersection(words(_key(question).text))
    for option in question.options:
        if not option.right and (found := ABSOLUTE_WORDS.intersection(words(option.text)) - allowed):
            yield Finding("H7", f"“{min(found)}” makes “{option.text}” look wrong", "leave the word out")


def no_article_clue(question: Question, _: FactBank) -> Iterator[Finding]:
    """The article before a gap does not tell which option fits (H8)."""
    if _GAP_ARTICLE.search(question.stem):
        yield Finding(
            "H8", "“a” or “an” before the gap tells which answer fits", "mark the article as part of the blank"
        )


def no_word_clue(question: Question, _: FactBank) -> Iterator[Finding]:
    """The key does not share more words with the stem than every distractor (H9)."""
    asked = content(question.stem)
    shared = {option.right: 0 for option in question.options}
    for option in question.options:
        shared[option.right] = max(shared[option.right], len(asked & content(option.text)))
    if shared.get(True, 0) > shared.get(False, 0):
        repeated = ", ".join(sorted(asked & content(_key(question).text)))
        yield Finding("H9", f"only the right answer repeats words of the stem ({repeated}…)", "use other words")


def no_overlap(question: Question, _: FactBank) -> Iterator[Finding]:
    """Ranges of years or numbers do not overlap (H10)."""
    spans = sorted(span for option in question.options if (span := interval(option.text)) is not None)
    if any(later[0] <= earlier[1] for earlier, later in pairwise(spans)):
        yield Finding("H10", "two options overlap", "give ranges that exclude each other")


def nothing_implied(question: Question, _: FactBank) -> Iterator[Finding]:
    """No wrong number follows from the right one: where there are at least 700 there are at least 200 (H11)."""
    right = value_of(_key(question).text)
    for option in question.options:
        value = value_of(option.text)
        if right is None or value is None or option.right:
            continue
        if (_OR_MORE if value < right else _OR_FEWER).search(question.stem):
            yield Finding("H11", f"“{option.text}” follows from the right answer", "give wrong numbers beyond it")


def _key(question: Question) -> Option:
    return next((option for option in question.options if option.right), Option(""))


RULES = (
    one_right,
    like_kind,
    like_length,
    in_order,
    no_catch_all,
    no_negative,
    no_absolutes,
    no_article_clue,
    no_word_clue,
    no_overlap,
    nothing_implied,
)
