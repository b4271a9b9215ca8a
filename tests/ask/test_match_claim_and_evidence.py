"""Claims matched with the evidence that their authors gave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, material
from hypothesis import given, settings
from hypothesis import strategies as st

from worksheets.facts import View
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.questions import Question, letter
from worksheets.sheet_lint import lint_question

few = settings(max_examples=60, deadline=None)
NAME = "match-claim-and-evidence"
WEGENER, *OTHERS = VIEWS = tuple(
    View(id=f"{holder.lower()}-{year}", holder=holder, year=year, on=on, thesis=thesis, evidence=evidence)
    for holder, year, on, thesis, evidence in (
        ("Wegener", "1915", "why coasts fit", "the continents drifted apart", "fossils of reptiles on two shores"),
        ("Holmes", "1931", "what moves plates", "hot currents drag the crust", "heat from radioactive grains"),
        ("Hess", "1962", "how oceans grow", "new floor wells up at ridges", "soundings by an echo apparatus"),
        ("Lyell", "1830", "how land is shaped", "slow forces are enough", "shells high up in Sicilian walls"),
        ("Agassiz", "1840", "what carried boulders", "ice once lay over Europe", "scratches on Alpine bedrock"),
        ("Lehmann", "1936", "what the core is", "a solid ball lies within", "faint tremors recorded at Copenhagen"),
        ("Hutton", "1788", "how old the Earth is", "no beginning can be found", "tilted beds beneath level ones"),
    )
)
WORDS = ["copper", "marble", "timber", "barley", "saffron", "pepper", "velvet", "ginger", "walnut", "indigo", "cotton"]


def rules(question, *facts):
    return {found.code for found in lint_question(question, material(*facts).book)}


@few
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3, unique=True), min_size=6, max_size=10),
    st.lists(st.sampled_from(["Ames", "Bell", "Cole", "Dunn", "Ewing", "Fry", "Gunn"]), min_size=10, max_size=10),
    st.text(max_size=4),
)
def test_no_two_could_use_each_others_evidence(found, holders, seed):
    """All holders are different, and no word stands in the evidence of two (G12, G21)."""
    views = [
        View(
            id=f"v{place}",
            holder=holders[place],
            year="1900",
            on="why",
            thesis=f"it was {chr(97 + place) * 5}",
            evidence=" ".join(evidence),
        )
        for place, evidence in enumerate(found)
    ]
    made = ask(NAME, "evidence", *views, seed=seed)
    if isinstance(made, Question):
        told = [word for text in made.responses for word in text.lower().split()]
        assert len(told) == len({*told})
        assert len({row.split(" (")[0] for row in made.rows}) == len(made.rows)
        assert len(made.responses) == len(made.rows) + 2
        by_row = {f"{view.holder_label}: {view.thesis}": view.evidence.capitalize() for view in views}
        for row, key in zip(made.rows, made.row_keys, strict=True):
            assert made.responses[[letter(place) for place in range(len(made.responses))].index(key)] == by_row[row]


def test_a_claim_stands_with_its_holder_and_year():
    """Five claims with names and years, seven pieces of evidence in the order of the alphabet (G12, P2)."""
    question = asked(NAME, "evidence", WEGENER, *OTHERS)

    assert (
        question.stem == "Match each claim with the evidence that its author gave for it. Two letters are not needed."
    )
    assert "Wegener (1915): the continents drifted apart" in question.rows
    assert list(question.responses) == sorted(question.responses)
    assert (len(question.rows), len(question.responses), question.marks) == (5, 7, 5)
    assert rules(question, *VIEWS) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"not_with": (WEGENER.id,)},
        {"holder": "Wegener"},
        {"evidence": "fossils of ferns in frozen ground"},
        {"evidence": "the fit of continents drawn by hand"},
        {"thesis": "reptiles swam", "evidence": "heat from radioactive grains"},
        {"weight": 0},
    ],
)
def test_who_could_share_a_claim_or_evidence_is_left_out(change):
    """Agreement, one holder, one word of evidence in common, a word that draws to the wrong claim (G12, G21)."""
    odd = replace(OTHERS[0], **change)
    question = asked(NAME, "evidence", WEGENER, odd, *OTHERS[1:])

    assert odd.evidence.capitalize() not in question.responses


def test_what_anybody_may_have_used_is_not_asked_for():
    """Evidence needs two words that are in nobody else's (G12)."""
    common = [replace(view, evidence=f"shells and {view.evidence}") for view in OTHERS]

    assert isinstance(ask(NAME, "evidence", replace(WEGENER, evidence="shells and fossils"), *common), Refusal)


def test_evidence_that_names_the_claim_has_no_pattern():
    """A word of the claim in its own evidence would give it away (H9); a view without evidence has none (G27)."""
    assert ITEM_TYPES[NAME].patterns(replace(WEGENER, evidence="continents on old maps")) == ()
    assert ITEM_TYPES[NAME].patterns(replace(WEGENER, evidence="")) == ()


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds a swapped key, holders who agree, evidence alike, a claim without its holder (H11, G12, H9)."""
    question = asked(NAME, "evidence", WEGENER, *OTHERS)
    first, second, *rest = question.row_keys
    spare = next(view for view in OTHERS if view.id not in question.facts)
    others = [view for view in VIEWS if view.id != spare.id]

    assert "item.H11" in rules(replace(question, row_keys=(second, first, *rest)), *VIEWS)
    assert rules(question, *others, replace(spare, not_with=question.facts)) == {"item.G12"}
    assert "item.G12" in rules(replace(question, rows=("The continents drifted apart", *question.rows[1:])), *VIEWS)
    telling = replace(spare, evidence="drifted soundings and shells")
    told = tuple(telling.evidence if text.lower() == spare.evidence.lower() else text for text in question.responses)
    assert {"item.G12", "item.H9"} <= rules(replace(question, responses=told), *others, telling)
