"""Less help and a further task, for those who are done early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ..bank import FactBank
from ..item_types import ITEM_TYPES
from ..item_types.cloze_with_bank import NOT_NEEDED
from ..item_types.gaps import CLOSED_KINDS, right_fillers
from ..item_types.giveaways import recalled
from ..questions import Further, Question, letter
from ..worksheet import Worksheet
from .soundness import changed
from .word_bank import gaps_of

FURTHER_LINES = 2
NO_BOX = "Without the box of words that other sheets have."
FURTHER = "The further task earns no mark: what the wrong answers are is said above."
EXCUSED = ("item.P4", "item.G19")  # there is no box any more; sentences and answers are as they were


def stretched(worksheet: Worksheet, book: FactBank) -> Worksheet:
    """Take boxes of words away, and ask what else is known of wrong options; the marks stay as they are."""
    bare = changed(worksheet, book, partial(_without_box, book=book), EXCUSED)
    sections = []
    for section, old in zip(bare.sections, worksheet.sections, strict=True):
        boxes = [bool(question.bank) for question in section.questions]
        if any(question.bank for question in old.questions) and not any(boxes):
            section = replace(section, instruction="")  # it speaks of the box; the questions say what to do
        elif any(boxes):
            section = old  # all of a part or none: they share its instruction
        sections.append(section)
    return changed(replace(bare, sections=tuple(sections)), book, _with_further_task, EXCUSED)


def _without_box(question: Question, book: FactBank) -> Iterator[Question]:
    stem = ITEM_TYPES[question.item_type].easing.without_bank
    gaps = list(gaps_of(question, book)) if stem and question.bank else []
    if (
        not gaps
        or len(gaps) != len(question.rows)
        or not all(gap.blank.kind.casefold() in CLOSED_KINDS for gap in gaps)
    ):
        return
    secrets, pairs = question.secrets, question.pairs
    notes = [NO_BOX, *(note for note in question.key.notes if not note.startswith(NOT_NEEDED))]
    for index, (gap, row) in enumerate(zip(gaps, question.rows, strict=True)):
        right = right_fillers(book, gap.blank)
        more, together = recalled(book, right, row)
        secrets, pairs = (*secrets, *more), (*pairs, *together)
        if right[1:]:
            notes.append(f"({letter(index).lower()}) Accept {', '.join(right[1:])}.")
    key = replace(question.key, notes=tuple(notes))
    yield replace(question, stem=stem, bank=(), key=key, secrets=secrets, pairs=pairs)


def _with_further_task(question: Question) -> Iterator[Question]:
    task = ITEM_TYPES[question.item_type].easing.others_known
    wrong = [option for option in question.options if not option.right]
    if task and wrong and all(option.note for option in wrong):
        key = replace(question.key, notes=(*question.key.notes, FURTHER))
        yield replace(question, further=Further(task, FURTHER_LINES), key=key)
