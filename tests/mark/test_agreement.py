"""Faults between facts, which only show when all chapters have been read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.collected import Entry, Mention
from build_tools.mark.agreement import disagreements
from worksheets.dates import Date
from worksheets.facts import AuthoredQuestion, Blank, Event, Fact, Passage, Person, Statement, Term, View
from worksheets.mark_schemes import MarkScheme, bundled_schemes
from worksheets.problems import Source


def term(name: str, **fields: object) -> Term:
    return Term(id=name, term=name, definition="a thing of some kind", source=Source("a.md", 10), **fields)


def told(
    *facts: Fact,
    mentions: tuple[Mention, ...] = (),
    sources: frozenset[str] | None = None,
    schemes: tuple[MarkScheme, ...] | None = None,
) -> list[str]:
    lines = {"bands": 17, "not-with": 12, "people": 13, "sources": 14, "passage": 15, "on": 16, "name": 11}
    entries = [Entry(fact, "a", f"fact-{fact.id}", lines) for fact in facts]
    return [str(problem) for problem in disagreements(entries, mentions, sources, schemes)]


def statement(name: str, place: Passage) -> Statement:
    return Statement(id=name, text="x y z a.", blanks=(Blank("a", 6),), passage=place, source=Source("a.md", 10))


FLIGHT = Event(
    id="flight", title="the flight", clause="it flew", date=Date(1783), people=("flyer",), source=Source("a.md", 10)
)


def test_facts_that_agree_are_not_complained_of():
    """References to facts of the right kind, known sources and a whole passage are sound."""
    flyer = Person(id="flyer", full_name="Jane", role="the flyer")
    run = [statement(f"s{order}", Passage("flying", order)) for order in (1, 2, 3)]
    mentions = (Mention("flyer", "person", Source("b.md", 1)), Mention("flight", "page", Source("b.md", 2)))

    assert told(FLIGHT, flyer, *run, term("a", sources=("x",)), mentions=mentions, sources=frozenset({"x"})) == []


def test_two_facts_of_one_name_are_told_at_the_second():
    """The name of a fact stands for one fact in the whole book; the place of the other is named."""
    other = Term(id="a", term="b", definition="c", source=Source("b.md", 3))

    assert told(other, term("a")) == [
        "a.md:11: another fact is called “a”, in b.md:3; give one of the two another name; the one that worksheets "
        "already use keeps it [fact.duplicate-name]"
    ]


def test_a_name_that_no_fact_bears_is_told_with_the_nearest():
    """A slip of the pen is told at the line of the option, with the name that was meant."""
    assert told(term("osmosis"), term("b", not_with=("osmossis",))) == [
        "a.md:12: no fact is called “osmossis”, which stands in :not-with:; write “osmosis” [fact.unknown-fact]"
    ]


def test_a_person_who_is_nowhere_marked_is_told():
    """Where nothing is near, the author is told what can be done."""
    assert told(FLIGHT) == [
        "a.md:13: no fact is called “flyer”, which stands in :people:; mark such a fact, or delete the name "
        "[fact.unknown-fact]"
    ]


def test_a_term_is_no_person():
    """A name in :people: has to be that of a person."""
    assert told(FLIGHT, term("flyer")) == [
        "a.md:13: “flyer” in :people: is a term, and a person is wanted there; mark such a fact, or delete the name "
        "[fact.wrong-kind]"
    ]


def test_an_event_never_stands_in_a_terms_place():
    """Facts that are mixed up are of one kind: an event is no answer where a term is asked for."""
    flight = Event(id="flight", title="the flight", clause="it flew", date=Date(1783))

    assert (
        "“flight” in :not-with: is an event, and a term is wanted there"
        in told(flight, term("b", not_with=("flight",)))[0]
    )


def test_a_fact_is_not_its_own_rival():
    """A fact that names itself is told."""
    assert "names the fact itself" in told(term("a", not_with=("a",)))[0]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (Mention("osmoss", "ref", Source("b.md", 5)), "b.md:5: no fact is called “osmoss”, which {fact:ref} points to"),
        (
            Mention("osmosis", "event", Source("b.md", 5)),
            "b.md:5: “osmosis” is a term, not an event; write {fact:term}",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told(mention, expected):
    """Links in the text of chapters are checked as the options are."""
    assert told(term("osmosis"), mentions=(mention,))[0].startswith(expected)


def test_a_source_outside_the_bibliography_is_told():
    """A misspelt key is told with the key that was meant."""
    assert told(term("a", sources=("smiht2001",)), sources=frozenset({"smith2001"})) == [
        "a.md:14: “smiht2001” in :sources: is not in the bibliography; write “smith2001” [fact.unknown-source]"
    ]


def test_without_a_bibliography_any_source_will_do():
    """A book that uses no bibliography may name its sources as it likes."""
    assert told(term("a", sources=("anything",)), sources=None) == []


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ((1, 2), "the passage “flying” has 2 statements; give it 3 to 6"),
        ((1, 2, 3, 4, 5, 6, 7), "the passage “flying” has 7 statements; give it 3 to 6"),
        ((1, 2, 2), "two statements have place 2 in the passage “flying”"),
        ((1, 2, 4), "the passage “flying” has the places 1, 2, 4; count from 1 without a gap"),
        ((2, 3, 4), "the passage “flying” has the places 2, 3, 4; count from 1 without a gap"),
    ],
)
def test_a_passage_is_three_to_six_statements_in_a_row(orders, expected):
    """A run with a gap, a doubled place or the wrong length cannot be printed as a text (rule G20)."""
    run = [statement(f"s{index}", Passage("flying", order)) for index, order in enumerate(orders)]

    assert any(f"a.md:15: {expected}" in fault for fault in told(*run))


def test_views_on_one_question_write_it_alike():
    """Views are compared only on one and the same question, so a different spelling would keep them apart."""
    views = [
        View(id=name, holder=name, year="1900", on=on, thesis="it grows", source=Source("a.md", 10))
        for name, on in (("a", "how species change"), ("b", "How species change"))
    ]

    assert told(*views) == [
        "a.md:16: :on: “How species change” is elsewhere written “how species change”; write both alike, or the views "
        "never meet [fact.on]"
    ]


def test_a_person_is_no_happening():
    """An event whose title is a person's name is told."""
    person = Person(id="jane", full_name="Jane Doe", role="the flyer")
    event = Event(id="event", title="Jane Doe", clause="Jane flew", date=Date(1783), source=Source("a.md", 10))

    assert "“Jane Doe” is a person, not a happening" in told(person, event)[0]


def essay(bands: str, worth: int = 15) -> AuthoredQuestion:
    return AuthoredQuestion(
        id="q", item_type="essay", stem="How far?", worth=worth, bands=bands, source=Source("a.md", 10)
    )


def test_a_question_names_a_mark_scheme_that_exists():
    """The short id and the full one are sound; where no scheme could be read, none is asked for."""
    assert told(essay("essay-15"), schemes=bundled_schemes()) == []
    assert told(essay("ib-history-paper-2/essay-15"), schemes=bundled_schemes()) == []
    assert told(essay("mine"), schemes=None) == []


def test_an_unknown_mark_scheme_is_told_with_the_nearest():
    """A slip of the pen is told at the line of :bands:, with the id that was meant."""
    assert told(essay("esay15"), schemes=bundled_schemes()) == [
        "a.md:17: there is no mark scheme “esay15”; write “essay-15” [fact.unknown-scheme]"
    ]
    assert told(essay("ib-history-paper-1/essay-15"), schemes=bundled_schemes()) == [
        "a.md:17: there is no mark scheme “ib-history-paper-1/essay-15”; write “ib-history-paper-2/essay-15” "
        "[fact.unknown-scheme]"
    ]
    assert told(essay("zzz"), schemes=bundled_schemes()) == [
        "a.md:17: there is no mark scheme “zzz”; write one that `worksheets schemes` lists, or add your own "
        "[fact.unknown-scheme]"
    ]


def test_a_short_id_of_two_mark_schemes_has_to_be_written_in_full():
    """Nobody guesses which of two papers an essay belongs to."""
    twin = replace(bundled_schemes()[-1], id="other")

    assert told(essay("essay-15"), schemes=(*bundled_schemes(), twin)) == [
        "a.md:17: “essay-15” stands in several mark schemes; write “ib-history-paper-2/essay-15” or “other/essay-15” "
        "[fact.unknown-scheme]"
    ]


def test_the_marks_of_a_question_are_those_of_its_scheme():
    """Bands up to 15 cannot mark an essay worth 25."""
    assert told(essay("essay-15", worth=25), schemes=bundled_schemes()) == [
        "a.md:17: the question is worth 25 and the mark scheme “essay-15” has 15 marks; mend the marks, or name "
        "another scheme [fact.scheme-marks]"
    ]
