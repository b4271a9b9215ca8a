"""When a class was taught what: last lesson, last week, last month (rule R1)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .bank import FactBank
from .facts import Place
from .problems import Faults, Problem, Source

AGES = ("last-lesson", "last-week", "last-month")  # the youngest first
Unit = tuple[str, str]  # a section by its chapter's name and its number; a whole chapter has no number


@dataclass(frozen=True, slots=True)
class Ages:
    """What was taught when; empty where that is not known."""

    units: Mapping[str, frozenset[Unit]]  # age -> chapters and sections

    def of(self, place: Place) -> str:
        """The age of what is taught at a place; a section that is named goes before its chapter."""
        for unit in ((place.chapter, place.section), (place.chapter, "")):
            for age, units in self.units.items():
                if unit in units:
                    return age
        return ""


UNKNOWN = Ages({})


def usual_ages(taught: FactBank) -> Ages:
    """What was taught when, as far as the order of the book tells: the last part, the one before it, all before that.

    Parts are chapters where the class has met three or more, else sections; with fewer than three nothing is known.
    """
    chapters = [(chapter.name, "") for chapter in taught.chapters]
    units = chapters if len(chapters) >= len(AGES) else _sections(taught)
    if len(units) < len(AGES):
        return UNKNOWN
    *older, second, last = units
    return Ages(dict(zip(AGES, (frozenset([last]), frozenset([second]), frozenset(older)), strict=True)))


def ages_of(
    named: Mapping[str, Sequence[str]], book: FactBank, taught: FactBank, source: Callable[[str], Source]
) -> Ages | None:
    """What was taught when, as a teacher wrote it down; nothing where none did, see :func:`usual_ages`.

    :param named: age -> chapters (number, name or title) and sections (number).
    :param source: where an age is written, for messages.
    :raises Faults: naming every chapter or section that is not in the book, was not taught, or has two ages, and every
        age that is missing.
    """
    if not named:
        return None
    problems: list[Problem] = []
    units: dict[str, frozenset[Unit]] = {}
    owners: dict[Unit, str] = {}

    def fault(age: str, what: str, mend: str, code: str) -> None:
        problems.append(Problem(source(age), what, mend, f"blueprint.{code}"))

    for age in AGES:
        found = [_unit(name, book) or name for name in named.get(age, ())]
        for name, unit in zip(named.get(age, ()), found, strict=True):
            if isinstance(unit, str):
                fault(age, f'the book has no chapter or section "{name}"', _known(name, book), "unknown-section")
            elif not any(chapter.name == unit[0] for chapter in taught.chapters):
                mend = "leave it out, or move taught_through on"
                fault(age, f'"{name}" is of {age} but comes after what the class was taught', mend, "not-taught")
            elif unit in owners:
                fault(age, f'"{name}" is of {age} and of {owners[unit]}', "give it one age", "two-ages")
            else:
                owners[unit] = age
        units[age] = frozenset(unit for unit in found if not isinstance(unit, str))
        if not found:
            mend = f'write a line such as "{age}: 4" with the chapters or sections'
            fault("ages", f'"ages" does not say what was taught {age.replace("-", " ")}', mend, "missing-age")
    if problems:
        raise Faults(problems)
    return Ages(units)


def _unit(name: str, book: FactBank) -> Unit | None:
    if chapter := book.chapter(name):
        return (chapter.name, "")
    return next((unit for unit in _sections(book) if unit[1] == name.strip()), None)


def _known(name: str, book: FactBank) -> str:
    labels = [chapter.number or chapter.name for chapter in book.chapters]
    labels += [section for _, section in _sections(book)]
    close = difflib.get_close_matches(name, labels, n=1)
    chapters = ", ".join(f"{chapter.number or chapter.name} ({chapter.title})" for chapter in book.chapters)
    return (f'perhaps "{close[0]}"; ' if close else "") + f"the chapters with facts are: {chapters or 'none'}"


def _sections(bank: FactBank) -> list[Unit]:
    """The numbered sections that hold facts, in the order of the book."""
    order = {chapter.name: number for number, chapter in enumerate(bank.chapters)}
    found = {(fact.place.chapter, fact.place.section) for fact in bank if fact.place.section}
    return sorted(found, key=lambda unit: (order.get(unit[0], 0), _numbers(unit[1]), unit))


def _numbers(section: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", section)))
