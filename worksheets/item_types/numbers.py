"""Numbers as authors write them, and wrong ones that look like them (rule G15)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import pairwise, product

_SHAPE = re.compile(r"(?P<before>[^\d]*)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?(?P<after>[^\d]*)")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_TO = re.compile(r"\s+to\s+|\s*[-–]\s*")
STEPS = (Decimal(2), Decimal("2.5"), Decimal(3), Decimal(4))  # from one option to the next
SMALLEST_STEP = Decimal("1.6")  # what rounding to the key's digits may leave of a step
_FAR = 2 * STEPS[-1].ln()
LEARNT_DIGITS = 3  # significant digits of a number that a student can be asked to know


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what is printed around it: "£1.5 million" is £, 1.5 and " million"."""

    value: Decimal
    places: int  # decimal places
    grouped: bool  # whether thousands are set off by commas, as far as the text tells
    before: str = ""
    after: str = ""

    @classmethod
    def parse(cls, text: str) -> Number | None:
        """Read a text that holds exactly one number."""
        match = _SHAPE.fullmatch(text.strip())
        if not match:
            return None
        rest = match["rest"] or ""
        value = Decimal(match["digits"].replace(",", "") + rest)
        return cls(
            value, max(len(rest) - 1, 0), "," in match["digits"] or value < 1000, match["before"], match["after"]
        )

    def __str__(self) -> str:
        comma = "," if self.grouped or self.value >= 10_000 else ""
        return f"{self.before}{self.value:{comma}.{self.places}f}{self.after}"

    @property
    def digits(self) -> int:
        """How many digits are significant; trailing zeros of a whole number do not count."""
        return len(self.figures) or 1

    @property
    def figures(self) -> str:
        """The significant digits themselves."""
        text = f"{self.value:.{self.places}f}".replace(".", "").lstrip("0")
        return text if self.places else text.rstrip("0")

    def rounded(self, digits: int) -> Number:
        """The number to so many significant digits."""
        unit = Decimal(1).scaleb(self.value.adjusted() - digits + 1)
        return replace(self, value=(self.value / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit, places=0)

    def near(self, value: Decimal) -> Number:
        """Another value, rounded to as many significant digits and written alike."""
        exponent = value.adjusted() - self.digits + 1
        unit = Decimal(1).scaleb(max(exponent, -self.places))
        rounded = (value / unit).quantize(Decimal(1), ROUND_HALF_EVEN) * unit
        if Number(rounded, self.places, self.grouped).digits < self.digits:
            rounded += unit  # 1,999,000 must not become 2,000,000 beside 1,234,000
        return Number(rounded, self.places, self.grouped, self.before, self.after)


def amount(text: str) -> Decimal | None:
    """What one number comes to, with the scale behind it: "1.2 million" is 1,200,000."""
    number = Number.parse(text)
    if number is None:
        return None
    scale = next((size for word, size in SCALES.items() if word in number.after.split()), 1)
    return number.value * scale


def spread(text: str) -> tuple[Decimal, Decimal] | None:
    """The ends of a range: "5 to 7 million" goes from 5 million to 7 million; nothing for other texts."""
    ends = _TO.split(text.strip())
    first, last = (Number.parse(ends[0]), Number.parse(ends[1])) if len(ends) == 2 else (None, None)
    if first is None or last is None:
        return None
    below, above = amount(ends[0]), amount(ends[1])
    assert below is not None
    assert above is not None
    scaled = not first.after.strip() and first.value < last.value
    return (below * above / last.value if scaled else below, above)


def rounder(text: str) -> tuple[str, ...]:
    """A whole number of more digits than anybody learns by heart, to two and to three of them."""
    number = Number.parse(text)
    if number is None or number.places or number.digits <= LEARNT_DIGITS:
        return ()
    return tuple(dict.fromkeys(str(number.rounded(digits)) for digits in (2, LEARNT_DIGITS)))


def likeness(right: Number, wrong: Number) -> float:
    """How near a wrong number is, by the logarithm of their ratio: 1 at the smallest step, 0 at two of the largest."""
    apart = abs((wrong.value / right.value).ln()) if wrong.value > 0 else _FAR
    return float(max(Decimal(0), min(Decimal(1), (_FAR - apart) / (_FAR - SMALLEST_STEP.ln()))))


def wrong_numbers(right: Number, below: int, count: int, most: Decimal | None) -> list[tuple[Number, ...]]:
    """Sets of wrong numbers, ``below`` of them lower than the right one, each two to four times the one before.

    :param most: no number passes it.
    """
    found = []
    for steps in product(STEPS, repeat=count):
        lower, higher = [right.value], [right.value]
        for place, step in enumerate(steps):
            row = lower if place < below else higher
            row.append(row[-1] / step if row is lower else row[-1] * step)
        numbers = sorted((right.near(value) for value in (*lower[1:], *higher[1:])), key=lambda number: number.value)
        if _sound(right, numbers, most):
            found.append(tuple(numbers))
    return list(dict.fromkeys(found))


def _sound(right: Number, wrong: list[Number], most: Decimal | None) -> bool:
    values = sorted([right.value, *(number.value for number in wrong)])
    return (
        values[0] > 0
        and all(number.digits == right.digits for number in wrong)
        and len({number.figures for number in (right, *wrong)}) > len(wrong)  # not 68,000 beside 680,000
        and all(after / before >= SMALLEST_STEP for before, after in pairwise(values))
        and (most is None or values[-1] <= most)
    )
