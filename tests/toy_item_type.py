"""An item type as one writes a new one, whole in one file: a table of meanings whose terms are left out."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.bank import FactBank
from worksheets.exhibits import Table
from worksheets.facts import Term
from worksheets.item_rules.finding import Finding
from worksheets.item_types import ItemType, Material, Pattern, Refusal
from worksheets.item_types.assembly import build
from worksheets.item_types.drawing import Draw
from worksheets.item_types.wording import capital
from worksheets.questions import GAP, Key, Question
from worksheets.words import holds

NAME = "name-the-meanings"


def table(term: Term, material: Material) -> Question | Refusal:
    """The term among others of its class."""
    draw = Draw(material, NAME, "table", term)
    near = [other for other in material.asked.of_kind(Term) if other.category == term.category and other != term]
    chosen = [term, *draw.order(near, lambda found: found.id, "rows")][:3]
    if len(chosen) < 3:
        return Refusal("its class has fewer than 3 terms")
    return build(
        draw,
        tuple(chosen),
        stem="Complete the table.",
        marks=3,
        key=Key("; ".join(found.term for found in chosen)),
        table=Table(tuple((capital(found.definition), GAP) for found in chosen), heads=("Meaning", "Term")),
        gap_keys=tuple(Key(found.term, accept=found.aliases) for found in chosen),
        pairs=tuple((found.term, found.definition) for found in chosen),
    )


def no_row_tells(question: Question, _: FactBank) -> Iterator[Finding]:
    """No meaning names a term that is asked for; in a real type this stands in `item_rules`."""
    for key in question.gap_keys:
        if question.table and any(holds(text, key.answer) for text in question.table.texts):
            yield Finding("P4", f"“{key.answer}” stands in the table", "reword the definition")


TOY = ItemType(
    name=NAME,
    title="Name the meanings",
    instruction="Write one term in each row.",
    takes="classes of three terms",
    ways=(Pattern("table", Term, lambda term: not term.disputed, table),),
    rules=(no_row_tells,),
    precedence=1,
    most=2,
    short_key=lambda question: "/".join(key.answer for key in question.gap_keys),
)
