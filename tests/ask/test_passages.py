"""Passages of statements that follow each other: with mistakes to find, or with gaps to fill."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ask.asking import ask, asked, material
from ask.bank import BOOK

from worksheets.exhibits import Extract
from worksheets.facts import Passage, Statement
from worksheets.item_types import ITEM_TYPES, Refusal
from worksheets.item_types.drawing import Draw
from worksheets.item_types.passages import consecutive
from worksheets.questions import GAP, Key, Question
from worksheets.sheet_lint import lint_question

SUN = tuple(fact for fact in BOOK.of_kind(Statement) if fact.passage and fact.passage.name == "sun")
FUEL = next(fact for fact in SUN if fact.id == "sun-fuel")


def text(question: Question) -> str:
    return " ".join(part for extract in question.extracts for part in extract.paragraphs)


def find(fact: Statement, *others: Statement, seed: str = "seed") -> Question:
    rest = [other for other in others if other != fact]
    return asked("find-the-mistakes", "passage", fact, *rest, seed=seed)


def fill(fact: Statement, *others: Statement) -> Question:
    return asked("cloze-passage", "passage", fact, *(other for other in others if other != fact))


def codes(question: Question) -> set[str]:
    return {found.code for found in lint_question(question, BOOK)}


@pytest.mark.parametrize("seed", "abcdef")
def test_a_passage_has_two_mistakes(seed):
    """Two of the sentences hold a false filler, one of them the sentence it grew from; the others are true (P3)."""
    question = find(FUEL, *SUN, seed=seed)
    whole = [fact for fact in SUN if fact.text in text(question)]

    assert FUEL not in whole
    assert len(whole) == len(SUN) - 2
    assert question.marks == 4


def test_the_key_mends_each_mistake():
    """It says which word is wrong and what should stand there, in the order of the passage (R8)."""
    question = find(FUEL, *SUN)
    mended = text(question)
    for part in question.key.answer.split("; "):
        wrong, right = (word.strip("‘’") for word in part.split(" should be "))
        mended = mended.replace(wrong, right)

    assert mended == " ".join(fact.text for fact in sorted(SUN, key=lambda fact: fact.passage.order))


def test_sentences_follow_each_other():
    """Where one in the middle is missing the passage ends there; two sentences are too few (G20)."""
    first, second, third, fourth = sorted(SUN, key=lambda fact: fact.passage.order)

    assert find(second, first, third).facts == (second.id, first.id, third.id)
    assert isinstance(ask("find-the-mistakes", "passage", first, second, fourth), Refusal)
    assert isinstance(ask("cloze-passage", "passage", first, second, fourth), Refusal)


def test_a_long_passage_is_read_in_part():
    """At most so many sentences in a row as are wanted; the one it grew from is among them, anywhere (G20)."""
    kept = [fact for fact in BOOK.of_kind(Statement) if fact.passage][:7]
    run = [replace(fact, passage=Passage("long", order)) for order, fact in enumerate(kept, start=1)]
    known = material(*run)
    parts = {
        consecutive(Draw(replace(known, variant=variant), "any", "passage", fact), fact, known, 5)
        for variant in range(5)
        for fact in run
    }

    assert parts == {tuple(run[start : start + 5]) for start in range(3)}
    assert all(
        fact in consecutive(Draw(known, "any", "passage", fact), fact, known, most) for fact in run for most in (3, 9)
    )


def test_no_mistake_is_told_by_another_sentence():
    """A false filler that another sentence names, or a right word that it names, is not used (G19)."""
    first, second, third, _ = sorted(SUN, key=lambda fact: fact.passage.order)
    telling = replace(third, text=f"{third.text[:-1]}, and helium and the Earth are no exception.")
    refusal = ask("find-the-mistakes", "passage", second, first, telling)

    assert refusal == Refusal("none of its false fillers makes a mistake that the passage does not tell", "G17")


def test_what_is_not_settled_holds_no_mistake():
    """An approximate statement may be read but is not made false (HI-3)."""
    loose = replace(FUEL, certainty="approximate")

    assert isinstance(ask("find-the-mistakes", "passage", loose, *(fact for fact in SUN if fact != FUEL)), Refusal)


def test_a_running_text_has_numbered_gaps():
    """One gap a sentence, numbered and with what is missing, a mark each; filled it is the text of the book (P4)."""
    question = fill(FUEL, *SUN)
    filled = text(question)
    for number, key in enumerate(question.gap_keys, start=1):
        before, _, behind = filled.partition(f"({number}){GAP} (")
        filled = f"{before}{key.answer}{behind.partition(')')[2]}"

    assert question.marks == len(question.gap_keys) == 3  # the Sun is named by its neighbours
    assert filled == " ".join(fact.text for fact in sorted(SUN, key=lambda fact: fact.passage.order))
    assert codes(question) == set()


def test_an_open_gap_has_a_closed_kind():
    """A word that could be many others is no gap without words to choose from (G18)."""
    planets = [fact for fact in BOOK.of_kind(Statement) if fact.passage and fact.passage.name == "kepler"]
    question = fill(*planets)

    assert "nearest" in text(question)
    assert [key.answer for key in question.gap_keys] == ["an ellipse", "Tycho Brahe", "Mars"]
    assert isinstance(ask("cloze-passage", "passage", BOOK["kepler-speed"], *planets), Refusal)


def test_an_answer_that_another_sentence_names_is_no_gap():
    """The passage does not print what it asks for (P4)."""
    first, second, third, fourth = sorted(SUN, key=lambda fact: fact.passage.order)
    telling = replace(fourth, text=f"{fourth.text[:-1]}, whatever its helium.")

    assert isinstance(ask("cloze-passage", "passage", second, first, third, telling), Refusal)


def test_a_statement_without_a_passage_is_not_offered():
    """A sentence alone is no passage (G20)."""
    for name in ("find-the-mistakes", "cloze-passage"):
        assert ITEM_TYPES[name].patterns(BOOK["largest"]) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"marks": 3}, "item.P3"),
        ({"key": Key("the second word")}, "item.R8"),
        ({"extracts": (Extract((" ".join(fact.text for fact in SUN),)),)}, "item.P3"),
        ({"facts": ("sun-fuel", "largest")}, "item.G20"),
    ],
)
def test_the_linter_finds_a_passage_with_other_mistakes(change, code):
    """Mistakes are counted in the text, not believed; the sentences are those of one run (P3, G20, R8)."""
    assert code in codes(replace(find(FUEL, *SUN), **change))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"marks": 2}, "item.P4"),
        ({"gap_keys": (Key("iron"), Key("gravity"), Key("eight"))}, "item.H11"),
        ({"facts": ("sun-fuel", "sun-light")}, "item.G20"),
    ],
)
def test_the_linter_finds_a_text_that_is_not_the_books(change, code):
    """Filled by its key the passage must be what the book says (H11, P4, G20)."""
    assert code in codes(replace(fill(FUEL, *SUN), **change))


def test_sentences_that_are_used_are_left_out():
    """A statement that the sheet has asked already ends the run (H12)."""
    known = material(*SUN)
    middle = next(fact for fact in SUN if fact.passage.order == 2)
    left = replace(known, asked=known.book.without([middle.id]))
    last = next(fact for fact in SUN if fact.passage.order == 4)

    assert isinstance(ITEM_TYPES["find-the-mistakes"].ask(last, "passage", left), Refusal)
