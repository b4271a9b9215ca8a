"""Rules for a whole sheet: a sound sheet is changed in one place, and the rule that it breaks is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import every_question
from ask.bank import BOOK

from worksheets.bank import FactBank
from worksheets.exhibits import Table
from worksheets.item_types import Material
from worksheets.questions import GAP, Key, Option, Question
from worksheets.sheet_lint import lint_sheet
from worksheets.worksheet import Section, Worksheet


def sheet(*questions: Question, title: str = "Homework", instruction: str = "Answer.") -> Worksheet:
    return Worksheet(title, BOOK.title, (Section("Questions", instruction, questions),), "CODE1")


def rules(worksheet: Worksheet, book: FactBank = BOOK) -> set[str]:
    return {problem.code for problem in lint_sheet(worksheet, book) if problem.code.startswith("sheet.")}


def question(name: str, stem: str, *options: str, right: int = 0, **parts: object) -> Question:
    return Question(
        f"multiple-choice/any/{name}",
        "multiple-choice",
        "any",
        (name,),
        stem,
        1,
        Key(options[right] if options else "nothing"),
        options=tuple(Option(text, place == right) for place, text in enumerate(options)),
        **parts,  # type: ignore[arg-type]
    )


BRAHE = question("brahe", "Who saw it?", "Tycho Brahe", "Johannes Kepler", "Galileo Galilei")
COMET = question("comet", "Which body is it?", "Comet", "Star", "Moon")
FATE = replace(
    question("brahe", "What became of him?", "died in Prague after a banquet", "was tried", "went blind"),
    id="multiple-choice/fate/brahe",
)
WHEN = replace(question("uranus", "When was this?", "1781", "1801", "1846"), id="multiple-choice/event-to-date/uranus")


@pytest.mark.parametrize(
    ("asked", "stem"),
    [
        (BRAHE, "What did Tycho Brahe build?"),
        (BRAHE, "What did Brahe build?"),
        (BRAHE, "What was Brahe’s island?"),
        (COMET, "Which comets return?"),
        (WHEN, "What followed the discovery of Uranus in 1781?"),
        (FATE, "Brahe died in Prague after a banquet. Why?"),
    ],
)
def test_an_answer_printed_elsewhere_is_found(asked, stem):
    """A name, another name, an inflected form, a year beside its event, a fate beside the person (H12)."""
    other = question("asteroid", stem, "One", "Two", "Six")

    assert "sheet.H12" in rules(sheet(asked, other))


@pytest.mark.parametrize(
    ("asked", "stem"),
    [
        (BRAHE, "What did Sophie build?"),
        (COMET, "What did Comenius write?"),
        (WHEN, "Who was born in 1781?"),
        (FATE, "Rudolf’s cook died in Prague after a banquet. When?"),
    ],
)
def test_what_tells_nothing_is_left_alone(asked, stem):
    """Another name, a word that only begins alike, a year or fate beside other matters (H12)."""
    assert rules(sheet(asked, question("asteroid", stem, "One", "Two", "Six"))) == set()


@pytest.mark.parametrize("subject", ["Li", "Will", "Lee Tau", "李"])
@pytest.mark.parametrize("tabled", [False, True])
def test_an_answer_beside_any_name_of_a_person_is_found(tabled, subject):
    """Names of two letters or that are small words as well, other names, and those in another script (H12)."""
    names = {"full_name": "Li Will", "surname": "Li", "aliases": ("Will", "Lee Tau"), "native": "李"}
    li = replace(BOOK["brahe"], **names)
    book = FactBank(BOOK.title, tuple(li if fact.id == li.id else fact for fact in BOOK), BOOK.chapters)
    row = replace(
        question("brahe", "Complete the table."),
        item_type="fill-the-table",
        table=Table((("Li Will", GAP),), ("Who", "What became of them")),
        gap_keys=(Key(li.fate),),
    )
    other, of_others = (
        question("asteroid", f"{name} died in Prague after a banquet. Why?", "One", "Two", "Six")
        for name in (subject, "Rudolf’s cook")
    )

    assert "sheet.H12" in rules(sheet(row if tabled else FATE, other), book)
    assert "sheet.H12" not in rules(sheet(row if tabled else FATE, of_others), book)


def test_what_stands_in_a_row_tells_beside_a_short_word_too():
    """A row may be about what has no name in the book (H12)."""
    row = replace(
        question("comet", "Complete the table."),
        item_type="fill-the-table",
        table=Table((("Io", GAP),), ("Moon", "Found in")),
        gap_keys=(Key("1610"),),
    )
    found = [
        "sheet.H12" in rules(sheet(row, question("asteroid", f"{moon} was found in 1610. By whom?", "One", "Two")))
        for moon in ("Io", "Europa")
    ]

    assert [True, False] == found


@pytest.mark.parametrize("part", ["title", "instruction"])
def test_the_head_of_a_sheet_tells_no_answer(part):
    """Title, instructions and headings are read as well (H12)."""
    assert "sheet.H12" in rules(sheet(COMET, **{part: "All about comets."}))


@pytest.mark.parametrize(
    "shown", [{"bank": ("ice", "comet")}, {"rows": ("A comet.", "A star.")}, {"responses": ("comet", "star")}]
)
def test_every_part_of_a_question_is_read(shown):
    """Boxes, rows and answers to match tell as much as stems (H12)."""
    assert "sheet.H12" in rules(sheet(COMET, question("asteroid", "Which?", **shown)))


def test_no_fact_is_asked_twice():
    """Two questions about one fact are told, whatever they print (H12, G29)."""
    assert "sheet.H12" in rules(sheet(COMET, question("comet", "What has a tail?", "Lion", "Bear", "Frog")))


def choices(keys: str, longest: int = 0) -> Worksheet:
    """Choices with these letters as keys, so many of which are longer than the other options."""
    facts = [fact.id for fact in BOOK][: len(keys)]
    made = []
    for number, (fact, letter) in enumerate(zip(facts, keys, strict=True)):
        texts = [f"{name}{number}q" for name in "xyz"]
        right = "ABC".index(letter)
        texts[right] += "long" if number < longest else ""
        made.append(question(fact, f"What is number {number}z?", *texts, right=right))
    return sheet(*made)


@pytest.mark.parametrize(
    ("keys", "longest", "found"),
    [
        ("ABCABCABCA", 4, set()),
        ("ABCABCABCA", 5, {"sheet.H3"}),
        ("A", 1, set()),
        ("AB", 2, {"sheet.H3"}),
        ("AAAAB", 0, set()),
        ("BAAAAAB", 0, {"sheet.P1"}),
        ("AAAABAAAABAAAACAAAA", 0, {"sheet.P1"}),
    ],
)
def test_a_sheet_that_can_be_guessed_is_found(keys, longest, found):
    """Runs of five, counts that chance gives once in a thousand, keys told by their length (P1, H3)."""
    assert rules(choices(keys, longest)) == found


@pytest.mark.parametrize(("true", "found"), [(3, True), (4, False), (5, False), (6, True)])
def test_a_block_of_statements_is_half_true(true, found):
    """Of nine statements four or five are true (P3)."""
    facts = [fact.id for fact in BOOK][:9]
    judged = [
        replace(question(fact, f"Number {number} is so."), key=Key("True" if number < true else "False"))
        for number, fact in enumerate(facts)
    ]

    assert ("sheet.P3" in rules(sheet(*judged))) is found


def test_what_an_item_type_forgets_to_say_is_found():
    """The rules do not read what a question says of its secrets, so one that says nothing is judged alike."""
    asked = next(every_question(Material(BOOK, BOOK, BOOK, "seed"), "multiple-choice", "role-to-person"))
    silent = replace(asked, secrets=(), pairs=(), involves=())
    telling = question("asteroid", f"Where did {asked.key.answer} live?", "One", "Two", "Six")

    assert "sheet.H12" in rules(sheet(silent, telling))
