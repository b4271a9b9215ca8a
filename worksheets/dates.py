"""Dates as precise as they are known: a year, a month or a day, with "about" where the author says so."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "month", "day"]

_SHAPE = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<about>~?)")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the proleptic Gregorian calendar; years before 1 are counted astronomically (0 is 1 BCE).

    Written as in EDTF level 1 (ISO 8601-2:2019): ``1934``, ``1934-12``, ``1934-12-01``, ``1934~`` for "about 1934".
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read one date.

        :raises ValueError: if the text is not of that shape or the day does not exist.
        """
        match = _SHAPE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"{text!r} is not a date")
        year, month, day = (int(part) if (part := match[name]) else None for name in ("year", "month", "day"))
        assert year is not None
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"{text!r} has no month {month}")
        if day is not None:
            assert month is not None
            if not 1 <= day <= _days(year, month):
                raise ValueError(f"{text!r} has no day {day}")
        return cls(year, month, day, bool(match["about"]))

    @property
    def precision(self) -> Precision:
        """How exactly the date is known."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> tuple[int, int, int]:
        """The earliest day it can mean, as (year, month, day)."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The latest day it can mean, as (year, month, day)."""
        month = self.month or 12
        return (self.year, month, self.day or _days(self.year, month))

    @property
    def year_label(self) -> str:
        """The year in words of the page: "1934", "44 BCE"."""
        return str(self.year) if self.year > 0 else f"{1 - self.year} BCE"

    @property
    def label(self) -> str:
        """The date in words of the page: "1 December 1934", "about 1934"."""
        parts = [str(self.day)] if self.day else []
        if self.month:
            parts.append(MONTHS[self.month - 1])
        return ("about " if self.about else "") + " ".join([*parts, self.year_label])

    def label_to(self, end: Date) -> str:
        """The range up to another date, without what both share: "19 to 24 August 1936", "18 May to 6 July 1928"."""
        if self.about or end.about or self.year != end.year or self.precision != end.precision:
            return f"{self.label} to {end.label}"
        if self.day and self.month == end.month:
            return f"{self.day} to {end.label}"
        if self.month:
            return f"{self.label.removesuffix(' ' + self.year_label)} to {end.label}"
        return f"{self.label} to {end.label}"

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        text = f"{sign}{abs(self.year):04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text + ("~" if self.about else "")


def _days(year: int, month: int) -> int:
    # `calendar` knows only years from 1; the Gregorian cycle repeats every 400 years.
    return calendar.monthrange(year % 400 + 400, month)[1]
