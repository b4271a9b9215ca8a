"""What the author of a date that cannot be read may have meant."""

from __future__ import annotations

import re

from worksheets.dates import MONTHS, Date

_ABOUT = re.compile(r"^(?:about|around|circa|ca?\.?)\s*(?=\d)", re.IGNORECASE)
_MONTH = "(?P<month>" + "|".join(name[:3] for name in MONTHS) + r")[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_IN_PROSE = (
    re.compile(rf"(?:{_DAY} )?{_MONTH},? (?P<year>\d{{4}})", re.IGNORECASE),  # 1 December 1934, Dec. 1934
    re.compile(rf"{_MONTH} {_DAY},? (?P<year>\d{{4}})", re.IGNORECASE),  # December 1, 1934
)
_RANGE = re.compile(r"(?P<first>\d{4})\s*(?:-|–|to)\s*(?P<last>\d{2}|\d{4})")
_BEFORE = re.compile(r"(?P<year>\d{1,4}) ?(?:BC|BCE|B\.C\.)", re.IGNORECASE)
_SHOWN = "“1859”, “1859-11”, “1859-11-24”, or “1859~” for “about 1859”"


def meant_date(text: str) -> str:
    """Tell in what form a date has to be written, if possible with the very date that was meant."""
    bare = _ABOUT.sub("", text.strip())
    about = "~" if bare != text.strip() else ""
    if match := next((found for pattern in _IN_PROSE if (found := pattern.fullmatch(bare))), None):
        return _in_prose(match, about)
    if match := _RANGE.fullmatch(bare):
        first, last = match.groups()
        full = first[: 4 - len(last)] + last
        return f"“:date: {first}{about}” and “:end: {full}”" if full > first else _SHOWN
    if match := _BEFORE.fullmatch(bare):
        before = int(match["year"]) - 1
        return f"“{'-' if before else ''}{before:04d}{about}” (years before 1 are counted from 0, so 1 BCE is 0000)"
    return f"“{bare}{about}”" if re.fullmatch(r"\d{4}", bare) else _SHOWN


def _in_prose(match: re.Match[str], about: str) -> str:
    month = [name[:3].lower() for name in MONTHS].index(match["month"].lower()) + 1
    written = f"{match['year']}-{month:02d}" + (f"-{int(match['day']):02d}" if match["day"] else "")
    try:
        Date.parse(written)
    except ValueError:
        return f"a day that exists, such as “{match['year']}-{month:02d}-28”"
    return f"“{written}{about}”"
