"""Whether two questions may stand on one sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import asked, every_question
from ask.bank import BOOK, EVENTS, blank, statement

from worksheets.item_types import Material
from worksheets.questions import Key, Question
from worksheets.sheet_lint import clash


def question(name: str, stem: str, **parts: object) -> Question:
    return Question(
        f"short-answer/any/{name}", "short-answer", "any", (name,), stem, 1, Key(f"the key of {name}"), **parts
    )  # type: ignore[arg-type]


ASKED = question("asked", "Who saw it?", secrets=("Tycho Brahe",), pairs=(("1572", "star"),))


@pytest.mark.parametrize(
    ("stem", "clashes"),
    [
        ("In Prague TYCHO BRAHE died.", True),
        ("In Prague Tycho Bráhe's friends met.", True),
        ("Brahe had a brother.", False),
        ("Tycho Brahes are many.", False),
        ("In 1572 a star was seen.", True),
        ("In 1572 nothing was seen.", False),
        ("A star was seen.", False),
    ],
)
def test_an_answer_that_another_question_prints_is_a_clash(stem, clashes):
    """A secret clashes wherever it stands as whole words; a pair only where both stand in one text (H12)."""
    other = question("other", stem)

    assert bool(clash(ASKED, other)) == bool(clash(other, ASKED)) == clashes


def test_a_pair_in_two_texts_is_no_clash():
    """A name in one row and its word in another tell nothing (H12)."""
    other = question("other", "Order these.", rows=("The fire of 1572", "The new star"))

    assert clash(ASKED, other) is None


def test_words_of_two_letters_give_nothing_away():
    """Words shorter than three letters are no secrets, numbers are (H12)."""
    short = question("short", "What?", secrets=("Io", "8"))

    assert clash(short, question("one", "Io is a moon.")) is None
    assert clash(short, question("two", "There are 8 planets."))


def test_two_questions_about_one_fact_clash():
    """A statement and its swap, or a term in two item types, never meet (H12, G29)."""
    true, false = (asked("true-false", f"event-year/{kind}", BOOK["uranus"], *EVENTS) for kind in ("true", "false"))

    assert clash(true, false) == "both ask about uranus"


def test_a_year_and_its_event_do_not_meet():
    """The year of an event that is asked for stands beside its words in no other question (H12, P5)."""
    when = asked("multiple-choice", "event-to-date", BOOK["uranus"], *EVENTS)
    telling = question("other", "Was Uranus found in 1781?")

    assert clash(when, telling)


def test_a_name_to_be_written_is_printed_nowhere():
    """The answer to a recall question is a secret in all its forms (H12, P6)."""
    name = asked("short-answer", "name", BOOK["brahe"])
    telling = question("other", "What did Tycho build?")

    assert clash(name, telling)


def test_two_gaps_with_one_answer_are_a_clash():
    """Whoever finds a word once would write it twice (H12); two true statements are no such pair."""
    one, other = question("one", "Who saw it?"), replace(question("other", "Who drew it?"), key=Key("The Key of one"))
    verdicts = [replace(each, item_type="true-false", key=Key("True")) for each in (one, other)]

    assert clash(one, other) is not None
    assert clash(*verdicts) is None


def test_a_number_word_gives_away_no_more_than_its_figure():
    """The word printed elsewhere tells nothing unless it stands beside a word of the question (H12)."""
    told = "Beside the planet Jupiter Galileo saw {four} moons in 1610."
    moons = asked("cloze", "blank-1", statement("moons", "", told, blank("number", "nine", "twenty")))

    assert clash(moons, question("other", "Name four stars.")) is None
    assert clash(moons, question("telling", "Who saw 4 moons in 1610?"))


def test_no_question_gives_away_its_own_answer():
    """What a question prints itself does not hold what it asks the student to write (H12)."""
    for made in every_question(Material(BOOK, BOOK, BOOK, "seed")):
        if not made.options and not made.rows and made.item_type != "true-false":
            assert (
                clash(made, replace(made, facts=("nothing",), secrets=(), pairs=(), key=Key("another answer"))) is None
            ), made.id
