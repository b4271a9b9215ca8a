"""Whether two questions may stand on one sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import asked, every_question
from ask.bank import BOOK, EVENTS, PEOPLE, STATEMENTS, blank, statement

from worksheets.asking import VARIANTS
from worksheets.bank import FactBank
from worksheets.facts import Misconception
from worksheets.item_types import Material
from worksheets.questions import Key, Question
from worksheets.sheet_lint import clash
from worksheets.words import holds


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
        ("Tycho Brahes are many.", True),
        ("In 1572 a star was seen.", True),
        ("In 1572 nothing was seen.", False),
        ("A star was seen.", False),
    ],
)
def test_an_answer_that_another_question_prints_is_a_clash(stem, clashes):
    """A secret clashes wherever it stands as whole words, inflected or not; a pair only within one text (H12)."""
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


def test_a_role_that_is_lent_does_not_meet_its_owner():
    """Who reads "Kepler was the friar who ..." is not asked for the name of that friar on the same sheet (G29)."""
    false = asked("true-false", "role/false", BOOK["kepler"], *PEOPLE)
    (lender,) = false.involves
    name, other = (asked("short-answer", "name", BOOK[person]) for person in (lender, "gagarin-man"))

    assert BOOK[lender].role in false.stem
    assert clash(false, name) == clash(name, false) == f"what one asks about, the other speaks of: {lender}"
    assert clash(false, other) is None


@pytest.mark.parametrize("variant", range(VARIANTS))
def test_whose_description_a_question_prints_is_known(variant):
    """Roles, fates, definitions and theses are those of facts that it asks about or is known to involve (G29)."""
    descriptions = [
        (fact.id, text)
        for fact in BOOK
        for text in (getattr(fact, field, "") for field in ("role", "fate", "definition", "thesis"))
        if text
    ]
    strangers = [
        (made.id, fact)
        for made in every_question(Material(BOOK, BOOK, BOOK, "seed", variant))
        for fact, text in descriptions
        if fact not in (*made.facts, *made.involves) and any(holds(shown, text) for shown in made.shown)
    ]

    assert strangers == []


def test_a_misconception_and_what_it_distorts_do_not_meet():
    """Who is asked what is wrong with a sentence does not read or write the right one elsewhere (H12)."""
    wrong = Misconception(id="wrong", often="The Sun is made of rock.", true="The Sun is made of gas.", fact="sun-fuel")
    correct = asked("short-answer", "correct", wrong, *STATEMENTS)
    distorted, other = (
        asked("cloze", "blank-1", BOOK[name], wrong, *STATEMENTS) for name in ("sun-fuel", "kepler-mars")
    )

    assert clash(correct, distorted) == "what one asks about, the other speaks of: sun-fuel, wrong"
    assert clash(correct, other) is None


@pytest.mark.parametrize(
    ("view", "person", "one"),
    [
        ("copernicus-1543", "copernicus", True),
        ("tycho-1588", "brahe", True),
        ("tycho-1588", "kepler", False),
        ("joint", "galileo", True),
        ("joint", "halley", True),
        ("joint", "bruno", False),
    ],
)
def test_a_person_and_the_view_of_that_person_are_one_thing(view, person, one):
    """Whoever holds a view, alone or with others, is not asked about beside it (H12)."""
    joint = replace(BOOK["philolaus"], id="joint", holder="Galileo Galilei, Ole Rømer and Edmund Halley")
    book = FactBank("Sky", (*(fact for fact in BOOK if fact.id != "philolaus"), joint))
    about_view, about_person = (
        made
        for name in (view, person)
        for made in [next(made for made in every_question(Material(book, book, book, "seed")) if made.facts == (name,))]
    )
    told = bool(clash(about_view, about_person))

    assert (person in about_view.involves, view in about_person.involves, told) == (one, one, one)


def test_no_question_gives_away_its_own_answer():
    """What a question prints itself does not hold what it asks the student to write (H12)."""
    for made in every_question(Material(BOOK, BOOK, BOOK, "seed")):
        if not made.options and not made.rows and made.item_type != "true-false":
            assert (
                clash(made, replace(made, facts=("nothing",), secrets=(), pairs=(), key=Key("another answer"))) is None
            ), made.id
