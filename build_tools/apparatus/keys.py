"""What a reader compares an answer with, and what a teacher marks by: worked out from a question's fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from worksheets.facts import AuthoredQuestion
from worksheets.mark_schemes import MarkScheme, matching
from worksheets.sampling import ranked


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice."""

    letter: str
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Points:
    """Points of a key under one heading."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A level of a mark scheme."""

    marks: str
    descriptor: str


@dataclass(frozen=True, slots=True)
class KeyText:
    """The key of one question."""

    answer: str = ""
    letter: str = ""  # of the right option
    points: tuple[Points, ...] = ()
    scheme: str = ""
    bands: tuple[Band, ...] = ()


def choices(question: AuthoredQuestion) -> tuple[Choice, ...]:
    """Give the options of a choice with their letters: numbers by size, others as their hashes fall.

    The order is the same in every edition, and one more option leaves the others' order as it was (rule S3).
    """
    if not question.options:
        return ()
    texts = ranked(question.id, {question.key, *question.options}, lambda text: text)
    if all(re.fullmatch(r"\d[\d,]*(\.\d+)?", text) for text in texts):
        texts.sort(key=lambda text: float(text.replace(",", "")))
    return tuple(
        Choice(letter, text, text == question.key) for letter, text in zip(ascii_uppercase, texts, strict=False)
    )


def key_of(question: AuthoredQuestion, schemes: Sequence[MarkScheme] = ()) -> KeyText:
    """Give the key of a question; a scheme that is not at hand is told elsewhere."""
    found = matching(question.bands, schemes) if question.bands else ()
    scheme, component = found[0] if len(found) == 1 else (None, None)
    enough = len(question.points) > question.worth and question.item_type != "essay" and not question.bands
    heading = f"Any {question.worth} of" if enough else ""
    return KeyText(
        answer=question.key,
        letter=next((choice.letter for choice in choices(question) if choice.right), ""),
        points=tuple(
            points
            for points in (
                Points("May bring in" if question.bands else heading, question.points),
                Points("Purpose", question.purpose),
                Points("Value", question.value),
                Points("Limitations", question.limitations),
            )
            if points.points
        ),
        scheme=f"{scheme.title}, {component.title or component.id}" if scheme and component else "",
        bands=tuple(Band(band.label, band.descriptor) for band in component.bands) if component else (),
    )
