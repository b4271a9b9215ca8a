"""Where keys stand and how long they are, over a whole stress test (P1, H15, H3, H4, G32)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..item_rules.numerals import value_of
from ..problems import Problem, Source
from ..questions import Question
from ..sheet_rules.guessing import LONGEST_SHARE, key_is_longest, place, single
from ..words import fold

BAND = 3.29  # standard deviations to each side that hold 99.9 % of a normal distribution
SHUFFLED, SORTED = "shuffled", "in order"


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    """How often the key stands in each place, among choices of so many options."""

    what: str  # "3 options, shuffled"
    counts: tuple[int, ...]
    expected: float
    band: float  # by how much a count may differ from what is expected
    judged: bool  # where options ascend, the key's place follows from its distractors (G32) and is only told

    @property
    def faulty(self) -> bool:
        """Whether a place comes up more often or more rarely than chance allows."""
        return self.judged and any(abs(count - self.expected) > self.band for count in self.counts)


@dataclass(frozen=True, slots=True)
class KeyLengths:
    """In how many choices of three options the key is the longest."""

    way: str  # "multiple-choice/term-to-definition", or "all"
    items: int
    longest: int

    @property
    def share(self) -> float:
        """A part of 1."""
        return self.longest / self.items if self.items else 0.0


def key_places(questions: Iterable[Question]) -> tuple[KeyPlaces, ...]:
    """Count each of some different questions once.

    Of a question the variants are permuted each by its own hash, so places are independent; sheets draw the same
    questions again and again, and counting these would only make chance look like a fault.
    """
    found: dict[tuple[int, str], Counter[int]] = {}
    for question in questions:
        if single(question):
            ascending = all(value_of(option.text) is not None for option in question.options)
            kind = (len(question.options), SORTED if ascending else SHUFFLED)
            found.setdefault(kind, Counter())[place(question)] += 1
    return tuple(_places(count, order, places) for (count, order), places in sorted(found.items()))


def alphabetical(questions: Iterable[Question]) -> KeyPlaces:
    """How many choices of three words have them in alphabetical order: a sixth, as names are shuffled (H4)."""
    orders = [
        [fold(option.text) for option in question.options]
        for question in questions
        if single(question)
        and len(question.options) == 3
        and all(value_of(option.text) is None for option in question.options)
    ]
    count, chance = sum(order == sorted(order) for order in orders), 1 / 6
    band = BAND * (len(orders) * chance * (1 - chance)) ** 0.5
    return KeyPlaces("3 options, words in alphabetical order", (count,), len(orders) * chance, max(band, 1), True)


def key_lengths(questions: Iterable[Question]) -> tuple[KeyLengths, ...]:
    """Count the keys that are longer than both other options, all together and by way of asking."""
    items: Counter[str] = Counter()
    longest: Counter[str] = Counter()
    for question in questions:
        if single(question) and len(question.options) == 3:
            for way in ("all", f"{question.item_type}/{question.pattern}"):
                items[way] += 1
                longest[way] += key_is_longest(question)
    return tuple(KeyLengths(way, count, longest[way]) for way, count in sorted(items.items()))


def guessing_faults(places: Iterable[KeyPlaces], lengths: Iterable[KeyLengths], book: Source) -> tuple[Problem, ...]:
    """What of it a student could use without reading."""
    found = [
        Problem(
            book,
            f"{row.what}: {', '.join(map(str, row.counts))}, where {row.expected:.0f} ± {row.band:.0f} are expected",
            "look for a rule by which the key is placed",
            "stress.P1",
        )
        for row in places
        if row.faulty
    ]
    found += [
        Problem(
            book,
            f"the key is the longest option in {row.longest} of {row.items} choices of three",
            "name longer rivals under :confusable-with:",
            "stress.H3",
        )
        for row in lengths
        if row.way == "all" and row.longest > max(1, LONGEST_SHARE * row.items)
    ]
    return tuple(found)


def _places(count: int, order: str, found: Counter[int]) -> KeyPlaces:
    total = found.total()
    band = BAND * (total * (1 / count) * (1 - 1 / count)) ** 0.5
    counts = tuple(found.get(index, 0) for index in range(count))
    # Of a handful of questions the normal band is too narrow; one more or less is no fault.
    return KeyPlaces(f"{count} options, {order}", counts, total / count, max(band, 1), order == SHUFFLED)
