"""The number that completes a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...bank import FactBank
from ...facts import Figure
from ...questions import GAP, Option, Question
from .. import truth
from ..distractors import OPTIONS
from ..drawing import Draw
from ..giveaways import recalled
from ..item_type import Material, Pattern, Refusal
from ..likeness import by_difficulty
from ..numbers import Number, amount, likeness, spread, wrong_numbers
from ..wording import sentence
from .choice import choice, drawn

FIGURE = "figure"
_ABOUT = re.compile(r"\b(about|almost|around|approximately|at least|nearly|over|roughly|some|up to|more than)\s$")
_OR_MORE = re.compile(r"\b(at least|more than|no fewer than|not less than|over)\s$")
_OR_FEWER = re.compile(r"\b(at most|fewer than|less than|no more than|under|up to)\s$")
_PER_CENT = re.compile(r"\s*(%|per ?cent\b)")


def figure(fact: Figure, material: Material) -> Question | Refusal:
    """The sentence without its number; the author's wrong numbers, or others by factor. Options ascend (rule H4)."""
    draw = drawn(material, FIGURE, fact)
    right = Number.parse(asked(fact))
    if right is None:
        return Refusal(f"“{asked(fact)}” is not one number")
    behind = fact.text[fact.start + len(fact.value) :]
    rounded = right != Number.parse(fact.value) and not _ABOUT.search(fact.text[: fact.start])
    question = "Which rounded number completes the sentence?" if rounded else "Which number completes the sentence?"
    stem = f"{question} {fact.text[: fact.start]}{GAP}{behind}"
    also = _Given.of(fact, material.book)
    wrong = _of_author(draw, fact, right, also) or _by_factor(draw, fact, right, also)
    if not wrong:
        return Refusal("no wrong numbers of its size are known to be false", "G15")
    offered = sorted((*wrong, right), key=lambda number: number.value)
    options = tuple(Option(str(number), number == right) for number in offered)
    secrets, pairs = recalled(material.book, {asked(fact): 0, fact.value: 0}, fact.text)
    exact = (f"Exactly: {fact.value}.",) if fact.value != asked(fact) else ()
    notes = (*exact, *((f"Counted: {sentence(fact.counted)}",) if fact.counted else ()))
    return choice(
        draw,
        fact,
        stem,
        options,
        answer=str(right),
        notes=notes,
        secrets=secrets,
        pairs=pairs,
        likeness=round(_likeness(right, wrong), 2),
    )


def asked(fact: Figure) -> str:
    """The number as a question uses it."""
    return fact.asked_as or fact.value


def _of_author(draw: Draw, fact: Figure, right: Number, also: _Given) -> tuple[Number, ...]:
    given = [
        number
        for text in fact.false
        if (number := Number.parse(text)) and not also.holds(number) and not _follows(fact, right, number)
    ]
    order = draw.order(given, str, "distractors")
    chosen = by_difficulty(draw, order, lambda number: likeness(right, number))[: OPTIONS - 1]
    return tuple(chosen) if len(chosen) == OPTIONS - 1 else ()


def _by_factor(draw: Draw, fact: Figure, right: Number, also: _Given) -> tuple[Number, ...]:
    """Numbers two to four times as far; none that the book gives for the like (rule H11), none above the whole."""
    places = [below for below in range(OPTIONS) if _keeps_false(fact, below)]
    first = draw.number(len(places), "place of the key")
    for below in (*places[first:], *places[:first]):
        sets = [
            numbers
            for numbers in wrong_numbers(right, below, OPTIONS - 1, _most(fact))
            if not any(map(also.holds, numbers))
        ]
        if sets:
            order = draw.order(sets, lambda numbers: " ".join(map(str, numbers)), "distractors")
            return by_difficulty(draw, order, lambda numbers: _likeness(right, numbers))[0]
    return ()


def _likeness(right: Number, wrong: Sequence[Number]) -> float:
    """The mean of their likeness to the right number."""
    return sum(likeness(right, number) for number in wrong) / len(wrong)


def _follows(fact: Figure, right: Number, other: Number) -> bool:
    """Whether the other number is true as well: where there are at least 700 there are at least 200 (rule H11)."""
    before = fact.text[: fact.start]
    return bool(_OR_MORE.search(before) if other.value < right.value else _OR_FEWER.search(before))


def _keeps_false(fact: Figure, below: int) -> bool:
    """Whether no wrong number follows from the right one if so many of them are lower."""
    before = fact.text[: fact.start]
    return not (below > 0 and _OR_MORE.search(before)) and not (below < OPTIONS - 1 and _OR_FEWER.search(before))


@dataclass(frozen=True, slots=True)
class _Given:
    """The numbers that the book gives for what is counted, or holds for possible (rule H11)."""

    values: frozenset[Decimal]
    ranges: tuple[tuple[Decimal, Decimal], ...]

    @classmethod
    def of(cls, fact: Figure, book: FactBank) -> _Given:
        counts = [other for other in book.of_kind(Figure) if truth.same_count(book, fact, other)]
        texts = (text for other in counts for text in (other.value, other.asked_as, other.total) if text)
        values = frozenset(size for text in texts if (size := amount(text)) is not None)
        return cls(values, tuple(found for other in counts if (found := spread(other.range))))

    def holds(self, number: Number) -> bool:
        """Whether a number is one of them or lies between two."""
        size = amount(str(number))
        return size is None or size in self.values or any(first <= size <= last for first, last in self.ranges)


def _most(fact: Figure) -> Decimal | None:
    total = Number.parse(fact.total) if fact.total else None
    if total:
        return total.value
    behind = fact.text[fact.start + len(fact.value) :]
    share = _PER_CENT.match(behind) or _PER_CENT.search(fact.value) or _PER_CENT.fullmatch(fact.unit)
    return Decimal(100) if share else None


def suits(fact: Figure) -> bool:
    """Whether it may be asked as one number: no range, nobody disputes it (rule HI-3), and it is not a year."""
    number = Number.parse(asked(fact))
    year = bool(number) and not fact.unit and bool(re.fullmatch(r"1\d{3}|20\d\d", asked(fact)))
    return bool(fact.value) and not fact.range and not fact.disputed and bool(number) and not year


PATTERNS = (Pattern(FIGURE, Figure, suits, figure),)
