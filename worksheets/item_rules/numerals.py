"""Numbers, years and dates as they are printed in options."""

from __future__ import annotations

import re

from ..dates import MONTHS

_DATE = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(MONTHS)}) )?(?P<year>\d{{1,4}})(?P<bce> BCE)?")
_NUMBER = re.compile(r"\D{0,3}(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<unit>[^\d]*)")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALED = re.compile(rf"\D{{0,3}}(?P<digits>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>{'|'.join(_SCALES)})?[^\d]*")
_RANGE = re.compile(r"(?P<first>\d{1,4})\s*(?:-|–|to)\s*(?P<last>\d{1,4})(?P<bce> BCE)?")


def value_of(text: str) -> tuple[float, ...] | None:
    """What orders a date or number among others; nothing for words."""
    if date := _DATE.fullmatch(text):
        year = 1 - int(date["year"]) if date["bce"] else int(date["year"])
        month = MONTHS.index(date["month"]) + 1 if date["month"] else 0
        return (year, month, int(date["day"] or 0))
    number = _NUMBER.fullmatch(text)
    if number and len(number["unit"].split()) <= 2:
        return (float(number["digits"].replace(",", "")),)
    return None


def magnitude(text: str) -> float | None:
    """The value of a text that holds one number: "1.2 million" is 1,200,000."""
    found = _SCALED.fullmatch(text.strip())
    if not found:
        return None
    return float(found["digits"].replace(",", "")) * _SCALES.get(found["scale"] or "", 1)


def number_range(text: str) -> tuple[float, float] | None:
    """The ends of a range of numbers: "5 to 7 million", "950,000 to 1.2 million"."""
    ends = re.split(r"\s+to\s+|\s*[-–]\s*", text.strip())
    values = [magnitude(end) for end in ends]
    if len(values) != 2 or None in values:
        return None
    first, last = (value or 0.0 for value in values)
    scaled = _SCALED.fullmatch(ends[1].strip())
    scale = _SCALES.get(scaled["scale"] or "", 1) if scaled else 1
    # "5 to 7 million" begins with 5 million.
    return (first * scale if first < last / scale else first, last)


def interval(text: str) -> tuple[int, int] | None:
    """First and last year of a year or range of years; nothing for other texts."""
    if found := _RANGE.fullmatch(text):
        first, last = int(found["first"]), int(found["last"])
        if last < first and len(found["last"]) < len(found["first"]):
            last += first - first % 10 ** len(found["last"])  # "1936-38"
        return (1 - first, 1 - last) if found["bce"] else (first, last)
    value = value_of(text)
    return (int(value[0]), int(value[0])) if value and len(value) == 3 and value[1] == 0 else None
