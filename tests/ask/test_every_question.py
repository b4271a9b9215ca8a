"""What holds for every question of every item type, whatever the bank."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import every_question
from ask.bank import BOOK
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.bank import FactBank
from worksheets.fact_texts import texts
from worksheets.facts import AuthoredQuestion, Link, View
from worksheets.item_types import ITEM_TYPES, Material, Refusal
from worksheets.sheet_lint import lint_question
from worksheets.words import holds

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def of_book(seed: str) -> Material:
    return Material(BOOK, BOOK, BOOK, seed)


def test_the_rules_of_an_item_type_stand_apart_from_it():
    """A rule cannot see how a question was made: it lives in item_rules, from where no ask function is in sight."""
    homes = {rule.__module__.rpartition(".")[0] for kind in ITEM_TYPES.values() for rule in kind.rules}

    assert homes == {"worksheets.item_rules"}


@many
@given(materials())
def test_every_question_keeps_the_item_rules(material):
    """No question breaks a rule of item writing (H1 to H13, P2 to P5, G4, G19), as the linter sees it from outside."""
    found = [
        str(problem) for question in every_question(material) for problem in lint_question(question, material.book)
    ]

    assert found == []


@many
@given(materials())
def test_the_same_seed_gives_the_same_question(material):
    """Nothing but seed and bank decides, and the order of the bank is of no account (S1, S2)."""
    first = list(every_question(material))
    book = FactBank(material.book.title, material.book.facts[::-1], material.book.chapters)
    taught = book.within(chapter.name for chapter in material.taught.chapters)
    second = list(every_question(Material(book, taught, taught, material.seed)))

    assert first == second


@many
@given(materials())
def test_what_has_not_been_taught_is_not_printed(material):
    """No text that stands only in untaught facts is shown to a student (R11)."""
    taught = {text for fact in material.taught for text in texts(fact)}
    later = {text for fact in material.book for text in texts(fact) if len(text.split()) > 3} - taught
    shown = {text for question in every_question(material) for text in question.shown}

    assert [] == [text for text in later if any(holds(printed, text) for printed in shown)]


@many
@given(materials())
def test_only_what_is_wanted_and_undisputed_is_asked(material):
    """Facts of weight 0 are never asked; disputed ones only with their holder or a sign of doubt (H14, HI-3, G36)."""
    asked = {material.book[fact_id] for question in every_question(material) for fact_id in question.facts}

    assert all(fact.weight > 0 for fact in asked)
    assert all(isinstance(fact, View | Link | AuthoredQuestion) for fact in asked if fact.disputed)


@many
@given(materials())
def test_every_question_says_where_it_comes_from(material):
    """The key of each question names a place for each fact; the first is the fact that it grew from (R8)."""
    for question in every_question(material):
        item_type, pattern, fact_id = question.id.split("/", 1)[0], question.pattern, question.id.rsplit("/", 1)[1]

        assert (question.item_type, f"{item_type}/{pattern}/{fact_id}") == (item_type, question.id)
        assert question.facts[0] == fact_id
        assert question.places == tuple(material.book[fact].place for fact in question.facts)


@many
@given(materials())
def test_questions_of_several_facts_use_only_what_is_free(material):
    """Facts that the sheet has used already are no premises, events or gaps of another question (H12)."""
    left = FactBank("left", material.taught.facts[::2])
    for question in every_question(Material(material.book, material.taught, left, material.seed)):
        assert all(left.get(fact_id) for fact_id in question.facts[1:])


def test_a_fact_that_is_not_taught_is_refused():
    """The composer may ask for any fact; what the class has not met is refused with a reason (R11)."""
    taught = BOOK.within(["01-sky"])
    refusal = ITEM_TYPES["short-answer"].ask(BOOK["gagarin-man"], "name", Material(BOOK, taught, taught, "seed"))

    assert refusal == Refusal("the class has not met it yet", "R11")


def test_a_fact_of_no_weight_offers_no_pattern():
    """The author's weight of 0 keeps a fact out of worksheets (H14)."""
    silent = replace(BOOK["comet"], weight=0)

    assert all(kind.patterns(silent) == () for kind in ITEM_TYPES.values())


@pytest.mark.slow
@pytest.mark.parametrize("first", [0, 30])
def test_sixty_seeds_give_no_unsound_question(first):
    """Questions that the book of astronomy gives are sound under any seed; `worksheets stress` tries 200 (S6)."""
    found = [
        str(problem)
        for seed in range(first, first + 30)
        for question in every_question(of_book(f"stress {seed}"))
        for problem in lint_question(question, BOOK)
    ]

    assert found == []
