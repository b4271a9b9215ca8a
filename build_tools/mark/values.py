"""What an option holds, from text to value."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from worksheets.dates import Date

from .draft import Draft, name_fault, slug
from .fields import Holds, Option
from .meant_dates import meant_date
from .words import words

_NUMBER = re.compile(
    r"(?P<digits>[-−]?\d{1,3}(?:[, \u00a0\u202f]\d{3})+|[-−]?\d+)(?P<rest>\.\d+)?(?: (?P<scale>thousand|million|billion|trillion))?(?: ?%)?"  # noqa: E501
)
_SCALES = {None: 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
WORDS_OF_A_POINT = 3  # rule G28


def number(text: str) -> float | None:
    """Read the number that a text is, such as "681,692", "1.2 million" or "12 %"; nothing if it is none."""
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        return None
    digits = re.sub(r"[^\d-]", "", match["digits"].replace("−", "-"))
    return float(digits + (match["rest"] or "")) * _SCALES[match["scale"]]


def commas(text: str) -> tuple[str, ...]:
    """Part a list that is written with a comma and a space between its parts ("1,000, 2,000" has two)."""
    return tuple(part.strip() for part in re.split(r",\s+", text.strip().rstrip(",")) if part.strip())


def bars(text: str) -> tuple[str, ...]:
    """Part a list that is written with bars between its parts."""
    return tuple(part.strip() for part in text.split("|") if part.strip())


def enough(parts: tuple[str, ...], least: int, between: str, at: str, draft: Draft) -> None:
    """Note a list that is too short or that names one thing twice."""
    if len(parts) < least:
        given = f"only “{'”, “'.join(parts)}”" if parts else "nothing"
        holder = f":{at}: of {draft.called}" if at else draft.called
        draft.fault("fact.too-few", f"{holder} holds {given}", f"write {least} or more, with {between}", at)
    once(parts, at, draft)


def once(parts: tuple[str, ...], at: str, draft: Draft) -> None:
    """Note what stands twice in a list."""
    for text, times in Counter(part.casefold() for part in parts).items():
        if times > 1:
            twice = next(part for part in parts if part.casefold() == text)
            draft.fault("fact.twice", f"“{twice}” stands twice in {draft.called}", "keep it once", at)


def points(parts: tuple[str, ...], at: str, draft: Draft) -> None:
    """Note mark points that are too short to mark with (rule G28)."""
    for part in parts:
        if len(words(part)) < WORDS_OF_A_POINT:
            draft.fault(
                "fact.short-point",
                f"the mark point “{part}” says too little to mark with",
                f"write {WORDS_OF_A_POINT} words or more",
                at,
            )


def _text(option: Option, text: str, draft: Draft) -> str:
    return draft.check(text, option.shape, option.name)


def _commas(option: Option, text: str, draft: Draft) -> tuple[str, ...]:
    parts = commas(text)
    enough(parts, option.least, "a comma and a space between them", option.name, draft)
    return parts


def _bars(option: Option, text: str, draft: Draft) -> tuple[str, ...]:
    parts = bars(text)
    enough(parts, option.least, "“ | ” between them", option.name, draft)
    for part in parts:
        draft.check(part, option.shape, option.name)
    if option.name == "marks":
        points(parts, option.name, draft)
    return parts


def _names(option: Option, text: str, draft: Draft) -> tuple[str, ...]:
    parts = commas(text)
    once(parts, option.name, draft)
    return tuple(name for part in parts if (name := _fact_name(option, part, draft)))


def _name(option: Option, text: str, draft: Draft) -> str | None:
    return _fact_name(option, text, draft) or None


def _fact_name(option: Option, text: str, draft: Draft) -> str:
    if fault := name_fault(text):
        hint = "write names with a comma and a space between them" if "," in text or " " in text else ""
        draft.fault(
            "fact.bad-name",
            f"“{text}” in :{option.name}: is no name of a fact: {fault}",
            hint or f"write “{slug(text)}”",
            option.name,
        )
        return ""
    return text


def _flag(option: Option, text: str, draft: Draft) -> bool:
    if text.lower() in ("no", "false", "0"):
        draft.fault("fact.bad-choice", f"“:{option.name}: {text}” would still mean yes", "delete the line", option.name)
        return False
    if text and text.lower() not in ("yes", "true", "1"):
        draft.fault(
            "fact.bad-choice", f":{option.name}: takes no value, not “{text}”", f"write “:{option.name}:”", option.name
        )
    return True


def _choice(option: Option, text: str, draft: Draft) -> Any:
    if text in option.choices:
        return int(text) if text.isdigit() else text
    close = difflib.get_close_matches(text.lower(), option.choices, n=1, cutoff=0.6)
    listed = " or ".join((", ".join(option.choices[:-1]), option.choices[-1])) if option.choices[1:] else ""
    mend = f"write “{close[0]}”" if close else f"write {listed or option.choices[0]}"
    draft.fault("fact.bad-choice", f":{option.name}: cannot be “{text}”", mend, option.name)
    return None


def _whole(option: Option, text: str, draft: Draft) -> int | None:
    if re.fullmatch(r"\d{1,6}", text):
        return int(text)
    draft.fault(
        "fact.bad-number",
        f":{option.name}: cannot be “{text}”",
        f"write a whole number: “{option.example}”",
        option.name,
    )
    return None


def _amount(option: Option, text: str, draft: Draft) -> str:
    if number(text) is None:
        draft.fault(
            "fact.bad-number",
            f"“{text}” in :{option.name}: is no number",
            "write digits alone, such as “1,200”, “3.5” or “1.2 million”",
            option.name,
        )
    return text


def _amounts(option: Option, text: str, draft: Draft) -> tuple[str, ...]:
    parts = _commas(option, text, draft)
    for part in parts:
        _amount(option, part, draft)
    return parts


def _date(option: Option, text: str, draft: Draft) -> Date | None:
    try:
        return Date.parse(text)
    except ValueError:
        draft.fault("fact.bad-date", f"“{text}” is no date", f"write {meant_date(text)}", option.name)
        draft.incomplete = draft.incomplete or option.required
        return None


READ: Mapping[Holds, Callable[[Option, str, Draft], Any]] = MappingProxyType(
    {
        "text": _text,
        "commas": _commas,
        "bars": _bars,
        "names": _names,
        "name": _name,
        "flag": _flag,
        "choice": _choice,
        "whole": _whole,
        "amount": _amount,
        "amounts": _amounts,
        "date": _date,
    }
)
