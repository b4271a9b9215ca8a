"""Short answer: explain, correct, identify, report a view, and what the author asks."""

from __future__ import annotations

from functools import partial
from typing import Final

from ..facts import AuthoredQuestion, Link, Misconception, Person, View
from ..item_rules import explanations, keys, tenses
from ..questions import ItemTypeName, Key, Question
from . import starters, truth
from .askable import has_role, has_thesis
from .assembly import LINES_PER_MARK, build
from .cloze import SPELLING
from .drawing import Draw
from .easing import Easing
from .explanations import FEWEST_POINTS, answered, explained
from .giveaways import cues, recalled, spellings_of, together
from .item_type import ItemType, Material, Pattern, Refusal
from .names import names
from .wording import correction_notes, quoted, sentence

NAME: Final[ItemTypeName] = "short-answer"
AUTHORED_TYPES = ("short-answer", "explain")  # an essay is no short answer


def explain(with_limit: bool, link: Link, material: Material) -> Question | Refusal:
    """Ask how a cause worked, and what limits the explanation."""
    draw = Draw(material, NAME, "explain-with-limit" if with_limit else "explain", link)
    return explained(draw, link, with_limit=with_limit, lines_per_mark=LINES_PER_MARK)


def correct(fact: Misconception, material: Material) -> Question | Refusal:
    """Ask what is true instead of what is often written."""
    draw = Draw(material, NAME, "correct", fact)
    return build(
        draw,
        (fact,),
        stem=f"What is wrong with this statement? {quoted(sentence(fact.often))}",
        marks=1,
        key=Key(sentence(fact.true), notes=correction_notes(fact)),
        level=2,
        answer_lines=LINES_PER_MARK,
        secrets=(fact.true,),
    )


def who(person: Person, material: Material) -> Question | Refusal:
    """Ask who a person was; the easiest clue is as good an answer as the role, a harder one may fit many people."""
    draw = Draw(material, NAME, "who-was", person)
    return build(
        draw,
        (person,),
        stem=f"Who was {person.full_name}?" if person.known_dead else f"What is {person.full_name} known for?",
        marks=1,
        key=Key(person.role, accept=person.clues[-1:], notes=("Accept whatever else is true of this person alone.",)),
        answer_lines=LINES_PER_MARK,
        secrets=(person.role,),
        pairs=together(names(person), cues(material.book, person.role, names_of=[person])),
    )


def name(person: Person, material: Material) -> Question | Refusal:
    """Ask for the person's name."""
    draw = Draw(material, NAME, "name", person)
    others = (other for other in material.book.of_kind(Person) if other.id != person.id)
    if any(truth.same_role(material.book, person, other) for other in others):
        return Refusal("its role fits another person of the book as well", "G10")
    answer, *accept = spellings_of(material.book, person.full_name)
    secrets, pairs = recalled(material.book, names(person), person.role)
    return build(
        draw,
        (person,),
        stem=f"Name {person.role}.",
        marks=1,
        key=Key(answer, accept=tuple(accept), notes=(SPELLING,)),
        answer_lines=1,
        secrets=secrets,
        pairs=pairs,
    )


def argued(view: View, material: Material) -> Question | Refusal:
    """Ask what somebody argued, and on what evidence where the bank knows it."""
    draw = Draw(material, NAME, "view", view)
    evidence = (f"Evidence: {view.evidence}",) if view.evidence else ()
    asked = f"What did {view.holder_label} argue about {view.on}"
    marks = 1 + len(evidence)
    return build(
        draw,
        (view,),
        stem=f"{asked}, and on what evidence?" if evidence else f"{asked}?",
        marks=marks,
        key=Key(sentence(view.thesis), points=(sentence(view.thesis), *evidence)),
        level=2,
        answer_lines=marks * LINES_PER_MARK,
        secrets=(view.thesis,),
        pairs=together(names(view), cues(material.book, view.thesis, names_of=[view])),
    )


def authored(question: AuthoredQuestion, material: Material) -> Question | Refusal:
    """What the author asks, with the author's key."""
    draw = Draw(material, NAME, "authored", question)
    return answered(draw, question, material.book, lines_per_mark=LINES_PER_MARK)


SHORT_ANSWER = ItemType(
    name=NAME,
    title="Short answers",
    instruction="Write your answer on the lines.",
    takes="links, misconceptions, people, views and authored questions",
    demand=0.55,
    pace=1.25,
    ways=(
        Pattern("explain", Link, lambda link: len(link.marks) >= FEWEST_POINTS, partial(explain, False)),
        Pattern(
            "explain-with-limit",
            Link,
            lambda link: len(link.marks) >= FEWEST_POINTS and bool(link.limit),
            partial(explain, True),
        ),
        Pattern("correct", Misconception, lambda fact: not fact.disputed, correct),
        Pattern("who-was", Person, has_role, who),
        Pattern("name", Person, has_role, name),
        Pattern("view", View, has_thesis, argued),
        Pattern("authored", AuthoredQuestion, lambda question: question.item_type in AUTHORED_TYPES, authored),
    ),
    rules=(keys.written, explanations.others_count, tenses.gone),
    recalled=True,
    easing=Easing(lettered=frozenset(("name",)), starters=starters.of_short_answer),
)
