"""What a class was taught when: as the teacher says, or as the order of the book tells."""

from __future__ import annotations

import pytest

from worksheets.ages import AGES, ages_of, usual_ages
from worksheets.bank import Chapter, FactBank
from worksheets.blueprint import blueprint_from
from worksheets.facts import Place, Term
from worksheets.problems import Faults, Source
from worksheets.yaml_source import parse_yaml

SECTIONS = ("1.1", "1.2", "2.1", "3.1", "3.2", "3.10")


def place(section: str) -> Place:
    return Place(chapter=f"chapter-{section[0]}", section=section)


BOOK = FactBank(
    "Book",
    tuple(Term(id=f"of-{section}", term="T", definition="a thing", place=place(section)) for section in SECTIONS),
    tuple(Chapter(f"chapter-{number}", number, f"Part {number}") for number in "123"),
)


def ages(**named: str) -> dict[str, str]:
    """The age of each section under what a teacher wrote."""
    split = {age.replace("_", "-"): tuple(names.split(",")) for age, names in named.items()}
    found = ages_of(split, BOOK, BOOK, lambda _: Source("b.yaml", 1))
    assert found
    return {section: found.of(place(section)) for section in SECTIONS}


def faults(named: dict[str, tuple[str, ...]], taught: FactBank = BOOK) -> list[str]:
    with pytest.raises(Faults) as caught:
        ages_of(named, BOOK, taught, lambda age: Source("b.yaml", 2 + AGES.index(age) if age in AGES else 1))
    return [str(problem) for problem in caught.value.problems]


def test_chapters_and_sections_have_the_age_that_is_written():
    """A section that is named goes before its chapter; what is not named has no age."""
    assert ages(last_lesson="3.10", last_week="3", last_month="1.2, 2") == {
        "1.1": "",
        "1.2": "last-month",
        "2.1": "last-month",
        "3.1": "last-week",
        "3.2": "last-week",
        "3.10": "last-lesson",
    }


def test_the_last_chapter_is_the_last_lesson():
    """Where nothing is written the chapters tell: the last, the one before it, all before that."""
    known = usual_ages(BOOK)

    assert [known.of(place(section)) for section in ("1.1", "2.1", "3.2")] == ["last-month", "last-week", "last-lesson"]


def test_with_few_chapters_the_sections_tell():
    """In the order of their numbers, 3.10 behind 3.2; of fewer than three parts nothing is known."""
    last = usual_ages(BOOK.within(["chapter-3"]))

    assert [last.of(place(section)) for section in ("3.1", "3.2", "3.10")] == ["last-month", "last-week", "last-lesson"]
    assert usual_ages(BOOK.within(["chapter-1"])).units == {}


def test_every_fault_of_the_ages_is_told_with_its_line():
    """Unknown, untaught and doubled places, and an age without any, each with what to write instead."""
    taught = BOOK.within(["chapter-1", "chapter-2"])
    named = {"last-lesson": ("2.1", "2.7"), "last-week": ("3", "2.1")}

    assert faults(named, taught) == [
        'b.yaml:1: "ages" does not say what was taught last month; write a line such as "last-month: 4" with the '
        "chapters or sections [blueprint.missing-age]",
        'b.yaml:2: the book has no chapter or section "2.7"; perhaps "2.1"; the chapters with facts are: 1 (Part 1), '
        "2 (Part 2), 3 (Part 3) [blueprint.unknown-section]",
        'b.yaml:3: "2.1" is of last-week and of last-lesson; give it one age [blueprint.two-ages]',
        'b.yaml:3: "3" is of last-week but comes after what the class was taught; leave it out, or move '
        "taught_through on [blueprint.not-taught]",
    ]


def test_a_blueprint_says_what_was_taught_when():
    """A name, several with commas, or a list; each age keeps its line for messages."""
    text = (
        "ages:\n  last-lesson: 4.5\n  last-week: '3, 4.1'\n  last-month: [1, 2]\nquestions: [{type: cloze, count: 1}]"
    )
    blueprint = blueprint_from(parse_yaml(text, "b.yaml"), "b.yaml")

    assert blueprint.ages == (("last-lesson", ("4.5",)), ("last-week", ("3", "4.1")), ("last-month", ("1", "2")))
    assert blueprint.source("last-week") == Source("b.yaml", 3)
    assert blueprint.digest != blueprint_from(parse_yaml("questions: [{type: cloze, count: 1}]", "b"), "b").digest


def test_an_age_that_nobody_knows_is_a_fault():
    """A slip of the pen is told with the word that was meant."""
    with pytest.raises(Faults, match=r'b.yaml:2: unknown setting "last-weak" in "ages"; write "last-week"'):
        blueprint_from(parse_yaml("ages:\n  last-weak: 3\nquestions: [{type: cloze, count: 1}]", "b.yaml"), "b.yaml")
