"""What a rule finds in a question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a question breaks."""

    rule: str  # "H3"
    what: str  # what is wrong, quoting the question
    mend: str  # what an author can write instead
