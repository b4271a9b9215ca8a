"""What page-making works on: rows of known height, the area they go to, the places they get.

Nothing here knows what a row shows. Lengths are floats in one unit of the caller's choice, and grow downwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

SLACK = 1e-6  # heights are sums of floats: what sticks out by less than this still fits


class After(Enum):
    """Whether a page or column may end after a row."""

    FREE = "free"  # it may; but inside a group this counts as a seam, since groups are kept whole
    SEAM = "seam"  # only where what is kept together here is taller than an empty column
    NEVER = "never"  # a heading and what follows it, a source and its first question


@dataclass(frozen=True, slots=True)
class AnswerSpace:
    """How many writing lines an answer may have, each count 1 or more."""

    least: int  # what a sheet may be squeezed to, to fit a number of pages
    usual: int
    most: int  # what it may grow to where a page has room left

    def __post_init__(self) -> None:
        if not 1 <= self.least <= self.usual <= self.most:
            raise ValueError(f"an answer space needs 1 <= least <= usual <= most, not {self}")


class Row(NamedTuple):
    """One strip of a sheet, as wide as its column. A page never ends within it, save between lines of an answer."""

    height: float  # with the lead; of an answer space the height of one line
    lead: float = 0.0  # white space at the top; vanishes where the row is first in a page or column, header or not
    after: After = After.FREE
    group: int = -1  # neighbouring rows of one number are kept together, as those of one question; -1: of no group
    header: int = -1  # number of the row to be repeated above this one where this one is first in a page or column
    space: AnswerSpace | None = None  # the row is a writing line, to be placed several times
    spans: bool = False  # goes over both columns; of no account where there is one
    label: str = ""  # what a message calls it, such as "question 7"


class Area(NamedTuple):
    """The part of each page that rows go to: how high it is, and whether it has 1 column or 2."""

    height: float
    columns: int = 1


class Place(NamedTuple):
    """Where a row went; its lower edge is at ``y + lines * row.height - row.lead``."""

    row: int  # its number, counted from 0
    y: float  # from the top of the area to the top of the row without its lead
    column: int = 0  # counted from 0; 0 also for a row that spans both
    lines: int = 1  # how many writing lines stand here; 1 for a row that is no answer space
    repeated: bool = False  # a header, placed once more


Page = tuple[Place, ...]  # in reading order: what spans, or the first column, then the second


class TooTall(NamedTuple):
    """Rows that must stay together, but are taller than an empty column."""

    label: str
    height: float  # with its answer spaces at their least
    room: float  # height of an empty column, less the header that would be repeated there


class TooLong(NamedTuple):
    """A sheet that does not go into the pages it was given, even with the least answer spaces."""

    label: str  # the first thing beyond the last page
    pages: int  # how many were given
    excess: float  # height of all that does not fit, set in one column


class DoesNotFit(Exception):  # noqa: N818  (not an error of the program: the sheet's faults, all at once)
    """Raised where a sheet cannot be put on pages; carries every fault found, in the order of the sheet."""

    def __init__(self, faults: Iterable[TooTall | TooLong]) -> None:
        self.faults: tuple[TooTall | TooLong, ...] = tuple(faults)
        super().__init__(*self.faults)
