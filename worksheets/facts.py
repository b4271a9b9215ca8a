"""The ten kinds of fact that an author can mark, as values.

Every text here has a declared grammatical shape, so that item types join texts and never inflect them (rule G1):

NP
    noun phrase with its article, as it stands in mid-sentence: "the discovery of Neptune"
Clause
    whole past-tense sentence without date and full stop: "Galle saw Neptune from Berlin"
Pred
    predicate without its subject: "was awarded the first prize"
That
    what may follow "argued that"
Sentence
    whole sentence with its full stop

The shapes and the fields are those of ``docs/marking.md``, where an author reads about them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Literal

from .dates import Date, Precision
from .problems import Source

Level = Literal[1, 2, 3]  # recall, explain, judge
Certainty = Literal["settled", "approximate", "disputed"]
Strength = Literal["strong", "moderate", "weak"]
Timescale = Literal["", "long-term", "short-term", "trigger"]

NOWHERE = Source("")
NO_GAME = "no-game"  # tag of a fact that must not be played with

# "1749-1823", "circa 1100 to about 1160"; not "1941-".
_DIED = re.compile(r"(?:[-\N{EN DASH}]|\b(?:to|until|died))\D*\d")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the book a fact is taught."""

    chapter: str = ""  # document name, such as "03-planets"; the stable name of the chapter
    chapter_number: str = ""  # as printed, "3"; empty in an unnumbered part
    chapter_title: str = ""
    section: str = ""  # number as printed, "3.2"; empty in an unnumbered part
    section_title: str = ""
    anchor: str = ""  # HTML id within the chapter's page
    pages: Mapping[str, str] = field(default_factory=dict, hash=False)  # paper ("a4", "letter") -> folio as printed

    @property
    def section_label(self) -> str:
        """The section for a reader: "section 3.2", or its title where sections bear no numbers."""
        return f"section {self.section}" if self.section else f"“{self.section_title or self.chapter_title}”"

    def label(self, paper: str) -> str:
        """Section and page for whoever has the book on that paper: "section 3.2, page 34"."""
        page = self.pages.get(paper)
        return f"{self.section_label}, page {page}" if page else self.section_label

    def short_label(self, paper: str) -> str:
        """The same in a list of many, where sections bear numbers: "3.2, p. 34"."""
        page = self.pages.get(paper)
        return f"{self.section}, p. {page}" if page and self.section else self.label(paper)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all kinds share. ``id`` is the author's ``:name:``; everything else may change under it."""

    kind: ClassVar[str]

    id: str
    level: Level = 1
    certainty: Certainty = "settled"
    weight: int = 1  # 0 keeps a fact out of worksheets, 2 and more draw it more often
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()  # bibliography keys
    content_note: str = ""  # what a teacher may want to know before printing it
    not_with: tuple[str, ...] = ()  # ids of facts that are true or nearly true in its place: never distractors
    confusable_with: tuple[str, ...] = ()  # ids of facts students mix up with it, false in its place: first choice
    place: Place = Place()
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def playable(self) -> bool:
        """Whether a game or puzzle may be made of it: nothing warns of it, no tag keeps it out (rules G26, HI-4)."""
        return not self.content_note and NO_GAME not in self.tags

    @property
    def disputed(self) -> bool:
        """Whether the fact must never be asked as if it were settled (rules HI-3, G36)."""
        return self.certainty == "disputed"


@dataclass(frozen=True, slots=True)
class Blank:
    """One gap of a statement: the words that were marked, and what may stand in their place."""

    answer: str
    start: int  # offset of the answer in the statement's text, in characters
    kind: str = ""  # what the answer is: "person", "place", "cell structure"
    false: tuple[str, ...] = ()  # wrong fillers, false beyond doubt
    accept: tuple[str, ...] = ()  # further right fillers
    hint: str = ""  # shown in brackets after an open gap

    @property
    def end(self) -> int:
        """Offset just behind the answer."""
        return self.start + len(self.answer)


@dataclass(frozen=True, slots=True)
class Passage:
    """The run of statements a statement belongs to, and its place in the run (counted from 1)."""

    name: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """A Sentence that stands alone, with one or two blanks."""

    kind: ClassVar[str] = "statement"
    text: str
    blanks: tuple[Blank, ...]
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Fact):
    """A term and what it means."""

    kind: ClassVar[str] = "term"
    term: str  # bare, without article
    definition: str  # NP, 5 to 16 words, no form of the term
    category: str = ""  # the author's ``:class:``, narrow: "sentencing body"
    marks: tuple[str, ...] = ()  # mark points of a full definition, 2 or more
    plural: bool = False  # the author's ``:number: plural``
    transparent: bool = False  # its everyday words say what it is (rule G8)
    native: str = ""
    transliteration: str = ""
    aliases: tuple[str, ...] = ()
    example: str = ""
    non_example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Something that happened at a known time."""

    kind: ClassVar[str] = "event"
    title: str  # NP naming a happening, without date
    clause: str  # Clause
    date: Date
    end: Date | None = None
    short: str = ""  # NP, label for a tight place
    why: str = ""  # Sentence beginning with "It"
    category: str = ""
    location: str = ""  # the author's ``:place:``
    people: tuple[str, ...] = ()  # ids of person facts
    within: str = ""  # id of the event it was part of
    ask: Precision = "year"

    @property
    def label(self) -> str:
        """The shortest NP that names it."""
        return self.short or self.title

    @property
    def date_label(self) -> str:
        """Its date or range for a reader."""
        return self.date.label_to(self.end) if self.end else self.date.label

    @property
    def told_date(self) -> str:
        """The same where the book tells it: what is known to be near enough is said to be so."""
        said = self.date.about or (self.end is not None and self.end.about)
        return f"about {self.date_label}" if self.certainty == "approximate" and not said else self.date_label

    @property
    def years(self) -> tuple[int, int]:
        """First and last year it touches."""
        return (self.date.year, (self.end or self.date).year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """A person as a student should know them."""

    kind: ClassVar[str] = "person"
    full_name: str
    role: str  # NP beginning with "the", one claim
    category: str = ""
    fate: str = ""  # Pred
    fates: tuple[str, ...] = ()  # every short fate that is true of the person
    clues: tuple[str, ...] = ()  # Preds, from hard to easy
    aliases: tuple[str, ...] = ()
    native: str = ""
    lived: str = ""
    gendered: Literal["", "f", "m"] = ""  # set where the role's noun fits one sex only
    surname: str = ""

    @property
    def known_dead(self) -> bool:
        """Whether ``lived`` gives a year of death ("1749-1823"); of anybody else nobody asks who it was (rule G27)."""
        return bool(_DIED.search(self.lived))

    @property
    def sort_name(self) -> str:
        """The name as lists print it: "Surname, Forenames", or as it stands where it has one part."""
        rest = self.full_name.removesuffix(self.surname).strip() if self.surname else ""
        return f"{self.surname}, {rest}" if rest else self.full_name


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a series: what it belongs to and the number."""

    label: str
    value: float  # to reckon with
    written: str  # as printed: "5.0", "353,074"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number, or a series of numbers, and how it was counted."""

    kind: ClassVar[str] = "figure"
    title: str
    text: str  # Sentence; holds the number where ``start`` points, or introduces the series
    value: str = ""  # as printed, "681,692"; empty for a series
    start: int = 0  # offset of ``value`` in ``text``
    unit: str = ""
    period: str = ""
    range: str = ""  # "700,000 to 1,200,000": then it is never asked as one number
    total: str = ""  # upper bound that no option may pass
    asked_as: str = ""  # the rounded number that a question uses
    false: tuple[str, ...] = ()
    series: tuple[Reading, ...] = ()
    counted: str = ""  # what the numbers count and leave out


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Fact):
    """What somebody argued about a question on which people differ."""

    kind: ClassVar[str] = "view"
    holder: str  # without the year
    year: str
    on: str  # the question it answers, as a clause: "how species change"
    thesis: str  # That
    work: str = ""
    school: str = ""
    evidence: str = ""  # NP
    objection: str = ""  # Clause
    stress: str = ""  # NP
    against: tuple[str, ...] = ()  # ids of views it rejects

    @property
    def holder_label(self) -> str:
        """The holder with the year, as rule G12 wants it everywhere."""
        return f"{self.holder} ({self.year})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Fact):
    """A cause and its effect."""

    kind: ClassVar[str] = "link"
    cause: str  # NP
    effect: str  # Pred
    of: str = ""  # NP: what it is a cause or result of
    strength: Strength = "strong"
    timescale: Timescale = ""  # how long before ``of`` the cause was at work; empty where that is left open
    label: str = ""  # NP, short name of the cause
    how: str = ""  # Sentence that does not use the label's words
    marks: tuple[str, ...] = ()
    limit: str = ""  # Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Fact):
    """Things that have something in common."""

    kind: ClassVar[str] = "group"
    of: str  # plural noun: "people"
    are: str  # plural Pred: "were accused in the Trial of the Sixteen"
    members: tuple[str, ...]
    basis: str = ""  # plural Pred, vaguer than ``are`` (rule G22)
    near: tuple[str, ...] = ()  # 3 or more that do not belong
    heading: str = ""
    partition: str = ""  # groups of one partition exclude each other
    complete: bool = False  # whether the list names every member there is


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception(Fact):
    """What is often written, and what is true."""

    kind: ClassVar[str] = "misconception"
    often: str  # Sentence, false
    true: str  # Sentence
    why: str = ""  # Clause: why it is believed
    slot: str = ""  # the words of ``often`` that are wrong
    fact: str = ""  # id of the fact it distorts


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredQuestion(Fact):
    """A question written whole by the author."""

    kind: ClassVar[str] = "question"
    item_type: str
    stem: str
    worth: int  # marks
    key: str = ""
    points: tuple[str, ...] = ()
    options: tuple[str, ...] = ()  # wrong answers of a choice
    bands: str = ""  # name of a mark scheme's component: "essay-15", "ib-history-paper-2/essay-15"
    minutes: int = 0
    command: str = ""  # the command term in the stem
    about: tuple[str, ...] = ()  # ids of the facts that answer it: the key sends the reader to their pages
    # What only a source question has:
    extract: str = ""  # what the source says, summed up by the author of the book; nothing is quoted
    attribution: str = ""  # its origin for a reader: what it is, who made it, when and where
    inquiry: str = ""  # what the source is used to find out, as a clause: "how the limits were raised"
    purpose: tuple[str, ...] = ()  # points: for whom it was made, and what for
    value: tuple[str, ...] = ()  # points: what makes it useful
    limitations: tuple[str, ...] = ()  # points: what it cannot tell, or where it misleads


KINDS: Mapping[str, type[Fact]] = MappingProxyType(
    {
        kind.kind: kind
        for kind in (Statement, Term, Event, Person, Figure, View, Link, Group, Misconception, AuthoredQuestion)
    }
)
