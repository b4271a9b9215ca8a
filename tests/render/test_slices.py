"""Questions cut at their seams."""

from __future__ import annotations

import re
from html import escape

import pytest
from example_sheets import ESSAY, OF_EACH_TYPE, ORDER, TALL, WORD_BANK
from hypothesis import given
from hypothesis import strategies as st

from worksheets.questions import ItemTypeName
from worksheets.rendering.pieces import question_slices
from worksheets.rendering.slices import Slice, cut

LETTERS = st.text("abc &<>\"'", max_size=8)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>|\s", "", html)


def question(*children: str) -> str:
    return f'<div class="question" data-frame>{"".join(children)}</div>'


def rows(count: int, first_seam: int = 2) -> str:
    items = (
        f'<li class="row{" seam" if number >= first_seam else ""}"><b>{number}</b>&amp;</li>' for number in range(count)
    )
    return f'<ol class="rows">\n{"".join(items)}</ol>'


def test_a_question_without_seams_stays_whole() -> None:
    """It comes back as it was written."""
    html = question("<p>Why?</p>", rows(2))

    assert (Slice(html),) == cut(html)


def test_a_list_is_cut_before_it_and_at_its_seams() -> None:
    """Stem, first two rows, every further row."""
    slices = cut(question("<p>Why?</p>", rows(4), "<p>Say so.</p>"))

    assert [(False, None), (False, 0), (True, 0), (True, 0), (False, None)] == [
        (part.begins_at_seam, part.list_number) for part in slices
    ]
    assert ["Why?", "0&amp;1&amp;", "2&amp;", "3&amp;", "Sayso."] == [text_of(part.html) for part in slices]


def test_a_slice_has_all_around_it_that_it_was_cut_from() -> None:
    """What goes on is marked as such; what has no place in the structure of a slice is a frame."""
    slices = cut(question("<p>Why?</p>", rows(3)))

    assert [
        '<div class="question" data-frame><p>Why?</p></div>',
        '<div class="continued question" data-frame><ol class="rows" data-frame>\n'
        '<li class="row"><b>0</b>&amp;</li><li class="row"><b>1</b>&amp;</li></ol></div>',
        '<div class="continued question" data-frame><ol class="continued rows" data-frame>'
        '<li class="row seam"><b>2</b>&amp;</li></ol></div>',
    ] == [part.html for part in slices]


def test_lists_are_numbered() -> None:
    """The items of each list can be told from those of others."""
    slices = cut(question(rows(3), rows(3)))

    assert [0, 0, 1, 1] == [part.list_number for part in slices]


def test_what_is_no_list_has_no_number() -> None:
    """Lines to write on are not items of anything."""
    lines = '<div class="answer-line"></div>' * 3 + '<div class="answer-line seam"></div>' * 2
    slices = cut(question("<p>Why?</p>", f'<div class="answer-lines">{lines}</div>'))

    assert [(None, False), (None, False), (None, True), (None, True)] == [
        (part.list_number, part.begins_at_seam) for part in slices
    ]


def test_empty_elements_and_drawings_are_kept() -> None:
    """A line break, a picture and the shapes of a drawing need no end tag."""
    inner = '<p>a<br>b<img src="c" alt="d"></p><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    slices = cut(question(inner, rows(3)))

    assert question(inner) == slices[0].html


@given(st.lists(st.tuples(LETTERS, st.booleans()), max_size=12), LETTERS, LETTERS)
def test_no_text_is_lost_or_moved(items: list[tuple[str, bool]], before: str, after: str) -> None:
    """All slices together read as the whole."""
    listed = "".join(f'<li class="{"seam" if seam else "row"}">{escape(text)}</li>' for text, seam in items)
    html = question(f"<p>{escape(before)}</p>", f'<ol class="rows">{listed}</ol>', f"<p>{escape(after)}</p>")

    assert text_of(html) == "".join(text_of(part.html) for part in cut(html))


@pytest.mark.parametrize("item_type", OF_EACH_TYPE)
def test_a_piece_of_a_question_does_not_tell_its_number(item_type: ItemTypeName) -> None:
    """It is typeset once, for all places where it may stand."""
    html = "".join(part.html for part in question_slices(OF_EACH_TYPE[item_type]))

    assert (False, False, False) == ('class="number"' in html, "Question" in html, " id=" in html)


def test_sentences_and_events_can_stand_on_different_pages() -> None:
    """The first two stay together; so do the stem and they."""
    found = [[part.html.count("<li") for part in question_slices(item)] for item in (WORD_BANK, ORDER, TALL)]

    assert [[5, 2, 1], [0, 2, 1, 1], [2, 2, *[1] * 14]] == found


def test_lines_that_may_be_more_or_fewer_are_left_out() -> None:
    """The press places as many as there is room for."""
    (piece,) = question_slices(ESSAY)

    assert "answer-line" not in piece.html


def test_in_large_print_every_list_can_be_cut():
    """A list without seams is one slice in usual type; in large print any item but the first may begin a page."""
    html = '<div class="q"><p>Which?</p><ol class="o"><li>A</li><li>B</li><li>C</li></ol></div>'

    assert len(cut(html)) == 1
    assert [part.begins_at_seam for part in cut(html, anywhere=True)] == [False, False, True, True]


@pytest.mark.parametrize("kind", ["word-bank", "verdict", "answer-lines", "source"])
def test_what_belongs_together_is_never_cut(kind):
    """A box of words stays a box, and a source keeps its heading and its origin."""
    html = f'<div class="q"><p>Which?</p><ul class="{kind}"><li>A</li><li>B</li></ul></div>'

    assert len(cut(html, anywhere=True)) == 1


@pytest.mark.parametrize("item_type", ["matching", "who-is-it"])
def test_on_a_narrow_page_nothing_stands_beside_a_list(item_type: ItemTypeName) -> None:
    """In a booklet two columns would be a few words wide: lists stand one below the other, and may be parted."""
    printed = [question_slices(OF_EACH_TYPE[item_type], narrow=narrow) for narrow in (False, True)]

    assert [False, True] == [any("stacked" in part.html for part in parts) for parts in printed]


def test_a_long_matching_set_goes_into_a_booklet() -> None:
    """Where its lists stand side by side it is one slice, and a small page has no room for it."""
    wide, narrow = (len(question_slices(OF_EACH_TYPE["matching"], narrow=value)) for value in (False, True))

    assert (1, True) == (wide, narrow > 3)
