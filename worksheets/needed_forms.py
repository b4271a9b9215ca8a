"""Forms that cannot be derived from a fact's words and that its author has to give (rules G1, G33, G35, H8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bank import FactBank
from .facts import Person, Term
from .problems import Problem
from .words import words

# Nouns for one sex, as the head of a role. "Mother church" and "father of the bomb" are left to the author.
_WOMEN = frozenset(("queen", "empress", "princess", "duchess", "actress", "abbess", "nun", "widow", "wife", "daughter"))
_WOMEN |= {"sister", "woman"}
_MEN = frozenset(("king", "emperor", "prince", "duke", "abbot", "monk", "widower", "husband", "son", "brother", "man"))
_CLAUSE = re.compile(r"\b(who|whom|whose|that|which|of|in|at|from|for|to|and|by|on|under)\b|[,;]")
# Words in -s that are singular.
_SINGULAR = re.compile(r"(ss|us|is|ics|news|ness)$")


def needed_forms(bank: FactBank) -> Iterator[Problem]:
    """Name each fact whose number or sex decides which wrong answers go with it, and does not say it."""
    for term in bank.of_kind(Term):
        if not term.plural and _looks_plural(term):
            what = f'"{term.term}" and its definition look plural, so singular terms are offered beside it'
            yield Problem(term.source, what, 'add ":number: plural"', "fact.number-needed")
    for person in bank.of_kind(Person):
        if not person.gendered and (sex := _sex(person.role)):
            what = f'the role "{person.role}" fits one sex only, so whoever is of the other is ruled out by it'
            yield Problem(person.source, what, f'add ":gendered: {sex}"', "fact.gendered-needed")


def _looks_plural(term: Term) -> bool:
    """Whether the word ends like a plural and its definition begins without the article of a singular."""
    ends = term.term.endswith("s") and not _SINGULAR.search(term.term.casefold())
    return ends and words(term.definition)[:1] not in (("a",), ("an",), ("the",))


def _sex(role: str) -> str:
    """The sex that the head noun of a role tells; empty for most."""
    head = words(_CLAUSE.split(role, maxsplit=1)[0])[-1:]
    return "f" if _WOMEN.intersection(head) else "m" if _MEN.intersection(head) else ""
