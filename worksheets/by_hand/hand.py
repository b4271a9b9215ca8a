"""What a teacher decides by hand, as values that the manifest keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A question as a teacher points at it: by its number, and by its sheet where there are several."""

    number: int  # from 1
    sheet: str = ""  # code of the sheet or letter of the form

    def __str__(self) -> str:
        return f"{self.sheet}:{self.number}" if self.sheet else str(self.number)


@dataclass(frozen=True, slots=True)
class Space:
    """How many lines a question gets to write on, on one sheet or on all."""

    number: int  # of the question, from 1
    lines: int  # of 8 mm
    sheet: str = ""

    def __str__(self) -> str:
        return f"{Spot(self.number, self.sheet)}={self.lines}"


@dataclass(frozen=True, slots=True)
class Hand:
    """All that is decided by hand for one class set."""

    swap: tuple[Spot, ...] = ()  # questions to replace, in this order; one that is named again is replaced again
    pin: tuple[str, ...] = ()  # ids of facts that every sheet asks about
    without: tuple[str, ...] = ()  # ids of facts that no sheet asks about, or patterns of ids: "trial-*"
    only_types: tuple[str, ...] = ()  # of the blueprint's parts those of these item types; empty for all
    without_content_notes: bool = False  # whether facts with a content note are left out (rule HI-4)
    lines: tuple[Space, ...] = ()
    questions: str = ""  # name of the file with the teacher's own questions

    @property
    def options(self) -> tuple[str, ...]:
        """The same as options of the command line, but for the file of questions."""
        listed = [("--swap", self.swap), ("--pin", self.pin), ("--without", self.without), ("--lines", self.lines)]
        return (
            *(word for option, values in listed for value in values for word in (option, str(value))),
            *(("--only-types", ",".join(self.only_types)) if self.only_types else ()),
            *(("--without-content-notes",) if self.without_content_notes else ()),
        )


NO_HAND = Hand()
