"""Reading what the command line says by hand: "7", "B:7", "7=4"."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from ..answer_space import MOST_LINES
from ..item_types import ITEM_TYPES
from ..problems import Faults, Problem, Source
from .hand import Hand, Space, Spot

_SPOT = re.compile(r"(?:(?P<sheet>[0-9A-Za-z]{1,8}):)?(?P<number>[1-9][0-9]{0,3})")
_SPACE = re.compile(rf"{_SPOT.pattern}=(?P<lines>[0-9]{{1,4}})")


def hand_from(
    *,
    swap: Iterable[str] = (),
    pin: Iterable[str] = (),
    without: Iterable[str] = (),
    only_types: str = "",
    without_content_notes: bool = False,
    lines: Iterable[str] = (),
    questions: str = "",
) -> Hand:
    """Read what was typed behind each option; several values may stand behind one, with commas in between.

    :raises Faults: with every fault at once.
    """
    problems: list[Problem] = []
    hand = Hand(
        swap=tuple(spot for text in _parted(swap) if (spot := _spot(text, problems))),
        pin=tuple(dict.fromkeys(_parted(pin))),
        without=tuple(dict.fromkeys(_parted(without))),
        only_types=tuple(name for text in _parted([only_types]) if (name := _item_type(text, problems))),
        without_content_notes=without_content_notes,
        lines=tuple(space for text in _parted(lines) if (space := _space(text, problems))),
        questions=questions,
    )
    if problems:
        raise Faults(problems)
    return hand


def _parted(texts: Iterable[str]) -> list[str]:
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def _spot(text: str, problems: list[Problem]) -> Spot | None:
    if found := _SPOT.fullmatch(text):
        return Spot(int(found["number"]), (found["sheet"] or "").upper())
    mend = 'write the number of a question, "7", or a sheet and a number, "B:7", "K7Q2M:7"'
    problems.append(Problem(Source("--swap"), f'"{text}" is no question', mend, "hand.spot"))
    return None


def _space(text: str, problems: list[Problem]) -> Space | None:
    found = _SPACE.fullmatch(text)
    if found and 1 <= int(found["lines"]) <= MOST_LINES:
        return Space(int(found["number"]), int(found["lines"]), (found["sheet"] or "").upper())
    what = f"{found['lines']} lines cannot be had" if found else f'"{text}" is no question with its lines'
    mend = f'write "7=4" for four lines under question 7; 1 to {MOST_LINES} lines can be had'
    problems.append(Problem(Source("--lines"), what, mend, "hand.lines"))
    return None


def _item_type(text: str, problems: list[Problem]) -> str:
    name = text.replace("_", "-").lower()
    if name in ITEM_TYPES:
        return name
    close = difflib.get_close_matches(name, ITEM_TYPES, n=1)
    mend = f'write "{close[0]}"' if close else f"use some of {', '.join(ITEM_TYPES)}"
    problems.append(Problem(Source("--only-types"), f'there is no item type "{text}"', mend, "hand.item-type"))
    return ""
