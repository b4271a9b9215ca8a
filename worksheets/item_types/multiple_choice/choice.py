"""Three options out of a right answer and two wrong ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ...facts import Fact, Level, Place
from ...questions import ItemTypeName, Key, Option, Question
from ..assembly import build
from ..distractors import Candidate
from ..drawing import Draw
from ..item_type import Material
from ..likeness import mean_likeness

MULTIPLE_CHOICE: Final[ItemTypeName] = "multiple-choice"


def drawn(material: Material, pattern: str, fact: Fact) -> Draw:
    """The draw of a multiple-choice question."""
    return Draw(material, MULTIPLE_CHOICE, pattern, fact)


def permuted(draw: Draw, right: Candidate, wrong: Iterable[Candidate]) -> tuple[Option, ...]:
    """The options in the order of their ranks: every place is as likely for the key (rules H15, S3)."""
    order = draw.order([right, *wrong], lambda candidate: candidate.name, "options")
    return tuple(Option(candidate.text, candidate is right, candidate.note) for candidate in order)


def lenders(wrong: Iterable[Candidate]) -> tuple[str, ...]:
    """The ids of the facts whose descriptions are wrong answers here.

    Whoever reads a description and is asked elsewhere whom or what it describes, is led astray or told (rule G29).
    """
    return tuple(candidate.name for candidate in wrong)


def choice(
    draw: Draw,
    fact: Fact,
    stem: str,
    options: tuple[Option, ...],
    *,
    answer: str,
    marks: int = 1,
    level: Level = 1,
    places: tuple[Place, ...] = (),
    notes: tuple[str, ...] = (),
    secrets: tuple[str, ...] = (),
    pairs: tuple[tuple[str, str], ...] = (),
    involves: tuple[str, ...] = (),
    wrong: Iterable[str] = (),
    likeness: float | None = None,
) -> Question:
    """The question; secrets and pairs are those of `giveaways`.

    :param answer: the right answer, a whole sentence where the option is only part of one.
    :param wrong: ids of the facts that lend wrong answers, by which their likeness is measured.
    :param likeness: theirs, where they come from no facts.
    """
    return build(
        draw,
        (fact,),
        stem=stem,
        marks=marks,
        key=Key(answer, notes=notes),
        level=level,
        places=places,
        options=options,
        secrets=secrets,
        pairs=pairs,
        involves=involves,
        likeness=mean_likeness(fact, wrong, draw.book) if likeness is None else likeness,
    )
