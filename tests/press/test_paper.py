"""Pages go to paper: each once, in a place where hands with scissors and staples find it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from press.paper_in_hand import boxes, cut_in_quarters_and_piled, leafed_through, sheets_of_paper

from worksheets.press.paper import (
    A4,
    LETTER,
    PaperCount,
    Placement,
    Scheme,
    Side,
    Size,
    arrange,
    arrange_each,
    count_paper,
)
from worksheets.press.paper_cards import Cards, Flip, FoldedCards
from worksheets.press.paper_schemes import Booklet, FourUp, OnePerSide, TwoUp

NEAR = 1e-6
A5 = Size(A4.width / 2**0.5, A4.height / 2**0.5)
CARD = Size(180.0, 110.0)

rosters = st.lists(st.integers(1, 9), min_size=1, max_size=6)
paper_sizes = st.sampled_from((A4, LETTER))
page_sizes = st.sampled_from((A4, LETTER, A5, Size(100.0, 700.0)))
whole_pages = st.one_of(
    st.builds(OnePerSide, page_sizes, paper_sizes, st.booleans()),
    st.builds(TwoUp, page_sizes, paper_sizes),
    st.builds(Booklet, page_sizes, paper_sizes),
)
tickets = st.builds(FourUp, page_sizes, paper_sizes, st.booleans())
cards = st.builds(
    Cards,
    st.builds(Size, st.floats(60.0, 500.0), st.floats(60.0, 500.0)),
    st.sampled_from((A4, LETTER, A4.turned)),
    st.booleans(),
    st.sampled_from(Flip),
)
folded = st.builds(FoldedCards, st.builds(Size, st.floats(60.0, 270.0), st.floats(60.0, 500.0)), paper_sizes)


@st.composite
def prints(draw: st.DrawFn) -> tuple[list[int], Scheme, Size]:
    """Page counts of a class, a scheme that can take them, and the size of the pages."""
    scheme = draw(st.one_of(whole_pages, tickets, cards, folded))
    sheets = draw(rosters)
    if isinstance(scheme, FourUp):
        sheets = [1] * sum(sheets)
    if isinstance(scheme, Cards | FoldedCards):
        return [2 * pages for pages in sheets], scheme, scheme.card
    return sheets, scheme, scheme.page


@given(prints())
def test_each_page_is_placed_once(printing):
    """No page is lost, none is printed twice."""
    sheets, scheme, _ = printing
    pages = [placement.page for side in arrange(sheets, scheme) for placement in side.placements]

    assert sorted(pages) == list(range(sum(sheets)))


@given(prints())
def test_pages_lie_on_the_paper_and_do_not_overlap(printing):
    """Whatever the sizes of pages and paper."""
    sheets, scheme, size = printing
    for side in arrange(sheets, scheme):
        placed = list(boxes(side, size).values())
        for left, bottom, right, top in placed:
            assert min(left, bottom) >= -NEAR
            assert right <= side.width + NEAR
            assert top <= side.height + NEAR
        for one, other in combinations(placed, 2):
            apart = (one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3])
            assert max(apart) >= -NEAR


@given(prints())
def test_pages_keep_their_shape_and_are_never_enlarged(printing):
    """A page is reduced where it must be, as little as can be, and a card not at all."""
    sheets, scheme, _ = printing
    for side in arrange(sheets, scheme):
        for placement in side.placements:
            assert 0 < placement.scale <= 1
            assert placement.scale == 1 or not isinstance(scheme, Cards | FoldedCards)


@given(prints())
def test_marks_never_enter_a_page(printing):
    """They lie on the paper, and outside of all that is kept or on its edge."""
    sheets, scheme, size = printing
    for side in arrange(sheets, scheme):
        for x0, y0, x1, y1 in side.marks:
            assert min(x0, y0) >= 0
            assert max(x0, x1) <= side.width
            assert max(y0, y1) <= side.height
            for left, bottom, right, top in boxes(side, size).values():
                inside = x1 > left + NEAR and x0 < right - NEAR and y1 > bottom + NEAR and y0 < top - NEAR
                assert not inside


@given(prints())
def test_counts_agree_with_the_sides(printing):
    """Sides, blank sides and paper are told as they come out of the printer."""
    sheets, scheme, _ = printing
    sides = arrange(sheets, scheme)
    papers = len(sheets_of_paper(sides)) if scheme.double_sided else len(sides)
    blank = [side for side in sides if not side.placements]

    assert PaperCount(len(sides), papers, len(blank)) == count_paper(sides, scheme)
    assert sides[0].placements


@given(rosters, st.one_of(whole_pages, cards))
def test_every_student_begins_on_the_front_of_new_paper(sheets, scheme):
    """Printed on both sides, no sheet of paper belongs to two students, so that a pile can be handed out."""
    if isinstance(scheme, Cards):
        sheets = [2 * pages for pages in sheets]
    students = [student for student, pages in enumerate(sheets) for _ in range(pages)]
    firsts = {sum(sheets[:student]) for student in range(len(sheets))}
    sides = arrange(sheets, scheme)
    papers = sheets_of_paper(sides) if scheme.double_sided else [(side, None) for side in sides]
    fronts = {placement.page for front, _ in papers for placement in front.placements}

    assert firsts <= fronts
    for front, back in papers:
        on_it = [*front.placements, *(back.placements if back else ())]
        assert len({students[placement.page] for placement in on_it}) == 1


@given(rosters, st.builds(Booklet, page_sizes, paper_sizes))
def test_a_folded_booklet_can_be_read_from_cover_to_cover(sheets, scheme):
    """Leafing through gives a student's pages in order, then at most three blank ones."""
    for pages, sides in zip(sheets, arrange_each(sheets, scheme), strict=True):
        leaves = leafed_through(sides, scheme.page)

        assert [*range(pages), *[None] * (-pages % 4)] == leaves


@given(rosters, st.builds(TwoUp, page_sizes, paper_sizes))
def test_two_up_is_read_from_left_to_right(sheets, scheme):
    """Sides show the pages in order."""
    pages = [
        page
        for side in arrange(sheets, scheme)
        for page, _ in sorted(boxes(side, scheme.page).items(), key=lambda placed: placed[1])
    ]

    assert list(range(sum(sheets))) == pages


@given(st.integers(1, 40), page_sizes, paper_sizes)
def test_tickets_are_in_roster_order_once_cut_and_piled(students, page, paper):
    """Four stacks, piled as one reads, give the class from the first to the last."""
    sides = arrange([1] * students, FourUp(page, paper))
    pile = [ticket for ticket in cut_in_quarters_and_piled(sides, page) if ticket is not None]

    assert list(range(students)) == pile


@given(rosters, cards)
def test_a_back_lies_exactly_behind_its_front(sheets, scheme):
    """Turned over the edge that was asked for, both cover the same place; turned like a leaf, both are upright."""
    sheets = [2 * cards for cards in sheets]
    scheme = Cards(scheme.card, scheme.paper, flip=scheme.flip)
    width, height = scheme.paper
    long_edges_are_left_and_right = height > width
    for front, back in sheets_of_paper(arrange(sheets, scheme)):
        assert back
        backs = boxes(back, scheme.card)
        for page, (left, bottom, right, top) in boxes(front, scheme.card).items():
            if (scheme.flip is Flip.LONG_EDGE) == long_edges_are_left_and_right:
                behind, rotation = (width - right, bottom, width - left, top), 0
            else:
                behind, rotation = (left, height - top, right, height - bottom), 180
            assert behind == pytest.approx(backs[page + 1])
            assert {rotation} == {placement.rotation for placement in back.placements}


@given(rosters, folded)
def test_a_folded_back_lies_left_of_its_front_and_a_mark_shows_the_fold(sheets, scheme):
    """Folded behind it, it covers the same place and is upright when the card is turned like a leaf."""
    for side in arrange([2 * cards for cards in sheets], scheme):
        placed = boxes(side, scheme.card)
        for page, (left, bottom, right, top) in placed.items():
            if page % 2 == 0:
                assert placed[page + 1] == pytest.approx((2 * left - right, bottom, left, top))
                assert any(abs(x - left) < NEAR for x, _, _, _ in side.marks)
        assert {0} == {placement.rotation for placement in side.placements}


@given(st.integers(1, 60))
def test_cards_that_run_on_waste_no_paper(students):
    """One card each: all sides but the last are full, in the order of the class."""
    scheme = Cards(CARD, backs=False, running_on=True)
    rows, columns = scheme.grid
    sides = arrange([1] * students, scheme)
    pages = [[placement.page for placement in side.placements] for side in sides]

    assert list(range(students)) == [page for side in pages for page in side]
    assert all(len(side) == rows * columns for side in pages[:-1])


@given(prints())
def test_a_student_has_the_same_sides_in_a_file_of_their_own(printing):
    """One file for each student shows what the file of the class shows, save tickets, which share paper there."""
    sheets, scheme, _ = printing
    alone = arrange_each(sheets, scheme)
    if not isinstance(scheme, FourUp):
        placed = [len(side.placements) for side in arrange(sheets, scheme) if side.placements]

        assert [len(side.placements) for sides in alone for side in sides if side.placements] == placed
    assert [list(range(pages)) for pages in sheets] == [
        sorted(placement.page for side in sides for placement in side.placements) for sides in alone
    ]


def test_pages_of_the_size_of_the_paper_are_placed_as_they_are():
    """The plain way leaves no trace."""
    assert (Side(*A4, (Placement(0, 0.0, 0.0),)),) == arrange([1], OnePerSide(A4))


def test_double_sided_students_with_an_odd_page_are_followed_by_a_blank_side():
    """Ann has three pages, Bob one, Cleo two: six pages on eight sides, four sheets of paper."""
    scheme = OnePerSide(A4, double_sided=True)
    sides = arrange([3, 1, 2], scheme)

    assert [0, 1, 2, None, 3, None, 4, 5] == [side.placements[0].page if side.placements else None for side in sides]
    assert PaperCount(8, 4, 2) == count_paper(sides, scheme)


def test_two_pages_of_a4_are_reduced_to_a5():
    """The paper is turned, and each half of it takes a page at 71 per cent."""
    (side,) = arrange([2], TwoUp(A4))

    assert (A4.height, A4.width) == (side.width, side.height)
    assert [pytest.approx(0.5**0.5, rel=1e-3)] * 2 == [placement.scale for placement in side.placements]


def test_the_outside_of_a_booklet_has_the_last_page_left_of_the_first():
    """Eight pages take two sheets of paper."""
    sides = arrange([8], Booklet(A4))

    assert [[7, 0], [1, 6], [5, 2], [3, 4]] == [[placement.page for placement in side.placements] for side in sides]


def test_tickets_that_are_not_piled_are_in_order_on_each_side():
    """Who cuts sheet by sheet gets four neighbours of the roster at a time."""
    sides = arrange([1] * 6, FourUp(A4, cut_and_stack=False))

    assert [[0, 1, 2, 3], [4, 5]] == [[placement.page for placement in side.placements] for side in sides]


def test_ten_cards_of_a_common_size_go_on_a4():
    """Visiting cards of 85 by 54 mm: two columns of five, with a mark at each end of every cut."""
    card = Size(85 / 25.4 * 72, 54 / 25.4 * 72)
    front, back = arrange([20], Cards(card))

    assert list(range(0, 20, 2)) == [placement.page for placement in front.placements]
    assert [1, 3] == [placement.page for placement in back.placements[:2]]
    assert back.placements[0].x > back.placements[1].x
    assert 2 * 3 + 2 * 6 == len(front.marks)


@pytest.mark.parametrize(
    ("sheets", "scheme", "message"),
    [
        ([1, 0], OnePerSide(A4), "every sheet needs 1 page or more"),
        ([2], FourUp(A4), "a ticket has one page only"),
        ([3], Cards(CARD), "every card needs a front and a back"),
        ([2], Cards(A4), "does not go on paper"),
        ([3], FoldedCards(CARD), "every card needs a front and a back"),
    ],
)
def test_what_a_scheme_cannot_take_is_refused(sheets, scheme, message):
    """The message says what would do."""
    with pytest.raises(ValueError, match=message):
        arrange(sheets, scheme)
