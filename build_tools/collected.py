"""What is known of a book after its chapters were read, chapter by chapter.

Everything here goes into Sphinx's environment and is pickled, so it holds values only: no nodes, no functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from worksheets.facts import Fact
from worksheets.problems import Problem, Source

from .drawn.picture import DrawingMark


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact and where in its chapter it stands."""

    fact: Fact
    docname: str
    anchor: str
    lines: Mapping[str, int] = field(default_factory=dict)  # option -> the line it stands in
    sections: tuple[tuple[str, str], ...] = ()  # id and title of the sections around it, innermost first
    italics: tuple[str, ...] = ()  # what its author emphasised, such as titles of books: a fact holds plain words

    def line_of(self, option: str) -> Source:
        """The place of one of its options."""
        return Source(self.fact.source.path, self.lines.get(option, self.fact.source.line))


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to a fact from the text of a chapter."""

    target: str
    role: str  # "ref", "page", or a kind that the fact has to be of
    source: Source


@dataclass(frozen=True, slots=True)
class Listing:
    """A timeline, list of people or glossary that stands in a chapter."""

    name: str  # "timeline", "people", "glossary", "disputes", "answers"
    chapter_only: bool
    source: Source
    without: tuple[str, ...] = ()  # tags whose facts are left out


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the chapter asks it."""

    fact: str  # its name
    anchor: str
    number: int  # from 1 through the chapter, in the order of print
    box: str  # the kind of box it stands in, "check-yourself"; empty outside of any
    box_anchor: str = ""  # of that box
    opens_section: bool = False  # whether that box stands at the head of its section, so that it closes no text


@dataclass(frozen=True, slots=True)
class Cited:
    """A place of a chapter that cites a work, or all those of a drawing."""

    key: str  # empty for a drawing
    anchor: str  # of the citation, or of the fact that it belongs to
    printed: str  # of the citation itself: on no page where the note to which it belongs prints no sources
    sections: tuple[tuple[str, str], ...] = ()  # as those of an entry
    drawing: DrawingMark | None = None  # whose sources are known when all chapters have been read


@dataclass
class Chapter:
    """What one document adds."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    drawings: list[DrawingMark] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)  # builder -> digest of what the document shows of other facts
