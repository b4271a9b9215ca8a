"""How each fact of a book can be asked, for reports to its author."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .bank import FactBank
from .facts import AuthoredQuestion, Event, Fact, Figure, Link, View
from .item_types import ITEM_TYPES, Material, Refusal
from .mark_schemes import MarkScheme
from .sheet_lint import lint_question


@dataclass(frozen=True, slots=True)
class Askable:
    """How a fact can be asked."""

    fact: Fact
    ways: tuple[str, ...]  # "multiple-choice/term-to-definition"
    reasons: tuple[str, ...]  # where there is no way: why not


def askable(book: FactBank, seed: str = "askable", schemes: tuple[MarkScheme, ...] = ()) -> Iterator[Askable]:
    """For each fact of the book the ways in which it can be asked, or the reasons why it cannot.

    :param schemes: the mark schemes at hand, for essays.
    """
    asked = FactBank(book.title, tuple(fact for fact in book if fact.weight))
    material = Material(book=book, taught=book, asked=asked, seed=seed, schemes=schemes)
    for fact in book:
        ways: list[str] = []
        reasons: list[str] = []
        for kind in ITEM_TYPES.values():
            for pattern in kind.patterns(fact):
                made = kind.ask(fact, pattern, material)
                if isinstance(made, Refusal):
                    reasons.append(made.reason)
                elif found := lint_question(made, book):
                    reasons.extend(map(str, found))
                else:
                    ways.append(f"{kind.name}/{pattern}")
        if not ways and not reasons:
            reasons.append(why_silent(fact))
        yield Askable(fact, tuple(ways), () if ways else tuple(dict.fromkeys(reasons)))


def why_silent(fact: Fact) -> str:
    """Say why no item type even looks at a fact."""
    if not fact.weight:
        return "its author keeps it out of worksheets"
    if fact.disputed and not isinstance(fact, View | Link | AuthoredQuestion):
        return "it is disputed, so it has no single right answer; a view can be asked with its holder (HI-3)"
    if isinstance(fact, Figure) and fact.range:
        return "a range is never asked as one number (HI-3)"
    if isinstance(fact, Event) and (fact.certainty != "settled" or fact.date.about):
        return "its date is not exact, so it is neither asked for nor put in order (P5)"
    return f"no item type asks this kind of fact with these fields ({fact.kind})"
