"""Cloze, with and without a box of words."""

from __future__ import annotations

from dataclasses import replace

from ask.asking import ask, asked, every_question
from ask.bank import BOOK, STATEMENTS, blank, person, statement, term
from ask.strategies import materials
from hypothesis import HealthCheck, given, settings

from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.questions import GAP
from worksheets.sheet_lint import lint_question
from worksheets.words import content, fold, holds

many = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
KEPLER = [fact for fact in STATEMENTS if fact.passage and fact.passage.name == "kepler"]
SUN = [fact for fact in STATEMENTS if fact.passage and fact.passage.name == "sun"]


def test_only_closed_kinds_are_left_open():
    """Without words to choose from only names, places, terms, numbers and their like are asked (G18)."""
    patterns = ITEM_TYPES["cloze"].patterns

    assert patterns(BOOK["kepler-mars"]) == ("blank-1",)
    assert patterns(BOOK["kepler-speed"]) == ()
    assert patterns(BOOK["moon-phases"]) == ()


def test_each_blank_is_a_question_of_its_own():
    """One gap in a sentence: the other blank stays filled (P4)."""
    question = asked("cloze", "blank-2", BOOK["two-gaps"])

    assert question.stem == f"The space telescope named after Edwin Hubble was launched from the shuttle {GAP} (name)."
    assert (question.key.answer, question.marks) == ("Discovery", 1)


def test_the_bracket_says_what_is_missing():
    """The author's hint stands behind the gap, or else what the answer is (G18)."""
    hinted = statement(
        "hinted", "", "The largest planet is called {Jupiter}.", blank("name", "Mars", "Venus", hint="a god")
    )

    assert asked("cloze", "blank-1", hinted).stem.endswith(f"{GAP} (a god).")
    assert asked("cloze", "blank-1", BOOK["largest"]).stem.endswith(f"{GAP} (name).")


def test_other_names_of_a_person_are_accepted():
    """Full name, surname and aliases count where they can mean nobody else; case and accents do not (P6)."""
    key = asked("cloze", "blank-1", BOOK["kepler-tycho"], BOOK["brahe"]).key

    assert (key.answer, key.accept) == ("Tycho Brahe", ("Brahe", "Tycho"))
    assert "Capital letters and accents do not count." in key.notes


def test_a_surname_that_two_people_share_is_not_accepted():
    """A name that could mean somebody else is no right answer (P6)."""
    sophie = person(
        "sophie", "Sophie Brahe", "1559-1643", "the woman who watched an eclipse with a brother", "astronomer"
    )

    assert asked("cloze", "blank-1", BOOK["kepler-tycho"], BOOK["brahe"], sophie).key.accept == ("Tycho",)


def test_another_spelling_of_a_surname_is_accepted():
    """An alias that begins like the full name spells the surname anew; a byname is no surname (P6)."""
    spelt = replace(BOOK["brahe"], aliases=("Tycho Brage", "Tycho the Dane"))
    key = asked("cloze", "blank-1", BOOK["kepler-tycho"], spelt).key

    assert key.accept == ("Brahe", "Tycho Brage", "Tycho the Dane", "Brage")


def test_a_name_that_differs_in_capital_letters_alone_is_not_listed():
    """Beside “Tycho Brahe” the key tells nothing by “tycho brahe” (P6)."""
    spelt = replace(BOOK["brahe"], aliases=("tycho brahe", "Tycho the Dane"))
    key = asked("cloze", "blank-1", BOOK["kepler-tycho"], spelt).key

    assert "Tycho the Dane" in key.accept
    assert "tycho brahe" not in key.accept


def test_what_is_accepted_beside_the_answer_lends_it_no_other_names():
    """An answer that the author accepts may name another term; that term's other names need not fit the gap (P6)."""
    told = statement(
        "told",
        "",
        "Most comets come from the {Oort cloud} of the system.",
        blank("term", "Moon", "Sun", accept=("the halo",)),
    )
    halo = term(
        "halo", "the halo", "the sparse ball of old stars around a galaxy", "part of a galaxy", aliases=("the corona",)
    )

    assert asked("cloze", "blank-1", told, halo).key.accept == ("the halo",)


def test_a_number_is_accepted_in_words_and_in_figures():
    """A word and its figure are one answer, whichever the author wrote; a second may be a unit of time (P6)."""
    told = "Beside the planet Jupiter Galileo saw {%s} moons in 1610."
    keys = [
        asked("cloze", "blank-1", statement("moons", "", told % answer, blank(kind, "nine", "twenty"))).key
        for answer, kind in (("four", "number"), ("4", "number"), ("second", "unit"))
    ]

    assert [key.accept for key in keys] == [("4",), ("four",), ()]
    assert keys[0].notes == ()


def test_a_long_number_need_not_be_known_digit_by_digit():
    """The bracket says that a rounded number will do, and the key gives it to two and to three digits (G18)."""
    long = statement(
        "long", "", "The catalogue made by Hipparcos lists {118,218} stars.", blank("number", "9,000", "70")
    )
    question = asked("cloze", "blank-1", long)

    assert question.stem.endswith(f"{GAP} (number, exact or rounded) stars.")
    assert question.key.accept == ("120,000", "118,000")


def test_an_article_before_a_gap_is_found():
    """Either article tells how the answer begins, and both read clumsily: the author takes it into the blank (H8)."""
    question = asked("cloze", "blank-1", BOOK["kepler-ellipse"])

    def found(stem: str) -> set[str]:
        return {problem.code for problem in lint_question(replace(question, stem=stem), BOOK)}

    assert question.stem.endswith(f"on {GAP} (term).")
    assert "ellipse" in question.key.accept
    assert "item.H8" not in found(question.stem)
    for article in ("a", "an", "a/an"):
        assert "item.H8" in found(question.stem.replace(GAP, f"{article} {GAP}"))


def test_a_sentence_that_names_its_answer_is_refused():
    """The rest of the sentence does not hold the answer or another name of it (P4)."""
    telling = statement(
        "telling", "", "In Brahe's house on Ven worked {Tycho Brahe}.", blank("person", "Kepler", "Galileo")
    )

    assert isinstance(ask("cloze", "blank-1", telling, BOOK["brahe"]), Refusal)


def test_a_gap_among_the_first_words_is_not_asked():
    """No gap in the first three words (P4)."""
    early = statement("early", "", "The planet {Jupiter} has more than ninety moons.", blank("name", "Mars", "Venus"))

    assert ITEM_TYPES["cloze"].patterns(early) == ()


def test_a_passage_keeps_its_order():
    """The sentences of a passage stand as the book has them, whichever of them it grew from (G20)."""
    questions = [asked("cloze-with-bank", "passage", fact, *KEPLER) for fact in KEPLER]

    assert {question.row_keys for question in questions} == {("an ellipse", "nearest", "Tycho Brahe", "Mars")}


def test_a_sentence_that_prints_another_answer_is_left_out():
    """No sentence of a passage gives the word of another away (H12)."""
    for fact in SUN:
        question = asked("cloze-with-bank", "passage", fact, *SUN)

        assert not any(holds(row, word) for row in question.rows for word in question.row_keys)
        assert fact.id == question.facts[0]


@many
@given(materials())
def test_the_box_holds_the_answers_and_two_spares_or_more(material):
    """The box is alphabetical; spares are no answer in another form and stand in no sentence (P4, G19)."""
    for question in every_question(material, "cloze-with-bank"):
        spares = [word for word in question.bank if word not in question.row_keys]

        assert list(question.bank) == sorted(question.bank, key=fold)
        assert {*question.row_keys} <= {*question.bank}
        assert 2 <= len(spares) <= 4
        assert not any(content(spare) & content(answer) for spare in spares for answer in question.row_keys)
        assert not any(holds(row, spare) for row in question.rows for spare in spares)


@many
@given(materials())
def test_the_number_of_spare_words_is_counted(material):
    """The instruction says how many words are not needed (G19)."""
    numbers = {2: "Two", 3: "Three", 4: "Four"}
    for question in every_question(material, "cloze-with-bank"):
        spare = numbers[len(question.bank) - len(question.rows)]

        assert question.stem.endswith(f"{spare} are not needed.")


@many
@given(materials())
def test_words_that_are_not_needed_need_not_be_used(material):
    """The instruction does not ask to use each word and say that some are not needed (P4)."""
    for question in every_question(material, "cloze-with-bank"):
        assert "Use none of them twice." in question.stem
        assert "each word" not in question.stem


@many
@given(materials())
def test_no_spare_makes_a_true_sentence(material):
    """A spare word in any gap gives no statement of the book (H11)."""
    told = {fold(fact.text) for fact in material.book if fact.kind == "statement"}
    for question in every_question(material, "cloze-with-bank"):
        for row, answer in zip(question.rows, question.row_keys, strict=True):
            others = [word for word in question.bank if word != answer]

            assert [] == [word for word in others if fold(row.replace(GAP, word)) in told]


def test_each_gap_has_a_rival_in_the_box():
    """Where an answer is the only word of its kind, or of no kind, one of its own wrong fillers is in the box (G19)."""
    for kind in ("", "word"):
        mixed = [replace(fact, blanks=tuple(replace(blank, kind=kind) for blank in fact.blanks)) for fact in KEPLER]
        question = asked("cloze-with-bank", "passage", *mixed)
        asked_of = [fact for name in question.facts for fact in mixed if fact.id == name]

        assert all(any(word in question.bank for blank in fact.blanks for word in blank.false) for fact in asked_of)


def test_a_passage_of_two_is_refused():
    """Fewer than three sentences are no passage (G20)."""
    refusal = ask("cloze-with-bank", "passage", *KEPLER[:2])

    assert isinstance(refusal, Refusal)
    assert refusal.rule == "G20"


def test_a_disputed_sentence_stays_out_of_the_passage():
    """A passage leaves out what nobody may state as settled (HI-3)."""
    disputed = replace(KEPLER[1], certainty="disputed")
    question = asked("cloze-with-bank", "passage", KEPLER[0], disputed, *KEPLER[2:])

    assert disputed.id not in question.facts
