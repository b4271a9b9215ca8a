"""Cloze: a statement with one gap and no words to choose from."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Final

from ..bank import FactBank
from ..facts import Blank, Statement
from ..item_rules import fillings, sets
from ..questions import GAP, ItemTypeName, Key, Question
from ..words import fold
from .assembly import build
from .drawing import Draw
from .easing import Easing
from .gaps import (
    CLOSED_KINDS,
    gapped,
    is_exact_number,
    is_told,
    right_fillers,
    suits_gap,
    told_elsewhere,
    wrong_fillers,
)
from .giveaways import is_number, recalled
from .item_type import ItemType, Material, Pattern, Refusal
from .numbers import Number

NAME: Final[ItemTypeName] = "cloze"
BLANKS = 2  # a statement has one or two
WRONG_WORDS = 2  # offered beside the answer in an easy gap
FEWEST_BEFORE = 3  # words before a gap (rule P4)
SPELLING = "Capital letters and accents do not count."


def gap(number: int, statement: Statement, material: Material) -> Question | Refusal:
    """Ask for the blank of that number, counted from 0."""
    blank = statement.blanks[number]
    draw = Draw(material, NAME, f"blank-{number + 1}", statement)
    if told_elsewhere(statement, blank, material.book):
        return Refusal("the rest of the sentence names the answer", "H12")
    answer, *accept = right_fillers(material.book, blank)
    words = _choices(draw, statement, blank, material.book) if draw.difficulty == "easy" else ()
    if draw.difficulty == "easy" and not words:
        return Refusal(f"fewer than {WRONG_WORDS} wrong words to offer beside the answer")
    if draw.difficulty == "medium" and len(answer) == 1:
        return Refusal("an answer of one sign is told by how it begins")
    clue = f", beginning with {_beginning(answer)}" if draw.difficulty == "medium" else ""
    missing = blank.hint or (f"{blank.kind}, exact or rounded" if is_exact_number(blank) else blank.kind)
    told = gapped(statement, blank)
    secrets, pairs = recalled(material.book, (answer, *accept), told)
    return build(
        draw,
        (statement,),
        stem=told.replace(GAP, f"{GAP} ({missing}{clue})"),
        marks=1,
        key=Key(answer, accept=tuple(accept), notes=() if is_number(answer) else (SPELLING,)),
        bank=words,
        secrets=secrets,
        pairs=pairs,
        clues=2 if words else 1 if clue else 0,
    )


def _choices(draw: Draw, statement: Statement, blank: Blank, book: FactBank) -> tuple[str, ...]:
    """The answer among wrong words of its author that the gap could take, in alphabetical order; none if too few."""
    usable = [
        word
        for word in wrong_fillers(book, blank)
        if suits_gap(statement, blank, word) and not is_told(statement, blank, word, book)
    ]
    wrong = draw.order(usable, str, "words")[:WRONG_WORDS]
    if len(wrong) < WRONG_WORDS:
        return ()
    return tuple(sorted((blank.answer, *wrong), key=_place))


def _place(word: str) -> tuple[Decimal, str]:
    """Numbers ascend (rule H4), and words are in alphabetical order."""
    number = Number.parse(word)
    return (number.value if number else Decimal(0), fold(word))


def _beginning(answer: str) -> str:
    """The first letter or figure of the answer, of a year all but the last; behind an article, the article as well."""
    if answer.isdecimal():
        return answer[:-1]
    first, *rest = answer.split()
    return f"“{first} {rest[0][0]}…”" if rest and first.casefold() in ("a", "an", "the") else answer[0]


def suits(number: int, statement: Statement) -> bool:
    """Whether that blank has a closed kind, enough words before it, and nobody disputes the statement."""
    if statement.disputed or number >= len(statement.blanks):
        return False
    blank = statement.blanks[number]
    exact = statement.certainty == "settled" or blank.kind not in ("number", "year", "date")
    return exact and closed(blank) and len(statement.text[: blank.start].split()) >= FEWEST_BEFORE


def closed(blank: Blank) -> bool:
    """Whether the answer is one that a student can know and not only guess (rule G18)."""
    return blank.kind.casefold() in CLOSED_KINDS


CLOZE = ItemType(
    name=NAME,
    title="Fill the gaps",
    instruction="Write the missing word, name or number in each gap. The bracket says what is missing.",
    takes="statements with a blank that names a person, place, term, number, year or organisation",
    graded="clues: two wrong words beside the right one for easy, how it begins for medium, none for hard",
    demand=0.55,
    pace=0.75,
    ways=tuple(
        Pattern(f"blank-{number + 1}", Statement, partial(suits, number), partial(gap, number))
        for number in range(BLANKS)
    ),
    rules=(sets.cloze, fillings.sentence_of_the_book),
    recalled=True,
    easing=Easing(word_bank=True, lettered=frozenset(f"blank-{number + 1}" for number in range(BLANKS))),
)
