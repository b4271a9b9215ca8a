"""Rules for comparing two views (G12, G30)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import View
from ..questions import Question
from ..words import content, fold, holds
from .finding import Finding


def one_question(question: Question, book: FactBank) -> Iterator[Finding]:
    """Two views of two holders, on one question that the stem prints, both named with their years (G12, G30)."""
    views = _views(question, book)
    if len(views) != 2 or len(question.facts) != 2 or len({fold(view.on) for view in views}) > 1:
        yield Finding("G30", "it does not compare two views on one question", "give both the same :on:")
    for view in views:
        if not holds(question.stem, view.on) or not holds(question.stem, view.holder_label):
            yield Finding("G30", f"the stem does not say that “{view.holder_label}” speaks of “{view.on}”", "name both")
    if len({fold(view.holder) for view in views}) < len(views):
        yield Finding("G12", "both views are of one holder", "compare it with another view")


def both_sides(question: Question, book: FactBank) -> Iterator[Finding]:
    """Each side has as many points that name its holder, its thesis among them; neither could accept the other."""
    views = _views(question, book)
    shares = {view.id: sum(holds(point, view.holder_label) for point in question.key.points) for view in views}
    if len(set(shares.values())) > 1:
        yield Finding("G30", "the key says more of one view than of the other", "give both evidence or objections")
    for view in views:
        if not any(holds(point, view.thesis) for point in question.key.points):
            yield Finding("G30", f"the key does not tell what “{view.holder_label}” says", "build the bank anew")
        if any(other.id != view.id and book.also_true(view, other) for other in views):
            yield Finding("G12", f"“{view.holder_label}” could accept the other view", "compare it with another view")


def objections(question: Question, book: FactBank) -> Iterator[Finding]:
    """An objection says more than that the other of the two thinks otherwise, for that is asked already (G28)."""
    views = _views(question, book)
    for view in views:
        others = [other for other in views if other.id != view.id]
        for point in question.key.points:
            named = any(content(other.holder) & content(view.objection) for other in others)
            if named and view.objection and holds(point, view.objection):
                yield Finding("G28", f"the objection “{view.objection}” is the other view", "write another :objection:")


def _views(question: Question, book: FactBank) -> list[View]:
    return [fact for fact in map(book.get, question.facts) if isinstance(fact, View)]
