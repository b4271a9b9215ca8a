"""Naming a cause from an account of how it worked.

Choosing the effect of a cause from the effects of others is not tried: in most such sets two answers can be defended
(rule G13).
"""

from __future__ import annotations

from ...facts import Link
from ...questions import Question
from ...words import alike, content, fold
from .. import truth
from ..distractors import Candidate, nearest_first, pick
from ..giveaways import cues, together
from ..index import index_of
from ..item_type import Material, Pattern, Refusal
from ..neighbours import in_tiers
from ..wording import capital, quoted, sentence
from .choice import choice, drawn, lenders, permuted

CAUSE = "naming-the-cause"


def cause(link: Link, material: Material) -> Question | Refusal:
    """Ask for the cause that is told of. The stem is silent on what it caused, for ``of`` may be cause or result."""
    draw = drawn(material, CAUSE, link)
    settled = link.strength == "strong" and link.certainty == "settled"
    question = "Which cause is described here?" if settled else "Which suggested cause is described here?"  # G36
    stem = f"{question} {sentence(link.how)}"
    right = Candidate(link.id, capital(link.label), "")
    siblings = index_of(material.taught).links.get(fold(link.of), ())
    candidates = (
        Candidate(other.id, capital(other.label), other.how)
        for other in nearest_first(draw, link, in_tiers(link, siblings))
        if not same_cause(link, other, material)
    )
    wrong = pick(
        stem,
        right.text,
        candidates,
        f"causes that have to do with {quoted(link.of)}",
        truth.told_of(material.book, link),
    )
    if isinstance(wrong, Refusal):
        return wrong
    return choice(
        draw,
        link,
        stem,
        permuted(draw, right, wrong),
        wrong=lenders(wrong),
        answer=right.text,
        level=2,
        secrets=(link.label,),
        pairs=together((link.label,), cues(material.book, link.how, names_of=[link])),
    )


def same_cause(link: Link, other: Link, material: Material) -> bool:
    """Whether the account of one link might be given of the other."""
    return (
        truth.also_true(material.book, link, other)
        or any(alike(ours, theirs) for ours in (link.label, link.cause) for theirs in (other.label, other.cause))
        or bool(content(link.how) & content(other.label))
    )


def suits(link: Link) -> bool:
    """Whether there is an account that does not name the cause."""
    return bool(link.how and link.label and link.of) and not content(link.how) & content(link.label)


PATTERNS = (Pattern(CAUSE, Link, suits, cause),)
