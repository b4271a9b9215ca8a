"""Flash cards: what stands on their sides, which facts have one, and what is in a pack."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from tests.strategies import banks
from worksheets.cards.deck import draw_deck
from worksheets.cards.flash_card import FACES, flash_card
from worksheets.cards.suited import why_not, why_not_played
from worksheets.dates import Date
from worksheets.facts import NO_GAME, Event, Link, Person, Place, Term, View
from worksheets.roster import Roster, Student

PLACE = Place("03-cells", "3", "Cells", "3.2", "Membranes", pages={"a4": "34", "letter": "36"})
OSMOSIS = Term(id="osmosis", term="osmosis", definition="the net movement of water through a membrane", place=PLACE)
LINK = Link(id="link", cause="the overuse of antibiotics", effect="has led to resistant bacteria", how="Few survive.")
CHAPTERS = tuple(chapter.name for chapter in BOOK.chapters)
seeds = st.text(max_size=6)


def sides(fact):
    card = flash_card(fact, "a4")
    return (card.kind, card.head, card.prompt), (card.answer, *card.more)


def test_a_term_has_its_meaning_behind_it():
    """The place in the book is that of the edition on this paper."""
    assert sides(OSMOSIS) == (("Term", "Osmosis", "Meaning?"), ("The net movement of water through a membrane.",))
    assert flash_card(OSMOSIS, "letter").place == "section 3.2, page 36"


@pytest.mark.parametrize(
    ("why", "prompt", "more"),
    [("It ended a war.", "Date and significance?", ("It ended a war.",)), ("", "Date?", ())],
)
def test_an_event_has_its_date_behind_it_and_why_it_mattered(why, prompt, more):
    """The front asks for no more than the back tells."""
    event = Event(id="e", title="the peace", clause="it came", date=Date(1905, 9, 5), end=Date(1905, 10), why=why)

    assert sides(event) == (("Event", "The peace", prompt), ("5 September 1905 to October 1905", *more))


def test_a_person_has_role_and_fate_behind_the_name():
    """The fate is a sentence of its own: the name and the predicate are joined, not bent."""
    person = Person(id="p", full_name="Ada Bright", role="the builder of the clock", fate="left the country")

    assert sides(person) == (
        ("Person", "Ada Bright", "Role and fate?"),
        ("The builder of the clock.", "Ada Bright left the country."),
    )
    assert sides(replace(person, fate=""))[0][2] == "Role?"


def test_a_fate_that_the_role_holds_is_not_said_twice():
    """The poet who died in a camp."""
    person = Person(id="p", full_name="Ada Bright", role="the poet who died in a distant camp", fate="died in a camp")

    assert sides(person)[1] == ("The poet who died in a distant camp.",)


def test_a_cause_has_its_effect_behind_it():
    """With the sentence that says how."""
    told = "The overuse of antibiotics has led to resistant bacteria."

    assert sides(LINK) == (("Cause", "The overuse of antibiotics", "Effect?"), (told, "Few survive."))


@pytest.mark.parametrize("change", [{"strength": "weak"}, {"certainty": "disputed"}])
def test_a_cause_that_is_not_agreed_on_is_reported(change):
    """Both sides say that some people argue it, and the back what is said against it (rule G36)."""
    front, back = sides(replace(LINK, how="", limit="Few were measured", **change))

    assert front[2] == "Effect, as some people argue?"
    assert back == (
        "Some people argue that the overuse of antibiotics has led to resistant bacteria.",
        "Against this: Few were measured.",
    )


def test_a_view_names_its_holder():
    """On both sides: a disputed matter is somebody's view, with the year (rules HI-3, G12)."""
    view = View(id="v", holder="Ada Bright", year="1900", on="how clocks work", thesis="they swing", evidence="a test")
    front, back = sides(view)

    assert front == ("View", "Ada Bright (1900)", "What was argued on the question of how clocks work?")
    assert back == ("Ada Bright (1900) argued that they swing.", "Evidence: a test.")


def test_disputed_facts_have_no_card_unless_whose_they_are_is_printed():
    """Rule HI-3; views and causes carry it."""
    assert why_not(replace(OSMOSIS, certainty="disputed"), noted=True) == "disputed"
    assert why_not(replace(LINK, certainty="disputed"), noted=True) == ""


def test_facts_with_a_content_note_can_be_left_out():
    """Rule HI-4."""
    noted = replace(OSMOSIS, content_note="mentions illness")

    assert why_not(noted, noted=True) == ""
    assert why_not(noted, noted=False) == "with a content note"


def test_no_game_is_made_of_what_an_author_keeps_out_of_games():
    """Nor of what happened within such an event, however deep; a tag holds even where content notes are wanted."""
    war = Event(id="war", title="the war", clause="war came", date=Date(1800), tags=(NO_GAME,), within="siege")
    battle = Event(id="battle", title="the battle", clause="they fought", date=Date(1800, 2), within="war")
    siege = Event(id="siege", title="the siege", clause="they waited", date=Date(1800, 2, 3), within="battle")
    book = replace(BOOK, facts=(*BOOK.facts, war, battle, siege))

    assert {why_not_played(book, event, noted=True) for event in (war, battle, siege)} == {"tagged no-game"}
    assert why_not_played(book, OSMOSIS, noted=False) == ""
    assert why_not_played(book, replace(OSMOSIS, content_note="illness"), noted=False) == "with a content note"


def test_a_pack_is_in_the_order_of_the_book():
    """Chapter by chapter, and within each as the facts are taught."""
    cards = draw_deck(BOOK, CHAPTERS).deck.packs[0].cards
    order = [CHAPTERS.index(BOOK[card.fact].place.chapter) for card in cards]

    assert len(cards) == sum(
        (fact.kind in FACES and not fact.disputed) or fact.kind in ("view", "link") for fact in BOOK
    )
    assert order == sorted(order)


@settings(max_examples=40, deadline=None)
@given(banks, st.integers(1, 12), seeds)
def test_a_longer_pack_holds_the_shorter_one(bank, count, seed):
    """Cards are chosen by rank, each fact once, and only such as may be on a card."""
    chapters = {fact.place.chapter for fact in bank}
    short, long = (
        [card.fact for card in draw_deck(bank, chapters, count=size, seed=seed).deck.packs[0].cards]
        for size in (count, count + 1)
    )

    assert set(short) <= set(long)
    assert len(set(long)) == len(long) <= count + 1
    assert all(bank[name].weight and not why_not(bank[name], noted=True) for name in long)


@settings(max_examples=30, deadline=None)
@given(seeds, st.permutations(["Ann", "Bo", "Cy"]))
def test_a_students_pack_depends_on_nobody_else(seed, names):
    """Neither the order of the class nor who else is in it changes a pack."""

    def packs(*students):
        roster = Roster("10b", tuple(map(Student, students)))
        return {pack.student: pack for pack in draw_deck(BOOK, CHAPTERS, count=8, seed=seed, roster=roster).deck.packs}

    assert packs(*names) == packs("Ann", "Bo", "Cy")
    assert packs(names[0])[names[0]] == packs(*names)[names[0]]


def test_students_have_different_packs():
    """Another choice for each, of the same size."""
    roster = Roster("10b", (Student("Ann"), Student("Bo")))
    ann, bo = draw_deck(BOOK, CHAPTERS, count=8, seed="autumn", roster=roster).deck.packs

    assert len(ann.cards) == len(bo.cards) == 8
    assert {card.fact for card in ann.cards} != {card.fact for card in bo.cards}
