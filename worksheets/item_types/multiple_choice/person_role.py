"""From a person to the role, and back."""

from __future__ import annotations

from ...facts import Person
from ...questions import Question
from ...words import fold
from .. import truth
from ..askable import has_role
from ..distractors import Candidate, nearest_first, pick
from ..giveaways import cues, together
from ..item_type import Material, Pattern, Refusal
from ..names import mentions, names
from ..neighbours import people_near
from ..wording import capital, quoted
from .choice import choice, drawn, lenders, permuted

TO_ROLE = "person-to-role"
TO_PERSON = "role-to-person"


def to_role(person: Person, material: Material) -> Question | Refusal:
    """Ask who a person was."""
    draw = drawn(material, TO_ROLE, person)
    fits = f"Which description fits {person.full_name}?"
    stem = draw.one((f"Who was {person.full_name}?", fits), "wording") if person.known_dead else fits
    right = Candidate(person.id, capital(person.role), "")
    candidates = (
        Candidate(other.id, capital(other.role), other.full_name)
        for other in nearest_first(draw, person, people_near(person, material))
        if not truth.same_role(material.book, person, other)
        and not mentions(other.role, person)
        and not truth.out_of_time(other.role, person)
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
        answer=right.text,
        secrets=(person.role,),
        pairs=together(names(person), cues(material.book, person.role, names_of=[person])),
        involves=lenders(wrong),
    )


def to_person(person: Person, material: Material) -> Question | Refusal:
    """Ask who had a role, if nobody else of the book had the same."""
    if any(fold(other.role) == fold(person.role) for other in material.book.of_kind(Person) if other.id != person.id):
        return Refusal("its role is that of another person of the book as well", "G10")
    draw = drawn(material, TO_PERSON, person)
    stem = f"Who was {person.role}?"
    right = Candidate(person.id, person.full_name, "")
    candidates = (
        Candidate(other.id, other.full_name, other.role)
        for other in nearest_first(draw, person, people_near(person, material))
        if not truth.same_role(material.book, person, other)
        and not mentions(person.role, other)
        and not truth.out_of_time(person.role, other)
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
        answer=right.text,
        secrets=(person.full_name,),
        pairs=together(names(person), cues(material.book, person.role, names_of=[person])),
    )


def people_like(person: Person) -> str:
    """What wrong answers were looked for, for a refusal."""
    return f"people of the class {quoted(person.category)} or of the time" if person.category else "people"


PATTERNS = (
    Pattern(TO_ROLE, Person, has_role, to_role),
    Pattern(TO_PERSON, Person, has_role, to_person),
)
