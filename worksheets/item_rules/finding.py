"""What a rule is, and what it finds in a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..bank import FactBank
from ..questions import Question


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a question breaks."""

    rule: str  # "H3"
    what: str  # what is wrong, quoting the question
    mend: str  # what an author can write instead


Rule: TypeAlias = Callable[[Question, FactBank], Iterator[Finding]]  # the bank is the whole book
