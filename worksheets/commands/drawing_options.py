"""Options of the commands that draw sheets: which facts, which class, which blueprint, which seed."""

from __future__ import annotations

import functools
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click

from ..bank import FactBank
from ..bank_file import read_bank
from ..blueprint import Blueprint, find_blueprint
from ..by_hand import Hand, hand_from
from ..class_set import MOST_FORMS, ClassSet, Mode, Paper, draw_class_set
from ..mark_schemes import MarkScheme, schemes_beside
from ..name_letters import unprintable_names
from ..own_questions import OwnQuestions, read_own_questions
from ..problems import Faults, Problem, Source
from ..profiles import USUAL, Profile, parse_profile
from ..roster import Roster, Student, read_roster
from .hand_options import hand_options
from .reading import reading

NOBODY = Roster("", (Student(""),))  # who gets the sheet where no class is named


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be drawn, as the command line says it."""

    bank: Path
    class_file: Path | None
    blueprint: str
    seed: str
    mode: Mode
    forms: int
    chapters: str | None
    through: str | None
    paper: Paper
    swap: tuple[str, ...]
    pin: tuple[str, ...]
    without: tuple[str, ...]
    only_types: str
    without_content_notes: bool
    lines: tuple[str, ...]
    questions: Path | None
    profile: str = ""

    def read(self) -> Material:
        """Read the files that are named.

        :raises Faults: with the faults of all of them at once.
        """
        problems: list[Problem] = []
        book = reading(lambda: read_bank(self.bank), problems)
        roster = reading(lambda: read_roster(self.class_file) if self.class_file else NOBODY, problems)
        plan = reading(lambda: find_blueprint(self.blueprint).scoped(self.chapters, self.through), problems)
        schemes = reading(lambda: schemes_beside(Path(self.blueprint)), problems)
        file = plan and reading(lambda: self._questions_file(plan), problems)
        own = reading(lambda: read_own_questions(file, schemes or ()) if file else None, problems)
        hand = reading(lambda: self._hand(own.name if own else ""), problems)
        profile = parse_profile(self.profile, Source("--profile"))
        if not isinstance(profile, Profile):
            problems += profile
            profile = USUAL
        if roster and self.class_file:
            problems += unprintable_names(roster.names, Source(str(self.class_file)))
        if problems or book is None or roster is None or plan is None or schemes is None or hand is None:
            raise Faults(problems)
        return Material(book, roster.all_with(profile), plan, schemes, hand, own)

    def advise(self, material: Material) -> None:
        """Tell which item rules own questions break; they are printed all the same."""
        for problem in material.own.advice if material.own else ():
            click.echo(problem, err=True)

    def draw(self, material: Material, progress: Callable[[int, int], None] = lambda done, total: None) -> ClassSet:
        """Draw the sheets.

        :raises Faults: as ``draw_class_set``.
        """
        return draw_class_set(
            material.book,
            material.roster,
            material.plan,
            seed=self.seed,
            mode=self.mode,
            forms=self.forms,
            paper=self.paper,
            schemes=material.schemes,
            by_hand=material.hand,
            own=material.own,
            progress=progress,
        )

    @property
    def command(self) -> tuple[str, ...]:
        """What is typed to print the same sheets."""
        options = {
            "--class": str(self.class_file or "CLASS.csv"),
            "--blueprint": self.blueprint,
            "--seed": self.seed,
            "--mode": "" if self.mode == "each" else self.mode,
            "--forms": str(self.forms) if self.mode == "forms" else "",
            "--chapters": self.chapters or "",
            "--through": self.through or "",
            "--paper": "" if self.paper == "a4" else self.paper,
            "--profile": self.profile,
        }
        questions = ("--questions", str(self.questions)) if self.questions else ()
        given = (word for option, value in options.items() if value for word in (option, value))
        return ("worksheets", "make", str(self.bank), *given, *self._hand().options, *questions, "--output", "out")

    def _questions_file(self, plan: Blueprint) -> Path | None:
        """The file of own questions: the one that is named, or the one beside the class list if there is a part for it.

        :raises Faults: if the blueprint has a part for own questions and there is no file.
        """
        if self.questions or plan.own is None:
            return self.questions
        beside = self.class_file.with_suffix(".questions.md") if self.class_file else None
        if beside and beside.exists():
            return beside
        what = "own questions have a part here, and there is no file of them"
        where = f"write {beside}, or name one" if beside else "name it"
        mend = f"{where} with --questions, or leave this part out"
        raise Faults([Problem(Source(plan.path, plan.own.line), what, mend, "own.no-file")])

    def _hand(self, questions: str = "") -> Hand:
        return hand_from(
            swap=self.swap,
            pin=self.pin,
            without=self.without,
            only_types=self.only_types,
            without_content_notes=self.without_content_notes,
            lines=self.lines,
            questions=questions,
        )


@dataclass(frozen=True)
class Material:
    """What the files hold that sheets are drawn from."""

    book: FactBank
    roster: Roster
    plan: Blueprint
    schemes: tuple[MarkScheme, ...]
    hand: Hand
    own: OwnQuestions | None


def drawing_options(*, class_needed: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the argument and the options that say what is drawn; the command is given them as ``wanted``.

    :param class_needed: whether a class list has to be named.
    """
    class_help = "Class list: a CSV file with a column name, or first and last."
    options = (
        click.argument("bank", metavar="FACTS", type=click.Path(path_type=Path)),
        click.option("--class", "class_file", required=class_needed, metavar="FILE", type=click.Path(path_type=Path),
                     help=class_help if class_needed else f"{class_help} Left out, a sheet without a name."),
        click.option("--blueprint", required=True, metavar="FILE",
                     help="What a sheet holds: a YAML file, or starter, homework, chapter-test or ticket."),
        click.option("--seed", metavar="TEXT", callback=seed_or_new,
                     help="Any word: the same word draws the same sheets. Left out, one is made up and told."),
        click.option("--mode", type=click.Choice(["each", "forms", "one"]), default="each", show_default=True,
                     help="A sheet for each student, equal forms dealt out in turn, or one sheet for all."),
        click.option("--forms", type=click.IntRange(2, MOST_FORMS), default=2, show_default=True,
                     help="How many forms, with --mode forms."),
        click.option("--chapters", metavar="LIST", help="Ask about these chapters instead of the blueprint's: 1,3."),
        click.option("--through", metavar="CHAPTER", help="The last chapter that the class has met."),
        click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True,
                     help="Paper, and edition of the book that the keys refer to."),
        click.option("--profile", metavar="TEXT", default="",
                     help="What the whole class needs, beside what its list says: large print, support."),
    )  # fmt: skip

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def bundled(**given: Any) -> Any:
            wanted = Wanted(**{field.name: given.pop(field.name) for field in fields(Wanted)})
            return command(wanted=wanted, **given)

        bundled = hand_options(bundled)
        for option in reversed(options):
            bundled = option(bundled)
        return bundled

    return add


def seed_or_new(context: click.Context, parameter: click.Parameter, seed: str | None) -> str:
    """Take the seed that was given, or make one up."""
    return os.fsencode(seed).decode("utf-8", "replace") if seed else secrets.token_hex(4)
