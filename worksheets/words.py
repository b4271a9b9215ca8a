"""How texts are compared: word by word, without regard to case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .dates import MONTHS

# Words that carry no meaning of their own: sharing one of them is no likeness between two texts.
_SMALL_WORDS = """
    a about after against all also among an and any are as at be because been before between both but by can could
    did do does during each for from had has have he her him his how if in into is it its made more most no nor not of
    off on one only or other others out over own same she should so some such than that the their them then there these
    they this those through to under until up was were what when where which while who whom whose why will with would
    within without
"""
STOP_WORDS = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\W_]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_VARIANTS = """
    shch sch tsch ch tch ch kh h tz ts x ks ck k w v ph f ii i iy i yi i ij i ye e yo e jo e je e io e yu u iu u ju u
    ya a ia a ja a ou u y i j i
"""
_ROMANISATIONS = tuple(zip(_VARIANTS.split()[::2], _VARIANTS.split()[1::2], strict=True))  # in the order of replacing
_REPEATED = re.compile(r"([^\W\d])\1+")
_VOWEL = re.compile("[aeiouy]")
SHORTEST_INFLECTED, BARE = 4, 3  # letters of a word that is inflected, and of what is left of it
BESIDE_A_DATE = 2  # words that say something: "died" alone does not, "died in Rome" does
STEM = 6  # letters compared of a longer word: "executed" and "execution" are one, "party" and "partial" are two
_VERBS = frozenset(
    ("is", "are", "was", "were", "has", "had", "can", "could", "did", "made", "led", "ran", "held", "took")
)
_MONTHS = frozenset(month.lower()[:STEM] for month in MONTHS)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Only the words, small, without accents, one space apart: "Élan's Order No. 5" -> "elan s order no 5".

    The commas of a large number are no stops: "140,000" is one word.
    """
    bare = text.lower() if text.isascii() else _without_accents(text)
    return " ".join(_WORD.findall(_THOUSANDS.sub("", bare)))


def _without_accents(text: str) -> str:
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in small if not unicodedata.combining(sign))


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(fold(text).split())


@lru_cache(maxsize=1 << 16)
def content(text: str) -> frozenset[str]:
    """What a text speaks of: the beginnings of its words and numbers, without the small words of the language."""
    return frozenset(
        word[:STEM] for word in words(text) if word not in STOP_WORDS and (len(word) > 2 or any(map(str.isdigit, word)))
    )


def bare_date(text: str) -> bool:
    """Whether a text gives a date and says one thing with it at most: "was born in June 1959", true of very many."""
    told = content(text)
    numbers = {word for word in told if any(map(str.isdigit, word))}
    return bool(numbers) and len(told - numbers - _MONTHS) < BESIDE_A_DATE


def begins_with_verb(text: str) -> bool:
    """Whether a text begins with what was done and leaves open what did it: "elected by a congress", "ran a farm"."""
    first = next(iter(words(text)), "")
    return first in _VERBS or (len(first) > SHORTEST_INFLECTED and first.endswith("ed") and not first.endswith("eed"))


@lru_cache(maxsize=1 << 18)
def holds(text: str, phrase: str) -> bool:
    """Whether a text holds a word or phrase, as whole words."""
    folded = fold(phrase)
    return bool(folded) and f" {folded} " in f" {fold(text)} "


@lru_cache(maxsize=1 << 16)
def romanised(name: str) -> str:
    """A name without what differs from one way of writing it in Latin letters to another: "Yelkhov", "Elhov".

    Rough on purpose, after the tables of common systems (ISO 9, BGN/PCGN, German and French custom): two names that
    come out alike are taken for one, so that neither is a wrong answer beside the other.
    """
    written = fold(name)
    for variant, letters in _ROMANISATIONS:
        written = written.replace(variant, letters)
    return _REPEATED.sub(r"\1", written)


@lru_cache(maxsize=1 << 16)
def uninflected(text: str) -> str:
    """The words of a text without the endings of number, tense and case: "Comets' tails shone" -> "comet tail shon".

    A light stemmer for English, after the first step of Porter (1980, *Program* 14(3)) and the s-stemmer of Harman
    (1991, *JASIS* 42(1)). It is for comparing, not for reading, and leaves irregular forms alone.
    """
    return " ".join(word for word in map(_uninflected, words(text)) if word != "s")


@lru_cache(maxsize=1 << 16)
def _uninflected(word: str) -> str:
    if len(word) < SHORTEST_INFLECTED or not word.isalpha():
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "e", "s"):
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < BARE or (ending == "s" and rest[-1] in "sui") or not _VOWEL.search(rest):
            continue
        doubled = ending in ("ing", "ed") and rest[-1] == rest[-2] and rest[-1] not in "lsz"
        return rest[:-1] if doubled else rest
    return word


@lru_cache(maxsize=1 << 18)
def tells(text: str, phrase: str) -> bool:
    """Whether a text holds a word or phrase in any inflected form: "the tails of comets" tells "comet"."""
    bare = uninflected(phrase)
    return bool(bare) and f" {bare} " in f" {uninflected(text)} "


def alike(one: str, other: str) -> bool:
    """Whether all that one text speaks of is in the other, either way round.

    Such a pair is taken to be true of the same thing: "the head of the guild" of "the head of the weavers' guild".
    """
    first, second = content(one), content(other)
    return bool(first and second) and (first <= second or second <= first)
