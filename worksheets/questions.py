"""A question as it goes on a sheet, with all that its key needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .exhibits import Drawing, Extract, Table
from .facts import Level, Place

FEW_PLACES = 3  # so many or more are told in short: a key is short on paper
GAP = "\N{OBJECT REPLACEMENT CHARACTER}"  # where a student writes into a sentence; renderers draw a rule of one width
_STOP = re.compile(r"(?<!\.\w)\.$")  # of a sentence, not of a shortened word
_ENDED = re.compile(r"[.?!][”’]?$")

ItemTypeName: TypeAlias = str  # one of the names in the table of `item_types`
Difficulty = Literal["easy", "medium", "hard"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that is offered."""

    text: str
    right: bool = False
    note: str = ""  # for the key: what a wrong answer really is


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the headings that the words of the box are sorted under."""

    text: str
    members: tuple[str, ...]  # what belongs there; a student reads only how many


@dataclass(frozen=True, slots=True)
class Indicative:
    """One thing that a good answer may bring in, and the fact that it stands on."""

    text: str
    fact: str  # its id
    place: Place  # where the book teaches it


@dataclass(frozen=True, slots=True)
class MarkBand:
    """A range of marks and the answers that earn it, as the key prints it."""

    marks: str  # "13-15", "0"
    descriptor: str
    look_for: tuple[str, ...] = ()  # signs of it


@dataclass(frozen=True, slots=True)
class Key:
    """What a teacher marks with."""

    answer: str  # the right answer in words, or the first mark point's summary; empty where only the parts have answers
    points: tuple[str, ...] = ()  # one mark each; under bands what is to be credited
    accept: tuple[str, ...] = ()  # further right answers, alternative spellings
    reject: tuple[str, ...] = ()  # what is not enough
    notes: tuple[str, ...] = ()  # corrections, what the distractors are, how to give part marks
    bands: str = ""  # id of the level-of-response scheme that it is marked by
    mark_bands: tuple[MarkBand, ...] = ()  # these bands in full, the highest first: a reprint needs no scheme file
    indicative: tuple[Indicative, ...] = ()  # what may be credited under these bands
    drawing: Drawing | None = None  # the question's drawing when it is solved


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One task of several in a question: (a), (b), or one clue of a crossword."""

    text: str
    marks: int
    key: Key
    label: str = ""  # "1 across"; parts without labels are lettered
    answer_lines: int = 0  # lines of 8 mm to write on
    place: Place | None = None  # where the book teaches it, where the key says so for each part


@dataclass(frozen=True, slots=True)
class Help:
    """What is given with a question on sheets with more help."""

    lead: str  # "You may begin"
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Further:
    """A task behind a question, without marks, on sheets that ask for more."""

    task: str
    lines: int  # of 8 mm to write on


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
    extracts: tuple[Extract, ...] = ()  # what is read first: sources, a passage
    drawing: Drawing | None = None
    table: Table | None = None
    bank: tuple[str, ...] = ()  # words offered for a cloze, or to be sorted
    groups: tuple[Heading, ...] = ()  # headings to sort the bank under
    options: tuple[Option, ...] = ()  # multiple choice
    rows: tuple[str, ...] = ()  # premises of a matching set, events to order, sentences of a cloze set, clues
    responses: tuple[str, ...] = ()  # right-hand side of a matching set
    row_keys: tuple[str, ...] = ()  # for each row: the letter, rank or word that belongs there
    gap_keys: tuple[Key, ...] = ()  # for each gap of extracts and table, in the order in which they are read
    parts: tuple[QuestionPart, ...] = ()  # tasks with keys of their own
    answer_lines: int = 0  # lines of 8 mm to write on
    level: Level = 1
    places: tuple[Place, ...] = ()  # where the book teaches each of ``facts``
    secrets: tuple[str, ...] = field(default=())  # words that give the answer away if another question prints them
    pairs: tuple[tuple[str, str], ...] = ()  # words that do so only together, as a term and its match
    involves: tuple[str, ...] = ()  # ids of facts that no other question may ask about, though this one does not either
    likeness: float | None = None  # of the wrong answers to the right one, 0 to 1; None where nothing is measured
    clues: int = 0  # beyond what every question of its type gives
    minutes: float = 0  # that its author or the blueprint allows; 0 where its type and marks tell how many
    help: tuple[Help, ...] = ()  # what `adapting` gives with it
    further: Further | None = None  # what `adapting` asks besides

    @property
    def shown(self) -> tuple[str, ...]:
        """Every text that a student reads in it."""
        return (
            self.stem,
            *(option.text for option in self.options),
            *self.rows,
            *self.responses,
            *self.bank,
            *(heading.text for heading in self.groups),
            *(text for part in self.parts for text in (part.label, part.text) if text),
            *(text for extract in self.extracts for text in extract.texts),
            *(self.table.texts if self.table else ()),
            *(self.drawing.texts if self.drawing else ()),
            *(text for given in self.help for text in given.texts),
        )

    @property
    def seen_together(self) -> tuple[str, ...]:
        """The same texts and each row of its tables as one: where words stand together, they tell a pair."""
        rows = self.table.row_texts if self.table else ()
        return (*self.shown, *rows, *(self.drawing.data.row_texts if self.drawing else ()))

    @property
    def gaps(self) -> int:
        """How many gaps there are in its extracts and its table."""
        read = (
            *(text for extract in self.extracts for text in extract.texts),
            *(self.table.texts if self.table else ()),
        )
        return sum(text.count(GAP) for text in read)

    @property
    def topic(self) -> str:
        """The chapter that it counts for, by its document name: a set counts for that of the fact it grew from."""
        return self.places[0].chapter if self.places else ""

    @property
    def keys(self) -> tuple[Key, ...]:
        """Its own key, those of its gaps and those of its parts."""
        return (self.key, *self.gap_keys, *(part.key for part in self.parts))

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """Every drawing of question and keys."""
        return tuple(found for found in (self.drawing, *(key.drawing for key in self.keys)) if found)

    @property
    def short_key(self) -> str:
        """The answer in few characters, as most item types give it; see ``ItemType.short_key``."""
        if self.options:
            return "".join(letter(index) for index, option in enumerate(self.options) if option.right)
        answers = self.row_keys or tuple(key.answer for key in self.gap_keys or [part.key for part in self.parts])
        if answers:
            return " ".join(answers) if all(len(answer) == 1 for answer in answers) else in_a_run(answers)
        return self.key.answer

    def place_labels(self, paper: str) -> tuple[str, ...]:
        """The places in the book that answer it, once each; none if each part says its own.

        One or two are written out, "section 3.2, page 34", more are short, "3.2, p. 34".
        """
        if self.parts and all(part.place for part in self.parts):
            return ()
        labels = tuple(dict.fromkeys(place.label(paper) for place in self.places))
        if len(labels) < FEW_PLACES:
            return labels
        return tuple(dict.fromkeys(place.short_label(paper) for place in self.places))


def in_a_run(texts: Sequence[str], *, closed: bool = False) -> str:
    """Texts joined by semicolons: "he was a doctor; Jenner tested cowpox." Full stops are left out in between.

    That of a shortened word stays where the word has another, as in "U.S.S.R.".

    :param closed: whether more is to follow behind the last one, so that it needs a full stop.
    """
    *others, last = texts or ("",)
    run = "; ".join([*(_STOP.sub("", text) for text in others), last])
    return f"{run}." if closed and run and not _ENDED.search(run) else run


def letter(index: int) -> str:
    """The letter of an option or response, counted from 0: A, B, C."""
    return chr(ord("A") + index)
