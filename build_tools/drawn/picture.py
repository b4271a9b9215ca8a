"""What an author asks for, and what is drawn of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from worksheets.facts import Fact
from worksheets.problems import Problem, Source

_NUMBER = re.compile(r"\d[\d,.]*")

WIDTH = 340.0  # of a drawing, in points on paper: 120 mm, the measure of the printed book


@dataclass(frozen=True, slots=True)
class DrawingMark:
    """A chart, diagram, map or strip as its author wrote it."""

    kind: str  # "chart", "causes", "chain", "strip", "map"
    names: tuple[str, ...]  # of facts, in order
    options: Mapping[str, str]
    rows: tuple[tuple[Source, str], ...] = ()  # the body, line by line
    source: Source = field(default_factory=lambda: Source("", 0))
    wide: float = WIDTH  # of the drawing, in its units

    def problem(self, what: str, mend: str, source: Source | None = None) -> Problem:
        """Say what is wrong with it, or with a line of its body."""
        return Problem(source or self.source, what, mend, "fact.drawing")

    def fault(self, what: str, mend: str, source: Source | None = None) -> UnfitError:
        """Say what is wrong with it, where nothing else can be said."""
        return UnfitError((self.problem(what, mend, source),))


class UnfitError(Exception):
    """Faults that leave nothing to draw; they never pass ``picture_of``."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.what for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with all that stands around it."""

    title: str
    svg: str
    alt: str  # what it shows, in a sentence or two
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  # the same data as a table
    facts: tuple[Fact, ...]  # that it shows, for their sources
    counted: tuple[str, ...] = ()  # sentences on what the numbers count
    printed: str = ""  # id of the fact whose table shows the same
    brief: tuple[tuple[str, ...], ...] | None = None  # the rows of the table on paper, where it says less; heads first

    @property
    def says_all(self) -> bool:
        """Whether the drawing shows in letters every number and date of its table; a number in a name is none."""
        shown = Counter(_NUMBER.findall(re.sub(r"<(title|desc)\b.*?</\1>|<[^>]*>", " ", self.svg, flags=re.DOTALL)))
        told = [cell for row in self.rows for cell in row if _is_number(cell)]
        return Counter(_NUMBER.findall(" ".join(told))) <= shown

    @property
    def on_paper(self) -> Picture:
        """The same with the table of the printed page."""
        return self if self.brief is None else replace(self, heads=self.brief[0], rows=self.brief[1:])

    @property
    def height(self) -> float:
        """How high it is as a share of its width."""
        wide, high = re.search(r'viewBox="0 0 (\S+) (\S+)"', self.svg).groups()  # type: ignore[union-attr]
        return float(high) / float(wide)


def of_kind(fact: Fact) -> str:
    """The kind of a fact with its article: "an event", "a link"."""
    return f"{'an' if fact.kind.startswith(tuple('aeiou')) else 'a'} {fact.kind}"


def capital(text: str) -> str:
    """The same text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _is_number(cell: str) -> bool:
    """Whether a cell holds a number or a date, as "about 387,000" and "23 February to 5 March 1937" do."""
    words = cell.split()
    return 3 * sum(any(sign.isdigit() for sign in word) for word in words) >= len(words) > 0
