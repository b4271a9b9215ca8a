"""Crossword: definitions and descriptions as clues, their names across and down."""

from __future__ import annotations

from itertools import islice
from typing import Final

from ...facts import Fact, Person, Statement, Term
from ...item_rules import puzzles
from ...questions import ItemTypeName, Key, Question, QuestionPart
from ..assembly import build
from ..clues import clue_of, gathered, given_away, how_to_write, suits
from ..drawing import Draw
from ..item_type import ItemType, Material, Pattern, Refusal
from .grid import laid
from .picture import empty, solved

NAME: Final[ItemTypeName] = "crossword"
FEWEST, USUAL, MOST = 6, 10, 14  # words
SPARE = 8  # clues more than words: some find no place


def crossword(fact: Fact, material: Material) -> Question | Refusal:
    """A crossword that grows from one clue."""
    draw = Draw(material, NAME, fact.kind, fact)
    first = clue_of(material.book, fact)
    if first is None:
        return Refusal("its clue tells the answer, or fits another name of as many letters", "H11")
    size = material.size or USUAL
    clues = {clue.letters: clue for clue in islice(gathered(draw, material, first), size + SPARE)}
    entries = laid(tuple(clues), size)
    if len(entries) < (material.size or FEWEST):
        return Refusal(f"fewer than {material.size or FEWEST} words that may stand beside it cross each other", "G35")
    found = [clues[entry.word] for entry in entries]
    return build(
        draw,
        (fact, *(clue.fact for clue in found if clue.fact.id != fact.id)),
        stem="Solve the crossword. Each word is worth one mark.",
        marks=len(entries),
        key=Key("", drawing=solved(entries)),
        instruction=how_to_write(found),
        drawing=empty(entries),
        parts=tuple(
            QuestionPart(clue.text, 1, Key(clue.answer), label=entry.label, place=clue.fact.place)
            for entry, clue in zip(entries, found, strict=True)
        ),
        **given_away(found),
    )


CROSSWORD = ItemType(
    name=NAME,
    title="Crossword",
    instruction="Write one letter in each square. The bracket after a clue says how many letters the words have.",
    takes="terms, people and statements with a name in a gap; six or more whose names cross",
    ways=tuple(Pattern(kind.kind, kind, suits, crossword) for kind in (Term, Person, Statement)),
    rules=(puzzles.clues, puzzles.crossword),
    recalled=True,
    demand=0.45,
    precedence=4,
    most=4,
    sizes=(USUAL, *(size for size in range(FEWEST, MOST + 1) if size != USUAL)),
)
