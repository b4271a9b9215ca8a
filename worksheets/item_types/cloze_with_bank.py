"""Cloze with a word bank: the sentences of one passage, and a box of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..bank import FactBank
from ..facts import Blank, Statement
from ..item_rules import fillings, sets
from ..questions import ItemTypeName, Key, Question
from ..words import content, fold, holds
from .assembly import build
from .cloze import FEWEST_BEFORE
from .drawing import Draw
from .easing import Easing
from .gaps import gapped, is_told, right_fillers, told_elsewhere, wrong_fillers
from .giveaways import cues, together
from .index import index_of
from .item_type import ItemType, Material, Pattern, Refusal
from .wording import COUNT_WORDS

NAME: Final[ItemTypeName] = "cloze-with-bank"
PASSAGE = "passage"
FEWEST, MOST = 3, 6  # sentences
WITHOUT_BOX = "Complete the sentences. Write one word, name or number in each gap."
NOT_NEEDED = "Not needed: "  # how the note about the spares begins
FEWEST_SPARES, MOST_SPARES = 2, 4  # rule G19
ANY_KIND = ("", "word")  # of a blank: what its answer is, is not said


@dataclass(frozen=True, slots=True)
class Gap:
    """One sentence of the passage and the blank chosen in it."""

    statement: Statement
    blank: Blank


def passage(statement: Statement, material: Material) -> Question | Refusal:
    """The passage that the statement belongs to, in its order."""
    draw = Draw(material, NAME, PASSAGE, statement)
    assert statement.passage is not None
    run = index_of(material.taught).passages[statement.passage.name]
    near = sorted(
        (found for found in run if askable(found, statement, material)),
        key=lambda found: (abs(run.index(found) - run.index(statement)), found.id),
    )
    gaps: list[Gap] = []
    for found in near:
        kinds = {gap.blank.kind for gap in gaps}
        order = draw.order(gaps_of(found, material), _name, "gaps")
        for gap in sorted(order, key=lambda gap: gap.blank.kind not in kinds):
            if len(gaps) < MOST and all(independent(gap, other, material.book) for other in gaps):
                gaps.append(gap)
                break
        if not gaps:
            return Refusal("its blanks cannot be left out in a passage", "P4")
    if len(gaps) < FEWEST:
        return Refusal(f"fewer than {FEWEST} sentences of its passage can be asked together", "G20")
    gaps.sort(key=lambda gap: run.index(gap.statement))
    gaps, spares = rivals_for(draw, gaps, material.book)
    if len(gaps) < FEWEST or statement not in [gap.statement for gap in gaps]:
        return Refusal("too few of its gaps have a wrong word of their own kind", "G19")
    if len(spares) < FEWEST_SPARES:
        return Refusal("fewer than two wrong words go with the passage", "G19")
    return _question(draw, statement, gaps, spares, material.book)


def askable(found: Statement, grown_from: Statement, material: Material) -> bool:
    """Whether this sheet may ask it: it is the statement in hand or has not been used yet."""
    return found.id == grown_from.id or material.asked.get(found.id) is not None


def gaps_of(statement: Statement, material: Material) -> list[Gap]:
    """The gaps that may be made in one sentence."""
    return [
        Gap(statement, blank)
        for blank in statement.blanks
        if blank.false
        and len(statement.text[: blank.start].split()) >= FEWEST_BEFORE
        and not told_elsewhere(statement, blank, material.book)
    ]


def independent(one: Gap, other: Gap, book: FactBank) -> bool:
    """Whether neither sentence prints the word of the other, and neither word is a variant of the other."""
    right, right_there = right_fillers(book, one.blank), right_fillers(book, other.blank)
    row, row_there = gapped(one.statement, one.blank), gapped(other.statement, other.blank)
    return not (
        any(holds(row_there, form) for form in right)
        or any(holds(row, form) for form in right_there)
        or is_told(one.statement, one.blank, other.blank.answer, book)
        or is_told(other.statement, other.blank, one.blank.answer, book)
        or any(variants(form, other.blank.answer) for form in right)
        or any(variants(form, one.blank.answer) for form in right_there)
    )


def rivals_for(draw: Draw, gaps: list[Gap], book: FactBank) -> tuple[list[Gap], tuple[str, ...]]:
    """The gaps that some wrong word of the box fits as well as the right one, and those words (rules P4, G19).

    A gap whose answer is the only word of its kind needs a wrong filler of its own; without one it is no gap.
    """
    while True:
        alone = [gap for gap in gaps if _alone(gap, gaps)]
        rows = {gap.statement.id: _wrong(draw, gap, book) for gap in gaps}
        spares: list[str] = []
        for gap in alone:
            word = next((word for word in rows[gap.statement.id] if usable(word, gaps, spares, book)), None)
            if word is None or len(spares) == MOST_SPARES:
                gaps = [other for other in gaps if other != gap]
                break
            spares.append(word)
        else:
            longest = max(map(len, rows.values()), default=0)
            turns = [row[turn] for turn in range(longest) for row in rows.values() if turn < len(row)]
            for word in turns:
                if len(spares) < FEWEST_SPARES and usable(word, gaps, spares, book):
                    spares.append(word)
            return gaps, tuple(spares)


def _wrong(draw: Draw, gap: Gap, book: FactBank) -> list[str]:
    return draw.order(wrong_fillers(book, gap.blank), str, f"spares {gap.statement.id}")


def _alone(gap: Gap, gaps: list[Gap]) -> bool:
    """Whether no answer of another gap could stand in this one; words of no kind may be of any: "rarely", "above"."""
    return gap.blank.kind in ANY_KIND or [_kind(other) for other in gaps].count(_kind(gap)) == 1


def usable(word: str, gaps: list[Gap], spares: list[str], book: FactBank) -> bool:
    """Whether a spare is a variant of no answer, in no sentence, and right in no gap."""
    return not any(
        variants(word, form) for form in [*spares, *(form for gap in gaps for form in right_fillers(book, gap.blank))]
    ) and not any(holds(gap.statement.text, word) or is_told(gap.statement, gap.blank, word, book) for gap in gaps)


def variants(one: str, other: str) -> bool:
    """Whether two words could pass for each other: the same, or all of one in the other ("ribosome", "ribosomes")."""
    first, second = content(one), content(other)
    return fold(one) == fold(other) or (bool(first and second) and (first <= second or second <= first))


def _question(draw: Draw, statement: Statement, gaps: list[Gap], spares: tuple[str, ...], book: FactBank) -> Question:
    answers = tuple(gap.blank.answer for gap in gaps)
    facts = (statement, *(gap.statement for gap in gaps if gap.statement.id != statement.id))
    spared = COUNT_WORDS[len(spares)]
    return build(
        draw,
        facts,
        stem=f"Complete the sentences with words from the box. Use none of them twice. {spared} are not needed.",
        marks=len(gaps),
        key=Key(", ".join(answers), notes=(f"{NOT_NEEDED}{', '.join(sorted(spares, key=fold))}.",)),
        rows=tuple(gapped(gap.statement, gap.blank) for gap in gaps),
        bank=tuple(sorted((*answers, *spares), key=lambda word: (fold(word), word))),
        row_keys=answers,
        pairs=tuple(
            pair
            for gap in gaps
            for pair in together(right_fillers(book, gap.blank), cues(book, gapped(gap.statement, gap.blank)))
        ),
    )


def _kind(gap: Gap) -> tuple[str, bool]:
    """What the word is, and whether it looks like a plural: both tell which gap it fits."""
    return gap.blank.kind, gap.blank.answer.endswith("s")


def _name(gap: Gap) -> str:
    return f"{gap.statement.id} {gap.blank.start}"


def suits(statement: Statement) -> bool:
    """Whether it belongs to a passage and nobody disputes it."""
    return statement.passage is not None and not statement.disputed


CLOZE_WITH_BANK = ItemType(
    name=NAME,
    title="Complete the passage",
    instruction="Write one word or phrase from the box in each gap.",
    takes="passages: three to six statements that belong together",
    demand=0.4,
    pace=0.75,
    ways=(Pattern(PASSAGE, Statement, suits, passage),),
    rules=(sets.cloze_with_bank, fillings.box_fills_once),
    precedence=1,
    easing=Easing(without_bank=WITHOUT_BOX),
)
