"""What became of a person."""

from __future__ import annotations

from ...facts import Person
from ...questions import GAP, Question
from .. import truth
from ..distractors import Candidate, nearest_first, pick
from ..giveaways import cues, together
from ..item_type import Material, Pattern, Refusal
from ..names import mentions, names
from ..neighbours import people_near
from .choice import choice, drawn, lenders, permuted
from .person_role import people_like

FATE = "fate"


def fate(person: Person, material: Material) -> Question | Refusal:
    """Ask for the predicate that completes a sentence. Sober words only, for most of these are deaths (rule G26)."""
    draw = drawn(material, FATE, person)
    stem = f"Which words complete the sentence? {person.full_name} {GAP}."
    right = Candidate(person.id, person.fate, "")
    candidates = (
        Candidate(other.id, other.fate, other.full_name)
        for other in nearest_first(draw, person, people_near(person, material))
        if other.fate
        and other.certainty == "settled"
        and not truth.same_fate(material.book, person, other)
        and not mentions(other.fate, person)
        and not truth.out_of_time(other.fate, person)
    )
    wrong = pick(stem, right.text, candidates, people_like(person), truth.told_of(material.book, person))
    if isinstance(wrong, Refusal):
        return wrong
    return choice(
        draw,
        person,
        stem,
        permuted(draw, right, wrong),
        wrong=lenders(wrong),
        answer=f"{person.full_name} {person.fate}.",
        secrets=(f"{person.full_name} {person.fate}",),
        pairs=together(names(person), cues(material.book, person.fate, names_of=[person])),
        involves=lenders(wrong),
    )


def suits(person: Person) -> bool:
    """Whether the fate can be asked: settled, and with every fate that is true of the person (rule G11)."""
    return bool(person.fate and person.fates) and person.certainty == "settled" and not mentions(person.fate, person)


PATTERNS = (Pattern(FATE, Person, suits, fate),)
