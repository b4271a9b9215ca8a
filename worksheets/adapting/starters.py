"""Beginnings of sentences for answers that are written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ..bank import FactBank
from ..item_types import ITEM_TYPES
from ..questions import Help, Question
from ..worksheet import Worksheet
from .soundness import changed, tells_itself

LEAD = "You may begin"


def with_starters(worksheet: Worksheet, book: FactBank) -> Worksheet:
    """Offer beginnings with each question that is answered in sentences."""
    return changed(worksheet, book, partial(_versions, book=book))


def _versions(question: Question, book: FactBank) -> Iterator[Question]:
    starters = ITEM_TYPES[question.item_type].easing.starters(question, book)
    if starters and not tells_itself(question, starters):
        yield replace(question, help=(*question.help, Help(LEAD, starters)))
