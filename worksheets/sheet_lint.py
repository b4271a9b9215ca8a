"""The item rules, applied to finished questions, whoever made them.

The generator obeys these rules by construction; this is the second look, from the outside, before a question is
printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from .bank import FactBank
from .item_rules import choices, grammar, keys, sets, truths
from .item_rules.finding import Finding
from .item_rules.independence import Outline, clash
from .problems import Problem
from .questions import ItemTypeName, Question

__all__ = ["Outline", "clash", "lint_question"]

Rule = Callable[[Question, FactBank], Iterator[Finding]]

EVERY_QUESTION: tuple[Rule, ...] = (grammar.whole_sentences, grammar.clean_text, truths.sound_facts, keys.complete)
BY_ITEM_TYPE: Mapping[ItemTypeName, tuple[Rule, ...]] = {
    "multiple-choice": (*choices.RULES, truths.right_option, truths.wrong_options),
    "true-false": (sets.true_false,),
    "cloze": (sets.cloze,),
    "cloze-with-bank": (sets.cloze_with_bank,),
    "matching": (sets.matching,),
    "ordering": (sets.ordering,),
    "short-answer": (),
}


def lint_question(question: Question, book: FactBank) -> tuple[Problem, ...]:
    """Find every rule that a question breaks; each problem names the fact's place and the rule as its code.

    :param book: the whole book, by which is decided what is true.
    """
    fact = book.get(question.facts[0])
    if fact is None:
        raise ValueError(f"{question.id} asks about no fact of this book")
    rules = (*EVERY_QUESTION, *BY_ITEM_TYPE[question.item_type])
    return tuple(
        Problem(fact.source, f"{question.id}: {finding.what}", finding.mend, f"item.{finding.rule}")
        for rule in rules
        for finding in rule(question, book)
    )
