"""Causes sorted by how long they were at work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, material
from hypothesis import given, settings
from hypothesis import strategies as st

from worksheets.facts import Link
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.questions import Question
from worksheets.sheet_lint import lint_question

few = settings(max_examples=60, deadline=None)
SLOPE, *OTHERS = LINKS = tuple(
    Link(
        id=label.split()[-1],
        cause=f"{label} of the valley",
        effect=effect,
        label=label,
        of="the flood",
        timescale=scale,
    )
    for label, effect, scale in (
        ("the felled slopes", "let the rain run off", "long-term"),
        ("the paved meadows", "kept water out of the ground", "long-term"),
        ("the wet spring", "left the soil full", "short-term"),
        ("the open sluice", "filled the river to its brim", "short-term"),
        ("the cloudburst", "drove the river over its banks", "trigger"),
    )
)


def rules(question, *facts):
    return {found.code for found in lint_question(question, material(*facts).book)}


@few
@given(
    st.lists(st.sampled_from(["", "long-term", "short-term", "trigger"]), min_size=1, max_size=12),
    st.text(max_size=4),
)
def test_causes_are_mixed_and_keyed_as_their_author_judged(scales, seed):
    """Four to six causes, two timescales or more, each with the letter of its own; else no question (G23)."""
    links = [
        Link(id=f"cause-{place}", cause=f"reason {chr(97 + place) * 4}", effect="came", of="the flood", timescale=scale)
        for place, scale in enumerate(scales)
    ]
    letters = {f"Reason {link.cause.split()[1]}": link.timescale[:1].upper() for link in links}
    for link in links:
        if not ITEM_TYPES["sort-causes"].patterns(link):
            assert not link.timescale
            continue
        made = ask("sort-causes", "timescale", link, *(other for other in links if other != link), seed=seed)
        judged = [found.timescale for found in links if found.timescale]
        assert isinstance(made, Question) == (len(judged) > 3 and len({*judged}) > 1)
        if isinstance(made, Question):
            assert 4 <= made.marks == len(made.rows) == min(6, max(4, len(judged) - 1))
            assert len({*made.row_keys}) == len({*judged})
            assert [letters[row] for row in made.rows] == list(made.row_keys)


def test_not_every_sheet_asks_the_same_causes():
    """Where there are more than four, one is left out, and not always the same one."""
    sets = {
        asked("sort-causes", "timescale", link, *(found for found in LINKS if found != link)).rows for link in LINKS
    }

    assert {len(rows) for rows in sets} == {4}
    assert len({frozenset(rows) for rows in sets}) > 1


def test_causes_of_one_thing():
    """The stem names it, the rows are short names, the key says which is which; a mark for each."""
    question = asked("sort-causes", "timescale", SLOPE, *OTHERS[1:])

    assert question.stem == (
        "These were causes of the flood. "
        "Which are long-term causes (L: at work for years), which are short-term causes (S: at work shortly before) "
        "and which are triggers (T: set it off)?"
    )
    assert sorted(question.rows) == sorted(link.label.capitalize() for link in (SLOPE, *OTHERS[1:]))
    assert (question.marks, question.row_keys[question.rows.index("The cloudburst")]) == (4, "T")
    assert question.key.answer.endswith("; trigger: the cloudburst")
    assert rules(question, *LINKS) == set()


def test_what_not_all_accept_is_told_as_an_argument():
    """One cause of less than full strength is enough (G36)."""
    question = asked("sort-causes", "timescale", replace(SLOPE, strength="moderate"), *OTHERS)

    assert question.stem.startswith("It has been argued that these were causes of the flood.")


@pytest.mark.parametrize(
    "change",
    [
        {"of": "the fire"},
        {"timescale": ""},
        {"certainty": "disputed"},
        {"weight": 0},
        {"label": "the wet spring months"},
    ],
)
def test_what_does_not_belong_is_left_out(change):
    """Another thing, no judgement, a dispute, and what may mean the same as another cause (G23, H11)."""
    odd = replace(OTHERS[0], **change)
    question = asked("sort-causes", "timescale", SLOPE, odd, *OTHERS[1:])

    assert (odd.id in question.facts) + ("spring" in question.facts) < 2
    assert len(question.rows) == 4


def test_one_timescale_is_not_sorted():
    """There is nothing to tell apart."""
    same = [replace(link, timescale="long-term") for link in LINKS]

    assert isinstance(ask("sort-causes", "timescale", *same), Refusal)


def test_the_rules_see_what_the_question_does_not_say():
    """The linter finds a wrong letter, another thing, a doubt, other marks, a clue (H11, G23, G36, G28, H9)."""
    question = asked("sort-causes", "timescale", SLOPE, *OTHERS)
    wrong = replace(question, row_keys=("S", *["L"] * 3))
    telling = replace(SLOPE, label="the long-term felling")
    rows = tuple("The long-term felling" if row == "The felled slopes" else row for row in question.rows)

    assert rules(wrong, *LINKS) == {"item.H11"}
    assert "item.G23" in rules(question, replace(SLOPE, of="the fire"), *OTHERS)
    assert "item.G23" in rules(question, replace(SLOPE, timescale=""), *OTHERS)
    assert rules(question, replace(SLOPE, strength="weak"), *OTHERS) == {"item.G36"}
    assert rules(replace(question, marks=3), *LINKS) == {"item.G28"}
    assert rules(replace(question, rows=rows), telling, *OTHERS) == {"item.H9"}


def test_a_timescale_that_no_cause_has_is_not_asked_for():
    """A reader took a short-term cause for the trigger that the question promised."""
    question = asked("sort-causes", "timescale", SLOPE, *OTHERS[:3])

    assert question.stem.endswith(
        "Which are long-term causes (L: at work for years) and which are short-term causes (S: at work shortly before)?"
    )
    assert "T" not in question.row_keys
