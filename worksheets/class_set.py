"""One class from start to finish: a sheet for everyone, and the keys that fit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from .adapting import adapt
from .bank import FactBank
from .blueprint import Blueprint
from .by_hand import NO_HAND, ByHand, Hand
from .compose import Composer
from .drafting import Draft
from .mark_schemes import MarkScheme
from .own_questions import OwnQuestions
from .problems import Faults, Problem, Source
from .profiles import Profile
from .roster import Roster, Student
from .sampling import rank
from .worksheet import Worksheet

Mode = Literal["each", "forms", "one"]
Paper = Literal["a4", "letter"]
FORMS = "ABCD"
MOST_FORMS = len(FORMS)
FIRST_FORMS = 4  # how many first forms are tried before a teacher is told that the bank cannot give equal ones
ALGORITHM = 2  # raised whenever the same seed would give another sheet

# Crockford's base 32 has no I, L, O and U, so that a code read aloud or copied by hand stays what it is.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class StudentSheet:
    """The sheet that one student gets."""

    student: Student
    worksheet: Worksheet


@dataclass(frozen=True, slots=True)
class ClassSet:
    """Everything that was drawn for a class, in the order of its list."""

    class_name: str
    seed: str
    mode: Mode
    paper: Paper
    sheets: tuple[StudentSheet, ...]
    by_hand: Hand = NO_HAND

    @property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """The different worksheets, in the order in which they are first given out."""
        return tuple({sheet.worksheet.code: sheet.worksheet for sheet in self.sheets}.values())


def draw_class_set(
    book: FactBank,
    roster: Roster,
    blueprint: Blueprint,
    *,
    seed: str,
    mode: Mode = "each",
    forms: int = 2,
    paper: Paper = "a4",
    schemes: tuple[MarkScheme, ...] = (),
    by_hand: Hand = NO_HAND,
    own: OwnQuestions | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> ClassSet:
    """Draw the sheets of a class.

    :param mode: a sheet for each student, ``forms`` equal versions dealt out in turn, or one sheet for all.
    :param schemes: the mark schemes at hand; without its own no essay is asked.
    :param by_hand: what a teacher wants otherwise than it is drawn; ``own``: questions that the teacher wrote.
    :param progress: called with the number of sheets drawn and of all.
    :raises Faults: if the bank has not what the blueprint or the hand asks for.
    """
    if mode == "forms" and not 2 <= forms <= MOST_FORMS:
        what, mend = f"{forms} forms are asked for", f"ask for 2 to {MOST_FORMS}"
        raise Faults([Problem(Source(blueprint.path), what, mend, "class.forms")])
    composer = Composer(
        book,
        blueprint,
        schemes,
        only_types=by_hand.only_types,
        content_notes=not by_hand.without_content_notes,
        own=own,
    )
    maker = ByHand(composer, by_hand, sole=mode == "one" or len(roster.students) == 1)
    # The class is part of the seed: two classes with the same seed word get different sheets.
    drawer = _Drawer(maker, book, hashlib.sha256(repr((seed, roster.title, blueprint.digest)).encode()).hexdigest())
    sheets: list[StudentSheet] = []
    for position, student in enumerate(roster.students):
        match mode:
            case "each":
                worksheet = drawer.worksheet("student", student.key)
            case "forms":
                worksheet = drawer.form(position % forms, min(forms, len(roster.students)))
            case "one":
                worksheet = drawer.worksheet("all")
        worksheet = drawer.adapted(worksheet, student.profile, shared=mode != "each")
        sheets.append(StudentSheet(student, worksheet))
        progress(position + 1, len(roster.students))
    if problems := list(maker.unmet()):
        raise Faults(problems)
    return ClassSet(roster.title, seed, mode, paper, tuple(sheets), by_hand)


class _Drawer:
    """Draws each worksheet of a class once and gives it a code that no other has."""

    def __init__(self, maker: ByHand, book: FactBank, base: str) -> None:
        self.maker, self.book, self.base = maker, book, base
        self.drawn: dict[tuple[str, ...], Worksheet] = {}
        self.adapted_sheets: dict[tuple[str, str], Worksheet] = {}  # by code of the sheet and what a profile does to it
        self.codes: set[str] = set()

    def worksheet(self, *who: str) -> Worksheet:
        if who not in self.drawn:
            seed = self._seed(*who)
            self.drawn[who] = self.maker.compose(seed, code=self._code(seed))
        return self.drawn[who]

    def adapted(self, worksheet: Worksheet, profile: Profile, *, shared: bool) -> Worksheet:
        """The sheet as a profile wants it; with a code of its own where others have the usual one."""
        done = (worksheet.code, f"{profile.tier} {sorted(profile.helps)}")
        if done not in self.adapted_sheets:
            made = adapt(worksheet, profile, self.book)
            if shared and made != worksheet:
                made = replace(made, code=self._code(self._seed("adapted", *done)))
            self.adapted_sheets[done] = made
        return self.adapted_sheets[done]

    def form(self, place: int, of: int) -> Worksheet:
        """One of so many equal forms, which are drawn together."""
        letters = FORMS[:of]
        if ("form", letters[0]) not in self.drawn:
            for form, draft in self._equal_forms(letters).items():
                self.drawn["form", form] = self.maker.finish(
                    draft, code=self._code(self._seed("form", form)), form=form
                )
        return self.drawn["form", letters[place]]

    def _equal_forms(self, letters: str) -> dict[str, Draft]:
        """Forms that are equal to the first; where the bank has none like it, another first form is drawn.

        :raises Faults: those of the first attempt.
        """
        told: Faults | None = None
        for attempt in range(FIRST_FORMS):
            more = (str(attempt),) if attempt else ()
            try:
                return self.maker.equal_forms({form: self._seed("form", form, *more) for form in letters})
            except Faults as found:
                told = told or found
        assert told is not None
        raise told

    def _seed(self, *who: str) -> str:
        return f"{rank(self.base, *who):064x}"

    def _code(self, seed: str) -> str:
        turn = 0
        while (code := code_for(seed, turn)) in self.codes:
            turn += 1
        self.codes.add(code)
        return code


def code_for(seed: str, turn: int = 0) -> str:
    """The short code of the sheet drawn from a seed: five signs that tell nothing about the student."""
    number = rank(seed, "code", str(turn))
    return "".join(_SIGNS[number >> (5 * place) & 31] for place in range(_CODE_LENGTH))
