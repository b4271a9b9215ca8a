"""The rules as the linter sees them: a sound question is changed in one place, and the rule that it breaks is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import asked, every_question
from ask.bank import BOOK, EVENTS

from worksheets.item_types import Material
from worksheets.item_types.multiple_choice.choice import MULTIPLE_CHOICE
from worksheets.questions import GAP, Key, Option, Question
from worksheets.sheet_lint import lint_question


def rules(question: Question) -> list[str]:
    return [problem.code for problem in lint_question(question, BOOK)]


def choice(*texts: str, stem: str = "What is a comet?", right: int = 0) -> Question:
    options = tuple(Option(text, place == right) for place, text in enumerate(texts))
    return Question(
        "multiple-choice/any/comet",
        MULTIPLE_CHOICE,
        "any",
        ("comet",),
        stem,
        1,
        Key(texts[right]),
        options=options,
        places=(BOOK["comet"].place,),
    )


SOUND = (
    "A small icy body that grows a tail when it comes near the Sun",
    "A cold rocky body that keeps to a long path far from the others",
    "A thick warm cloud that hangs over a large and very hot planet",
)


def test_a_sound_question_has_no_fault():
    """The linter is silent where there is nothing to mend."""
    assert rules(choice(*SOUND)) == []


def test_a_fault_names_its_place_and_its_rule():
    """A problem bears the place of the fact, the question and the rule as its code."""
    placed = replace(BOOK["comet"], source=BOOK["comet"].source)
    (problem,) = lint_question(choice(*SOUND, stem="what is a comet?"), BOOK)

    assert (problem.source, problem.code) == (placed.source, "item.grammar")
    assert problem.what.startswith("multiple-choice/any/comet: the stem “what is a comet?” begins")


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("grammar", choice(*SOUND, stem="What is a comet")),
        ("grammar", choice(*SOUND, stem="What is the the comet?")),
        ("grammar", choice(*SOUND, stem="What  is a comet?")),
        ("grammar", choice(*SOUND, stem="What is a comet (in the sky?")),
        ("H8", choice(*SOUND, stem="Is a asteroid a comet?")),
        ("H1", choice(*SOUND[:2])),
        ("H2", choice(SOUND[0], SOUND[1] + ".", SOUND[2])),
        ("H2", choice(SOUND[0], SOUND[1].lower(), SOUND[2])),
        ("H2", choice(SOUND[0], "1758", SOUND[2])),
        ("H3", choice(SOUND[0], "A rock", "A cloud")),
        ("H5", choice(SOUND[0], SOUND[1], "None of the above, for it is a sort of cloud")),
        ("H5", choice(SOUND[0], SOUND[1], "What A and C say, for it is a cloud of ice")),
        ("H6", choice(*SOUND, stem="Which of these is not a planet?")),
        ("H7", choice(SOUND[0], SOUND[1], "A thick warm cloud that hangs always over a large and hot planet")),
        ("H8", choice(*SOUND, stem=f"A comet is a {GAP}.")),
        ("H9", choice(*SOUND, stem="Which body grows a tail?")),
        ("H11", choice(SOUND[0], SOUND[1], SOUND[1])),
        ("H11", choice("200", "700", "900", stem=f"The list has at least {GAP} stars.", right=1)),
        ("H11", choice("200", "700", "900", stem=f"The list has up to {GAP} stars.", right=1)),
        ("H11", choice("A thick cloud over a small and very hot planet", SOUND[1], SOUND[2])),
        ("H11", choice(SOUND[0], SOUND[1], SOUND[0].lower())),
    ],
)
def test_a_choice_that_breaks_a_rule_is_found(rule, question):
    """Each rule for multiple choice finds the question that breaks it (H1 to H11, H13)."""
    assert f"item.{rule}" in rules(question)


def of(item_type: str, pattern: str = "") -> Question:
    return next(every_question(Material(BOOK, BOOK, BOOK, "seed"), item_type, pattern))


def years(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text, place == 0) for place, text in enumerate(texts))


YEARS = asked("multiple-choice", "event-to-date", BOOK["uranus"], *EVENTS)
MATCHING, ORDERING = of("matching", "person-role"), of("ordering")
CLOZE, BOX, JUDGED = of("cloze"), of("cloze-with-bank"), of("true-false", "statement/false")
DEFINE = of("define", "term")


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("H4", replace(YEARS, options=YEARS.options[::-1])),
        ("H10", replace(YEARS, options=years("1700-1790", "1781", "1900"))),
        (
            "H11",
            replace(
                YEARS,
                facts=("apollo",),
                options=tuple(Option(text, text == "1968") for text in ("1968", "1970", "1990")),
            ),
        ),
        ("P2", replace(MATCHING, responses=MATCHING.responses[:-1])),
        ("P2", replace(MATCHING, responses=MATCHING.responses[::-1])),
        ("P2", replace(MATCHING, row_keys=(MATCHING.row_keys[0], *MATCHING.row_keys[:-1]))),
        ("P3", replace(JUDGED, marks=1)),
        ("P3", replace(JUDGED, key=replace(JUDGED.key, answer="No"))),
        ("P3", replace(JUDGED, stem=JUDGED.key.points[1].removeprefix("Correction: "))),
        ("P4", replace(CLOZE, stem=f"The {GAP} is a planet.")),
        ("P4", replace(CLOZE, stem=f"In the sky {GAP} meets {GAP}.")),
        ("P4", replace(BOX, bank=BOX.bank[::-1])),
        ("P4", replace(BOX, row_keys=("nothing", *BOX.row_keys[1:]))),
        ("G19", replace(BOX, bank=tuple(sorted(BOX.row_keys)))),
        ("G19", replace(BOX, bank=(*BOX.bank, "the"))),
        ("P5", replace(ORDERING, row_keys=("1", "2", "3", "4", "5"))),
        ("P5", replace(ORDERING, row_keys=("1", "2", "3", "5", "4"))),
        ("P5", replace(ORDERING, row_keys=("5", "4", "3", "1", "2"))),
        ("P5", replace(ORDERING, marks=5)),
        ("G4", replace(ORDERING, rows=("The comet of 1682", *ORDERING.rows[1:]))),
        ("G28", replace(DEFINE, marks=3)),
        ("L4", replace(DEFINE, answer_lines=1)),
        ("R8", replace(DEFINE, key=Key(""))),
        ("R8", replace(DEFINE, places=())),
        ("HI-3", replace(DEFINE, facts=("stars",))),
    ],
)
def test_a_question_that_breaks_a_rule_is_found(rule, question):
    """Each rule for other item types and for keys finds the question that breaks it (P2 to P5, G4, G19, G28, L4)."""
    assert f"item.{rule}" in rules(question)


def test_a_question_about_no_fact_of_the_book_is_an_error():
    """The linter is called with the book that the question was made from."""
    with pytest.raises(ValueError, match="no fact of this book"):
        lint_question(replace(DEFINE, facts=("nothing",)), BOOK)
