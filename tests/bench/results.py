"""What a benchmark found, as values."""

from __future__ import annotations

import statistics
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one command."""

    seconds: float  # wall clock
    cpu: float  # seconds of all cores together
    peak: int  # bytes of memory


@dataclass(frozen=True, slots=True)
class Measured:
    """One peer with one number of sheets."""

    peer: str  # its name
    sheets: int
    runs: tuple[Run, ...]
    cpu: float  # seconds of all cores together
    peak: int  # bytes of memory, of all processes together
    pages: int
    size: int  # bytes of all files
    tagged: bool

    @property
    def seconds(self) -> float:
        """Seconds of wall-clock time of the median run."""
        return statistics.median(run.seconds for run in self.runs)


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that was not measured with a number of sheets, and why: "not run, about 400 s"."""

    peer: str
    sheets: int
    why: str


Result = Measured | Missing
