"""The texts of a fact."""

from __future__ import annotations

from dataclasses import fields

from .facts import KINDS, Fact


def texts(fact: Fact) -> tuple[str, ...]:
    """Every text that an author wrote into a fact and that a student may read."""
    return tuple(
        text
        for name in _TEXT_FIELDS[type(fact)]
        for value in [getattr(fact, name)]
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
        "timescale",
    }
)
_TEXT_FIELDS = {
    kind: tuple(field.name for field in fields(kind) if field.name not in _NOT_TEXT) for kind in KINDS.values()
}
