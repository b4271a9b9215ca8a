"""Retrieval grids: short questions of three ages in one table."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from ask.asking import every_question
from ask.bank import BOOK
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.ages import Ages
from worksheets.blueprint import blueprint_from
from worksheets.compose import compose
from worksheets.facts import Event
from worksheets.item_types import ITEM_TYPES, Material, Refusal
from worksheets.problems import Faults
from worksheets.questions import Key, Question
from worksheets.sheet_lint import lint_question
from worksheets.words import fold, holds
from worksheets.yaml_source import parse_yaml

many = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
CHAPTERS = ("01-sky", "02-tools", "03-flight")


def asked(size: int = 0, ages: Ages | None = None) -> Question:
    made = ITEM_TYPES["retrieval-grid"].ask(
        BOOK["reflector"], "term", Material(BOOK, BOOK, BOOK, "seed", size=size, ages=ages)
    )
    assert isinstance(made, Question), made
    return made


def found(question: Question) -> set[str]:
    return {problem.code for problem in lint_question(question, BOOK)}


@pytest.mark.parametrize(("size", "shares"), [(9, {1: 4, 2: 3, 3: 2}), (12, {1: 6, 2: 4, 3: 2})])
def test_half_is_new_and_a_fifth_is_old(size, shares):
    """Of 9 or 12 questions half are from last lesson, three tenths from last week; the older, the more marks (R1)."""
    question = asked(size)
    worth = dict(zip(CHAPTERS, (3, 2, 1), strict=True))

    assert Counter(part.marks for part in question.parts) == shares
    assert all(part.place and part.marks == worth[part.place.chapter] for part in question.parts)
    assert question.marks == sum(marks * number for marks, number in shares.items())


def test_ages_that_are_written_down_go_before_the_order_of_the_book():
    """A class that met the first chapter last has its questions for one mark."""
    turned = Ages({age: frozenset([(name, "")]) for age, name in zip(AGE_NAMES, CHAPTERS, strict=True)})
    question = asked(ages=turned)

    assert {part.place.chapter for part in question.parts if part.place and part.marks == 1} == {"01-sky"}


AGE_NAMES = ("last-lesson", "last-week", "last-month")


@many
@given(materials())
def test_each_box_stands_alone(material):
    """No box has the answer of another, and none prints an answer (H12)."""
    for question in every_question(material, "retrieval-grid"):
        answers = [fold(part.key.answer) for part in question.parts]

        assert len({*answers}) == len(answers) == len({*question.facts})
        assert not [part for part in question.parts for answer in answers if holds(part.text, answer)]


def test_every_answer_is_short_and_says_where_it_is_taught():
    """The key gives each box its answer in a few words and its own page, so the whole question names none."""
    question = asked()

    assert all(0 < len(part.key.answer.split()) <= 5 for part in question.parts)
    assert {part.place for part in question.parts} == {*question.places}
    assert question.place_labels("a4") == ()


def test_a_grid_is_not_made_of_years_alone():
    """Six boxes of nine asked for a year where a book had many events: kinds of facts take turns."""
    kinds = Counter(BOOK[name].kind for name in asked(12).facts)

    assert len(kinds) == 4
    assert max(kinds.values()) <= 4


def test_a_body_is_not_called_a_meaning():
    """A society does not mean its description: the stem "Which term is this?" suits bodies and ideas."""
    stems = [part.text for part in asked(12).parts if "term" in part.text]

    assert stems
    assert all(stem.startswith("Which term is this? ") for stem in stems)


def test_a_year_is_asked_by_what_happened():
    """Nobody asks for "the year of the setting of a record": the clause is asked, unless it tells a date (G3)."""
    years = [part for part in asked(12).parts if "year" in part.text]
    event = next(fact for fact in map(BOOK.get, asked(12).facts) if isinstance(fact, Event))
    bent = Question("x/y/z", "short-answer", "y", (event.id,), f"Give the year of {event.title}.", 1, Key("1"))

    assert years
    assert all(part.text.startswith("In which year was this? ") for part in years)
    assert "item.G3" in found(bent)


def test_without_three_ages_there_is_no_grid():
    """A class that has met one chapter of one section has nothing to look back at."""
    taught = BOOK.within(["02-tools"])

    assert ITEM_TYPES["retrieval-grid"].ask(BOOK["reflector"], "term", Material(BOOK, taught, taught, "seed")) == (
        Refusal("nothing tells when it was taught", "R1")
    )


def test_a_thin_age_is_refused_by_its_name():
    """Where an age has fewer questions than its share, a teacher is told which."""
    left = BOOK.without({fact.id for fact in BOOK if fact.place.chapter == "01-sky"})

    assert ITEM_TYPES["retrieval-grid"].ask(BOOK["reflector"], "term", Material(BOOK, BOOK, left, "seed")) == (
        Refusal("fewer than 2 short questions from last month are free", "R1")
    )


def test_the_linter_counts_the_ages_itself():
    """Another mix, a printed answer, a doubled one or a missing page is found from outside."""
    question = asked()
    first, second, *rest = question.parts
    also = Key("something", accept=(second.key.answer,))

    assert found(question) == set()
    assert "item.R1" in found(replace(question, parts=question.parts[1:], facts=question.facts[1:]))
    assert "item.R1" in found(replace(question, parts=tuple(replace(part, marks=1) for part in question.parts)))
    assert "item.H12" in found(replace(question, parts=(replace(first, text=second.key.answer), second, *rest)))
    assert "item.H12" in found(replace(question, parts=(replace(first, key=second.key), second, *rest)))
    assert "item.H12" in found(replace(question, parts=(replace(first, key=also), second, *rest)))
    assert "item.R8" in found(replace(question, parts=(replace(first, place=None), second, *rest)))


def test_a_blueprint_asks_for_a_size_and_for_ages():
    """The sheet keeps to both; a size that the type has not got is a fault with its line."""
    text = (
        "ages: {last-lesson: 1, last-week: 2, last-month: 3}\n"
        "questions:\n- type: retrieval-grid\n  count: 1\n  size: 12\n- {type: cloze, count: 1}\n"
    )
    blueprint = blueprint_from(parse_yaml(text, "b.yaml"), "b.yaml")
    (question,) = compose(BOOK, blueprint, "seed", code="K7Q2M").sections[0].questions
    taught = {
        marks: {part.place.chapter for part in question.parts if part.place and part.marks == marks}
        for marks in (1, 2, 3)
    }

    assert len(question.parts) == 12
    assert taught == {1: {"01-sky"}, 2: {"02-tools"}, 3: {"03-flight"}}
    with pytest.raises(Faults, match=r'b.yaml:5: "size" is 10; write one of 9, 12'):
        blueprint_from(parse_yaml(text.replace("size: 12", "size: 10"), "b.yaml"), "b.yaml")
    with pytest.raises(Faults, match=r'b.yaml:5: "size" is 12; leave it out: cloze comes in one size'):
        blueprint_from(parse_yaml(text.replace("retrieval-grid", "cloze"), "b.yaml"), "b.yaml")
