"""Multiple choice: one right answer among three. The patterns stand in the table, one file for each pair."""

from __future__ import annotations

from ..pattern import item_type
from . import authored, event_date, fate, figure, link, person_role, term_definition, view
from .choice import MULTIPLE_CHOICE as NAME

PATTERNS = (
    *term_definition.PATTERNS,
    *event_date.PATTERNS,
    *person_role.PATTERNS,
    *fate.PATTERNS,
    *view.PATTERNS,
    *link.PATTERNS,
    *figure.PATTERNS,
    *authored.PATTERNS,
)

MULTIPLE_CHOICE = item_type(
    NAME,
    "Multiple choice",
    "Tick one box for each question.",
    PATTERNS,
    takes="terms, events, people, views, links, figures and authored choices",
)
