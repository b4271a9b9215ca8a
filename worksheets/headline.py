"""The words by which a reader knows a fact."""

from __future__ import annotations

from .facts import (
    AuthoredQuestion,
    Event,
    Fact,
    Figure,
    Group,
    Link,
    Misconception,
    Person,
    Statement,
    Term,
    View,
)


def headline(fact: Fact) -> str:
    """The title of a fact as lists and links print it; one line, no full stop added."""
    match fact:
        case Statement():
            return fact.text
        case Term():
            return fact.term
        case Event():
            return fact.title
        case Person():
            return fact.full_name
        case Figure():
            return fact.title
        case View():
            return fact.holder_label
        case Link():
            return f"{fact.cause} → {fact.effect}"
        case Group():
            return f"{fact.of} that {fact.are}"
        case Misconception():
            return fact.often
        case AuthoredQuestion():
            return fact.stem
    raise TypeError(f"no headline for {type(fact).__name__}")
