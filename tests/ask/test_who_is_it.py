"""A person or a term by clues."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, every_question, material
from ask.bank import BOOK
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.facts import Person, Term
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.sheet_lint import lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
GALILEO, COMET = BOOK["galileo"], BOOK["comet"]
assert isinstance(GALILEO, Person)
assert isinstance(COMET, Term)


def rules(question):
    return {found.code for found in lint_question(question, BOOK)}


@many
@given(materials())
def test_each_clue_costs_a_mark(material):
    """There are as many marks as clues, and no clue holds the answer."""
    for question in every_question(material, "who-is-it"):
        assert question.marks == len(question.rows) in (2, 3)
        assert not any(question.key.answer.casefold() in row.casefold() for row in question.rows)


def test_clues_stand_in_their_authors_order():
    """From hard to easy, with a capital letter and no other word added (G1)."""
    question = asked("who-is-it", "person", GALILEO)

    assert (question.stem, question.marks) == ("Who is it?", 3)
    assert question.rows == ("Taught in Padua", "Wrote about sunspots", "Saw moons beside Jupiter")
    assert (question.key.answer, question.key.accept) == ("Galileo Galilei", ("Galilei", "Galileo"))
    assert question.key.notes[0] == "3 marks at (a), 2 at (b), 1 at (c); wrong names cost nothing."


def test_of_many_clues_the_easiest_is_kept():
    """Variants leave out different clues, but never the last one, and keep the order."""
    rich = replace(GALILEO, clues=("played the lute", "left Venice for Florence", *GALILEO.clues))
    order = [clue[0].upper() + clue[1:] for clue in rich.clues[:-1]]
    seen = set()
    for seed in "abcdefgh":
        question = asked("who-is-it", "person", rich, seed=seed)
        seen.add(question.rows)

        assert question.rows[-1] == "Saw moons beside Jupiter"
        assert [clue for clue in order if clue in question.rows] == list(question.rows[:-1])
    assert len(seen) > 1


def test_a_term_is_found_by_its_mark_points():
    """Two marks after one point, one after both: together they are a full definition."""
    question = asked("who-is-it", "term", COMET)

    assert (question.stem, question.marks) == ("Which term is it?", 2)
    assert question.rows == ("A small body of ice and dust", "A tail grows as it nears the Sun")
    assert question.key.notes[0] == "2 marks at (a), 1 at (b); wrong names cost nothing."


@pytest.mark.parametrize(
    ("fact", "change"),
    [
        (GALILEO, {"clues": ("taught in Padua", "wrote about sunspots")}),
        (GALILEO, {"certainty": "disputed"}),
        (GALILEO, {"content_note": "a death in custody"}),
        (GALILEO, {"tags": ("no-game",)}),
        (COMET, {"transparent": True}),
        (COMET, {"marks": ()}),
    ],
)
def test_what_is_not_to_be_guessed_at_has_no_pattern(fact, change):
    """Too few clues, a dispute, a matter a teacher is warned of, a term that says what it is (G8, G25, G26, HI-3)."""
    assert ITEM_TYPES["who-is-it"].patterns(replace(fact, **change)) == ()


def test_nobody_has_to_be_named_from_a_date_alone():
    """A birth in June 1564 is true of very many: another clue is given, or the question is not asked (G28)."""
    *harder, easiest = GALILEO.clues
    dated = replace(GALILEO, clues=("was born in June 1564", *harder, easiest))
    for seed in "abcdefgh":
        assert asked("who-is-it", "person", dated, seed=seed).rows == (
            "Taught in Padua",
            "Wrote about sunspots",
            "Saw moons beside Jupiter",
        )

    assert isinstance(
        ask("who-is-it", "person", replace(dated, clues=("was born in June 1564", *GALILEO.clues[1:]))), Refusal
    )
    assert isinstance(ask("who-is-it", "term", replace(COMET, marks=("returned in 1758", COMET.marks[1]))), Refusal)


def test_the_first_point_says_what_sort_of_thing_is_meant():
    """What was “elected by a congress” may be a person or a body (G9)."""
    done = replace(COMET, marks=("named after a Greek word for hair", COMET.marks[1]))
    question = asked("who-is-it", "term", COMET)

    assert isinstance(ask("who-is-it", "term", done), Refusal)
    assert "item.G9" in rules(replace(question, rows=("Named after a Greek word for hair", question.rows[1])))
    assert "item.G9" not in rules(question)


def test_half_a_phrase_is_no_first_clue():
    """A first point of two words says too little for three marks."""
    refused = ask("who-is-it", "term", replace(COMET, marks=("a state of mind", "icy and small with a bright tail")))

    assert isinstance(refused, Refusal)
    assert "too short" in refused.reason


@pytest.mark.parametrize("point", ["the comet is a small body", "a small body of dust and ice"])
def test_points_that_tell_the_term_or_repeat_each_other_do_not_count(point):
    """A point with the term in it is no clue, nor is one that says the same as another (G8, G28)."""
    thin = replace(COMET, marks=(COMET.marks[0], point))

    assert isinstance(ask("who-is-it", "term", thin), Refusal)


def test_a_term_with_a_near_twin_is_not_asked():
    """Where an author says that two terms are nearly the same, the clues of one may fit the other (H11)."""
    twin = replace(COMET, id="twin", term="tailed star", marks=("moves on a long path", "was taken for a sign"))

    assert isinstance(ask("who-is-it", "term", replace(COMET, not_with=("twin",)), twin), Refusal)
    assert isinstance(ask("who-is-it", "term", COMET, replace(twin, not_with=(COMET.id,))), Refusal)


def test_the_easiest_clue_fits_one_person_only():
    """If the book says the same of somebody else, there would be two right answers (H11)."""
    rival = replace(BOOK["kepler"], clues=("wrote a dream", "lost a job in Graz", "saw moons beside Jupiter at dawn"))

    assert isinstance(ask("who-is-it", "person", GALILEO, rival), Refusal)


def test_points_that_fit_another_term_as_well_are_refused():
    """One point may be shared, not all of them (H11)."""
    near = replace(BOOK["asteroid"], marks=(COMET.marks[0], "most lie between Mars and Jupiter"))
    twin = replace(near, marks=COMET.marks)

    assert asked("who-is-it", "term", COMET, near)
    assert isinstance(ask("who-is-it", "term", COMET, twin), Refusal)


def test_no_other_question_may_print_the_name():
    """The student has to recall it (H12)."""
    assert {"Galileo Galilei", "Galilei", "Galileo"} <= set(asked("who-is-it", "person", GALILEO).secrets)


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds names and sexes in clues, doubled clues, wrong marks, a stranger (G8, G25, G28, H11)."""
    question = asked("who-is-it", "person", GALILEO)
    rest = question.rows[1:]

    assert rules(question) == set()
    assert rules(replace(question, rows=("Was born before Galileo became famous", *rest))) == {"item.G8"}
    assert rules(replace(question, rows=("Taught in Padua, where he measured falls", *rest))) == {"item.G25"}
    assert rules(replace(question, rows=("Wrote about sunspots there", *rest))) == {"item.G28"}
    assert rules(replace(question, rows=("Died in January 1642", *rest))) == {"item.G28"}
    assert rules(replace(question, marks=2)) == {"item.G28"}
    assert rules(replace(question, key=replace(question.key, answer="Johannes Kepler", accept=("Kepler",)))) == {
        "item.H11"
    }
    assert rules(replace(question, facts=("comet-return",))) == {"item.H11"}
    other = BOOK["kepler"]
    assert isinstance(other, Person)
    book = material(GALILEO, replace(other, role="the observer who saw moons beside Jupiter")).book
    assert {found.code for found in lint_question(question, book)} == {"item.H11"}
