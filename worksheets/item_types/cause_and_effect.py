"""Cause and effect: causes on the left, effects on the right, two effects more than causes."""

from __future__ import annotations

from typing import Final

from .. import plain_text
from ..bank import FactBank
from ..facts import Fact, Link
from ..item_rules import causes, explanations, sets
from ..questions import ItemTypeName, Question
from ..words import alike, content, fold, words
from . import truth
from .drawing import Draw
from .explanations import agreed
from .item_type import ItemType, Material, Pattern, Refusal
from .matching_sets import Pair, matched
from .wording import capital

NAME: Final[ItemTypeName] = "cause-and-effect"
# A verb that tells of how many it speaks fits some causes only, so it stands beside others of its kind (rule H8).
_NUMBERED = frozenset({"has", "have", "is", "are", "was", "were"})


def effects(link: Link, material: Material) -> Question | Refusal:
    """Causes with what came of each; links of the whole book that could not be taken for each other."""
    others = (found for found in material.taught.of_kind(Link) if found.weight and plain(found))

    def exclusive(one: Fact, other: Fact) -> bool:
        assert isinstance(one, Link)
        assert isinstance(other, Link)
        return apart(material.book, one, other)

    return matched(
        Draw(material, NAME, "effects", link),
        material,
        pair(link),
        map(pair, others),
        exclusive,
        "Match each cause with its effect.",
    )


def pair(link: Link) -> Pair:
    """A cause as premise, its effect as the end of the sentence that the cause begins."""
    return Pair(link, capital(link.cause), link.effect, (0, fold(link.effect)), (link.effect,))


def plain(link: Link) -> bool:
    """Whether nobody doubts it and no word of the cause stands in its effect (rules G36, H9)."""
    return agreed(link) and not content(link.cause) & content(link.effect)


def apart(book: FactBank, one: Link, other: Link) -> bool:
    """Whether neither effect could be put to the other cause, as far as the author and the words tell (rule G21).

    A word in common draws a reader from a cause to an effect, whether or not that is wrong.
    """
    return not (
        truth.also_true(book, one, other)
        or alike(one.cause, other.cause)
        or alike(one.effect, other.effect)
        or content(one.cause) & content(other.effect)
        or content(other.cause) & content(one.effect)
        or verb(one) != verb(other)
    )


def verb(link: Link) -> str:
    """The first word of the effect, if one or many can be told by it."""
    first = words(link.effect)[0]
    return first if first in _NUMBERED else ""


CAUSE_AND_EFFECT = ItemType(
    name=NAME,
    title="Cause and effect",
    instruction="Write the letter of the right effect beside each cause, so that both make a true sentence.",
    takes="links that are strong and settled, six or seven that could not be taken for each other",
    ways=(Pattern("effects", Link, plain, effects),),
    rules=(sets.matching, explanations.reported, causes.each_its_own),
    precedence=2,
    demand=0.45,
    pace=0.75,
    text=plain_text.matching,
    key_text=plain_text.numbered_key,
)
