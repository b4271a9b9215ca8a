"""Where to read up what a question of ``check-yourself`` asks: the passage that its box closes.

A fact that a question is about may stand anywhere in the book, often as a note or as a short entry that says less than
the text. What has just been read always answers, so the key names that and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.environment import BuildEnvironment

from worksheets.facts import AuthoredQuestion, Place

from ..collected import Chapter, Entry
from ..places import place_at, place_of
from .boxes import CHECK

if TYPE_CHECKING:
    from ..domain import FactDomain
    from .answers import Checked


@dataclass(frozen=True, slots=True)
class Passage:
    """Text from the beginning of a place on.

    :param end: id of the box that closes it, in the same chapter; empty where it is the place of one fact.
    """

    begin: Place
    end: str = ""


def passages_of(env: BuildEnvironment, domain: FactDomain, checked: Checked) -> list[Passage]:
    """Give what to read again for a question.

    That is the section in which its box stands, up to the box. Where sections before it have no box of their own, it
    begins with the first of them that has a fact which the question is about. Only a box at the head of its section,
    as one at the end of a chapter that has others, leads to the facts themselves.
    """
    question = checked.entry
    assert isinstance(question.fact, AuthoredQuestion)
    read = _read_since_last_box(domain.chapters[question.docname], checked)
    answer = next((entry for entry in read if entry.fact.id in question.fact.about), None)
    facts = [fact for fact in map(domain.entry, question.fact.about) if fact is not None]
    if facts and answer is None and checked.asked.opens_section:
        return [Passage(place_of(env, fact)) for fact in facts]
    section = _section(answer or question)
    begin = place_at(env, question.docname, section[0][0] if section else question.anchor, section)
    return [Passage(begin, checked.asked.box_anchor)]


def _read_since_last_box(chapter: Chapter, checked: Checked) -> list[Entry]:
    """The facts of a chapter between the box of a question and the one before it."""
    boxes = {asked.anchor: asked.box_anchor for asked in chapter.asked if asked.box == CHECK}
    read: list[Entry] = []
    for entry in chapter.entries:
        box = boxes.get(entry.anchor)
        if box == checked.asked.box_anchor:
            break
        if box is not None:
            read.clear()
        else:
            read.append(entry)
    return read


def _section(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The section of the second level and the chapter; deeper ones are parts of it."""
    return entry.sections[-2:]
