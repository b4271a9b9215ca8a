"""From a view to who holds it, and back. The year goes with every name, for people change their minds (rule G12)."""

from __future__ import annotations

from collections.abc import Iterator

from ...facts import View
from ...questions import Question
from ...words import content, fold
from .. import truth
from ..askable import has_thesis
from ..distractors import Candidate, nearest_first, pick
from ..giveaways import Pairs, cues, together
from ..index import index_of
from ..item_type import Material, Pattern, Refusal
from ..names import names
from ..neighbours import in_tiers
from ..wording import capital, quoted, sentence
from .choice import choice, drawn, lenders, permuted

TO_HOLDER = "view-to-holder"
TO_VIEW = "holder-to-view"


def to_holder(view: View, material: Material) -> Question | Refusal:
    """Ask who argued a thesis."""
    draw = drawn(material, TO_HOLDER, view)
    stem = draw.one((f"Who argued that {view.thesis}?", f"Whose view is this? {sentence(view.thesis)}"), "wording")
    right = Candidate(view.id, capital(view.holder_label), "")
    candidates = (
        Candidate(other.id, capital(other.holder_label), f"argued that {other.thesis}")
        for other in nearest_first(draw, view, in_tiers(view, rivals(view, material)))
        if not content(other.holder) & content(view.thesis)
    )
    wrong = pick(stem, right.text, candidates, views_on(view), truth.told_of(material.book, view))
    if isinstance(wrong, Refusal):
        return wrong
    return choice(
        draw,
        view,
        stem,
        permuted(draw, right, wrong),
        wrong=lenders(wrong),
        answer=right.text,
        secrets=(view.holder_label,),
        pairs=holder_pairs(view, material),
    )


def to_view(view: View, material: Material) -> Question | Refusal:
    """Ask what a holder argued. The title of the work stands in the stem only if it gives nothing away (rule H9)."""
    draw = drawn(material, TO_VIEW, view)
    by_question = f"Which view of {view.on} is that of {view.holder_label}?"
    by_work = f"What did {view.holder} argue in {quoted(view.work)} ({view.year})?"
    telling = content(view.work) & content(view.thesis)
    stem = draw.one((by_question, by_work), "wording") if view.work and not telling else by_question
    right = Candidate(view.id, sentence(view.thesis), "")
    candidates = (
        Candidate(other.id, sentence(other.thesis), other.holder_label)
        for other in nearest_first(draw, view, in_tiers(view, rivals(view, material)))
        if not content(view.holder) & content(other.thesis)
    )
    wrong = pick(stem, right.text, candidates, views_on(view), truth.told_of(material.book, view))
    if isinstance(wrong, Refusal):
        return wrong
    return choice(
        draw,
        view,
        stem,
        permuted(draw, right, wrong),
        wrong=lenders(wrong),
        answer=right.text,
        secrets=(view.thesis,),
        pairs=holder_pairs(view, material),
        involves=lenders(wrong),
    )


def rivals(view: View, material: Material) -> Iterator[View]:
    """Views on the same question that the holder could not have accepted."""
    for other in index_of(material.taught).views.get(fold(view.on), ()):
        if not truth.could_accept(material.book, view, other):
            yield other


def views_on(view: View) -> str:
    """What wrong answers were looked for, for a refusal."""
    return f"views on {quoted(view.on)} that exclude this one"


def holder_pairs(view: View, material: Material) -> Pairs:
    """The holder's name with the words by which the thesis is known."""
    return together(names(view), cues(material.book, view.thesis, names_of=[view]))


PATTERNS = (
    Pattern(TO_HOLDER, View, has_thesis, to_holder),
    Pattern(TO_VIEW, View, has_thesis, to_view),
)
