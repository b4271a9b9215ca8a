"""Matching sets."""

from __future__ import annotations

from dataclasses import replace

from ask.asking import ask, asked, every_question
from ask.bank import BOOK, VIEWS
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.bank import FactBank
from worksheets.item_types import ITEM_TYPES, Material, Refusal
from worksheets.questions import letter
from worksheets.words import alike, fold

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
STAGES = [fact for fact in BOOK if getattr(fact, "category", "") == "stage in the life of a star"]


@many
@given(materials())
def test_two_answers_more_than_premises(material):
    """Five premises with seven answers, or four with six; each premise has a letter of its own (P2)."""
    for question in every_question(material, "matching"):
        assert (len(question.rows), len(question.responses)) in {(5, 7), (4, 6)}
        assert len(set(question.row_keys)) == len(question.rows) == question.marks
        assert set(question.row_keys) <= {letter(place) for place in range(len(question.responses))}


@many
@given(materials())
def test_no_answer_fits_two_premises(material):
    """Every premise is checked against every answer, both ways (G21)."""
    for question in every_question(material, "matching", "view-holder"):
        facts = [material.book[fact_id] for fact_id in question.facts]

        assert not any(
            material.book.also_true(one, other) or alike(one.thesis, other.thesis)
            for one in facts
            for other in facts
            if one is not other
        )


def test_answers_stand_in_alphabetical_order():
    """Terms and names are sorted, people by surname (P2)."""
    terms = asked("matching", "term-definition", *STAGES)
    people = asked("matching", "person-role", BOOK["kepler"], *BOOK)

    assert list(terms.responses) == sorted(terms.responses, key=fold)
    assert [name.split()[-1] for name in people.responses] == sorted(name.split()[-1] for name in people.responses)


def test_years_ascend_and_are_all_different():
    """Events are matched with years of which no two are the same (P2, H10)."""
    years = [int(year) for year in asked("matching", "event-year", BOOK["pulsar"], *BOOK).responses]

    assert years == sorted(set(years))


def test_a_thin_class_gives_a_set_of_four():
    """Six of a class make four premises with six answers (P2, G35)."""
    question = asked("matching", "term-definition", *STAGES[:6])

    assert (len(question.rows), len(question.responses)) == (4, 6)


def test_five_of_a_class_are_too_few():
    """Below six there is no set, and the reason says so (G35)."""
    assert ask("matching", "term-definition", *STAGES[:5]) == Refusal(
        "fewer than 6 of its class exclude each other and are free", "G35"
    )


def test_premises_are_asked_and_spare_answers_only_taught():
    """A fact that the sheet has used may be a spare answer but no premise (H12)."""
    book = FactBank("Book", tuple(STAGES))
    asked_about = FactBank("Book", tuple(STAGES[:4]))
    question = ITEM_TYPES["matching"].ask(STAGES[0], "term-definition", Material(book, book, asked_about, "seed"))

    assert {*question.facts} == {fact.id for fact in STAGES[:4]}
    assert len(question.responses) == 6


def test_views_on_one_question_that_may_agree_make_no_set():
    """Holders are matched with theses only where every pair excludes each other (G12)."""
    agreeing = [replace(view, not_with=("ptolemy-150",)) for view in VIEWS]

    assert isinstance(ask("matching", "view-holder", *agreeing), Refusal)


def test_an_everyday_term_is_no_premise():
    """A transparent term would be matched by its words (G8)."""
    assert "term-definition" not in ITEM_TYPES["matching"].patterns(BOOK["moon"])
