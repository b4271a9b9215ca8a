"""Choosing wrong answers: near to the right one, alike in length and form, and told apart only by knowing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from ..words import content, fold, words
from .drawing import Draw
from .item_type import Refusal
from .likeness import by_difficulty, likeness
from .neighbours import F, Tiers

OPTIONS = 3  # the key and two distractors: Rodriguez 2005, "Three Options Are Optimal" (rule H1)
LOOKED_AT = 10  # candidates of which pairs are tried, best first
TOO_LONG, TOO_SHORT = 1.3, 0.45  # length of the key against the mean of the distractors (rule H3)
SLACK = 12  # characters by which names and terms may differ: they are as long as they are
ABSOLUTE_WORDS = frozenset({"always", "never", "only", "none"})  # rule H7


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible wrong answer."""

    name: str  # by which it is ranked: the id of the fact it comes from, or its text
    text: str
    note: str  # what it really is, for the key


def nearest_first(draw: Draw, right: F, tiers: Tiers[F]) -> Iterator[F]:
    """Facts that may lend wrong answers, tier by tier; ranked only as far as they are taken.

    Where a difficulty is wanted they come by their likeness to the right one instead (rule D1).
    """
    if draw.difficulty:
        every = draw.order((fact for tier in tiers for fact in tier), lambda fact: fact.id, "distractors")
        yield from by_difficulty(draw, every, lambda fact: likeness(right, fact, draw.book))
        return
    for tier in tiers:
        yield from draw.order(tier, lambda fact: fact.id, "distractors")


def pick(
    stem: str, key: str, candidates: Iterable[Candidate], what: str, barred: frozenset[str] = frozenset()
) -> tuple[Candidate, ...] | Refusal:
    """Two distractors that go with the key and with each other.

    :param candidates: in the order in which they are tried.
    :param what: what was looked for, for a refusal: "sentencing bodies".
    :param barred: folded texts that are also right, see :func:`~worksheets.item_types.truth.told_of`.
    """
    usable = (
        candidate
        for candidate in candidates
        if fold(candidate.text) not in barred and not gives_hint(stem, key, candidate.text)
    )
    best = list(islice(usable, LOOKED_AT))
    if len(best) < OPTIONS - 1:
        return Refusal(f"fewer than two other {what} to choose wrong answers from", "G35")
    for pair in combinations(best, OPTIONS - 1):
        if fit(stem, key, [candidate.text for candidate in pair]):
            return pair
    return Refusal(f"no two other {what} are like the right answer in length and wording", "H3")


def gives_hint(stem: str, key: str, text: str) -> bool:
    """Whether a distractor stands out by itself: it is the key, uses an absolute word, or is named in the stem.

    A word of the stem in a distractor counts only if the key does not hold it as well (rules G9, H7).
    """
    return (
        fold(text) == fold(key)
        or bool(ABSOLUTE_WORDS.intersection(words(text)) - ABSOLUTE_WORDS.intersection(words(key)))
        or (len(words(text)) <= 3 and bool((content(text) - content(key)) & content(stem)))
    )


def fit(stem: str, key: str, distractors: Sequence[str]) -> bool:
    """Whether the options are different, alike in length (H3) and article (H8), and the stem favours none (H9)."""
    if len({fold(text) for text in (key, *distractors)}) <= len(distractors):
        return False
    return like_length(key, distractors) and like_article(key, distractors) and not favoured(stem, key, distractors)


def like_length(key: str, distractors: Sequence[str]) -> bool:
    """Whether the key is not known by its length."""
    mean = sum(map(len, distractors)) / len(distractors)
    if abs(len(key) - mean) <= SLACK:
        return True
    return TOO_SHORT * mean <= len(key) <= TOO_LONG * mean


def like_article(key: str, distractors: Sequence[str]) -> bool:
    """Whether the key is not the only phrase with an article, nor the only one without; sentences begin anyhow."""
    return key.endswith((".", "?", "!")) or any(has_article(text) == has_article(key) for text in distractors)


def has_article(text: str) -> bool:
    """Whether a name or phrase begins with an article."""
    return words(text)[:1] in (("a",), ("an",), ("the",))


def favoured(stem: str, key: str, distractors: Sequence[str]) -> bool:
    """Whether the key shares more words with the stem than any distractor does."""
    asked = content(stem)
    return len(asked & content(key)) > max(len(asked & content(text)) for text in distractors)
