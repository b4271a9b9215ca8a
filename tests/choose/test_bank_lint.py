"""Faults that only show when facts are seen side by side."""

from __future__ import annotations

from dataclasses import replace

from worksheets.bank import FactBank
from worksheets.bank_lint import bank_faults, thin_classes
from worksheets.dates import Date
from worksheets.facts import Blank, Event, Fact, Group, Person, Statement, Term
from worksheets.problems import Source


def term(name: str, **fields: object) -> Term:
    values = {"term": name, "definition": f"the meaning of number {name}", "category": "thing"} | fields
    return Term(id=name, source=Source("a.md", 3), **values)  # type: ignore[arg-type]


def codes(*facts: Fact) -> list[str]:
    return [problem.code for problem in bank_faults(FactBank("Book", facts))]


def test_a_sound_bank_has_no_faults():
    """Facts that differ where questions need them to differ are left alone."""
    assert codes(term("osmosis"), term("diffusion")) == []


def test_two_terms_of_one_definition_are_a_fault():
    """A definition that fits two terms has two right answers, whatever its case and accents (rule H11)."""
    one, other = term("a", definition="a Gröup of cells"), term("b", definition="A group, of cells")
    (problem,) = bank_faults(FactBank("Book", (one, other)))

    assert problem.code == "fact.twins"
    assert str(problem).startswith('a.md:3: "b" has the same definition as "a": "A group, of cells"; say what sets')


def test_two_persons_of_one_role_are_a_fault():
    """A role is unique in the book (rule G10)."""
    one = Person(id="a", full_name="Ann", role="the first editor")
    other = Person(id="b", full_name="Bo", role="the first editor")

    assert codes(one, other) == ["fact.twins"]


def test_a_pair_cannot_be_both_true_and_false_in_one_place():
    """not-with on one side and confusable-with on the other contradict each other (rule G7)."""
    assert codes(term("a", not_with=("b",)), term("b", confusable_with=("a",))) == ["fact.both-true-and-false"]


def test_an_outsider_is_no_member():
    """A name under near that is a member would be a wrong answer that is right."""
    group = Group(id="g", of="lakes", are="are salt", members=("Van", "Urmia", "Aral"), near=("van", "Como", "Geneva"))

    assert codes(group) == ["fact.near-is-member"]


def test_groups_of_one_partition_share_no_member():
    """Sorting under headings needs one right place for each member (rule G23)."""
    one = Group(id="a", of="lakes", are="are salt", members=("Van", "Urmia", "Aral"), partition="water")
    other = Group(id="b", of="lakes", are="are fresh", members=("Van", "Como", "Geneva"), partition="water")

    assert codes(one, other) == ["fact.partition"]


def test_groups_of_one_partition_are_of_one_plural():
    """Else what is sorted under their headings has no name but "what stands in the box" (rule G23)."""
    one = Group(id="a", of="lakes", are="are salt", members=("Van", "Urmia", "Aral"), partition="water")
    other = Group(id="b", of="rivers", are="are fresh", members=("Po", "Rhone", "Rhine"), partition="water")
    (problem,) = bank_faults(FactBank("Book", (one, other)))

    assert problem.code == "fact.partition"
    assert 'write one plural before the bar of every group of the partition "water"' in str(problem)


def test_a_wrong_filler_is_wrong_everywhere():
    """A filler that makes another statement of the book is true (rule H11)."""
    text = "In winter the lake is frozen."
    one = Statement(id="a", text=text, blanks=(Blank("frozen", 22, false=("salt", "warm")),))
    other = Statement(id="b", text="In winter the lake is warm.", blanks=(Blank("warm", 22, false=("dry", "new")),))

    assert codes(one, other) == ["fact.filler-is-true"]


def test_no_event_lies_within_itself():
    """A circle of events that contain each other is told for each of them."""
    one = Event(id="a", title="the siege", clause="the town was cut off", date=Date(1600), within="b")
    other = Event(id="b", title="the war", clause="the towns fought", date=Date(1600), within="a")

    assert codes(one, other) == ["fact.within-itself", "fact.within-itself"]


def test_thin_classes_are_named():
    """A class with fewer than four members is advice, not a fault (rule G35)."""
    bank = FactBank("Book", (*map(term, "abc"), term("d", category="other")))

    assert [(thin.category, thin.members) for thin in thin_classes(bank)] == [
        ("other", ("d",)),
        ("thing", ("a", "b", "c")),
    ]


def test_a_plural_is_asked_for_where_only_the_author_knows():
    """A term and definition that look plural and are not marked would stand beside singular ones (rules H8, G35)."""
    plural = {"term": "glaciers", "definition": "rivers of ice that move slowly down to the sea"}

    assert codes(term("a", **plural)) == ["fact.number-needed"]
    assert codes(term("a", **plural, plural=True)) == []
    assert codes(term("a", term="physics", definition="the study of what moves and why it moves")) == []


def test_a_role_for_one_sex_has_to_be_marked():
    """Whoever is of the other sex would be ruled out by the noun alone (rule G33)."""
    queen = Person(id="a", full_name="Ann", role="the last queen of the island")
    mother = Person(id="b", full_name="Bo", role="the founder of the house for widows")

    assert codes(queen) == ["fact.gendered-needed"]
    assert codes(replace(queen, gendered="f")) == codes(mother) == []
