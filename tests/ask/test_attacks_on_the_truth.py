"""H11 asks the whole bank: made-up banks in which a wrong answer is true by the back door.

Each attack is run twice: no question that the generator makes offers it as wrong, and the linter finds it in a question
that somebody else made.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import every_question
from ask.bank import event, person, term

from worksheets.bank import Chapter, FactBank
from worksheets.facts import Blank, Fact, Figure, Group, Place, Statement, View
from worksheets.item_types import Material
from worksheets.questions import GAP, Key, Option, Question
from worksheets.sheet_lint import lint_question

HERE = Place(chapter="01-guild", chapter_number="1", chapter_title="The guild")


def head(id: str, name: str, role: str, **more: object) -> Fact:
    return person(id, name, "1700-1760", role, "master of the guild", place=HERE, **more)


def year(id: str, date: str, title: str, clause: str, **more: object) -> Fact:
    return event(id, date, title, clause, "affair of the guild", place=HERE, **more)


def figure(id: str, title: str, value: str, **more: object) -> Fact:
    text = f"The rolls of the guild list {value} looms in the town."
    return Figure(id=id, title=title, text=text, value=value, start=28, unit="looms", place=HERE, **more)


def view(id: str, holder: str, thesis: str, **more: object) -> Fact:
    return View(id=id, holder=holder, year="1901", on="why the guild fell", thesis=thesis, place=HERE, **more)


OTHERS = (
    head("dorn", "Ulo Dorn", "the keeper of the seal"),
    head("felk", "Ina Felk", "the builder of the hall"),
    head("gast", "Ober Gast", "the clerk of the rolls"),
    head("hurl", "Pia Hurl", "the painter of the ceiling"),
    head("imm", "Rolf Imm", "the founder of the school"),
    head("jass", "Tove Jass", "the caster of the bells"),
    head("kolb", "Vera Kolb", "the buyer of the wool"),
)
TREASURER = head("yezhkin", "Anton Yezhkin", "the treasurer of the guild", aliases=("Anton Oblin",))
YEARS = tuple(
    year(f"year-{number}", str(1700 + 3 * number), f"the {word} of the {thing}", f"The {thing} had its {word}")
    for number, (word, thing) in enumerate(
        [
            ("opening", "weigh-house"),
            ("blessing", "bells"),
            ("burning", "barn"),
            ("paving", "street"),
            ("digging", "well"),
            ("closing", "gate"),
            ("roofing", "tower"),
            ("sale", "mill"),
        ]
    )
)
QUARREL = year("quarrel", "1710", "the quarrel of the dyers", "The dyers fell out")
LONG = replace(QUARREL, date=QUARREL.date.parse("1706"), end=QUARREL.date.parse("1712"))
LOOMS = figure("looms", "looms in the town", "400")
DENIED = view("denied", "Ena Voss", "the masters lent too much")

NEAR = ("Ina Felk", "Ober Gast", "Rolf Imm")
COUNT = f"Which number completes the sentence? There were {GAP} looms."
ATTACKS: dict[str, tuple[tuple[Fact, ...], str, str, str, str]] = {
    # name: facts of the bank, the fact asked about, the stem, the key, the wrong answer that is true
    "an alias": (
        (TREASURER, *OTHERS),
        "yezhkin", "Who was the treasurer of the guild?", "Anton Yezhkin", "Anton Oblin",
    ),
    "a transliteration that is not listed": (
        (TREASURER, head("twin", "Anton Ezhkin", "the man of the lower market"), *OTHERS),
        "yezhkin", "Who was the treasurer of the guild?", "Anton Yezhkin", "Anton Ezhkin",
    ),
    "another name of a term": (
        (
            term("levy", "levy of wool", "a payment in wool that each master owed the guild", "due", place=HERE,
                 aliases=("wool penny",)),
            term("toll", "toll", "a payment for the use of a road or of a gate", "due", place=HERE),
            term("tithe", "tithe", "a tenth part of the harvest that was owed", "due", place=HERE),
            term("scot", "scot", "a payment that all the houses of a town shared", "due", place=HERE),
        ),
        "levy", "Which term means ‘a payment in wool that each master owed the guild’?", "Levy of wool", "Wool penny",
    ),
    "a year within a range": (
        (LONG, *YEARS),
        "quarrel", "In which year did the quarrel of the dyers take place?", "1706", "1709",
    ),
    "an event that lasted through the year": (
        (replace(LONG, weight=1), *YEARS),
        "year-3", "Which of these took place in 1709?", "The paving of the street", "The quarrel of the dyers",
    ),
    "a part of the same event": (
        (year("fair", "1715", "the great fair", "The great fair was held", within="year-5"), *YEARS),
        "year-5", "Which of these took place in 1715?", "The closing of the gate", "The great fair",
    ),
    "a member of a group of which the same is said": (
        (
            head("first", "Ada Brandt", "the treasurer of the guild"),
            Group(id="all", of="people", are="were treasurers of the guild",
                  members=("Ada Brandt", "Ulo Dorn", "Pia Hurl"),
                  near=NEAR, place=HERE),
            *OTHERS,
        ),
        "first", "Who was the treasurer of the guild?", "Ada Brandt", "Ulo Dorn",
    ),
    "a member of a group under another name": (
        (
            head("dorn", "Ulo Dorn", "the keeper of the seal", aliases=("Ulrich the Elder",)),
            Group(id="fined", of="people", are="were fined in the year of the flood",
                  members=("Ulo Dorn", "Pia Hurl", "Ina Felk"),
                  near=("Ulrich the Elder", *NEAR[1:], "Tove Jass"), place=HERE),
            *OTHERS[1:],
        ),
        "fined", "Which THREE of these people were fined in the year of the flood?", "Ulo Dorn", "Ulrich the Elder",
    ),
    "a fate that a group gives to the person": (
        (
            head("first", "Ada Brandt", "the treasurer of the guild", fate="was sent away to the islands",
                 fates=("sent away",)),
            replace(OTHERS[0], fate="was struck off the rolls", fates=("struck off",)),
            replace(OTHERS[1], fate="was sold a share in a mill", fates=("sold a share",)),
            replace(OTHERS[2], fate="was made a master in the north", fates=("made a master",)),
            Group(id="struck", of="people", are="were struck off the rolls",
                  members=("Ada Brandt", "Ulo Dorn", "Vera Kolb"),
                  near=NEAR, place=HERE),
            *OTHERS[3:],
        ),
        "first", f"Which words complete the sentence? Ada Brandt {GAP}.",
        "was sent away to the islands", "was struck off the rolls",
    ),
    "a number that another count gives": (
        (LOOMS, figure("looms-again", "the looms in the town by the second count", "800")),
        "looms", COUNT, "400", "800",
    ),
    "a number within the range of another count": (
        (LOOMS, figure("again", "the looms in the town by the second count", "790", range="700 to 900")),
        "looms", COUNT, "400", "800",
    ),
    "a view that its holder could accept": (
        (
            DENIED,
            view("close", "Jon Prell", "too much was lent by the masters"),
            view("other", "Kai Tamm", "the river had moved away"),
            view("third", "Lis Urban", "the young went to the coast"),
        ),
        "denied", "Which view of why the guild fell is that of Ena Voss (1901)?",
        "The masters lent too much.", "Too much was lent by the masters.",
    ),
}  # fmt: skip


@pytest.fixture(params=ATTACKS, ids=str)
def attack(request) -> tuple[FactBank, str, str, str, str]:
    facts, asked, stem, key, true = ATTACKS[request.param]
    return FactBank("The guild", facts, (Chapter("01-guild", "1", "The guild"),)), asked, stem, key, true


def test_the_generator_does_not_offer_it(attack):
    """Under no seed is what is true offered as a wrong answer to the question (H11)."""
    book, asked, _, key, true = attack
    offered = [
        (question.id, option.text)
        for seed in range(40)
        for question in every_question(Material(book, book, book, f"seed {seed}"))
        if question.facts[0] == asked and key in [option.text for option in question.options if option.right]
        for option in question.options
        if option.text == true and not option.right
    ]

    assert offered == []


def test_the_linter_finds_it(attack):
    """Whoever made the question, the true answer among the wrong ones is found (H11)."""
    book, asked, stem, key, true = attack
    kind = "multiple-answer" if "THREE" in stem else "multiple-choice"
    made = Question(
        f"{kind}/made/{asked}", kind, "made", (asked,), stem, 1, Key(key),
        options=(Option(key, True), Option(true), Option("Something that nobody says")), places=(HERE,),
    )  # fmt: skip
    found = [problem.what for problem in lint_question(made, book) if problem.code == "item.H11"]

    assert any(f"“{true}”" in what for what in found)


def test_a_soft_bank_is_asked(attack):
    """The attacks are no test of an empty bank: each bank gives questions."""
    book = attack[0]

    assert list(every_question(Material(book, book, book, "seed")))


def test_a_false_statement_that_a_group_makes_true_is_found():
    """A swapped role is false of the person by every fact of the book, or the statement is refused (H11)."""
    facts, *_ = ATTACKS["a member of a group of which the same is said"]
    book = FactBank("The guild", facts)
    stem = "Ulo Dorn was the treasurer of the guild."
    made = Question(
        "true-false/role/false/dorn", "true-false", "role/false", ("dorn",), stem, 2,
        Key("False", points=("False", "Correction: Ulo Dorn was the keeper of the seal.")), places=(HERE,),
    )  # fmt: skip
    drawn = {
        question.stem
        for seed in range(40)
        for question in every_question(Material(book, book, book, f"seed {seed}"), "true-false", "role/false")
    }

    assert "item.H11" in {problem.code for problem in lint_question(made, book)}
    assert drawn
    assert stem not in drawn


def test_a_false_filler_that_another_statement_makes_true_is_found():
    """A statement with a wrong word is not what the book says elsewhere (H11)."""
    blank = Blank("Thursday", 32, "day", false=("Monday",))
    one = Statement(id="one", text="The masters of the guild met on Thursday.", blanks=(blank,), place=HERE)
    other = Statement(
        id="other", text="The masters of the guild met on Monday.", blanks=(Blank("Monday", 32),), place=HERE
    )
    made = Question(
        "true-false/statement/false/one", "true-false", "statement/false", ("one",), other.text, 2,
        Key("False", points=("False", f"Correction: {one.text}")), places=(HERE,),
    )  # fmt: skip

    assert "item.H11" in {problem.code for problem in lint_question(made, FactBank("The guild", (one, other)))}
    assert "item.H11" not in {problem.code for problem in lint_question(made, FactBank("The guild", (one,)))}
