"""The facts that a hand names, found in a book and judged: which are barred, which can be pinned."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from fnmatch import fnmatchcase

from ..bank import FactBank
from ..drafting import Ground
from ..facts import Fact
from ..item_types import ITEM_TYPES
from ..problems import Problem, Source
from .hand import Hand

_WILD = frozenset("*?[")


def barred_by(hand: Hand, book: FactBank, problems: list[Problem]) -> frozenset[str]:
    """The ids of the facts that are not to be asked; a name that fits none is a fault."""
    barred: set[str] = set()
    for name in hand.without:
        if found := [fact.id for fact in book if fact.id == name or fnmatchcase(fact.id, name)]:
            barred.update(found)
        elif _WILD.intersection(name):
            what, mend = f'no fact fits "{name}"', "see `worksheets facts FACTS --list` for their names"
            problems.append(Problem(Source("--without"), what, mend, "hand.unknown-fact"))
        else:
            problems.append(_unknown("--without", name, book))
    return frozenset(barred)


def pinned_by(
    hand: Hand, barred: frozenset[str], book: FactBank, ground: Ground, problems: list[Problem]
) -> tuple[Fact, ...]:
    """The facts to be asked; one that cannot be asked on any sheet is a fault that says why."""
    pinned = []
    for name in hand.pin:
        fact = book.get(name)
        if fact is None:
            problems.append(_unknown("--pin", name, book))
        elif fault := next(_cannot_be_asked(fact, barred, hand, ground), None):
            what, mend = f'"{name}" ({fact.source}) cannot be pinned: {fault[0]}', fault[1]
            problems.append(Problem(Source("--pin"), what, mend, "hand.pin"))
        else:
            pinned.append(fact)
    return tuple(pinned)


def _cannot_be_asked(fact: Fact, barred: frozenset[str], hand: Hand, ground: Ground) -> Iterator[tuple[str, str]]:
    """What stands against a fact, whatever the sheet: what is wrong, what to do."""
    chapter = fact.place.chapter
    if fact.weight == 0:
        yield "its author keeps it out of worksheets", "give it a :weight: of 1 in the book, or leave out --pin"
    if fact.id in barred:
        yield "--without leaves it out", "leave out one of the two options"
    if hand.without_content_notes and fact.content_note:
        yield f"it has a content note ({fact.content_note})", "leave out --without-content-notes or --pin"
    if chapter not in {found.name for found in ground.scope.taught}:
        yield f"the class has not met {_chapter(fact)} yet", "say with --through what it has met"
    if chapter not in {found.name for found in ground.scope.asked}:
        yield f"the sheet does not ask about {_chapter(fact)}", "name its chapter in --chapters as well"
    kinds = [kind.name for kind in ITEM_TYPES.values() if kind.patterns(fact)]
    kind_of_fact = f"{'an' if fact.kind.startswith('e') else 'a'} {fact.kind} like this"
    parts = dict.fromkeys(ground.blueprint.parts[index].item_type for index in ground.indices)
    if not kinds:
        yield f"no item type asks {kind_of_fact}", "give it more fields in the book, or leave out --pin"
    elif not parts.keys() & {*kinds}:
        what = f"no part of the blueprint asks {kind_of_fact} (it has {', '.join(parts)})"
        yield what, f"add a part of {' or '.join(kinds)}"


def _chapter(fact: Fact) -> str:
    return f"chapter {fact.place.chapter_number or fact.place.chapter} ({fact.place.chapter_title})"


def _unknown(option: str, name: str, book: FactBank) -> Problem:
    close = difflib.get_close_matches(name, [fact.id for fact in book], n=1)
    mend = f'write "{close[0]}"' if close else "see `worksheets facts FACTS --list` for their names"
    return Problem(Source(option), f'the book has no fact "{name}"', mend, "hand.unknown-fact")
