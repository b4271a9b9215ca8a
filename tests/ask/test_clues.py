"""Clues of puzzles: one answer each, which the clue does not tell; and names in squares."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.bank import BOOK, blank, person, statement, term
from hypothesis import given
from hypothesis import strategies as st

from worksheets.bank import FactBank
from worksheets.item_types.clues import clue_of, gathered, has_form, how_to_write
from worksheets.item_types.drawing import Draw
from worksheets.item_types.item_type import Material
from worksheets.spelling import lengths, letters


def clue(fact, *others):
    return clue_of(FactBank("Book", (fact, *others)), fact)


@pytest.mark.parametrize(
    ("name", "squares", "told"),
    [
        ("comet", "COMET", "5"),
        ("Five-Year Plan", "FIVEYEARPLAN", "4-4,4"),
        ("Béla Kun", "BELAKUN", "4,3"),
        ("O'Neill", "ONEILL", "6"),
        ("Tycho’s star", "TYCHOSSTAR", "6,4"),
        ("Łódź", "LODZ", "4"),
        ("Strauß", "STRAUSS", "7"),
        ("Ørsted", "ORSTED", "6"),
        ("U.S.S.R.", "USSR", "4"),
    ],
)
def test_names_are_squeezed_into_squares(name, squares, told):
    """One letter from A to Z a square; spaces and hyphens show in the lengths, accents and apostrophes nowhere."""
    assert (letters(name), lengths(name)) == (squares, told)


def test_a_name_without_a_surname_is_not_asked_for_as_one():
    """The sheet said that the surname is meant, where the answer was the Peter of Metropolitan Peter (P4)."""
    abbot = person("abbot", "Abbot Richard", "1292-1336", "the monk who built a clock", "maker")
    found = clue(abbot)

    assert found is not None
    assert found.letters == "RICHARD"
    assert how_to_write([found]).endswith("Of people, the last name is meant.")


@pytest.mark.parametrize("name", ["Комета", "Sputnik 1", "彗星", "H₂O", "", "-"])
def test_what_has_no_latin_letters_has_no_squares(name):
    """Cyrillic, numbers and signs cannot be written into a grid."""
    assert letters(name) == ""


@given(st.text())
def test_squares_hold_letters_only(name):
    """Whatever an author writes, a square holds one capital letter without an accent."""
    assert all("A" <= sign <= "Z" for sign in letters(name))


def test_a_definition_a_role_and_a_gap_are_clues():
    """Each ends with the lengths of its answer; of people the surname is asked, of gaps what is missing is said."""
    orbit = statement("path", "", "Each planet moves round the Sun on its {orbit}.", blank("term"))
    spelt = statement("spelt", "", "Each planet moves round the Sun on {an orbit}.", blank("term"))

    assert [
        (found.text.replace("\N{NO-BREAK SPACE}", " "), found.letters)
        for found in map(clue, (BOOK["comet"], BOOK["armstrong"], orbit))
        if found
    ] == [
        ("A small icy body that grows a tail when it comes near the Sun (5)", "COMET"),
        ("The first person on the Moon (9)", "ARMSTRONG"),
        ("Each planet moves round the Sun on its ____ (term). (5)", "ORBIT"),
    ]
    assert clue(spelt) is None  # nobody writes the article into the squares


@pytest.mark.parametrize(
    "changed",
    [
        {"content_note": "a deadly impact"},
        {"tags": ("no-game",)},
        {"transparent": True},
        {"certainty": "disputed"},
        {"weight": 0},
        {"term": "комета"},
        {"term": "go"},
        {"term": "interplanetary wanderer"},
        {"definition": "a small body, one of the comets of the Sun"},
        {"definition": "a cometary body of ice", "term": "comets"},
        {
            "aliases": (
                "kometa",
                "tail",
            ),
            "definition": "a body with tails",
        },
    ],
)
def test_what_makes_no_clue(changed):
    """Suffering, transparent terms, doubt, other scripts, too few or many letters, a form of the name (G26, G8, H9)."""
    assert clue(replace(BOOK["comet"], **changed)) is None


def test_a_clue_that_fits_another_name_of_as_many_letters_is_not_taken():
    """Two spellings of equal length, or another term that means the same; one of another length is ruled out (H11)."""
    comet, spelt = BOOK["comet"], replace(BOOK["comet"], aliases=("Komet",))
    same = term("snowball", "snowy", comet.definition, "body of the solar system")

    assert clue(spelt) is None
    assert clue(comet, same) is None
    assert clue(comet, replace(same, term="snowball"))
    assert clue(comet, replace(same, definition="a ball of snow", not_with=("comet",))) is None


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("a person sent by a delegation", "delegate", True),
        ("those who were purged", "purge", True),
        ("a pair of officers", "office", True),
        ("a rock from space", "meteorite", False),
        ("the way of the Sun", "the sun dial", True),
    ],
)
def test_forms_of_a_name_are_known(text, name, told):
    """A longer word that begins like it, or one that has its first five letters; small words do not count."""
    assert has_form(text, name) is told


def test_clues_beside_each_other_tell_nothing():
    """No two answers are the same or one inside the other, and no clue names the answer of another (H12)."""
    first = clue_of(BOOK, BOOK["comet"])
    material = Material(BOOK, BOOK, BOOK, "seed")
    assert first
    found = list(gathered(Draw(material, "crossword", "term", BOOK["comet"]), material, first))

    assert found[0] == first
    assert not [
        (one.text, other.answer)
        for one in found
        for other in found
        if one != other and (one.letters in other.letters or one.tells(other))
    ]
