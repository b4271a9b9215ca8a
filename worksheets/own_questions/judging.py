"""The item rules that need no book, for questions that a teacher wrote: advice, which stops nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..bank import FactBank
from ..item_rules import choices, essays, grammar, keys
from ..item_rules.finding import Finding, Rule
from ..questions import ItemTypeName, Question

NO_BOOK = FactBank("", ())
EVERY_QUESTION: tuple[Rule, ...] = (grammar.whole_sentences, grammar.clean_text, keys.complete, keys.marks)
BY_TYPE: Mapping[ItemTypeName, tuple[Rule, ...]] = {
    "multiple-choice": choices.RULES,
    "multiple-answer": (choices.like_kind, choices.no_catch_all, choices.no_negative),
    "short-answer": (keys.written,),
    "essay": (essays.bands,),
}


def advice(question: Question) -> Iterator[Finding]:
    """Every rule that the question breaks, but for lines: a teacher may want fewer of them (L4)."""
    for rule in (*EVERY_QUESTION, *BY_TYPE.get(question.item_type, ())):
        yield from (finding for finding in rule(question, NO_BOOK) if finding.rule != "L4")
