"""The words that the book puts beside a fact: what it is, and what each of its parts is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "statement": "",
        "term": "Key term",
        "event": "Key event",
        "person": "Person",
        "figure": "Figures",
        "view": "View",
        "link": "Cause and effect",
        "group": "Group",
        "misconception": "Often written, but wrong",
        "question": "Question",
    }
)

CERTAINTY: Mapping[str, str] = MappingProxyType({"approximate": "approximate", "disputed": "disputed"})

# Parts that stand on a line of their own behind their name. Part names are those of ``fact_nodes``.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "aliases": "Also called",
        "example": "Example",
        "non-example": "Not an example",
        "place": "Place",
        "people": "People",
        "within": "Part of",
        "period": "Period",
        "unit": "Unit",
        "range": "Range",
        "counted": "What is counted",
        "on": "On",
        "work": "Work",
        "school": "School",
        "evidence": "Evidence",
        "objection": "Objection",
        "stress": "Emphasis",
        "against": "Argues against",
        "how": "How",
        "limit": "But",
        "strength": "Evidence for it",
        "timescale": "Timescale",
        "why": "Why it is believed",
        "true": "In fact",
        "sources": "Sources",
    }
)
