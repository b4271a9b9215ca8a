"""The place of one box, from what passes have shown of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.book.movable import MovableBox, Opening

shares = st.floats(0.01, 0.9)


@st.composite
def boxes(draw: st.DrawFn) -> tuple[MovableBox, Opening]:
    """A box that has been at some of its places, and has left a hole where it is."""
    way = draw(st.lists(shares, max_size=6))
    place = draw(st.integers(0, len(way)))
    holes = draw(st.dictionaries(st.integers(0, len(way)), shares))
    too_far = draw(st.none() | st.integers(place + 1, len(way) + 1))
    box = MovableBox(drawn=True, place=place, holes=holes, too_far=too_far)
    return box, Opening(hole=draw(shares), box=0.5, whole=draw(shares), came=0.0, begun={}, way=way)


@given(boxes(), shares, st.floats(0, 3))
def test_a_box_moves_to_a_place_that_it_has(given: tuple[MovableBox, Opening], risen: float, farthest: float) -> None:
    """It is one where it was seen, or an untried one that is near enough to what names the box."""
    box, opening = given
    seen = {*box.holes, box.place}
    box.move_on(opening, risen, 0.0, farthest)

    assert 0 <= box.place <= len(opening.way)
    assert box.place in seen or box.too_far is None or box.place < box.too_far


@given(boxes(), shares)
def test_a_box_stays_among_the_places_that_were_seen(given: tuple[MovableBox, Opening], risen: float) -> None:
    """Nothing else is tried where the hole is not worth it."""
    box, opening = given
    seen = {*box.holes, box.place}
    box.move_on(opening, risen, 1.0, 9.0)

    assert box.place in seen


@given(boxes())
def test_a_box_keeps_to_the_smallest_hole_once_all_places_were_seen(given: tuple[MovableBox, Opening]) -> None:
    """With nothing left to try, the nearest of the best places is taken."""
    box, opening = given
    box.holes = {place: 0.3 + place / 10 for place in range(len(opening.way) + 1)} | {box.place: 0.9}
    box.move_on(Opening(0.9, 0.5, 0.0, 0.0, {}, opening.way), 0.0, 0.0, 9.0)

    assert box.left == min(box.holes.values())


@given(boxes(), st.floats(0, 1))
def test_a_box_that_is_too_far_away_comes_nearer(given: tuple[MovableBox, Opening], least: float) -> None:
    """Or it stays, if it left a larger hole at every nearer place than may be."""
    box, _ = given
    before = box.place
    came = box.come_back(least)

    assert box.too_far is not None
    assert box.too_far <= before
    assert (box.place < before or not before) if came else box.place == before
    assert not came or box.left <= least
