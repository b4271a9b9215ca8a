"""A question as it goes on a sheet, with all that its key needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from .facts import Level, Place

GAP = "\N{OBJECT REPLACEMENT CHARACTER}"  # where a student writes into a sentence; renderers draw a rule of one width

ItemTypeName = Literal[
    "multiple-choice", "true-false", "cloze", "cloze-with-bank", "matching", "ordering", "short-answer"
]
ITEM_TYPE_NAMES: tuple[ItemTypeName, ...] = get_args(ItemTypeName)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that is offered."""

    text: str
    right: bool = False
    note: str = ""  # for the key: what a wrong answer really is


@dataclass(frozen=True, slots=True)
class Key:
    """What a teacher marks with."""

    answer: str  # the right answer in words, or the first mark point's summary
    points: tuple[str, ...] = ()  # one mark each
    accept: tuple[str, ...] = ()  # further right answers, alternative spellings
    reject: tuple[str, ...] = ()  # what is not enough
    notes: tuple[str, ...] = ()  # corrections, what the distractors are, how to give part marks


@dataclass(frozen=True, slots=True)
class Question:
    """One item of a sheet. Texts are plain; ``GAP`` stands where something is to be written."""

    id: str  # "item-type/pattern/fact-id": the same question has the same id on every sheet
    item_type: ItemTypeName
    pattern: str  # "event-to-date"; one item type can ask in several ways
    facts: tuple[str, ...]  # ids of the facts it asks about, first the one it grew from
    stem: str
    marks: int
    key: Key
    instruction: str = ""  # what to do, where the stem does not say it
    options: tuple[Option, ...] = ()  # multiple choice
    rows: tuple[str, ...] = ()  # premises of a matching set, events to order, sentences of a cloze set
    responses: tuple[str, ...] = ()  # right-hand side of a matching set
    bank: tuple[str, ...] = ()  # words offered for a cloze
    row_keys: tuple[str, ...] = ()  # for each row: the letter, rank or word that belongs there
    answer_lines: int = 0  # lines of 8 mm to write on
    level: Level = 1
    places: tuple[Place, ...] = ()  # where the book teaches each of ``facts``
    secrets: tuple[str, ...] = field(default=())  # words that give the answer away if another question prints them
    pairs: tuple[tuple[str, str], ...] = ()  # words that do so only together, as a term and its match

    @property
    def shown(self) -> tuple[str, ...]:
        """Every text that a student reads in it."""
        return (
            self.stem,
            *(option.text for option in self.options),
            *self.rows,
            *self.responses,
            *self.bank,
        )

    @property
    def short_key(self) -> str:
        """The answer in as few characters as a grid of a whole class allows."""
        if self.options:
            return "".join(letter(index) for index, option in enumerate(self.options) if option.right)
        if self.row_keys:
            return (" " if all(len(key) == 1 for key in self.row_keys) else "; ").join(self.row_keys)
        return self.key.answer

    def place_labels(self, paper: str) -> tuple[str, ...]:
        """The places in the book that answer it, once each: "section 3.2, page 34"."""
        labels = []
        for place in self.places:
            page = place.pages.get(paper)
            labels.append(f"{place.section_label}, page {page}" if page else place.section_label)
        return tuple(dict.fromkeys(labels))


def letter(index: int) -> str:
    """The letter of an option or response, counted from 0: A, B, C."""
    return chr(ord("A") + index)
