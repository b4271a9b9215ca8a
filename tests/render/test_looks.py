"""Sheets set otherwise: the same questions, more room, and no word of why."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from example_sheets import EXPLAIN, MATCHES, OF_EACH_TYPE, full_worksheet, worksheet
from hypothesis import given
from hypothesis import strategies as st

from worksheets.profiles import USUAL_LOOK, Look, Profile
from worksheets.questions import GAP, QuestionPart
from worksheets.rendering.formats import sheet_format
from worksheets.rendering.html import sheet_html
from worksheets.rendering.looks import fitted, sentences
from worksheets.rendering.pages import sheets_page
from worksheets.rendering.pieces import question_slices
from worksheets.rendering.sheet_flow import sheet_flow
from worksheets.worksheet import PersonalSheet

LOOKS = [Look(18), Look(24), Look(open=True), Look(18, open=True)]
looks = pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.classes)
EVERY_TYPE = worksheet(*((name, "", (question,)) for name, question in OF_EACH_TYPE.items()))


def sheet_of(profile: Profile, of: object = None) -> PersonalSheet:
    return PersonalSheet(of or full_worksheet(), "sheet-1", "Ann O'Neill", "10 B", profile)  # type: ignore[arg-type]


@looks
def test_numbers_marks_and_words_are_those_of_the_usual_sheet(look):
    """A teacher can say "question 5" (rule L3); what a table says once beside its rows, large print may say in each."""
    pages = [sheet_html(sheet_of(Profile(found), EVERY_TYPE)) for found in (USUAL_LOOK, look)]
    numbers, marks, words = (
        [re.findall(r'class="number">(\d+)<', page) for page in pages],
        [re.findall(r'class="marks">\((\d+)<', page) for page in pages],
        [set(re.findall(r"[\w’']+", re.sub(r"<[^>]*>|_+", " ", page))) for page in pages],
    )

    assert numbers[0] == numbers[1] != []
    assert marks[0] == marks[1] != []
    assert words[0] <= words[1]


@looks
def test_every_piece_of_a_sheet_bears_its_look(look):
    """The press sets each piece by itself: none is left in usual type, not even the foot."""
    flow = sheet_flow(sheet_of(Profile(look), EVERY_TYPE), sheet_format("a4", look))
    pieces = [cell.piece for row in flow.rows for cell in row.cells] + [cell.piece for cell in flow.foot(1, 2)]

    assert all(piece.html.startswith(f'<div class="{look.classes}" data-frame>') for piece in pieces)


def test_a_sheet_names_no_profile():
    """What shows by itself shows; a word that tells why does not stand on the page."""
    profile = Profile(Look(18, open=True), extra_time=25, tier="support")
    html = sheets_page([sheet_of(profile)], title="Cells")
    body = html.partition("<body>")[2].casefold()

    assert not re.search("profile|support|large.?print|dyslex|extra.?time|core|stretch", body)


def test_extra_time_changes_the_minutes_and_nothing_else():
    """A student reads the minutes that are meant for him or her."""
    usual, more = (sheet_html(sheet_of(Profile(extra_time=extra))) for extra in (0, 25))

    assert "40 minutes" in usual
    assert usual.replace("40 minutes", "50 minutes") == more


@pytest.mark.parametrize(("size", "expected"), [(18, 5), (24, 6)])
def test_large_handwriting_has_as_much_room(size, expected):
    """Four lines of 8 mm become five of 10 mm or six of 12 mm, in a question and in its parts (rule L4)."""
    part = QuestionPart("", 1, EXPLAIN.key, answer_lines=4)
    question = replace(EXPLAIN, parts=(part,))
    (found,) = fitted(sheet_of(Profile(Look(size)), worksheet(("", "", (question,))))).worksheet.questions

    assert (EXPLAIN.answer_lines, found.answer_lines, found.parts[0].answer_lines) == (4, expected, expected)


def test_a_matching_set_in_large_print_can_be_cut():
    """Side by side it is one piece; one list below the other it is cut between any two lines but the first three."""
    assert len(question_slices(MATCHES)) == 1
    assert len(question_slices(MATCHES, Look(18))) > 3


def test_large_print_may_have_as_many_pages_as_it_needs():
    """A limit of pages is for type that can be squeezed."""
    found = [sheet_flow(sheet_of(Profile(look)), sheet_format("a4", look)).may_grow for look in (USUAL_LOOK, *LOOKS)]

    assert found == [False, True, True, True, True]


@given(st.text(st.sampled_from(f"abcD. ?!”)1{GAP}"), max_size=60))
def test_sentences_are_cut_at_spaces_only(paragraph):
    """Nothing of a paragraph is lost."""
    assert " ".join(sentences(paragraph)) == paragraph


def test_a_shortened_word_ends_no_sentence():
    """Lines begin where a sentence begins, as far as that is sure."""
    assert sentences("Dr. Galen cut up a pig. It died in St. Albans. So it was?") == [
        "Dr. Galen cut up a pig. It died in St. Albans.",
        "So it was?",
    ]


@pytest.mark.parametrize("end", [f"{GAP}.", f"{GAP} (person).", "the ‘spirit’.", "she “was afraid.”"])
def test_a_sentence_may_end_with_a_gap_or_a_bracket(end):
    """Otherwise a passage with a gap at the end of each sentence could not be cut, and not be printed in 24 points."""
    assert sentences(f"It came from {end} It went.") == [f"It came from {end}", "It went."]
