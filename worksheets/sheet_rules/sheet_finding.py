"""What a rule finds on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..bank import FactBank
from ..questions import Question
from ..worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """A rule that a sheet breaks, and the question where it shows."""

    question: Question
    rule: str  # "H12"
    what: str
    mend: str


SheetRule: TypeAlias = Callable[[Worksheet, FactBank], Iterator[SheetFinding]]  # the bank is the whole book
