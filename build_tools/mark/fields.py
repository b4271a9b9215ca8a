"""The table of options: what an author may write for each kind, and what each option holds.

``docs/marking.md`` tells an author the same; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from .shapes import Shape

Holds = Literal[
    "text",  # one text of a shape
    "commas",  # short texts with ", " between them
    "bars",  # texts with "|" between them
    "names",  # names of other facts, with commas
    "name",  # the name of one other fact
    "flag",  # nothing: the option alone says it
    "choice",  # one of a few words
    "whole",  # a whole number
    "amount",  # a number as printed
    "amounts",  # numbers as printed, with ", " between them
    "date",  # a date of ``worksheets.dates``
    "own",  # read by the kind itself
]


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a kind."""

    name: str  # as the author writes it, without colons
    holds: Holds = "text"
    shape: Shape = ""
    field: str = ""  # attribute of the fact, where it is not the name with underscores
    required: bool = False
    least: int = 1  # fewest parts of a list that is given
    choices: tuple[str, ...] = ()
    example: str = ""  # what a message shows

    @property
    def attribute(self) -> str:
        """The attribute of the fact that it fills."""
        return self.field or self.name.replace("-", "_")


COMMON = (
    Option("name", "own", example="osmosis"),
    Option("level", "choice", choices=("1", "2", "3")),
    Option("certainty", "choice", choices=("settled", "approximate", "disputed")),
    Option("weight", "whole", example="2"),
    Option("tags", "commas"),
    Option("sources", "commas"),
    Option("content-note"),
    Option("not-with", "names"),
    Option("confusable-with", "names"),
)

_CLASS = Option("class", field="category", required=True, example="movement of substances")
_MARKS = Option("marks", "bars", least=2, example="a first point of three words | a second point of three words")

OPTIONS: Mapping[str, tuple[Option, ...]] = MappingProxyType(
    {
        "statement": (Option("blank-1", "own"), Option("blank-2", "own"), Option("passage", "own")),
        "term": (
            _CLASS,
            _MARKS,
            Option("number", "choice", choices=("plural",), field="plural"),
            Option("transparent", "flag"),
            Option("native"),
            Option("transliteration"),
            Option("aliases", "commas"),
            Option("example"),
            Option("non-example"),
        ),
        "event": (
            Option("date", "date", required=True, example="1859-11-24"),
            Option("end", "date"),
            Option("short", shape="NP"),
            Option("why", shape="It-sentence"),
            Option("class", field="category"),
            Option("place", field="location"),
            Option("people", "names"),
            Option("within", "name"),
            Option("ask", "choice", choices=("year", "month", "day")),
        ),
        "person": (
            Option("class", field="category", required=True, example="pioneer of vaccines"),
            Option("fate", shape="Pred"),
            Option("fates", "commas"),
            Option("clues", "bars", shape="Pred", least=3),
            Option("aliases", "commas"),
            Option("native"),
            Option("lived"),
            Option("gendered", "choice", choices=("f", "m")),
            Option("surname"),
        ),
        "figure": (
            Option("unit"),
            Option("period"),
            Option("range"),
            Option("total", "amount"),
            Option("asked-as", "amount"),
            Option("false", "amounts", least=2),
            Option("series", "own"),
            Option("counted"),
        ),
        "view": (
            Option("on", required=True, example="how species change"),
            Option("work"),
            Option("school"),
            Option("evidence", shape="NP"),
            Option("objection", shape="Remark"),
            Option("stress", shape="NP"),
            Option("against", "names"),
        ),
        "link": (
            Option("of", shape="NP"),
            Option("strength", "choice", choices=("strong", "moderate", "weak")),
            Option("timescale", "choice", choices=("long-term", "short-term", "trigger")),
            Option("label", shape="NP"),
            Option("how", shape="Sentence"),
            _MARKS,
            Option("limit", shape="Remark"),
        ),
        "group": (
            Option("basis", shape="Pred"),
            Option("near", "commas", least=3),
            Option("heading"),
            Option("partition"),
            Option("complete", "flag"),
        ),
        "misconception": (Option("why", shape="Remark"), Option("slot"), Option("fact", "name")),
        "question": (
            Option("key"),
            Option("points", "bars"),
            Option("options", "bars", least=2),
            Option("bands"),
            Option("minutes", "whole", example="10"),
            Option("command"),
            Option("about", "names"),
            Option("extract"),
            Option("attribution"),
            Option("inquiry"),
            Option("purpose", "bars", least=2),
            Option("value", "bars", least=2),
            Option("limitations", "bars", least=2),
        ),
    }
)


def options_of(kind: str) -> Mapping[str, Option]:
    """Every option of a kind, by the name an author writes."""
    return {option.name: option for option in (*COMMON, *OPTIONS[kind])}
