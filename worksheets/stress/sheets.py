"""Whole sheets under many seeds, of blueprints that cover all item types (rule S6)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..bank import FactBank
from ..blueprint import Blueprint, Part, find_blueprint
from ..compose import Composer
from ..drafting import Draft
from ..item_types import ITEM_TYPES
from ..mark_schemes import MarkScheme
from ..problems import Faults, Problem
from ..sheet_lint import lint_sheet
from ..worksheet import Worksheet
from .questions import Progress

BUNDLED = ("homework", "chapter-test")
MANY = 12  # questions of one type: enough for runs of letters and for counting verdicts


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet, and what is wrong with it."""

    worksheet: Worksheet
    faults: tuple[Problem, ...]


def blueprints() -> tuple[Blueprint, ...]:
    """The sheets that are drawn: two that come with the tool, one of each item type, and one of two of each type."""
    one_type = (
        Blueprint(kind.title, (Part(kind.name, count=min(MANY, kind.most)),), path=f"{kind.name}.yaml")
        for kind in ITEM_TYPES.values()
    )
    of_each = tuple(Part(kind.name, count=min(2, kind.most)) for kind in ITEM_TYPES.values())
    return (*map(find_blueprint, BUNDLED), *one_type, Blueprint("Every type", of_each, path="every-type.yaml"))


def sheets(book: FactBank, schemes: tuple[MarkScheme, ...], seeds: int, progress: Progress) -> Iterator[Drawn]:
    """Draw each blueprint under each seed, and judge the sheets.

    The seeds take turns with the whole book and with each of its chapters. Of a thin chapter less is asked for; a draw
    that fails even so is no fault of a sheet, and is left to ``worksheets lint --blueprint``.

    :param progress: told after each sheet.
    """
    scopes = ["", *(chapter.name for chapter in book.chapters)]
    composers: dict[tuple[int, str], Composer | None] = {}
    wanted = blueprints()
    for seed in range(seeds):
        scope = scopes[seed % len(scopes)]
        for index, blueprint in enumerate(wanted):
            if (index, scope) not in composers:
                scoped = replace(blueprint, chapters=(scope,) if scope else ())
                composers[index, scope] = _affordable(book, scoped, schemes)
            if composer := composers[index, scope]:
                code = f"{blueprint.path.removesuffix('.yaml')}/{scope or 'book'}/{seed}"
                with contextlib.suppress(Faults):
                    worksheet = composer.compose(f"stress {seed}", code=code)
                    yield Drawn(worksheet, lint_sheet(worksheet, book))
            progress(seed * len(wanted) + index + 1, seeds * len(wanted))


def _affordable(book: FactBank, blueprint: Blueprint, schemes: tuple[MarkScheme, ...]) -> Composer | None:
    """Ask for no more than a first draw has found, less a quarter where it fell short; nothing if it found nothing."""
    composer = Composer(book, blueprint, schemes)
    draft = Draft(composer.ground, "stress")
    draft.fill_all()
    if not draft.problems:
        return composer
    found = [len(draft.filled[index]) for index in composer.ground.indices]
    parts = tuple(
        part if not part.count or number == part.count else replace(part, count=number - number // 4)
        for part, number in zip(blueprint.parts, found, strict=True)
        if number
    )
    return Composer(book, replace(blueprint, parts=parts), schemes) if parts else None
