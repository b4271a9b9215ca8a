"""True or false, with correction.

Every item is worth two marks, so that the marks do not tell which are false: one for the verdict, one for the
correction of a false statement or for the empty line under a true one. Most facts offer a true and a false pattern;
how many of each a sheet has is decided where the sheet is composed (rules P3, G29).
"""

from __future__ import annotations

from functools import partial
from typing import Final, Literal

from .. import plain_text
from ..facts import Blank, Event, Fact, Misconception, Person, Statement
from ..item_rules import judgements, sets
from ..questions import ItemTypeName, Key, Question
from ..words import fold, holds
from . import truth
from .askable import has_role
from .assembly import build
from .distractors import nearest_first
from .drawing import Draw
from .gaps import filled, is_told, right_fillers, suits_gap, wrong_fillers
from .giveaways import Pairs, cues, recalled, together
from .item_type import ItemType, Material, Pattern, Refusal
from .likeness import by_difficulty, mean_likeness
from .moments import FARTHEST, believable, date_pairs, dated, moment_of, wrong_dates
from .names import mentions, names
from .neighbours import people_near
from .wording import article_fits, correction_notes, quoted, sentence

NAME: Final[ItemTypeName] = "true-false"
MARKS = 2
# Characters of a statement that is written out on one line and the rest of the line with the boxes, in print 148 and
# 85 mm: 2.3 mm for each. A longer one gets a second line. The lines go by what is read, never by what is to be written:
# they must not tell which statements are false.
SHORT = 100
NEAREST = 2  # dates on either side among which a false one is chosen
OTHER_WORDS = "Other words that make the sentence true correct it as well."
OTHER_TRUTH = "Another true statement about the person corrects it as well."
Truth = Literal["true", "false"]


def event_year(truth_value: Truth, event: Event, material: Material) -> Question | Refusal:
    """A clause with its date or with that of a neighbour; the date stands at the end, where it is asserted (G17)."""
    draw = Draw(material, NAME, f"event-year/{truth_value}", event)
    right = sentence(dated(event, moment_of(event)))
    pairs = date_pairs(event, material)
    if truth_value == "true":
        return verdict(draw, event, right, pairs=pairs)
    reach = FARTHEST if draw.difficulty else NEAREST
    earlier, later = wrong_dates(event, material, reach)
    near = believable(event, [*earlier[:reach], *later[:reach]])
    if not near:
        return Refusal("no other event has a date that is false for it", "H11")
    order = draw.order(near, lambda date: date.event.id, "date")
    order.sort(key=lambda date: not date.mixed_up)
    wrong = by_difficulty(draw, order, lambda date: date.likeness)[0]
    stem = sentence(dated(event, wrong.moment))
    told = f"{quoted(wrong.label)} belongs to {wrong.event.label}."
    return verdict(draw, event, stem, right, notes=(told,), pairs=pairs, likeness=round(wrong.likeness, 2))


def role(truth_value: Truth, person: Person, material: Material) -> Question | Refusal:
    """A person with the own role or with that of another."""
    draw = Draw(material, NAME, f"role/{truth_value}", person)
    right = sentence(f"{person.full_name} was {person.role}")
    pairs = together(names(person), cues(material.book, person.role, names_of=[person]))
    if truth_value == "true":
        return verdict(draw, person, right, pairs=pairs)
    barred = truth.told_of(material.book, person)
    near = (
        other
        for other in nearest_first(draw, person, people_near(person, material))
        if not truth.same_role(material.book, person, other)
        and not mentions(other.role, person)
        and not mentions(other.role, other)
        and not truth.out_of_time(other.role, person)
        and fold(other.role) not in barred
    )
    other = next(near, None)
    if other is None:
        return Refusal("nobody near has a role that is false for this person", "H11")
    known_by = tuple(sentence(f"{person.full_name} {clue}") for clue in person.clues[-1:])
    stem = sentence(f"{person.full_name} was {other.role}")
    whose = sentence(f"{other.full_name} was {other.role}")
    return verdict(
        draw,
        person,
        stem,
        right,
        accept=(whose, *known_by),
        notes=(OTHER_TRUTH,),
        pairs=pairs,
        involves=(other.id,),
        likeness=mean_likeness(person, (other.id,), material.book),
    )


def statement(truth_value: Truth, fact: Statement, material: Material) -> Question | Refusal:
    """A statement as it stands, or with one of the author's false fillers: exactly one slot differs (rule P3)."""
    draw = Draw(material, NAME, f"statement/{truth_value}", fact)
    if truth_value == "true":
        return verdict(draw, fact, fact.text)
    fillers = [
        (blank, filler)
        for blank in fact.blanks
        if asserted(fact, blank)
        for filler in wrong_fillers(material.book, blank)
        if suits_gap(fact, blank, filler)
        and article_fits(fact.text[: blank.start], blank.answer)
        and not is_told(fact, blank, filler, material.book)
    ]
    if not fillers:
        return Refusal("no false filler fits what the sentence asserts", "G17")
    blank, filler = draw.order(fillers, lambda found: f"{found[0].start} {found[1]}", "filler")[0]
    secrets, pairs = recalled(material.book, right_fillers(material.book, blank), filled(fact, blank, ""))
    return verdict(
        draw,
        fact,
        filled(fact, blank, filler),
        fact.text,
        notes=(f"{quoted(filler)} should be {quoted(blank.answer)}. {OTHER_WORDS}",),
        accept=right_fillers(material.book, blank)[1:],
        secrets=secrets,
        pairs=pairs,
    )


def misconception(fact: Misconception, material: Material) -> Question | Refusal:
    """What is often written; always false."""
    draw = Draw(material, NAME, "misconception/false", fact)
    return verdict(
        draw, fact, sentence(fact.often), sentence(fact.true), notes=correction_notes(fact), secrets=(fact.true,)
    )


def verdict(
    draw: Draw,
    fact: Fact,
    stem: str,
    correction: str = "",
    *,
    notes: tuple[str, ...] = (),
    accept: tuple[str, ...] = (),
    secrets: tuple[str, ...] = (),
    pairs: Pairs = (),
    involves: tuple[str, ...] = (),
    likeness: float | None = None,
) -> Question:
    """The item; without a correction the statement is true."""
    answer = "False" if correction else "True"
    second = f"Correction: {correction}" if correction else "The lines are left empty (only if True is ticked)."
    return build(
        draw,
        (fact,),
        stem=stem,
        marks=MARKS,
        key=Key(answer, points=(answer, second), accept=accept, notes=notes),
        answer_lines=1 if len(stem) <= SHORT else 2,
        secrets=secrets,
        pairs=pairs,
        involves=involves,
        likeness=likeness,
    )


def asserted(fact: Statement, blank: Blank) -> bool:
    """Whether the blank stands in what the sentence says, not in what it speaks about (rule G17).

    The grammar is not known, so the first half of the sentence is taken for its subject.
    """
    return blank.start >= len(fact.text) / 2


def has_date(event: Event) -> bool:
    """Whether the clause can be given its date."""
    return bool(moment_of(event)) and not holds(event.clause, event.date.year_label)


def has_false_filler(fact: Statement) -> bool:
    """Whether a false sentence can be made of it."""
    return fact.certainty == "settled" and any(blank.false and asserted(fact, blank) for blank in fact.blanks)


TRUE_FALSE = ItemType(
    name=NAME,
    title="True or false",
    instruction=(
        "Tick True or False. If a statement is false, write it out correctly; if it is true, leave the lines empty."
    ),
    takes="events, people, statements and misconceptions",
    graded="how near wrong dates are to the right ones, and wrong roles to the person's own",
    demand=0.35,
    pace=0.5,
    ways=(
        Pattern("event-year/true", Event, has_date, partial(event_year, "true")),
        Pattern("event-year/false", Event, has_date, partial(event_year, "false")),
        Pattern("role/true", Person, has_role, partial(role, "true")),
        Pattern("role/false", Person, has_role, partial(role, "false")),
        Pattern("statement/true", Statement, lambda fact: fact.certainty == "settled", partial(statement, "true")),
        Pattern("statement/false", Statement, has_false_filler, partial(statement, "false")),
        Pattern("misconception/false", Misconception, lambda fact: not fact.disputed, misconception),
    ),
    rules=(sets.true_false, judgements.as_true_as_said, judgements.slot_named),
    text=plain_text.verdict,
)
