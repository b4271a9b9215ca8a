"""Match claims and evidence: what people argued on the left, what they argued it from on the right."""

from __future__ import annotations

from typing import Final

from .. import plain_text
from ..bank import FactBank
from ..facts import Fact, View
from ..item_rules import claims, sets
from ..questions import ItemTypeName, Question
from ..words import content, fold
from . import truth
from .drawing import Draw
from .item_type import ItemType, Material, Pattern, Refusal
from .matching_sets import Pair, matched
from .wording import capital, fragment

NAME: Final[ItemTypeName] = "match-claim-and-evidence"
OWN_WORDS = 2  # "archives and published documents" is what anybody uses, "interviews in Kiev" is not


def evidence(view: View, material: Material) -> Question | Refusal:
    """Claims with their holders and evidence of the whole book; those of one question do not have to stay together.

    What is evidence for an answer to one question may be so for another answer to it, as long as only the question
    is known; evidence on another matter is not.
    """
    book = material.book
    if not its_own(view, book):
        return Refusal(
            "its evidence has fewer than two words that are not in the evidence of somebody else as well", "G12"
        )
    others = (
        found for found in material.taught.of_kind(View) if found.weight and borne_out(found) and its_own(found, book)
    )

    def exclusive(one: Fact, other: Fact) -> bool:
        assert isinstance(one, View)
        assert isinstance(other, View)
        return apart(book, one, other)

    return matched(
        Draw(material, NAME, "evidence", view),
        material,
        pair(view),
        map(pair, others),
        exclusive,
        "Match each claim with the evidence that its author gave for it.",
    )


def pair(view: View) -> Pair:
    """A claim with its holder and year (rule G12), and the evidence."""
    premise = f"{view.holder_label}: {fragment(view.thesis)}"
    return Pair(view, premise, capital(view.evidence), (0, fold(view.evidence)), (view.evidence,))


def borne_out(view: View) -> bool:
    """Whether it has evidence that no word of the claim or the holder's name gives away (rule H9)."""
    return bool(view.evidence) and not content(f"{view.thesis} {view.holder}") & content(view.evidence)


def its_own(view: View, book: FactBank) -> bool:
    """Whether two words of its evidence are in nobody else's; if not, others could have used it as well (rule G12)."""
    own = content(view.evidence) - content(" ".join(book.once_about(view, _evidence_of_others)))
    return len(own) >= OWN_WORDS


def _evidence_of_others(book: FactBank, view: View) -> tuple[str, ...]:
    return tuple(found.evidence for found in book.of_kind(View) if fold(found.holder) != fold(view.holder))


def apart(book: FactBank, one: View, other: View) -> bool:
    """Whether neither could accept the other's claim or use the other's evidence (rules G12, G21)."""
    return not (
        truth.could_accept(book, one, other)
        or content(one.evidence) & content(other.evidence)
        or content(one.thesis) & content(other.evidence)
        or content(other.thesis) & content(one.evidence)
    )


MATCH_CLAIM_AND_EVIDENCE = ItemType(
    name=NAME,
    title="Claims and evidence",
    instruction="Write the letter of the evidence beside the claim that its author supported with it.",
    takes="views with evidence, six or seven of which no two could share a claim or evidence",
    ways=(Pattern("evidence", View, borne_out, evidence),),
    rules=(sets.matching, claims.each_its_own),
    precedence=2,
    demand=0.55,
    pace=1.0,
    text=plain_text.matching,
    key_text=plain_text.numbered_key,
)
