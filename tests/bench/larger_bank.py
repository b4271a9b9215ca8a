"""A bank of thousands of facts, made of a real one, to see how work grows with the bank."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import count
from typing import Any, TypeVar

from worksheets.bank import FactBank
from worksheets.dates import Date
from worksheets.facts import Blank, Fact, Passage
from worksheets.words import STOP_WORDS

F = TypeVar("F", bound=Fact)

YEARS_BETWEEN = 7  # from one copy of an event to the next
IDS = frozenset({"id", "not_with", "confusable_with", "people", "within", "against", "partition", "fact", "about"})
KEPT = frozenset(
    {"item_type", "bands", "command", "tags", "sources", "ask", "gendered", "strength", "timescale", "certainty"}
)
_CONSONANTS, _VOWELS = "bcdfglmnprstv", "aeiou"
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")


def larger_bank(bank: FactBank, size: int) -> FactBank:
    """Renamed copies of all facts of a bank, the facts themselves first, until there are ``size``.

    Letters are exchanged, vowels for vowels, and years moved, the same way throughout a copy. So texts keep their
    lengths, articles fit, and what belonged together still does; but no copy speaks of what another speaks of.
    """
    facts: list[Fact] = []
    for turn in count():
        if len(facts) >= size or not bank.facts:
            break
        copy = _Copy(turn)
        facts += [copy.of(fact) for fact in bank.facts[: size - len(facts)]]
    return FactBank(bank.title, tuple(facts), bank.chapters, bank.language)


class _Copy:
    """One copy of a book; copy 0 is the book itself."""

    def __init__(self, turn: int) -> None:
        self.turn = turn
        exchanged = {}
        for letters in (_CONSONANTS, _VOWELS):
            turned = letters[turn % len(letters) :] + letters[: turn % len(letters)]
            exchanged |= dict(zip(letters + letters.upper(), turned + turned.upper(), strict=True))
        self.letters = str.maketrans(exchanged)

    def of(self, fact: F) -> F:
        """The copy of a fact."""
        changed = {
            field.name: self._ids(value) if field.name in IDS else self._value(value)
            for field in fields(fact)
            if (value := getattr(fact, field.name)) and field.name not in KEPT
        }
        return replace(fact, **changed)

    def _ids(self, ids: Any) -> Any:
        return tuple(map(self._ids, ids)) if isinstance(ids, tuple) else f"{ids}-{self.turn}"

    def _value(self, value: Any) -> Any:
        match value:
            case str():
                return self._text(value)
            case tuple():
                return tuple(map(self._value, value))
            case Date():
                return replace(value, year=value.year + self.turn * YEARS_BETWEEN)
            case Blank():
                texts = {name: self._value(getattr(value, name)) for name in ("answer", "false", "accept", "hint")}
                return replace(value, **texts)
            case Passage():
                return Passage(self._text(value.name), value.order)
            case _:
                return value

    def _text(self, text: str) -> str:
        moved = _YEAR.sub(lambda year: str(int(year[0]) + self.turn * YEARS_BETWEEN), text)
        return _WORD.sub(self._word, moved)

    def _word(self, word: re.Match[str]) -> str:
        return word[0] if word[0].lower() in STOP_WORDS else word[0].translate(self.letters)
