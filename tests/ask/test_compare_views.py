"""Two views on one question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, material
from ask.bank import BOOK

from worksheets.facts import View
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.sheet_lint import lint_question

WEIGHED = {"evidence": "the lack of a wind", "stress": "what we feel", "objection": "the air moves with the ground"}
PTOLEMY = replace(BOOK["ptolemy-150"], **WEIGHED)
COPERNICUS = replace(
    BOOK["copernicus-1543"],
    evidence="the loops of the planets",
    stress="a simple order",
    objection="no shift of the stars was seen",
    against=("ptolemy-150",),
)


def rules(question, *facts):
    book = material(*facts).book
    return {found.code for found in lint_question(question, book)}


def test_two_views_are_compared_by_argument_and_evidence():
    """Two theses, a contrast and two pieces of evidence, a mark each; years go with the names (G12, G30)."""
    question = asked("compare-views", "argument-and-evidence", PTOLEMY, COPERNICUS)

    assert question.stem == (
        "Compare what Ptolemy (about 150) and Copernicus (1543) say about what stands at the centre of the planets. "
        "Refer to argument and evidence."
    )
    assert (question.marks, question.facts) == (5, (PTOLEMY.id, COPERNICUS.id))
    assert question.key.answer == (
        "Difference: Ptolemy (about 150) on what we feel, Copernicus (1543) on a simple order"
    )
    assert "Evidence of Copernicus (1543): the loops of the planets" in question.key.points


def test_a_disagreement_needs_a_view_that_rejects_the_other():
    """Objections are asked for only where one of the two is against the other (G30)."""
    question = asked("compare-views", "disagreement", PTOLEMY, COPERNICUS)
    peaceful = ask("compare-views", "disagreement", PTOLEMY, replace(COPERNICUS, against=()))

    assert question.key.answer == "The view of Ptolemy (about 150) is rejected by Copernicus (1543)."
    assert question.key.points[2:] == (
        "Objection to Ptolemy (about 150): the air moves with the ground",
        "Objection to Copernicus (1543): no shift of the stars was seen",
    )
    assert isinstance(peaceful, Refusal)


def test_an_objection_is_not_the_other_view_again():
    """Two marks were given for one thing: what Ptolemy thought, and that Ptolemy thought otherwise (G28)."""
    echo = replace(COPERNICUS, objection="Ptolemy held that the Earth stands still")
    question = asked("compare-views", "disagreement", PTOLEMY, COPERNICUS)
    points = (*question.key.points[:3], f"Objection to Copernicus (1543): {echo.objection}")
    doubled = replace(question, key=replace(question.key, points=points))

    assert isinstance(ask("compare-views", "disagreement", PTOLEMY, echo), Refusal)
    assert rules(question, PTOLEMY, COPERNICUS) == set()
    assert rules(doubled, PTOLEMY, echo) == {"item.G28"}


@pytest.mark.parametrize(
    "change",
    [
        {"on": "how far the stars are"},
        {"holder": "Ptolemy"},
        {"not_with": ("ptolemy-150",)},
        {"stress": "what we feel"},
        {"evidence": ""},
        {"weight": 0},
    ],
)
def test_what_is_no_counterpart_is_not_compared(change):
    """Another question, the same holder, views that agree, the same stress, nothing to weigh (G12, G27, G30)."""
    other = replace(COPERNICUS, **change)

    assert isinstance(ask("compare-views", "argument-and-evidence", PTOLEMY, other), Refusal)


def test_a_view_that_students_mix_up_comes_first():
    """What an author calls confusable is compared before the others of the question."""
    tycho = replace(BOOK["tycho-1588"], **{**WEIGHED, "evidence": "the comet of 1577", "stress": "both at once"})
    ptolemy = replace(PTOLEMY, confusable_with=(tycho.id,))
    facts = [
        asked("compare-views", "argument-and-evidence", ptolemy, COPERNICUS, tycho, seed=str(seed)).facts
        for seed in range(5)
    ]

    assert set(facts) == {(ptolemy.id, tycho.id)}


def test_a_bare_view_is_not_offered():
    """A view without evidence or stress has not what the question asks for (G27)."""
    bare = View(id="bare", holder="Ann Bell", year="1900", on="how stars form", thesis="clouds shrink")

    assert ITEM_TYPES["compare-views"].patterns(bare) == ()


def test_the_linter_finds_views_that_agree():
    """Two views that could accept each other are no contrast (G12)."""
    question = asked("compare-views", "argument-and-evidence", PTOLEMY, COPERNICUS)

    assert rules(question, PTOLEMY, COPERNICUS) == set()
    assert rules(question, PTOLEMY, replace(COPERNICUS, not_with=(PTOLEMY.id,))) == {"item.G12"}


def test_the_linter_finds_a_lopsided_key():
    """As much is credited on one side as on the other, and both are named (G30)."""
    question = asked("compare-views", "argument-and-evidence", PTOLEMY, COPERNICUS)
    lopsided = replace(question, key=replace(question.key, points=(*question.key.points[:4], "something else")))
    unnamed = replace(question, stem="Compare the two views.")

    assert rules(lopsided, PTOLEMY, COPERNICUS) == {"item.G30"}
    assert rules(unnamed, PTOLEMY, COPERNICUS) == {"item.G30"}
