"""Asking all that can be asked, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from worksheets.bank import FactBank
from worksheets.facts import Fact
from worksheets.item_types import ITEM_TYPES, Material, Refusal
from worksheets.questions import Difficulty, ItemTypeName, Question
from worksheets.sampling import rank


def material(*facts: Fact, seed: str = "seed") -> Material:
    """Material of a book that holds these facts, all of them taught and still to be asked."""
    book = FactBank("Book", facts)
    return Material(book, book, book, seed)


# They take a hundred times as long as others, and look much alike from whichever fact they grow: where all types are
# asked, these grow from some facts, others under each seed.
LONG = ("crossword", "word-search", "retrieval-grid")
ONE_IN = 12


def every_question(material: Material, item_type: str = "", pattern: str = "") -> Iterator[Question]:
    """All questions that can be made of what has been taught, of one item type or pattern if wanted."""
    for name, kind in ITEM_TYPES.items():
        for fact in material.taught if item_type in ("", name) else ():
            if not item_type and name in LONG and rank(material.seed, name, fact.id) % ONE_IN:
                continue
            for found in kind.patterns(fact):
                made = kind.ask(fact, found, material) if pattern in ("", found) else None
                if isinstance(made, Question):
                    yield made


def ask(
    item_type: ItemTypeName,
    pattern: str,
    fact: Fact,
    *others: Fact,
    seed: str = "seed",
    difficulty: Difficulty | None = None,
) -> Question | Refusal:
    """Ask about one fact in a book of a few."""
    return ITEM_TYPES[item_type].ask(fact, pattern, replace(material(fact, *others, seed=seed), difficulty=difficulty))


def asked(
    item_type: ItemTypeName,
    pattern: str,
    fact: Fact,
    *others: Fact,
    seed: str = "seed",
    difficulty: Difficulty | None = None,
) -> Question:
    """The same, where it cannot be refused."""
    made = ask(item_type, pattern, fact, *others, seed=seed, difficulty=difficulty)
    assert isinstance(made, Question), made
    return made
