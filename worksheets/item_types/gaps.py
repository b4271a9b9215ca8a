"""Statements with a gap, or with another word in it."""

from __future__ import annotations

import re

from ..bank import FactBank
from ..facts import Blank, Statement
from ..questions import GAP
from ..words import fold, holds
from .giveaways import forms_of, spellings_of
from .index import index_of
from .number_words import written_otherwise
from .numbers import rounder
from .wording import article_fits

# What a blank may be where no words are offered: there is one answer, and its other spellings can be listed (G18).
CLOSED_KINDS = frozenset(
    {"name", "person", "place", "city", "country", "region", "organisation", "body", "office", "title", "work"}
    | {"term", "number", "year", "date", "month", "century", "unit", "symbol", "party", "event"}
)

_ARTICLE = re.compile(r"^an? ")  # of an answer such as "a comet": without it, it is as right
MISSING = "____"  # in the place of a gap that nobody writes into: the answer goes elsewhere
COUNTED_KINDS = ("number", "century")  # words in the kind of a blank whose answer may be a number or ordinal


def gapped(statement: Statement, blank: Blank) -> str:
    """The sentence with a gap for the blank."""
    return filled(statement, blank, GAP)


def filled(statement: Statement, blank: Blank, filler: str) -> str:
    """The sentence with a filler in place of the blank's answer."""
    return statement.text[: blank.start] + filler + statement.text[blank.end :]


def suits_gap(statement: Statement, blank: Blank, filler: str) -> bool:
    """Whether a filler goes with the article before it and is not in the sentence already."""
    return article_fits(statement.text[: blank.start], filler) and not holds(statement.text, filler)


def is_told(statement: Statement, blank: Blank, filler: str, book: FactBank) -> bool:
    """Whether the book says in so many words what the sentence says with that filler (rule H11)."""
    return fold(filled(statement, blank, filler)) in index_of(book).sentences


def told_elsewhere(statement: Statement, blank: Blank, book: FactBank) -> bool:
    """Whether the sentence gives its answer a second time."""
    rest = gapped(statement, blank)
    return any(holds(rest, form) for form in forms_of(book, blank.answer))


def right_fillers(book: FactBank, blank: Blank) -> tuple[str, ...]:
    """The answer and all that counts as it (rule P6).

    That is the author's list, other names of what the answer names, and other ways to write a number.
    What the author accepts beside the answer may name another term: its other names need not fit.
    """
    forms = [
        form
        for known in (*spellings_of(book, blank.answer), *blank.accept)
        for form in (known, _ARTICLE.sub("", known), *_numbers(blank, known))
    ]
    found: dict[str, str] = {}
    for form in forms:
        found.setdefault(fold(form), form)
    return tuple(found.values())


def is_exact_number(blank: Blank) -> bool:
    """Whether the answer is a number of so many digits that a rounded one must do."""
    return blank.kind.casefold() == "number" and bool(rounder(blank.answer))


def _numbers(blank: Blank, answer: str) -> tuple[str, ...]:
    """A number in words for one in figures, the other way round, and a long one rounded; a "second" may be a unit."""
    if not any(holds(blank.kind, counted) for counted in COUNTED_KINDS):
        return ()
    return (*written_otherwise(answer), *(rounder(answer) if is_exact_number(blank) else ()))


def wrong_fillers(book: FactBank, blank: Blank) -> tuple[str, ...]:
    """The author's wrong fillers that are not a spelling or another name of a right one."""
    right = {fold(form) for form in right_fillers(book, blank)}
    return tuple(text for text in blank.false if right.isdisjoint(map(fold, forms_of(book, text))))
