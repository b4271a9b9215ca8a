"""A choice that the author wrote whole."""

from __future__ import annotations

from ...facts import AuthoredQuestion
from ...questions import Question
from ..assembly import answering_places
from ..distractors import OPTIONS, Candidate, pick
from ..item_type import Material, Pattern, Refusal
from ..wording import capital
from .choice import MULTIPLE_CHOICE, choice, drawn, permuted

AUTHORED = "authored"


def authored(question: AuthoredQuestion, material: Material) -> Question | Refusal:
    """The author's stem and key with two of the author's wrong answers."""
    draw = drawn(material, AUTHORED, question)
    right = Candidate("key", capital(question.key), "")
    order = draw.order(question.options, str, "distractors")
    candidates = (Candidate(text, capital(text), "") for text in order)
    wrong = pick(question.stem, right.text, candidates, "wrong answers of its author")
    if isinstance(wrong, Refusal):
        return wrong
    return choice(
        draw,
        question,
        question.stem,
        permuted(draw, right, wrong),
        answer=right.text,
        marks=question.worth,
        places=answering_places(question, material.book),
        notes=question.points,
        secrets=(question.key,),
    )


def suits(question: AuthoredQuestion) -> bool:
    """Whether it is a choice with a key and enough wrong answers."""
    return question.item_type == MULTIPLE_CHOICE and bool(question.key) and len(question.options) >= OPTIONS - 1


PATTERNS = (Pattern(AUTHORED, AuthoredQuestion, suits, authored),)
