"""Bank, blueprint and seed become a worksheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from tests.ask.test_cause_and_effect import LINKS as EFFECTS
from tests.ask.test_match_claim_and_evidence import VIEWS as CLAIMS
from tests.ask.test_read_the_chart import YEARS as SERIES
from tests.ask.test_sort_causes import LINKS as CAUSES
from tests.ask.test_source_question import MESSENGER as SOURCE
from worksheets.askability import askable
from worksheets.bank import FactBank
from worksheets.blueprint import Blueprint, Part, find_blueprint
from worksheets.compose import Composer, compose
from worksheets.facts import Term
from worksheets.fitting import CHI_SQUARE_LIMIT, LONGEST_RUN
from worksheets.item_types import ITEM_TYPES
from worksheets.mark_schemes import bundled_schemes
from worksheets.problems import Faults
from worksheets.questions import ItemTypeName, Question
from worksheets.sheet_lint import clash, lint_question
from worksheets.worksheet import Worksheet

seeds = st.text("abcdef0123456789", min_size=1, max_size=8)
MIXED = Blueprint(
    "Mixed",
    (
        Part("multiple-choice", count=6),
        Part("true-false", count=4),
        Part("cloze", count=2),
        Part("matching", count=1),
        Part("ordering", count=1),
        Part("short-answer", count=2),
    ),
)
slowly = settings(max_examples=25, deadline=None)


def only(item_type: ItemTypeName, count: int) -> Blueprint:
    return Blueprint("One part", (Part(item_type, count=count),))


def draw(blueprint: Blueprint, seed: str, book: FactBank = BOOK) -> Worksheet:
    return compose(book, blueprint, seed, code="CODE1", schemes=bundled_schemes())


def ids(worksheet: Worksheet) -> list[str]:
    return [question.id for question in worksheet.questions]


@slowly
@given(seeds)
def test_the_same_seed_draws_the_same_sheet(seed):
    """A sheet can be drawn again at any time (rule S1)."""
    assert draw(MIXED, seed) == draw(MIXED, seed)


def test_a_sheet_does_not_depend_on_those_before_it():
    """A sheet drawn alone, first or last in a class is the same: what is remembered shows in nothing but speed."""
    names = [f"seed {number}" for number in range(12)]
    forwards, backwards = Composer(BOOK, MIXED), Composer(BOOK, MIXED)
    first = {name: forwards.compose(name, code="CODE1") for name in names}
    last = {name: backwards.compose(name, code="CODE1") for name in reversed(names)}

    assert first == last == {name: draw(MIXED, name) for name in names}


def test_another_seed_draws_another_sheet():
    """Thirty seeds give thirty sheets."""
    sheets = {tuple(ids(draw(MIXED, f"seed {number}"))) for number in range(30)}

    assert len(sheets) == 30


@slowly
@given(seeds)
def test_a_sheet_holds_what_the_blueprint_says(seed):
    """Every part has its number of questions, in the blueprint's order."""
    worksheet = draw(MIXED, seed)
    drawn = [(section.questions[0].item_type, len(section.questions)) for section in worksheet.sections]

    assert drawn == [(part.item_type, part.count) for part in MIXED.parts]


@slowly
@given(seeds)
def test_no_fact_is_asked_twice(seed):
    """A fact is asked once on a sheet, as a question of its own or within a set."""
    asked = Counter(fact for question in draw(MIXED, seed).questions for fact in question.facts)

    assert [fact for fact, times in asked.items() if times > 1] == []


@slowly
@given(seeds)
def test_no_question_answers_another(seed):
    """No stem, option, row or word bank holds the key of another question (rule H12)."""
    questions = draw(MIXED, seed).questions
    clashes = [(one.id, other.id) for one, other in combinations(questions, 2) if clash(one, other)]

    assert clashes == []


@slowly
@given(seeds)
def test_every_question_passes_the_independent_lint(seed):
    """What the generator made is checked again by rules that do not know the generator."""
    assert [
        lint_question(question, BOOK) for question in draw(MIXED, seed).questions if lint_question(question, BOOK)
    ] == []


@slowly
@given(seeds)
def test_true_and_false_are_half_and_half(seed):
    """Of eight statements four are true, within one (rule P3)."""
    verdicts = Counter(question.pattern.rpartition("/")[2] for question in draw(only("true-false", 8), seed).questions)

    assert abs(verdicts["true"] - verdicts["false"]) <= 1


@slowly
@given(seeds, st.integers(2, 7))
def test_a_short_block_does_not_tell_its_last_verdict(seed, count):
    """Below eight statements one more of a kind is allowed, so that knowing all but one does not give the last."""
    verdicts = Counter(
        question.pattern.rpartition("/")[2] for question in draw(only("true-false", count), seed).questions
    )

    assert max(verdicts.values()) <= (count + 1) // 2 + 1


@slowly
@given(seeds)
def test_the_key_cannot_be_guessed_from_its_place(seed):
    """No letter stands more than four times in a row, nor for nearly all questions (rule P1)."""
    letters = "".join(question.short_key for question in draw(only("multiple-choice", 12), seed).questions)
    expected = len(letters) / 3
    chi_square = sum((letters.count(letter) - expected) ** 2 / expected for letter in "ABC")

    assert not any(letter * (LONGEST_RUN + 1) in letters for letter in "ABC")
    assert chi_square < CHI_SQUARE_LIMIT


def test_key_places_are_spread_over_many_sheets():
    """Over many sheets each letter has its third, within a 99.9 % binomial band (rule P1)."""
    letters = [
        question.short_key
        for number in range(60)
        for question in draw(only("multiple-choice", 5), f"P1 {number}").questions
    ]
    # 3.29 standard deviations each way.
    band = 3.29 * (len(letters) * (1 / 3) * (2 / 3)) ** 0.5

    assert all(abs(letters.count(letter) - len(letters) / 3) <= band for letter in "ABC")


@slowly
@given(seeds, st.integers(1, 6), st.integers(1, 4))
def test_a_longer_part_begins_with_the_shorter(seed, count, more):
    """Asking for more multiple choice keeps the questions that were there."""
    shorter = ids(draw(only("multiple-choice", count), seed))
    longer = ids(draw(only("multiple-choice", count + more), seed))

    assert longer[:count] == shorter


@slowly
@given(seeds)
def test_one_more_fact_alters_at_most_one_question(seed):
    """A term of a class of its own, which is nobody's distractor, takes at most one place of an old sheet (rule S2)."""
    new = Term(id="zz-new", term="quixotry", definition="the habit of tilting at mills in the plain", category="new",
               marks=("the habit of tilting at mills", "in the wide plain"), place=BOOK.facts[0].place)  # fmt: skip
    wider = FactBank(BOOK.title, (*BOOK.facts, new), BOOK.chapters)
    before, after = ids(draw(only("short-answer", 6), seed)), ids(draw(only("short-answer", 6), seed, wider))

    assert len(set(before) - set(after)) <= 1


def test_the_order_of_the_bank_is_of_no_account():
    """Chapters may be moved about in the file without altering an old sheet."""
    shuffled = FactBank(BOOK.title, BOOK.facts[::-1], BOOK.chapters)

    assert draw(MIXED, "x", shuffled) == draw(MIXED, "x")


def test_marks_can_be_asked_for_instead_of_questions():
    """A part by marks adds up to them exactly."""
    worksheet = draw(Blueprint("Marks", (Part("short-answer", marks=7),)), "seed")

    assert worksheet.marks == 7


def test_levels_are_kept():
    """A part of level 1 has no question of another level."""
    worksheet = draw(Blueprint("Recall", (Part("short-answer", count=4, levels=(1,)),)), "seed")

    assert {question.level for question in worksheet.questions} == {1}


def test_only_the_chapters_asked_about_are_asked():
    """Every question grows from a fact of the chapter; companions in a set may come from earlier ones, never later."""
    first, second, *_ = BOOK.chapters
    parts = (Part("ordering", count=1), Part("multiple-choice", count=3))
    for chapter, taught in ((first, {first.name}), (second, {first.name, second.name})):
        questions = draw(Blueprint("One chapter", parts, chapters=(chapter.name,)), "seed").questions

        assert {BOOK[question.facts[0]].place.chapter for question in questions} == {chapter.name}
        assert {BOOK[fact].place.chapter for question in questions for fact in question.facts} <= taught


def test_what_is_short_is_told_with_the_number_that_fits():
    """A blueprint that asks too much is answered for every part, with line, shortage and mend."""
    greedy = Blueprint("Greedy", (Part("matching", count=90, line=4), Part("cloze", count=150, line=6)), path="b.yaml")
    with pytest.raises(Faults) as caught:
        draw(greedy, "seed")
    told = [str(problem) for problem in caught.value.problems]

    assert [problem.source.line for problem in caught.value.problems] == [4, 6]
    assert "90 questions of matching are asked for" in told[0]
    assert "short" in told[0]
    assert "ask for" in told[0]


def test_who_has_few_facts_to_choose_from_chooses_first(monkeypatch):
    """A part that may ask few facts does not lose them to one that has many: the first draw serves all."""
    monkeypatch.setattr("worksheets.compose.ATTEMPTS", 1)
    sheets = Composer(BOOK, Blueprint("Gaps", (Part("true-false", count=8), Part("cloze", count=6))))

    assert {sheets.compose(f"seed {number}", code="CODE1").marks for number in range(30)} == {22}


def test_what_fits_can_really_be_had():
    """The number that the message offers is accepted."""
    greedy = Blueprint("Greedy", (Part("short-answer", count=200),))
    with pytest.raises(Faults) as caught:
        draw(greedy, "seed")
    offered = int(caught.value.problems[0].mend.split()[2].strip(","))

    assert len(draw(only("short-answer", offered), "seed").questions) == offered


def test_nobody_is_told_to_ask_for_nothing():
    """Where no question can be had at all, the part is to be left out."""
    nothing = FactBank(BOOK.title, (), BOOK.chapters)
    with pytest.raises(Faults, match="leave this part out, add chapters, or mark more statements"):
        draw(only("cloze", 2), "seed", nothing)


def test_a_heavy_fact_comes_more_often():
    """Of sixty sheets a fact of weight 3 is on at least half as many again as with weight 1."""
    fact = BOOK.of_kind(Term)[0]

    def times(weight: int) -> int:
        facts = (*(other for other in BOOK if other != fact), replace(fact, weight=weight))
        book = FactBank(BOOK.title, facts, BOOK.chapters)
        sheets = (draw(only("multiple-choice", 6), f"weight {number}", book) for number in range(60))
        return sum(fact.id in question.facts for sheet in sheets for question in sheet.questions)

    assert times(3) >= 1.5 * times(1) > 0


def test_a_fact_of_weight_nothing_is_never_asked():
    """Weight 0 keeps a fact in the book and off the sheets."""
    quiet = FactBank(BOOK.title, tuple(replace(fact, weight=0) for fact in BOOK), BOOK.chapters)

    with pytest.raises(Faults, match="gave 0"):
        draw(only("multiple-choice", 1), "seed", quiet)


@pytest.mark.parametrize("name", ["starter", "homework", "chapter-test", "ticket"])
def test_the_bundled_blueprints_can_be_filled(name):
    """Each blueprint that comes with the tool draws ten sheets from an ordinary bank."""
    blueprint = find_blueprint(name)
    sheets = [draw(blueprint, f"seed {number}") for number in range(10)]

    assert all(sheet.questions for sheet in sheets)


@pytest.mark.parametrize("item_type", ITEM_TYPES)
def test_every_item_type_can_be_asked(item_type):
    """No item type is a name only. Some need fields that most books' facts have, and few facts of this one."""
    written = {
        "ptolemy-150": {"evidence": "the lack of a wind", "stress": "what we feel"},
        "copernicus-1543": {"evidence": "the loops of the planets", "stress": "a simple order"},
        "q-essay": {"bands": "aqa-7042-2n/essay-25", "worth": 25, "points": ("the loops of the planets",)},
    }
    further = (*EFFECTS, *CAUSES, *CLAIMS, SERIES, SOURCE)
    facts = (
        *(replace(fact, **written.get(fact.id, {})) for fact in BOOK.facts),
        *(replace(fact, place=BOOK.facts[0].place) for fact in further),
    )
    book = FactBank(BOOK.title, facts, BOOK.chapters)
    sheet = compose(book, only(item_type, 1), "seed", code="CODE1", schemes=tuple(bundled_schemes()))
    (question,) = sheet.questions

    assert isinstance(question, Question)
    assert question.item_type == item_type


def test_facts_that_cannot_be_asked_say_why():
    """A lone term in a class of its own gets reasons, an ordinary one gets ways."""
    lone = Term(
        id="lone",
        term="quixotry",
        definition="the habit of tilting at mills in the plain",
        category="new",
        tags=("no-game",),
    )
    entries = {entry.fact.id: entry for entry in askable(FactBank(BOOK.title, (*BOOK.facts, lone), BOOK.chapters))}

    assert (entries["lone"].ways, bool(entries["lone"].reasons)) == ((), True)
    assert entries[BOOK.of_kind(Term)[0].id].ways
    assert all(bool(entry.ways) != bool(entry.reasons) for entry in entries.values())
