"""The same sheet with more help or with less: questions, numbers and marks stay, the key is right, nothing is told."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from worksheets.adapting import adapt
from worksheets.adapting.first_letters import first_letters
from worksheets.adapting.word_bank import FEWEST_SPARES, answers_of, gaps_of
from worksheets.blueprint import Blueprint, Part
from worksheets.class_set import ClassSet, Mode, draw_class_set
from worksheets.compose import Composer
from worksheets.facts import Term
from worksheets.item_types import ITEM_TYPES
from worksheets.item_types.gaps import right_fillers
from worksheets.item_types.giveaways import is_number
from worksheets.manifest import class_set_of, manifest_bytes, manifest_of, parse_manifest
from worksheets.profiles import SUPPORT, USUAL, Profile, Scaffold
from worksheets.questions import Key, letter
from worksheets.rendering.html import sheet_html
from worksheets.rendering.text import sheet_text
from worksheets.roster import Roster, Student
from worksheets.sheet_lint import clash, lint_question
from worksheets.words import fold, holds
from worksheets.worksheet import PersonalSheet, Worksheet, answer_key


def plan(**parts: int) -> Blueprint:
    return Blueprint("Plan", tuple(Part(name.replace("_", "-"), count=count) for name, count in parts.items()))


PLANS = (
    plan(multiple_choice=2, multiple_answer=1, cloze=2, cloze_with_bank=1, odd_one_out=1, short_answer=3, explain=1),
    plan(multiple_choice=2, cloze_passage=1, define=1, compare_views=1, true_false=2),
)
EXCUSED = {"item.H1", "item.P4", "item.G19"}  # how many options there are, and whether there is a box


@cache
def composer(number: int) -> Composer:
    return Composer(BOOK, PLANS[number])


@cache
def drawn(number: int, seed: int) -> Worksheet:
    return composer(number).compose(str(seed), code="K7Q2M")


sheets = st.builds(drawn, st.integers(0, len(PLANS) - 1), st.integers(0, 60))
profiles = st.builds(
    Profile,
    tier=st.sampled_from(["core", "support", "stretch"]),
    scaffolds=st.frozensets(st.sampled_from(sorted(SUPPORT))),
)


def only(*scaffolds: Scaffold) -> Profile:
    return Profile(scaffolds=frozenset(scaffolds))


@given(sheets, profiles)
def test_questions_numbers_order_and_marks_are_the_same(sheet, profile):
    """A teacher can say "question 5" to the whole class, and the same marks can be had (rule L3)."""
    made = adapt(sheet, profile, BOOK)

    assert [(q.id, q.marks, q.item_type, q.level) for q in made.questions] == [
        (q.id, q.marks, q.item_type, q.level) for q in sheet.questions
    ]
    assert [section.heading for section in made.sections] == [section.heading for section in sheet.sections]


@given(sheets, profiles)
def test_no_rule_is_broken_by_help(sheet, profile):
    """The linter finds in adapted questions only what was meant, and none answers another (rule H12)."""
    made = adapt(sheet, profile, BOOK)
    broken = {problem.code for question in made.questions for problem in lint_question(question, BOOK)}

    assert broken <= EXCUSED
    assert [clash(*pair) for pair in combinations(made.questions, 2) if clash(*pair)] == []


@given(sheets, profiles)
def test_the_key_is_that_of_the_sheet_in_hand(sheet, profile):
    """Letters may differ from those of other sheets; the letter in the key is always that of the right answer."""
    for usual, entry in zip(sheet.questions, answer_key(adapt(sheet, profile, BOOK), "a4").entries, strict=True):
        question = entry.question
        right = [option.text for option in usual.options if option.right]
        told = [option.text for index, option in enumerate(question.options) if letter(index) in entry.short]

        assert [option.text for option in question.options if option.right] == right
        assert told == right
        assert question.key.answer == usual.key.answer


@given(sheets, profiles)
def test_what_is_printed_beside_the_questions_answers_none(sheet, profile):
    """Neither a glossary nor a box of words holds what another question asks for (rule H12)."""
    made = adapt(sheet, profile, BOOK)
    for gloss in made.glossary:
        printed = f"{gloss.term}: {gloss.meaning}"
        for question in made.questions:
            assert not any(holds(printed, secret) for secret in question.secrets), question.id
            assert not any(holds(printed, one) and holds(printed, two) for one, two in question.pairs), question.id
    for section in made.sections:
        elsewhere = [q for other in made.sections if other is not section for q in other.questions]
        for word in section.bank:
            assert not any(holds(word, secret) for question in elsewhere for secret in question.secrets), word


@given(sheets)
def test_no_term_is_explained_that_is_asked_for(sheet):
    """The glossary leaves out what a question is about, what may be chosen and what is right."""
    made = adapt(sheet, only("glossary"), BOOK)
    asked = {name for question in made.questions for name in (*question.facts, *question.involves)}
    by_term = {term.term: term for term in BOOK.of_kind(Term)}
    chosen = [text for q in made.questions for text in (*(option.text for option in q.options), q.key.answer)]

    for gloss in made.glossary:
        assert by_term[gloss.term].id not in asked
        assert not any(holds(text, gloss.term) for text in chosen)
        assert any(holds(text, gloss.term) or holds(text, f"{gloss.term}s") for q in made.questions for text in q.shown)


@given(sheets)
def test_a_box_of_words_holds_every_answer_and_words_that_fit_nowhere(sheet):
    """All answers once, two spares or more, in alphabetical order; no spare is right anywhere (P4, G19, H11)."""
    for section in adapt(sheet, only("word bank"), BOOK).sections:
        offered = [section.bank] if section.bank else []
        offered += [given.texts for question in section.questions for given in question.help]
        for box in offered:
            questions = (
                section.questions
                if section.bank
                else [q for q in section.questions if box in [h.texts for h in q.help]]
            )
            answers = [answer for question in questions for answer in answers_of(question)]
            right = {
                fold(form) for q in questions for gap in gaps_of(q, BOOK) for form in right_fillers(BOOK, gap.blank)
            }
            spares = [word for word in box if word not in answers]

            assert all(box.count(answer) == 1 for answer in answers)
            assert len(spares) >= FEWEST_SPARES
            assert right.isdisjoint(map(fold, spares))
            assert list(box) == sorted(box, key=lambda word: (fold(word), word))


def test_words_are_offered_where_they_can_be():
    """Help is the rule and not the exception: nearly every part of gaps has its box."""
    parts = [
        section
        for number, seed in [(number, seed) for number in (0, 1) for seed in range(20)]
        for section in adapt(drawn(number, seed), only("word bank"), BOOK).sections
        if ITEM_TYPES[section.questions[0].item_type].easing.word_bank
    ]
    boxed = [section for section in parts if section.bank or all(question.help for question in section.questions)]

    assert len(boxed) >= 0.8 * len(parts) > 0


@given(sheets)
def test_one_option_fewer_is_one_wrong_option_fewer(sheet):
    """At least two options stay, in their order."""
    for usual, question in zip(sheet.questions, adapt(sheet, only("fewer options"), BOOK).questions, strict=True):
        left = [option for option in usual.options if option in question.options]

        assert list(question.options) == left
        assert len(usual.options) - len(question.options) in (0, 1)
        if ITEM_TYPES[usual.item_type].easing.fewer_options:
            assert len(question.options) >= 2


@given(sheets)
def test_beginnings_of_sentences_do_not_hold_the_answer(sheet):
    """They say nothing that earns a mark."""
    for question in adapt(sheet, only("sentence starters"), BOOK).questions:
        texts = [text for given in question.help for text in given.texts]

        assert all(text.endswith("…") for text in texts)
        assert not any(holds(text, secret) for text in texts for secret in (*question.secrets, *question.key.points))


@pytest.mark.parametrize(
    ("key", "letters"),
    [
        (Key("Galileo Galilei", accept=("Galileo",)), "G… G…"),
        (Key("telescope"), "t…"),
        (Key("1609"), ""),
        (Key("four"), ""),
        (Key("Uranus", accept=("George's Star",)), ""),
        (Key("the point of the orbit that is farthest"), ""),
        (Key("Jan of Delft"), ""),
    ],
)
def test_first_letters_are_told_where_they_help(key, letters):
    """Of words and names; not of numbers, of phrases, or of what has another name."""
    assert first_letters(key) == letters


@given(sheets)
def test_stretch_takes_help_away_and_asks_more(sheet):
    """Without a box its words stand nowhere on the sheet; a further task earns nothing and is answered in the key."""
    made = adapt(sheet, Profile(tier="stretch"), BOOK)
    for usual, question in zip(sheet.questions, made.questions, strict=True):
        if usual.bank and not question.bank:
            others = [other for other in made.questions if other is not question]
            assert "box" not in question.stem
            words = [word for word in question.row_keys if not is_number(word)]
            assert not any(holds(text, word) for other in others for text in other.shown for word in words)
        if question.further:
            assert all(option.note for option in question.options if not option.right)
    assert made.marks == sheet.marks


def test_a_part_without_boxes_does_not_speak_of_them():
    """The instruction of a part goes with its boxes."""
    made = [adapt(drawn(0, seed), Profile(tier="stretch"), BOOK) for seed in range(30)]
    parts = [section for sheet in made for section in sheet.sections if section.heading == "Complete the passage"]
    bare = [section for section in parts if not any(question.bank for question in section.questions)]

    assert bare
    assert all("box" not in section.instruction for section in bare)


@given(sheets)
def test_who_needs_no_help_has_the_very_same_sheet(sheet):
    """Type and time do nothing to questions."""
    assert adapt(sheet, USUAL, BOOK) is sheet
    assert adapt(sheet, Profile(extra_time=25), BOOK) is sheet


def test_a_question_of_the_teachers_own_stays_as_it_is():
    """What the book does not know cannot be judged, so nothing is done to it."""
    sheet = drawn(0, 1)
    first, *rest = sheet.sections
    own = replace(first.questions[0], facts=("nowhere",))
    sheet = replace(sheet, sections=(replace(first, questions=(own,)), *rest))

    assert adapt(sheet, Profile(tier="support"), BOOK).questions[0] == own


NEEDS = (USUAL, Profile(tier="support"), Profile(extra_time=50), Profile(tier="stretch"), Profile(tier="support"))


def class_of(mode: Mode, *profiles: Profile) -> ClassSet:
    students = tuple(Student(f"Student {number}", profile) for number, profile in enumerate(profiles))
    return draw_class_set(BOOK, Roster("10b", students), PLANS[0], seed="autumn", mode=mode)


def test_a_shared_sheet_with_help_has_a_code_of_its_own():
    """Its key differs, so sheet and key must find each other; all who have the same help share it."""
    codes = [sheet.worksheet.code for sheet in class_of("one", *NEEDS).sheets]

    assert codes[0] == codes[2]
    assert codes[1] == codes[4]
    assert len(set(codes)) == 3


def test_a_profile_draws_no_other_questions():
    """Whether a student needs help or not, the seed draws the same facts in the same order, under the same code."""
    usual, helped = class_of("each", *[USUAL] * 5), class_of("each", *NEEDS)
    for one, other in zip(usual.sheets, helped.sheets, strict=True):
        assert one.worksheet.code == other.worksheet.code
        assert [q.id for q in one.worksheet.questions] == [q.id for q in other.worksheet.questions]


@pytest.mark.parametrize("mode", ["each", "forms", "one"])
def test_a_manifest_gives_every_sheet_back_with_its_help(mode):
    """A lost sheet is printed again as it was, without book or class list."""
    class_set = class_of(mode, *NEEDS)
    manifest = manifest_of(class_set, bank_title="", bank_sha256="0" * 64, blueprint_digest="")

    assert class_set_of(parse_manifest(manifest_bytes(manifest), "manifest.json")) == class_set


@given(sheets, profiles)
def test_paper_and_plain_text_show_all_help(sheet, profile):
    """Words, beginnings, explanations and further tasks are printed, and stand before the answer lines."""
    made = adapt(sheet, profile, BOOK)
    texts = [text for q in made.questions for given in q.help for text in given.texts]
    texts += [word for section in made.sections for word in section.bank] + [gloss.term for gloss in made.glossary]
    texts += [question.further.task for question in made.questions if question.further]
    html, plain = sheet_html(PersonalSheet(made, "s")), " ".join(sheet_text(PersonalSheet(made, "s")).split())

    for text in texts:
        assert text.replace("'", "&#39;") in html
        assert text in plain
