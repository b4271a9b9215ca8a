"""What a benchmark found, as values."""

from __future__ import annotations

import statistics
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """One peer with one number of sheets."""

    peer: str  # its name
    sheets: int
    seconds: tuple[float, ...]  # wall clock of each run
    peak: int  # bytes of memory: the median of the runs
    pages: int
    size: int  # bytes of all files
    tagged: bool

    @property
    def median(self) -> float:
        """Seconds of the median run."""
        return statistics.median(self.seconds)


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that was not measured with a number of sheets, and why: "not run, about 400 s"."""

    peer: str
    sheets: int
    why: str


Result = Measured | Missing
