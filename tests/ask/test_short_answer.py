"""Short answers and their mark schemes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import asked, every_question
from ask.bank import BOOK, LINKS
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.bank import FactBank
from worksheets.facts import Link
from worksheets.item_types import ITEM_TYPES
from worksheets.sheet_lint import lint_question

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(materials())
def test_two_lines_a_mark(material):
    """There are two lines for each mark, and one for a name (L4)."""
    for question in every_question(material, "short-answer"):
        assert question.answer_lines == (1 if question.pattern == "name" else 2 * question.marks)


def test_an_explanation_is_asked_with_and_without_its_limit():
    """The limit of an explanation is one more point and one more mark (P6, G28)."""
    plain, limited = (asked("short-answer", name, LINKS[0]) for name in ("explain", "explain-with-limit"))

    assert plain.stem == "The pull of the Moon raises the tides of the sea. Explain how."
    assert limited.stem.endswith("Explain how, and give one point that limits this explanation.")
    assert (plain.marks, limited.marks) == (2, 3)


def test_another_sound_point_counts():
    """The points of an explanation are not all that can be said, and the key says so (P6)."""
    plain, limited = (asked("short-answer", name, LINKS[0]).key for name in ("explain", "explain-with-limit"))

    assert plain.notes == ("Another sound point counts in place of one of these.",)
    assert limited.notes == ("Another sound point or limit counts in place of one of these.",)


def test_an_explanation_that_not_all_accept_is_reported():
    """A link below full strength, or one that is not settled, is put into somebody's mouth (G36)."""
    stems = [
        asked("short-answer", "explain", link).stem for link in (LINKS[1], replace(LINKS[0], certainty="disputed"))
    ]

    assert all(stem.startswith("Some people argue that the ") for stem in stems)


def test_a_misconception_is_corrected():
    """The key is what is true; why the error arises is told to the teacher (R8)."""
    question = asked("short-answer", "correct", BOOK["seasons"])

    assert question.stem == "What is wrong with this statement? ‘It is summer when the Earth is nearest to the Sun.’"
    assert question.key.answer == "It is summer where the Earth's axis leans towards the Sun."
    assert question.key.notes == ("Why it is believed: It is warmer close to a fire than far away from it.",)


def test_a_person_is_asked_from_name_and_from_role():
    """A name is asked with all its forms accepted; a role with the easiest clue (P6)."""
    name = asked("short-answer", "name", BOOK["brahe"])
    role = asked("short-answer", "who-was", BOOK["copernicus"])

    assert (name.key.answer, name.key.accept) == ("Tycho Brahe", ("Brahe", "Tycho"))
    assert (role.key.answer, role.key.accept) == (BOOK["copernicus"].role, ("put the Sun at the centre",))
    assert role.key.notes == ("Accept whatever else is true of this person alone.",)


@pytest.mark.parametrize(("lived", "dead"), [
    ("1473-1543", True), ("circa 1100 to about 1160", True), ("died 1160", True), ("570-495 BC", True),
    ("", False), ("1941-", False), ("born 1941", False), ("12 May 1941-", False),
])  # fmt: skip
def test_nobody_who_may_be_alive_is_asked_about_in_the_past_tense(lived, dead):
    """The historian of today was asked about with "Who was"; only a year of death bears that out (G27)."""
    person = replace(BOOK["copernicus"], lived=lived)
    question = asked("short-answer", "who-was", person)
    past = replace(question, stem=f"Who was {person.full_name}?")

    assert question.stem == (past.stem if dead else "What is Nicolaus Copernicus known for?")
    assert lint_question(question, FactBank("Book", (person,))) == ()
    assert [found.code for found in lint_question(past, FactBank("Book", (person,)))] == ["item.G27"] * (not dead)


def test_a_list_of_points_is_not_all_that_can_be_said():
    """The key of an author's question listed some points and did not say that others count as well (P6)."""
    question = asked("short-answer", "authored", BOOK["q-parallax"])
    closed = replace(question, key=replace(question.key, notes=()))

    assert "Another sound point counts in place of one of these." in question.key.notes
    assert lint_question(question, FactBank("Book", (BOOK["q-parallax"],))) == ()
    assert [found.code for found in lint_question(closed, FactBank("Book", (BOOK["q-parallax"],)))] == ["item.P6"]


def test_a_view_is_asked_with_its_question_and_evidence():
    """The stem prints what the view answers, and asks for evidence only where the bank has it (G12, G27)."""
    with_evidence = asked("short-answer", "view", BOOK["ptolemy-150"])
    without = asked("short-answer", "view", BOOK["philolaus"])

    assert (with_evidence.marks, without.marks) == (2, 1)
    assert with_evidence.stem.endswith("about what stands at the centre of the planets, and on what evidence?")


def test_an_authored_question_keeps_its_marks():
    """What the author wrote is asked as it stands; an essay is no short answer (IB-1)."""
    question = asked("short-answer", "authored", BOOK["q-parallax"])

    assert (question.stem, question.marks) == (BOOK["q-parallax"].stem, 2)
    assert ITEM_TYPES["short-answer"].patterns(BOOK["q-essay"]) == ()


def test_a_link_without_mark_points_is_not_explained():
    """A question that cannot be marked is not asked (G27)."""
    bare = Link(id="bare", cause="the wind", effect="raised the waves")

    assert ITEM_TYPES["short-answer"].patterns(bare) == ()


def test_an_authored_question_leads_to_where_its_answer_is_taught():
    """The key names the places of the facts that answer it, and its own place only where the author names none."""
    answering = BOOK["brahe"]
    told = replace(BOOK["q-parallax"], about=(answering.id,))

    assert asked("short-answer", "authored", told, answering).places == (answering.place,)
    assert asked("short-answer", "authored", BOOK["q-parallax"]).places == (BOOK["q-parallax"].place,)
