"""Whether a question speaks of a person in a tense that the book bears out (G27)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Person
from ..questions import Question
from ..words import holds
from .finding import Finding


def gone(question: Question, book: FactBank) -> Iterator[Finding]:
    """A stem begins with "Who was" for those alone of whom the book says when they died."""
    fact = book.get(question.facts[0])
    if isinstance(fact, Person) and not fact.known_dead and holds(question.stem, f"Who was {fact.full_name}"):
        yield Finding("G27", f"it asks who “{fact.full_name}” was, who may be alive", "write :lived: with both years")
