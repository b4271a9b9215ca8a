"""Every question that a book gives: each item type, way, fact and variant (rule S6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..asking import VARIANTS
from ..bank import FactBank
from ..facts import Fact
from ..item_types import ITEM_TYPES, Material, Refusal
from ..mark_schemes import MarkScheme
from ..problems import Problem
from ..questions import Question
from ..sheet_lint import lint_question

Progress = Callable[[int, int], None]  # how many of how many are done


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of asking about one fact in all ways."""

    fact: Fact
    questions: tuple[Question, ...]  # no two that print the same
    refusals: tuple[str, ...]  # "matching/person-role: its class has fewer than four members (G35)"
    faults: tuple[Problem, ...]


def trials(book: FactBank, schemes: tuple[MarkScheme, ...], progress: Progress) -> Iterator[Trial]:
    """Ask about each fact in all ways and variants, and judge what comes of it.

    A class that has met the whole book and one that has just met the fact's chapter are asked, since wrong answers come
    from what has been met.

    :param progress: told after each fact.
    """
    whole = Material(book=book, taught=book, asked=_wanted(book), seed="", schemes=schemes)
    materials = {"": whole}
    for number, chapter in enumerate(book.chapters, start=1):
        taught = book.within(known.name for known in book.chapters[:number])
        materials[chapter.name] = replace(whole, taught=taught, asked=_wanted(taught))
    for number, fact in enumerate(book, start=1):
        met = dict.fromkeys(["", fact.place.chapter if fact.place.chapter in materials else ""])
        yield _trial(fact, [materials[name] for name in met])
        progress(number, len(book))


def _trial(fact: Fact, materials: list[Material]) -> Trial:
    questions: dict[Question, None] = {}
    refusals: dict[str, None] = {}
    faults: dict[Problem, None] = {}
    for kind in ITEM_TYPES.values():
        for pattern in kind.patterns(fact):
            for material in materials:
                for variant in range(VARIANTS):
                    made = kind.ask(fact, pattern, replace(material, variant=variant))
                    if isinstance(made, Refusal):
                        rule = f" ({made.rule})" if made.rule else ""
                        refusals[f"{kind.name}/{pattern}: {made.reason}{rule}"] = None
                    elif made not in questions:
                        questions[made] = None
                        faults |= dict.fromkeys(lint_question(made, material.book))
    return Trial(fact, tuple(questions), tuple(refusals), tuple(faults))


def _wanted(book: FactBank) -> FactBank:
    return book.without({fact.id for fact in book if not fact.weight})
