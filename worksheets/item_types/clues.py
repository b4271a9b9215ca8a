"""Clues of puzzles: a definition, a description or a sentence with a gap, and the one name that it means.

A puzzle is a pleasure, so what is not `playable` is not made into one (rules G26, HI-4).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from ..bank import FactBank
from ..facts import Blank, Fact, Person, Statement, Term
from ..questions import GAP
from ..spelling import lengths, letters
from ..words import STOP_WORDS, holds, tells, words
from . import truth
from .askable import has_role
from .cloze import FEWEST_BEFORE, closed
from .distractors import has_article
from .drawing import Draw
from .gaps import COUNTED_KINDS, MISSING, gapped, right_fillers, told_elsewhere
from .giveaways import Pairs, forms_of, recalled
from .item_type import Material
from .names import names, surname
from .wording import capital

SHORTEST, LONGEST = 3, 13  # letters
FORM = 5  # letters that a word and a form of it have in common: "delegate", "delegation"
DATED_KINDS = ("year", "date", "month", *COUNTED_KINDS)


@dataclass(frozen=True, slots=True)
class Clue:
    """A clue and its answer."""

    fact: Fact
    text: str  # "The body that elects the leaders (6)"; no end of a line cuts off the bracket
    answer: str  # as the book writes it: "Five-Year Plan"
    letters: str  # in the squares: "FIVEYEARPLAN"
    forms: tuple[str, ...]  # every name of the answer
    secrets: tuple[str, ...]
    pairs: Pairs

    def tells(self, other: Clue) -> bool:
        """Whether its text gives the other's answer away: a name of it, a form of such, a part of a person's name."""
        return any(tells(self.text, form) for form in other.forms) or has_form(self.text, other.answer)


def clue_of(book: FactBank, fact: Fact) -> Clue | None:
    """The clue that a fact gives; nothing if it gives none that has one answer and does not tell it."""
    return book.once_about(fact, _clue)


def suits(fact: Fact) -> bool:
    """Whether a fact may be part of a puzzle, looked at alone."""
    if fact.disputed or not fact.playable or not fact.weight:
        return False
    match fact:
        case Term():
            return not fact.transparent and fits(fact.term)
        case Person():
            return has_role(fact) and fits(surname(fact))
        case Statement():
            return any(map(_closed, _late(fact)))
    return False


def fits(name: str) -> bool:
    """Whether a name has letters only, neither too many nor too few, and no article before it."""
    return not has_article(name) and SHORTEST <= len(letters(name)) <= LONGEST


@lru_cache(maxsize=1 << 16)
def has_form(text: str, name: str) -> bool:
    """Whether a text holds a word of a name, a longer one that begins like it, or another form of it."""
    said = [word for word in words(text) if word not in STOP_WORDS]
    return any(
        word.startswith(named) or (len(word) >= FORM and word[:FORM] == named[:FORM])
        for named in words(name)
        if named not in STOP_WORDS and len(named) >= SHORTEST
        for word in said
    )


def gathered(draw: Draw, material: Material, first: Clue) -> Iterator[Clue]:
    """The first clue and those that may stand beside it, in the order of their ranks, its own chapter before others.

    No two have one answer or one inside the other, and none tells another's (rule H12).
    """
    facts = (fact for fact in material.asked.once(_suitable) if fact.id != first.fact.id)
    found = (clue_of(material.book, fact) for fact in facts)
    order = draw.order((clue for clue in found if clue), lambda clue: clue.fact.id, "clues")
    kept = [first]
    yield first
    for clue in sorted(order, key=lambda clue: clue.fact.place.chapter != first.fact.place.chapter):
        if not any(_clash(clue, other) for other in kept):
            kept.append(clue)
            yield clue


def _suitable(bank: FactBank) -> tuple[Fact, ...]:
    return tuple(filter(suits, bank))


class GivenAway(TypedDict):
    """What must not stand elsewhere on the sheet."""

    secrets: tuple[str, ...]
    pairs: Pairs


def given_away(clues: Sequence[Clue]) -> GivenAway:
    """The secrets and pairs of all clues."""
    return {
        "secrets": tuple(dict.fromkeys(secret for clue in clues for secret in clue.secrets)),
        "pairs": tuple(dict.fromkeys(pair for clue in clues for pair in clue.pairs)),
    }


def how_to_write(clues: Sequence[Clue]) -> str:
    """What a student has to know about the squares."""
    people = any(isinstance(clue.fact, Person) for clue in clues)
    last_name = " Of people, the last name is meant." if people else ""
    return f"Spaces, hyphens and accents are left out.{last_name}"


def _clash(one: Clue, other: Clue) -> bool:
    return one.letters in other.letters or other.letters in one.letters or one.tells(other) or other.tells(one)


def _clue(book: FactBank, fact: Fact) -> Clue | None:
    if not suits(fact):
        return None
    match fact:
        case Term():
            return _made(book, fact, capital(fact.definition), fact.term, names(fact), _like_term(book, fact))
        case Person():
            return _made(book, fact, capital(fact.role), surname(fact), names(fact), _like_person(book, fact))
        case Statement():
            made = (_of_gap(book, fact, blank) for blank in _late(fact) if _closed(blank))
            return next(filter(None, made), None)
    return None


def _of_gap(book: FactBank, statement: Statement, blank: Blank) -> Clue | None:
    if told_elsewhere(statement, blank, book):
        return None
    text = gapped(statement, blank).replace(GAP, f"{MISSING} ({blank.kind})")
    right = right_fillers(book, blank)
    forms = tuple(dict.fromkeys(form for answer in right for form in forms_of(book, answer)))
    return _made(book, statement, text, blank.answer, forms, right)


def _made(
    book: FactBank, fact: Fact, text: str, answer: str, forms: tuple[str, ...], also: tuple[str, ...]
) -> Clue | None:
    """A clue, unless it tells its answer or another name that is right has as many letters (rule H11)."""
    squares = letters(answer)
    if any(len(letters(name)) == len(squares) and letters(name) != squares for name in also):
        return None
    if has_form(text, answer) or any(tells(text, form) for form in forms):
        return None
    secrets, pairs = recalled(book, forms, text)
    return Clue(fact, f"{text}\N{NO-BREAK SPACE}({lengths(answer)})", answer, squares, forms, secrets, pairs)


def _like_term(book: FactBank, term: Term) -> tuple[str, ...]:
    """Every name by which the definition could be answered; who answers in a foreign script is not thought of."""
    others = (other for other in book.of_kind(Term) if other.id != term.id and truth.same_meaning(book, term, other))
    return tuple(name for found in (term, *others) for name in (found.term, *found.aliases))


def _like_person(book: FactBank, person: Person) -> tuple[str, ...]:
    """Every surname by which the description could be answered."""
    others = (other for other in book.of_kind(Person) if other.id != person.id and truth.same_role(book, person, other))
    return tuple(name.split()[-1] for found in (person, *others) for name in (surname(found), *names(found)))


def _late(statement: Statement) -> Iterator[Blank]:
    """The blanks that have words enough before them (rule P4)."""
    return (blank for blank in statement.blanks if len(statement.text[: blank.start].split()) >= FEWEST_BEFORE)


def _closed(blank: Blank) -> bool:
    """Whether it can be known and not only guessed (rule G18), and is a name."""
    return closed(blank) and fits(blank.answer) and not any(holds(blank.kind, kind) for kind in DATED_KINDS)
