"""Compare views: what two people say about one question, on what evidence, and wherein they differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..bank import FactBank
from ..facts import Level, View
from ..item_rules import comparisons, keys
from ..questions import ItemTypeName, Key, Question
from ..words import content, fold
from . import starters, truth
from .askable import has_thesis
from .assembly import build
from .drawing import Draw
from .easing import Easing
from .giveaways import cues, together
from .index import index_of
from .item_type import ItemType, Material, Pattern, Refusal
from .names import names
from .neighbours import confused
from .wording import fragment

NAME: Final[ItemTypeName] = "compare-views"
LINES_PER_MARK = 3  # of 8 mm: a comparison is a text, not a list
OTHER_CONTRAST = "Another sound difference, or a likeness, counts in place of the one given."
OTHER_OBJECTION = "Another sound objection counts in place of one of these."


def compared(view: View, material: Material) -> Question | Refusal:
    """Two theses, the evidence for each and one contrast: five marks."""
    draw = Draw(material, NAME, "argument-and-evidence", view)
    other = partner(
        draw,
        view,
        material,
        lambda found: (
            weighed(found) and fold(found.stress) != fold(view.stress) and fold(found.evidence) != fold(view.evidence)
        ),
    )
    if other is None:
        return Refusal("no other view on its question, with evidence and stress, excludes it", "G30")
    one, two = in_time(view, other)
    contrast = f"Difference: {one.holder_label} on {one.stress}, {two.holder_label} on {two.stress}"
    evidence = tuple(f"Evidence of {found.holder_label}: {found.evidence}" for found in (one, two))
    stem = (
        f"Compare what {one.holder_label} and {two.holder_label} say about {view.on}. Refer to argument and evidence."
    )
    key = Key(contrast, points=(*theses(one, two), contrast, *evidence), notes=(OTHER_CONTRAST,))
    return question(draw, view, other, stem, key, material.book, level=2)


def disagreement(view: View, material: Material) -> Question | Refusal:
    """Two theses of which one rejects the other, and an objection to each: four marks."""
    draw = Draw(material, NAME, "disagreement", view)
    other = partner(draw, view, material, lambda found: rejects(view, found) and objectionable(view, found))
    if other is None:
        return Refusal("no view that it rejects, or that rejects it, has an objection and is free", "G30")
    one, two = in_time(view, other)
    objections = tuple(f"Objection to {found.holder_label}: {fragment(found.objection)}" for found in (one, two))
    stem = (
        f"How do {one.holder_label} and {two.holder_label} disagree about {view.on}? Give one objection to each view."
    )
    rejecting, rejected = (one, two) if two.id in one.against else (two, one)
    key = Key(
        f"The view of {rejected.holder_label} is rejected by {rejecting.holder_label}.",
        points=(*theses(one, two), *objections),
        notes=(OTHER_OBJECTION,),
    )
    return question(draw, view, other, stem, key, material.book, level=3)


def partner(draw: Draw, view: View, material: Material, suits: Callable[[View], bool]) -> View | None:
    """A view on the same question by somebody else that excludes this one; first those that students mix up with it."""
    near = [
        found
        for found in index_of(material.taught).views.get(fold(view.on), ())
        if found.id != view.id
        and material.asked.get(found.id) is not None
        and has_thesis(found)
        and suits(found)
        and not content(found.holder) & content(view.holder)
        and not truth.could_accept(material.book, view, found)
    ]
    order = draw.order(near, lambda found: found.id, "partner")
    return min(order, key=lambda found: not confused(view, found), default=None)


def question(
    draw: Draw, view: View, other: View, stem: str, key: Key, book: FactBank, *, level: Level
) -> Question | Refusal:
    """The question, a mark for each point."""
    marks = len(key.points)
    return build(
        draw,
        (view, other),
        stem=stem,
        marks=marks,
        key=key,
        level=level,
        answer_lines=marks * LINES_PER_MARK,
        secrets=(view.thesis, other.thesis),
        pairs=tuple(
            pair
            for found in (view, other)
            for pair in together(names(found), cues(book, found.thesis, names_of=[found]))
        ),
    )


def theses(one: View, two: View) -> tuple[str, str]:
    """What each of them says."""
    first, second = (f"{found.holder_label}: {fragment(found.thesis)}" for found in (one, two))
    return first, second


def in_time(view: View, other: View) -> tuple[View, View]:
    """Both in the order of their years, as far as these are plain numbers; else by name."""

    def place(found: View) -> tuple[int, str]:
        return (int(found.year) if found.year.isdecimal() else 0, fold(found.holder_label))

    one, two = sorted((view, other), key=place)
    return one, two


def rejects(view: View, other: View) -> bool:
    """Whether one of them says that it is against the other."""
    return other.id in view.against or view.id in other.against


def objectionable(view: View, other: View) -> bool:
    """Whether each has an objection that is not the other's view over again, told by the other's name (rule G28)."""
    return all(
        one.objection and not content(one.objection) & content(two.holder)
        for one, two in ((view, other), (other, view))
    )


def weighed(view: View) -> bool:
    """Whether it has all that a comparison asks for (rule G27)."""
    return has_thesis(view) and bool(view.evidence and view.stress)


COMPARE_VIEWS = ItemType(
    name=NAME,
    title="Compare two views",
    instruction="Write about both views, and say where they differ.",
    takes="two views on one question that exclude each other, with evidence and stress, or with objections",
    demand=0.65,
    pace=1.5,
    ways=(
        Pattern("argument-and-evidence", View, weighed, compared),
        Pattern("disagreement", View, lambda view: has_thesis(view) and bool(view.objection), disagreement),
    ),
    rules=(keys.written, comparisons.one_question, comparisons.both_sides, comparisons.objections),
    precedence=1,
    easing=Easing(starters=starters.of_comparison),
)
