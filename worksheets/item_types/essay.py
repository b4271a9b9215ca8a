"""Essay: a question of the author that is marked by the bands of a mark scheme, with a grid to plan in."""

from __future__ import annotations

from typing import Final

from ..exhibits import Table
from ..facts import AuthoredQuestion, Event, Fact, Figure, Group, Link, Misconception, Person, Statement, Term, View
from ..item_rules import essays
from ..mark_schemes import Component, MarkScheme, matching
from ..questions import Indicative, ItemTypeName, Key, MarkBand, Question
from . import starters
from .assembly import answering_places, build
from .drawing import Draw
from .easing import Easing
from .item_type import ItemType, Material, Pattern, Refusal
from .wording import capital, fragment, listed

NAME: Final[ItemTypeName] = "essay"
LINES_PER_MARK = 5  # of 8 mm (rule L4)
PLAN = Table(
    rows=(("", "", ""), ("", "", ""), ("", "", ""), ("My judgement", "", "")),
    heads=("Point", "Evidence for it", "What speaks against it"),
)


def essay(question: AuthoredQuestion, material: Material) -> Question | Refusal:
    """The author's question, its bands copied into the key (rule HI-1)."""
    draw = Draw(material, NAME, "authored", question)
    found = matching(question.bands, material.schemes)
    if len(found) != 1:
        return Refusal(f"its mark scheme “{question.bands}” is not at hand, or several have that name", "IB-1")
    ((scheme, component),) = found
    if not component.bands or component.marks != question.worth:
        return Refusal(f"“{question.bands}” has no bands for {question.worth} marks", "IB-1")
    # What a good answer may bring in stands on a fact, and so on a place in the book (rule HI-2).
    evidence = tuple(
        Indicative(capital(credited(fact)), fact.id, fact.place)
        for name in question.about
        if (fact := material.taught.get(name)) is not None
    )
    if not (question.points or evidence):
        return Refusal("it has no :points: and no :about:, so the key could not say what to credit", "G28")
    return build(
        draw,
        (question,),
        stem=question.stem,
        marks=question.worth,
        level=3,
        places=answering_places(question, material.book),
        key=Key(
            f"Marked by bands, best fit: {scheme.title}, {component.title or component.id}",
            points=question.points,
            notes=notes(scheme, component),
            bands=f"{scheme.id}/{component.id}",
            mark_bands=tuple(MarkBand(band.label, band.descriptor, band.look_for) for band in component.bands),
            indicative=evidence,
        ),
        table=PLAN,
        answer_lines=question.worth * LINES_PER_MARK,
        secrets=question.points,
    )


def credited(fact: Fact) -> str:
    """What a fact says, in the words in which an essay might bring it in."""
    match fact:
        case View():
            return f"{fact.holder_label}: {fragment(fact.thesis)}"
        case Event():
            return f"{fact.clause} ({fact.date_label})"
        case Term():
            return f"{fact.term}: {fact.definition}"
        case Person():
            return f"{fact.full_name}, {fact.role}"
        case Link():
            return f"{fact.cause} {fact.effect}"
        case Misconception():
            return fragment(fact.true)
        case Figure():
            read = [f"{reading.label} {reading.written}" for reading in fact.series]
            return f"{fact.title}: {', '.join(read)}" if read else fragment(fact.text)
        case Group():
            return f"{listed(fact.members)} {fact.are}"
        case Statement():
            return fragment(fact.text)
        case AuthoredQuestion():
            return fragment(fact.stem)
    raise TypeError(f"nothing to credit in {type(fact).__name__}")


def notes(scheme: MarkScheme, component: Component) -> tuple[str, ...]:
    """When the scheme holds, and what counts in an answer of any quality."""
    holds = () if scheme.validity == "always" else (f"For examinations: {scheme.validity}.",)
    official = (scheme.note,) if scheme.note else ()
    return (*component.look_for, *holds, *official)


ESSAY = ItemType(
    name=NAME,
    title="Essay",
    instruction="Plan your answer in the grid, then write it on the lines.",
    takes="authored essays with a mark scheme",
    demand=0.7,
    pace=2.0,
    ways=(
        Pattern(
            "authored", AuthoredQuestion, lambda question: question.item_type == "essay" and bool(question.bands), essay
        ),
    ),
    rules=(essays.bands, essays.content, essays.evidence, essays.room),
    recalled=True,
    most=10,
    easing=Easing(starters=starters.of_essay),
)
