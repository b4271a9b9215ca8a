"""From a term to its definition, and back."""

from __future__ import annotations

from ...facts import Term
from ...questions import Question
from .. import truth
from ..distractors import Candidate, nearest_first, pick
from ..giveaways import cues, together
from ..item_type import Material, Pattern, Refusal
from ..names import mentions, names
from ..neighbours import terms_near
from ..wording import capital, quoted
from .choice import choice, drawn, lenders, permuted

TO_DEFINITION = "term-to-definition"
TO_TERM = "definition-to-term"


def to_definition(term: Term, material: Material) -> Question | Refusal:
    """Ask what a term means."""
    draw = drawn(material, TO_DEFINITION, term)
    stem = draw.one(
        (
            f"What does the term {quoted(term.term)} mean?",
            f"Which of these is meant by {quoted(term.term)}?",
            f"Choose the best definition of {quoted(term.term)}.",
        ),
        "wording",
    )
    right = Candidate(term.id, capital(term.definition), "")
    candidates = (
        Candidate(other.id, capital(other.definition), f"the meaning of {quoted(other.term)}")
        for other in nearest_first(draw, term, terms_near(term, material))
        if not truth.same_meaning(material.book, term, other) and not mentions(other.definition, term)
    )
    wrong = pick(stem, right.text, candidates, _class(term), truth.told_of(material.book, term))
    if isinstance(wrong, Refusal):
        return wrong
    return choice(
        draw,
        term,
        stem,
        permuted(draw, right, wrong),
        wrong=lenders(wrong),
        answer=right.text,
        secrets=(term.definition,),
        pairs=together(names(term), cues(material.book, term.definition, names_of=[term])),
        involves=lenders(wrong),
    )


def to_term(term: Term, material: Material) -> Question | Refusal:
    """Ask which term has a definition."""
    draw = drawn(material, TO_TERM, term)
    plain = f"{capital(term.definition)}: which term is this?"
    in_marks = f"Which term means {quoted(term.definition)}?"
    stem = plain if "'" in term.definition or "’" in term.definition else draw.one((in_marks, plain), "wording")
    right = Candidate(term.id, capital(term.term), "")
    candidates = (
        Candidate(other.id, capital(other.term), other.definition)
        for other in nearest_first(draw, term, terms_near(term, material))
        if not truth.same_meaning(material.book, term, other) and not mentions(term.definition, other)
    )
    wrong = pick(stem, right.text, candidates, _class(term), truth.told_of(material.book, term))
    if isinstance(wrong, Refusal):
        return wrong
    return choice(
        draw,
        term,
        stem,
        permuted(draw, right, wrong),
        wrong=lenders(wrong),
        answer=right.text,
        secrets=(term.term,),
        pairs=together(names(term), cues(material.book, term.definition, names_of=[term])),
    )


def _class(term: Term) -> str:
    return f"terms of the class {quoted(term.category)}" if term.category else "terms"


# A term whose everyday words say what it is gives itself away (rule G8).
PATTERNS = (
    Pattern(TO_DEFINITION, Term, lambda term: not (term.disputed or term.transparent), to_definition),
    Pattern(TO_TERM, Term, lambda term: not (term.disputed or term.transparent), to_term),
)
