"""The item rules, applied to finished questions and sheets, whoever made them.

The generator obeys these rules by construction; this is the second look, from the outside, before a question is
printed.
"""

from __future__ import annotations

from .bank import FactBank
from .item_rules import drawings, fillings, grammar, independence, keys, standing, truths
from .item_rules.finding import Rule
from .item_rules.independence import Head, Outline
from .item_types import ITEM_TYPES
from .problems import Problem
from .questions import Question
from .sheet_rules import EVERY_SHEET
from .worksheet import Worksheet

__all__ = ["Head", "Outline", "clash", "lint_question", "lint_sheet", "outline"]

EVERY_QUESTION: tuple[Rule, ...] = (
    grammar.whole_sentences,
    grammar.clean_text,
    *standing.RULES,
    truths.sound_facts,
    truths.evidence,
    drawings.sound,
    keys.complete,
    keys.content_notes,
)


def lint_question(question: Question, book: FactBank) -> tuple[Problem, ...]:
    """Find every rule that a question breaks; each problem names the fact's place and the rule as its code.

    :param book: the whole book, by which is decided what is true.
    """
    fact = book.get(question.facts[0])
    if fact is None:
        raise ValueError(f"{question.id} asks about no fact of this book")
    item_type = ITEM_TYPES[question.item_type]
    marked = (keys.marks,) if item_type.marked else ()
    recalled = (fillings.all_spellings,) if item_type.recalled else ()
    rules = (*EVERY_QUESTION, *marked, *recalled, *item_type.rules)
    return tuple(
        Problem(fact.source, f"{question.id}: {finding.what}", finding.mend, f"item.{finding.rule}")
        for rule in rules
        for finding in rule(question, book)
    )


def lint_sheet(worksheet: Worksheet, book: FactBank) -> tuple[Problem, ...]:
    """Find every rule that a finished sheet breaks, in its questions and as a whole.

    :param book: the whole book, by which is decided what is true.
    """
    within = (problem for question in worksheet.questions for problem in lint_question(question, book))
    over = (
        Problem(
            book[found.question.facts[0]].source,
            f"sheet {worksheet.code}: {found.what}",
            found.mend,
            f"sheet.{found.rule}",
        )
        for rule in EVERY_SHEET
        for found in rule(worksheet, book)
    )
    return (*within, *over)


def clash(one: Question, other: Question) -> str | None:
    """Say why two questions must not stand on one sheet: one answers the other, or both ask about the same fact."""
    recalled = ITEM_TYPES[one.item_type].recalled and ITEM_TYPES[other.item_type].recalled
    return independence.clash(one, other, recalled=recalled)


def outline(question: Question) -> Outline:
    """What of a question tells in a moment that :func:`clash` would find nothing."""
    return Outline.of(question, recalled=ITEM_TYPES[question.item_type].recalled)
