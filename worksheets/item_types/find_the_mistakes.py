"""Find the mistakes: a passage in which two words or phrases are wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..bank import FactBank
from ..exhibits import Extract
from ..facts import Blank, Statement
from ..item_rules import passages as rules
from ..questions import ItemTypeName, Key, Question
from ..words import holds
from .assembly import build
from .drawing import Draw
from .gaps import filled, is_told, right_fillers, suits_gap, wrong_fillers
from .giveaways import recalled
from .item_type import ItemType, Material, Pattern, Refusal
from .passages import FEWEST, consecutive, in_passage
from .true_false import asserted
from .wording import article_fits, quoted

NAME: Final[ItemTypeName] = "find-the-mistakes"
MOST = 5  # sentences
MISTAKES = 2
NOTES = (
    "1 mark for each mistake found, 1 for each correction.",
    "Each further place that is underlined cancels a mark for finding.",
    "Another correction that makes the sentence true counts.",
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One sentence with a wrong word in it."""

    statement: Statement
    blank: Blank
    wrong: str

    @property
    def text(self) -> str:
        """The sentence as it is printed."""
        return filled(self.statement, self.blank, self.wrong)


def passage(statement: Statement, material: Material) -> Question | Refusal:
    """The statement and its neighbours, a mistake in it and in one of them."""
    draw = Draw(material, NAME, "passage", statement)
    run = consecutive(draw, statement, material, MOST)
    if len(run) < FEWEST:
        return Refusal(f"fewer than {FEWEST} sentences of its passage follow each other and are free", "G20")
    own = _drawn(draw, mistakes_in(statement, run, material.book))
    if not own:
        return Refusal("none of its false fillers makes a mistake that the passage does not tell", "G17")
    others = [found for other in run if other.id != statement.id for found in mistakes_in(other, run, material.book)]
    pair = next(((one, other) for one in own for other in _drawn(draw, others) if apart(one, other)), None)
    if pair is None:
        return Refusal("no second sentence of its passage can hold a mistake", "G17")
    planted = {found.statement.id: found for found in pair}
    found = [planted[known.id] for known in run if known.id in planted]
    texts = [planted[known.id].text if known.id in planted else known.text for known in run]
    secrets, pairs = _secrets(found, material.book)
    return build(
        draw,
        (statement, *(known for known in run if known.id != statement.id)),
        stem="Two words or phrases in this passage are wrong. Underline them, and write the right ones on the lines.",
        marks=2 * MISTAKES,
        key=Key(
            "; ".join(f"{quoted(one.wrong)} should be {quoted(one.blank.answer)}" for one in found),
            accept=tuple(
                f"for {quoted(one.wrong)} {', '.join(more)}"
                for one in found
                if (more := right_fillers(material.book, one.blank)[1:])
            ),
            notes=NOTES,
        ),
        extracts=(Extract((" ".join(texts),)),),
        answer_lines=MISTAKES,
        level=2,
        secrets=secrets,
        pairs=pairs,
    )


def mistakes_in(statement: Statement, run: Sequence[Statement], book: FactBank) -> list[Mistake]:
    """Wrong words for what the sentence asserts (rule G17); the rest tells neither them nor the right ones."""
    if statement.certainty != "settled":
        return []
    rest = [found.text for found in run if found.id != statement.id]
    return [
        Mistake(statement, blank, wrong)
        for blank in statement.blanks
        if asserted(statement, blank) and article_fits(statement.text[: blank.start], blank.answer)
        for wrong in wrong_fillers(book, blank)
        if suits_gap(statement, blank, wrong)
        and not is_told(statement, blank, wrong, book)
        and not any(holds(text, form) for text in rest for form in (wrong, *right_fillers(book, blank)))
    ]


def apart(one: Mistake, other: Mistake) -> bool:
    """Whether two mistakes have nothing to do with each other: neither sentence prints a word of the other's key."""
    return not any(
        holds(text, word)
        for text, found in ((one.text, other), (other.text, one))
        for word in (found.wrong, found.blank.answer)
    )


def _drawn(draw: Draw, found: list[Mistake]) -> list[Mistake]:
    return draw.order(found, lambda one: f"{one.statement.id} {one.blank.start} {one.wrong}", "mistakes")


def _secrets(found: list[Mistake], book: FactBank) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """What tells the right words elsewhere on the sheet."""
    told = [recalled(book, right_fillers(book, one.blank), filled(one.statement, one.blank, "")) for one in found]
    return tuple(text for secrets, _ in told for text in secrets), tuple(pair for _, pairs in told for pair in pairs)


FIND_THE_MISTAKES = ItemType(
    name=NAME,
    title="Find the mistakes",
    instruction="Read each passage with care: not all of it is true.",
    takes="passages of three statements or more, two of them with false fillers",
    demand=0.6,
    pace=1.25,
    ways=(Pattern("passage", Statement, in_passage, passage),),
    rules=(rules.mistakes,),
    precedence=1,
)
