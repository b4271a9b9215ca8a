"""Cloze passage: statements that follow each other, as running text with gaps and no words to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..bank import FactBank
from ..exhibits import Extract
from ..facts import Blank, Statement
from ..item_rules import passages as rules
from ..questions import GAP, ItemTypeName, Key, Question
from ..words import holds
from .assembly import build
from .cloze import BLANKS, SPELLING
from .cloze import suits as fits_gap
from .cloze_with_bank import Gap, independent
from .drawing import Draw
from .easing import Easing
from .gaps import gapped, is_exact_number, right_fillers, told_elsewhere
from .giveaways import recalled
from .item_type import ItemType, Material, Pattern, Refusal
from .passages import FEWEST, consecutive, in_passage

NAME: Final[ItemTypeName] = "cloze-passage"
MOST = 6  # sentences


def passage(statement: Statement, material: Material) -> Question | Refusal:
    """The statement and its neighbours, a gap in it and in most of them."""
    draw = Draw(material, NAME, "passage", statement)
    run = consecutive(draw, statement, material, MOST)
    if len(run) < FEWEST:
        return Refusal(f"fewer than {FEWEST} sentences of its passage follow each other and are free", "G20")
    gaps: list[Gap] = []
    for found in (statement, *draw.order((other for other in run if other.id != statement.id), _id, "sentences")):
        order = draw.order(gaps_of(found, run, material.book), lambda gap: str(gap.blank.start), f"gap {found.id}")
        gaps += [gap for gap in order if all(independent(gap, other, material.book) for other in gaps)][:1]
        if not gaps:
            return Refusal("its blanks cannot be asked in a passage without words to choose from", "G18")
    if len(gaps) < FEWEST:
        return Refusal(f"fewer than {FEWEST} sentences of its passage can have a gap together", "G18")
    gaps.sort(key=lambda gap: run.index(gap.statement))
    answers = [right_fillers(material.book, gap.blank) for gap in gaps]
    told = [
        recalled(material.book, forms, gapped(gap.statement, gap.blank))
        for gap, forms in zip(gaps, answers, strict=True)
    ]
    numbers = {gap.statement.id: number for number, gap in enumerate(gaps, start=1)}
    texts = [printed(gaps[numbers[one.id] - 1], numbers[one.id]) if one.id in numbers else one.text for one in run]
    return build(
        draw,
        (statement, *(other for other in run if other.id != statement.id)),
        stem="Complete the passage. The brackets say what is missing.",
        marks=len(gaps),
        key=Key("; ".join(forms[0] for forms in answers), notes=(SPELLING,)),
        extracts=(Extract((" ".join(texts),)),),
        gap_keys=tuple(Key(forms[0], accept=forms[1:]) for forms in answers),
        secrets=tuple(text for secrets, _ in told for text in secrets),
        pairs=tuple(pair for _, pairs in told for pair in pairs),
    )


def gaps_of(statement: Statement, run: Sequence[Statement], book: FactBank) -> list[Gap]:
    """The gaps of one sentence whose answers are of a closed kind and stand nowhere else in the run (G18, P4)."""
    rest = [found.text for found in run if found.id != statement.id]
    return [
        Gap(statement, blank)
        for number, blank in enumerate(statement.blanks[:BLANKS])
        if fits_gap(number, statement)
        and not told_elsewhere(statement, blank, book)
        and not any(holds(text, form) for text in rest for form in right_fillers(book, blank))
    ]


def printed(gap: Gap, number: int) -> str:
    """The sentence with its gap, whose number no line parts from it, and what is missing there."""
    return gapped(gap.statement, gap.blank).replace(GAP, f"({number}){GAP} ({missing(gap.blank)})")


def missing(blank: Blank) -> str:
    """What a student has to write: the author's hint, or the kind."""
    return blank.hint or (f"{blank.kind}, exact or rounded" if is_exact_number(blank) else blank.kind)


def _id(statement: Statement) -> str:
    return statement.id


CLOZE_PASSAGE = ItemType(
    name=NAME,
    title="Fill the gaps in the passage",
    instruction="Write the missing word, name or number in each gap.",
    takes="passages of three statements or more whose blanks name people, places, terms, numbers or years",
    demand=0.55,
    pace=0.75,
    ways=(Pattern("passage", Statement, in_passage, passage),),
    rules=(rules.gaps,),
    recalled=True,
    precedence=1,
    easing=Easing(word_bank=True, lettered=frozenset(("passage",))),
)
