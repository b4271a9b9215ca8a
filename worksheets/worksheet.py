"""A finished worksheet and the answer key that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .item_types import ITEM_TYPES
from .profiles import USUAL, Look, Profile
from .questions import Question


@dataclass(frozen=True, slots=True)
class Section:
    """Questions of one part of the blueprint, under a heading of their own."""

    heading: str  # "Multiple choice"
    instruction: str  # "Tick one box for each question."
    questions: tuple[Question, ...]
    bank: tuple[str, ...] = ()  # words offered for all its answers, and some that fit none


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word explained on the sheet."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet, complete but for the name written on it."""

    title: str
    book: str  # title of the book it was made from
    sections: tuple[Section, ...]
    code: str  # short, printed on sheet and key so that the two find each other; tells nothing about the student
    form: str = ""  # "A" to "D" where a class gets equal versions
    instructions: str = ""
    minutes: int = 0
    language: str = "en"
    glossary: tuple[Gloss, ...] = ()  # words that the questions use

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of their numbers, which begin with 1 and run through the sections."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def marks(self) -> int:
        """All marks that can be had."""
        return sum(question.marks for question in self.questions)

    def numbered(self) -> Iterator[tuple[Section, tuple[tuple[int, Question], ...]]]:
        """Each section with its questions and their numbers."""
        number = 1
        for section in self.sections:
            last = number + len(section.questions)
            yield section, tuple(zip(range(number, last), section.questions, strict=True))
            number = last


@dataclass(frozen=True, slots=True)
class PersonalSheet:
    """A worksheet as it is handed out: with a name printed on it, or with a rule to write one on."""

    worksheet: Worksheet
    anchor: str  # HTML id, different for each sheet of a class set: "sheet-12"; tells nothing about the student
    student_name: str = ""
    class_name: str = ""
    profile: Profile = USUAL  # of the student: it shapes the sheet and is never printed

    @property
    def look(self) -> Look:
        """How it is set."""
        return self.profile.look

    @property
    def minutes(self) -> int:
        """The time for it, with extra time where the student has some; 0 where no time is given."""
        return self.profile.minutes(self.worksheet.minutes)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What the key says to one question."""

    number: int
    question: Question
    short: str  # for a grid of a whole class: "B", "False", "2 1 4 3", "troika"
    places: tuple[str, ...]  # "section 3.2, page 34"
    paper: str  # the edition that these pages are of; places of indicative content are asked for theirs


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """The key of one worksheet: worked out from it, never stored beside it, so that the two cannot disagree."""

    worksheet: Worksheet
    entries: tuple[KeyEntry, ...]

    def numbered(self) -> Iterator[tuple[Section, tuple[KeyEntry, ...]]]:
        """Each section of the worksheet with its entries."""
        entries = iter(self.entries)
        for section in self.worksheet.sections:
            yield section, tuple(islice(entries, len(section.questions)))


def answer_key(worksheet: Worksheet, paper: str) -> AnswerKey:
    """Work out the key.

    :param paper: "a4" or "letter": the edition of the printed book whose page numbers the class has.
    """
    entries = tuple(
        KeyEntry(
            number,
            question,
            ITEM_TYPES[question.item_type].short_key(question),
            question.place_labels(paper),
            paper,
        )
        for number, question in enumerate(worksheet.questions, start=1)
    )
    return AnswerKey(worksheet, entries)
