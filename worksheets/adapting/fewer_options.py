"""One wrong option fewer; letters are given anew, and the key with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..bank import FactBank
from ..item_types import ITEM_TYPES
from ..questions import Question
from ..sampling import rank
from ..worksheet import Worksheet
from .soundness import changed

FEWEST = 2  # options
NOTE = "One option fewer than on other sheets."
EXCUSED = ("item.H1",)  # the number of options is what is changed


def with_fewer_options(worksheet: Worksheet, book: FactBank) -> Worksheet:
    """Leave out a wrong option of each question that may spare one: which one is drawn."""
    return changed(worksheet, book, _versions, EXCUSED)


def _versions(question: Question) -> Iterator[Question]:
    wrong = [option for option in question.options if not option.right]
    if not ITEM_TYPES[question.item_type].easing.fewer_options or len(question.options) <= FEWEST or len(wrong) < 2:
        return
    key = replace(question.key, notes=(*question.key.notes, NOTE))
    for left_out in sorted(wrong, key=lambda option: rank(question.id, "left out", option.text)):
        options = tuple(option for option in question.options if option is not left_out)
        yield replace(question, options=options, key=key)
