"""Putting a question together: its id, its places in the book, its level."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from ..bank import FactBank
from ..exhibits import Drawing, Extract, Table
from ..facts import AuthoredQuestion, Fact, Level, Place
from ..questions import Heading, Key, Option, Question, QuestionPart
from ..words import holds
from .drawing import Draw
from .giveaways import spellings_of
from .kinship import kin
from .wording import fragment

LINES_PER_MARK = 2  # lines of 8 mm for a short answer (rule L4)


class Carried(TypedDict, total=False):
    """What only questions of some item types carry; see :class:`~worksheets.questions.Question`."""

    instruction: str
    extracts: tuple[Extract, ...]
    drawing: Drawing
    table: Table
    groups: tuple[Heading, ...]
    gap_keys: tuple[Key, ...]
    parts: tuple[QuestionPart, ...]
    options: tuple[Option, ...]
    rows: tuple[str, ...]
    responses: tuple[str, ...]
    bank: tuple[str, ...]
    row_keys: tuple[str, ...]
    answer_lines: int
    secrets: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    involves: tuple[str, ...]
    likeness: float | None
    clues: int
    minutes: float


def build(
    draw: Draw,
    facts: tuple[Fact, ...],
    *,
    stem: str,
    marks: int,
    key: Key,
    level: Level = 1,
    places: tuple[Place, ...] = (),
    **carried: Unpack[Carried],
) -> Question:
    """A question about some facts, first the one it grew from.

    Pairs of words that the stem prints itself are dropped: they give away nothing that the student does not read there.
    To a secret that names a person or a term are added all other names that nobody else bears (rule H12).

    To the facts that it involves are added those that speak of the same things as the facts it asks about.

    A content note goes into the key, where the teacher reads it before the class does (rule HI-4).

    :param level: the least it demands; the facts' own levels may raise it.
    :param places: where the book teaches the answer, if that is elsewhere than the facts themselves.
    """
    if "pairs" in carried:
        carried["pairs"] = tuple(pair for pair in carried["pairs"] if not all(holds(stem, word) for word in pair))
    if "secrets" in carried:
        spelt = (form for secret in carried["secrets"] for form in spellings_of(draw.book, secret))
        carried["secrets"] = tuple(dict.fromkeys(spelt))
    carried["involves"] = tuple(dict.fromkeys((*carried.get("involves", ()), *kin(draw.book, facts))))
    if isinstance(facts[0], AuthoredQuestion):
        carried.setdefault("minutes", facts[0].minutes)
    content_notes = tuple(
        dict.fromkeys(f"Content: {fragment(fact.content_note)}." for fact in facts if fact.content_note)
    )
    return Question(
        id=draw.question_id,
        item_type=draw.item_type,
        pattern=draw.pattern,
        facts=tuple(fact.id for fact in facts),
        stem=stem,
        marks=marks,
        key=replace(key, notes=(*key.notes, *content_notes)) if content_notes else key,
        level=max(level, *(fact.level for fact in facts)),
        places=places or tuple(fact.place for fact in facts),
        **carried,
    )


def answering_places(question: AuthoredQuestion, book: FactBank) -> tuple[Place, ...]:
    """Where the book teaches what an author's question asks; its own place if its author does not say."""
    return tuple(fact.place for name in question.about if (fact := book.get(name))) or (question.place,)
