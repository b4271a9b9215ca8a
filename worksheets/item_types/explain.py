"""Explain: how a cause led to its effect and what limits that, or what an author wants explained."""

from __future__ import annotations

from typing import Final

from ..facts import AuthoredQuestion, Link
from ..item_rules import explanations, keys
from ..questions import ItemTypeName, Question
from ..words import alike
from . import starters
from .drawing import Draw
from .easing import Easing
from .explanations import FEWEST_POINTS, answered, explained
from .item_type import ItemType, Material, Pattern, Refusal

NAME: Final[ItemTypeName] = "explain"
LINES_PER_MARK = 3  # of 8 mm: reasons are joined to each other, not listed


def link(found: Link, material: Material) -> Question | Refusal:
    """A cause and its effect; its limit earns a mark of its own, unless it says the same as a mark point."""
    draw = Draw(material, NAME, "link", found)
    more = bool(found.limit) and not any(alike(found.limit, point) for point in found.marks)
    return explained(draw, found, with_limit=more, lines_per_mark=LINES_PER_MARK)


def authored(question: AuthoredQuestion, material: Material) -> Question | Refusal:
    """What the author wants explained."""
    draw = Draw(material, NAME, "authored", question)
    return answered(draw, question, material.book, lines_per_mark=LINES_PER_MARK)


EXPLAIN = ItemType(
    name=NAME,
    title="Explain",
    instruction="Answer in full sentences, and give reasons for what you say.",
    takes="links with two mark points, and authored questions of the type explain",
    demand=0.6,
    pace=1.5,
    ways=(
        Pattern("link", Link, lambda found: len(found.marks) >= FEWEST_POINTS, link),
        Pattern("authored", AuthoredQuestion, lambda found: found.item_type == "explain" and not found.bands, authored),
    ),
    rules=(keys.written, explanations.reported, explanations.points, explanations.others_count),
    recalled=True,
    easing=Easing(starters=starters.of_explain),
)
