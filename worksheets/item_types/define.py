"""Define: what a term means, marked by points."""

from __future__ import annotations

from typing import Final

from ..facts import Term
from ..item_rules import definitions, keys
from ..questions import ItemTypeName, Key, Question
from . import starters
from .assembly import LINES_PER_MARK, build
from .drawing import Draw
from .easing import Easing
from .explanations import mark_points
from .giveaways import cues, together
from .item_type import ItemType, Material, Pattern, Refusal
from .names import names
from .wording import fragment, quoted

NAME: Final[ItemTypeName] = "define"
MARKS = 2
WHOLE = "The definition above earns both marks, and another sound point earns one."


def define(term: Term, material: Material) -> Question | Refusal:
    """The meaning of a term, for two of its mark points."""
    draw = Draw(material, NAME, "term", term)
    stem = draw.one(
        (f"Explain the meaning of {quoted(term.term)}.", f"What is meant by {quoted(term.term)}?"), "wording"
    )
    points = mark_points(term.marks, term.term)
    if len(points) < MARKS:
        return Refusal("fewer than two of its mark points say more than the question", "G28")
    any_two = ("Any two points, 1 mark each.",) if len(points) > MARKS else ()
    example = (f"An example may count as a point: {fragment(term.example)}.",) if term.example else ()
    return build(
        draw,
        (term,),
        stem=stem,
        marks=MARKS,
        key=Key(term.definition, points=points, notes=(WHOLE, *any_two, *example)),
        answer_lines=MARKS * LINES_PER_MARK,
        secrets=(term.definition, *points),
        pairs=together(names(term), cues(material.book, term.definition, names_of=[term])),
    )


DEFINE = ItemType(
    name=NAME,
    title="Define",
    instruction="Say what each term means, in a sentence or two.",
    takes="terms with two mark points",
    demand=0.55,
    pace=1.25,
    ways=(Pattern("term", Term, lambda term: len(term.marks) >= MARKS and not term.disputed, define),),
    rules=(keys.written, definitions.points, definitions.term_named),
    recalled=True,
    easing=Easing(starters=starters.of_definition),
)
