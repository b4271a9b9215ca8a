"""A mark scheme: the questions of a paper, and what an answer has to do for its marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..dates import Date
from ..problems import Problem, Source

QuestionKind = Literal["essay", "explain", "source-question", "short-answer"]


@dataclass(frozen=True, slots=True)
class Band:
    """A range of marks and the quality of answer that earns it; examination boards say level or markband."""

    least: int
    most: int  # at least ``least``
    descriptor: str
    look_for: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def label(self) -> str:
        """The marks as they are written: "13-15", "0"."""
        return f"{self.least}-{self.most}" if self.least < self.most else str(self.most)


@dataclass(frozen=True, slots=True)
class Component:
    """One kind of question of a paper and how its answers are marked: by bands, or by points where it has none."""

    id: str  # "essay-15": unique in its scheme
    title: str
    kind: QuestionKind
    marks: int
    answers: int = 1  # how many of them a candidate writes
    bands: tuple[Band, ...] = ()  # from the highest to the lowest; together they hold 0 to ``marks``, each mark once
    points: str = ""  # what earns one mark; empty where there are bands
    look_for: tuple[str, ...] = ()  # in an answer of any quality
    line: int = field(default=0, compare=False)

    def band(self, marks: int) -> Band | None:
        """The band that an answer of so many marks is in."""
        return next((band for band in self.bands if band.least <= marks <= band.most), None)


@dataclass(frozen=True, slots=True)
class MarkScheme:
    """How one paper is marked, in our own words, and when that holds."""

    id: str  # "ib-history-paper-2": the name of its file
    title: str
    components: tuple[Component, ...]
    awarding_body: str = ""
    subject: str = ""
    valid_from: Date | None = None  # the first examination session, nothing for always
    valid_through: Date | None = None  # the last examination session, nothing for until further notice
    marks: int = 0  # of the whole paper; 0 where the components belong to no one paper
    note: str = ""
    unsure: tuple[str, ...] = ()  # what whoever described it did not know, and left out
    document: str = ""  # what it was described from
    year: int = 0  # of that document; 0 if unknown
    own: bool = field(default=False, compare=False)  # a teacher's, not one that comes with the tool
    path: str = field(default="mark scheme", compare=False)
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False)  # setting -> where it stands

    def source(self, setting: str) -> Source:
        """Where a setting stands."""
        return self.sources.get(setting, Source(self.path))

    @property
    def validity(self) -> str:
        """When it holds, in words: "May 2017 to November 2027", "from June 2017", "until May 2019", "always"."""
        match self.valid_from, self.valid_through:
            case Date() as first, Date() as last:
                return first.label_to(last) if first != last else first.label
            case Date() as first, None:
                return f"from {first.label}"
            case None, Date() as last:
                return f"until {last.label}"
            case _:
                return "always"


def validity_warning(scheme: MarkScheme, on: Date) -> Problem | None:
    """What is wrong with marking an examination of a given date by this scheme, if anything.

    A date that is known to the year or month only is given the benefit of the doubt: 2027 is within a scheme that
    ends in November 2027.
    """
    if scheme.valid_from and on.last < scheme.valid_from.first:
        what = f'the mark scheme "{scheme.id}" holds from {scheme.valid_from.label} only, not yet in {on.label}'
        mend = "look for the scheme that was marked by then"
        return Problem(scheme.source("valid-from"), what, mend, "mark-scheme.not-yet-valid")
    if scheme.valid_through and on.first > scheme.valid_through.last:
        what = f'the mark scheme "{scheme.id}" held until {scheme.valid_through.label}, not in {on.label}'
        mend = "look for the scheme that took its place"
        return Problem(scheme.source("valid-through"), what, mend, "mark-scheme.out-of-date")
    return None
