"""Retrieval grid: a table of short questions from last lesson, last week and last month, worth more the older they are.

After Kate Jones's grids; the shares of the ages are those of rule R1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from ..ages import AGES, usual_ages
from ..bank import FactBank
from ..facts import Event, Fact, Person, Statement, Term
from ..item_rules import retrieval
from ..questions import GAP, ItemTypeName, Key, Question, QuestionPart
from ..words import fold, tells
from .assembly import build
from .cloze import SPELLING
from .drawing import Draw
from .gaps import MISSING
from .item_type import ItemType, Material, Pattern, Refusal
from .recall import short_questions, suits

NAME: Final[ItemTypeName] = "retrieval-grid"
# Cells -> questions of each age, the youngest first: half, three tenths, one fifth, to the nearest that is whole.
SHARES = MappingProxyType({9: (4, 3, 2), 12: (6, 4, 2)})
USUAL = 9


def grid(fact: Fact, material: Material) -> Question | Refusal:
    """A grid that holds a question about one fact."""
    draw = Draw(material, NAME, fact.kind, fact)
    ages = material.ages or material.taught.once(usual_ages)
    own_age = ages.of(fact.place)
    own = next(short_questions(fact, material), None)
    if not own_age or own is None:
        return Refusal("nothing tells when it was taught" if own else "it has no short answer that is its own", "R1")
    size = material.size or USUAL
    facts = draw.order(material.asked.once(_suitable), lambda found: found.id, "cells")
    cells = [(own, AGES.index(own_age) + 1)]
    kinds = Counter((fact.kind,))
    for worth, (age, share) in enumerate(zip(AGES, SHARES[size], strict=True), start=1):
        near = [other for other in facts if other.id != fact.id and ages.of(other.place) == age]
        for _ in range(share - (age == own_age)):
            # Kinds take turns, so that a book with many events does not make a grid of years.
            near.sort(key=lambda other: kinds[other.kind])
            found = _next_free(near, [question for question, _ in cells], material)
            if found is None:
                return Refusal(f"fewer than {share} short questions from {age.replace('-', ' ')} are free", "R1")
            other, question = found
            near.remove(other)
            kinds[other.kind] += 1
            cells.append((question, worth))
    return _of_cells(draw, fact, draw.order(cells, lambda cell: cell[0].id, "places"), material)


def _next_free(near: Iterable[Fact], taken: Sequence[Question], material: Material) -> tuple[Fact, Question] | None:
    return next(
        ((other, new) for other in near for new in short_questions(other, material) if _independent(new, taken)),
        None,
    )


def _of_cells(draw: Draw, fact: Fact, cells: Sequence[tuple[Question, int]], material: Material) -> Question:
    others = [material.book[question.facts[0]] for question, _ in cells if question.facts[0] != fact.id]
    return build(
        draw,
        (fact, *others),
        stem="Answer from memory: one mark for last lesson, two for last week, three for last month.",
        marks=sum(worth for _, worth in cells),
        key=Key("", notes=(SPELLING,)),
        parts=tuple(
            QuestionPart(
                question.stem.replace(GAP, MISSING),
                worth,
                replace(question.key, notes=()),
                answer_lines=1,
                place=question.places[0],
            )
            for question, worth in cells
        ),
        secrets=tuple(dict.fromkeys(secret for question, _ in cells for secret in question.secrets)),
        pairs=tuple(dict.fromkeys(pair for question, _ in cells for pair in question.pairs)),
    )


def _suitable(bank: FactBank) -> tuple[Fact, ...]:
    return tuple(fact for fact in bank if fact.weight > 0 and suits(fact))


def _independent(question: Question, others: Sequence[Question]) -> bool:
    """Whether it asks for another answer than these, and none of them tells the answer of another (rule H12)."""
    return not any(
        _right(question) & _right(other)
        or set(question.facts) & set(other.involves)
        or _tells(question.stem, other)
        or _tells(other.stem, question)
        for other in others
    )


def _right(question: Question) -> set[str]:
    return {fold(answer) for answer in (question.key.answer, *question.key.accept)}


def _tells(text: str, question: Question) -> bool:
    return any(tells(text, secret) for secret in (question.key.answer, *question.secrets)) or any(
        tells(text, first) and tells(text, second) for first, second in question.pairs
    )


RETRIEVAL_GRID = ItemType(
    name=NAME,
    title="Retrieval grid",
    instruction="Write a short answer in each box.",
    takes="terms, people, events and statements with a gap, from three lessons or chapters",
    demand=0.55,
    ways=tuple(Pattern(kind.kind, kind, suits, grid) for kind in (Term, Person, Event, Statement)),
    rules=(retrieval.ages, retrieval.independent),
    recalled=True,
    precedence=4,
    most=4,
    sizes=(USUAL, 12),
)
