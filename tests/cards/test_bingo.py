"""A game of bingo: what is called fits one entry alone, and nothing is called that is no matter for play."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from tests.strategies import banks
from worksheets.bank import FactBank
from worksheets.cards.bingo import draw_bingo, fewest_calls
from worksheets.cards.bingo_pool import ALSO_FITS, LONGEST, NO_CLUE, TOO_LONG, entry_of, find_pool, told_apart
from worksheets.dates import Date
from worksheets.facts import NO_GAME, Event, Person, Term
from worksheets.problems import Faults, Source
from worksheets.roster import Roster, Student

CHAPTERS = tuple(chapter.name for chapter in BOOK.chapters)
CLASS = Roster("10b", tuple(Student(f"Student {number}") for number in range(12)))
OSMOSIS = Term(id="osmosis", term="osmosis", definition="the net movement of water through a membrane")
DIFFUSION = Term(id="diffusion", term="diffusion", definition="the spreading of particles into a space")
JENNER = Person(id="jenner", full_name="Edward Jenner", role="the doctor who tested cowpox", surname="Jenner")
PEACE = Event(id="peace", title="the peace", clause="peace came", date=Date(1905, 9), why="It ended a war.")


def pool_of(*facts, **options):
    bank = FactBank("Book", facts)
    found = find_pool(bank, [""], "seed", **{"noted": False, "paper": "a4", **options})
    return {entry.fact for entry in found.entries}, {left.fact.id: left.reason for left in found.left_out}


@pytest.mark.parametrize(
    ("fact", "kind", "answer", "clue"),
    [
        (OSMOSIS, "Term", "Osmosis", "The net movement of water through a membrane."),
        (JENNER, "Person", "Edward Jenner", "The doctor who tested cowpox."),
        (PEACE, "Event", "The peace", "September 1905. It ended a war."),
        (replace(PEACE, why="", short="the treaty"), "Event", "The treaty", "September 1905."),
    ],
)
def test_what_is_called(fact, kind, answer, clue):
    """The meaning of a term, the role of a person, the date of an event and why it mattered."""
    entry = entry_of(fact, "a4")

    assert (entry.kind, entry.answer, entry.clue) == (kind, answer, clue)


def test_facts_that_fit_are_in_the_pool():
    """Nothing is left out without a reason."""
    assert pool_of(OSMOSIS, DIFFUSION, JENNER, PEACE) == ({"osmosis", "diffusion", "jenner", "peace"}, {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(OSMOSIS, replace(DIFFUSION, not_with=("osmosis",)), id="the author says it is also true"),
        pytest.param(OSMOSIS, replace(DIFFUSION, definition="a movement of water"), id="one meaning holds the other"),
        pytest.param(OSMOSIS, replace(DIFFUSION, definition="what osmosis is one kind of"), id="it names the other"),
        pytest.param(JENNER, replace(JENNER, id="other", full_name="Jane Roe", surname="Roe"), id="one role for two"),
        pytest.param(JENNER, replace(OSMOSIS, definition="what Jenner studied"), id="it names the person"),
        pytest.param(PEACE, replace(PEACE, id="fair", title="the fair", date=Date(1905, 9, 3)), id="in that month"),
        pytest.param(PEACE, replace(PEACE, id="year", title="the fair", date=Date(1905)), id="perhaps in that month"),
        pytest.param(
            PEACE,
            replace(PEACE, id="long", title="the fair", clause="it was held", date=Date(1904), end=Date(1906)),
            id="it was going on then",
        ),
        pytest.param(OSMOSIS, replace(OSMOSIS, id="again", definition="a drift"), id="one name for two"),
    ],
)
def test_a_clue_that_could_fit_another_entry_is_not_called(one, other):
    """Of two such facts one stays out (rules H11, G24)."""
    taken, left_out = pool_of(one, other)

    assert len(taken) == 1
    assert list(left_out.values()) == [ALSO_FITS]


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (replace(OSMOSIS, transparent=True), NO_CLUE),
        (replace(OSMOSIS, definition="a case of osmosis in roots"), NO_CLUE),
        (replace(JENNER, role="the man after whom the Jenner Museum is named"), NO_CLUE),
        (replace(PEACE, title="the peace of 1905"), NO_CLUE),
        (replace(PEACE, date=Date(1905, about=True)), NO_CLUE),
        (replace(OSMOSIS, term="a" * (LONGEST + 1)), TOO_LONG),
        (replace(OSMOSIS, certainty="disputed"), "disputed"),
        (replace(OSMOSIS, content_note="illness"), "with a content note"),
        (replace(OSMOSIS, tags=(NO_GAME,)), "tagged no-game"),
    ],
)
def test_what_cannot_be_called_is_left_out_with_the_reason(fact, reason):
    """A clue that gives its answer away, an answer too long for a square, and what no game is made of."""
    assert pool_of(fact) == (set(), {fact.id: reason})


def test_content_notes_can_be_taken_in_but_not_what_is_tagged():
    """Who has read the notes may decide; an author's tag is final."""
    noted, tagged = replace(OSMOSIS, content_note="illness"), replace(DIFFUSION, tags=(NO_GAME,))

    assert pool_of(noted, tagged, noted=True) == ({"osmosis"}, {"diffusion": "tagged no-game"})


@settings(max_examples=25, deadline=None)
@given(banks, st.text(max_size=5))
def test_no_two_entries_of_a_pool_could_be_taken_for_each_other(bank, seed):
    """Every pair is told apart, both ways, whatever the author has written."""
    found = find_pool(bank, {fact.place.chapter for fact in bank}, seed, noted=True, paper="a4")
    facts = [(bank[entry.fact], entry) for entry in found.entries]

    assert all(told_apart(bank, *one, *other) for one, other in combinations(facts, 2))
    assert all(len(entry.answer) <= LONGEST for entry in found.entries)
    assert not {entry.fact for entry in found.entries} & {left.fact.id for left in found.left_out}


def test_a_game_knows_whose_card_is_complete_at_which_call():
    """Every card once; the caller reads it beside the clue."""
    game, _ = draw_bingo(BOOK, CHAPTERS, CLASS, seed="autumn", side=3)
    complete = game.complete()

    assert sorted(name for cards in complete.values() for name, _ in cards) == sorted(
        student.name for student in CLASS.students
    )
    assert [card.student for card in game.cards] == [student.name for student in CLASS.students]
    assert game.shared() == {}


def test_the_same_seed_is_the_same_game():
    """For the same class; another class or another seed plays another game."""

    def game(seed="autumn", roster=CLASS):
        return draw_bingo(BOOK, CHAPTERS, roster, seed=seed, side=3)[0]

    assert game() == game()
    assert game().calls != game(seed="spring").calls
    assert game().calls != game(roster=replace(CLASS, title="10c")).calls


def test_too_small_a_book_is_told_with_what_would_do():
    """How many entries are needed and how many there are, and which smaller card they fill."""
    bank = replace(BOOK, facts=tuple(fact for fact in BOOK if fact.kind == "term"))
    entries = len(find_pool(bank, CHAPTERS, "x", noted=False, paper="a4").entries)
    with pytest.raises(Faults) as found:
        draw_bingo(bank, CHAPTERS, CLASS, seed="autumn", side=5, source=Source("facts.json"))
    (problem,) = found.value.problems

    assert fewest_calls(3) <= entries < fewest_calls(5) == 30
    assert "needs 30 terms, people and events, and there are" in problem.what
    assert problem.mend.startswith("add chapters, take a smaller card (--grid")
    assert str(problem.source) == "facts.json"


def test_more_calls_than_entries_are_refused():
    """The message offers as many as there are."""
    with pytest.raises(Faults, match="ask for fewer calls"):
        draw_bingo(BOOK, CHAPTERS, CLASS, seed="autumn", side=3, calls=75)
