"""The texts of a fact."""

from __future__ import annotations

from dataclasses import fields

from .facts import Fact


def texts(fact: Fact) -> tuple[str, ...]:
    """Every text that an author wrote into a fact and that a student may read."""
    own = [getattr(fact, field.name) for field in fields(fact) if field.name not in _NOT_TEXT]
    return tuple(
        text
        for value in own
        for text in (value if isinstance(value, tuple) else (value,))
        if isinstance(text, str) and text
    )


_NOT_TEXT = frozenset(
    {
        "id",
        "level",
        "certainty",
        "weight",
        "tags",
        "sources",
        "content_note",
        "not_with",
        "confusable_with",
        "place",
        "source",
        "category",
        "people",
        "within",
        "against",
        "partition",
        "fact",
        "item_type",
        "bands",
        "command",
    }
)
