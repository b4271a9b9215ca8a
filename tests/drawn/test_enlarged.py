"""Drawings for large print: the narrower they are drawn, the larger their type is on paper."""

from __future__ import annotations

import pytest

from build_tools.drawn.canvas import Canvas
from build_tools.drawn.drawing import enlarged, picture_of
from build_tools.drawn.picture import WIDTH, DrawingMark, Picture
from worksheets.facts import Term
from worksheets.problems import Problem, Source


def picture(wide: float, high: float) -> Picture:
    return Picture("", Canvas(wide).svg(high, "Title", "Description"), "", (), (), ())


@pytest.mark.parametrize(("high", "wide"), [(100, 240), (320, 265), (350, 290), (390, 315)])
def test_the_largest_type_is_taken_that_a_page_has_room_for(high: float, wide: float) -> None:
    """Of drawings of one height that is the narrowest one that is not too high for its width."""
    found = enlarged(lambda width: picture(width, high))

    assert found is not None
    assert f'viewBox="0 0 {wide} {high}"' in found.svg


def test_a_drawing_that_is_too_high_or_does_not_fit_stays_as_it_is() -> None:
    """Then there is no enlarged one."""
    assert enlarged(lambda width: picture(width, 500)) is None
    assert (
        enlarged(lambda width: (Problem(Source("a.md", 1), "a word is too long", "shorten it", "fact.drawing"),))
        is None
    )


def test_a_narrow_drawing_keeps_within_its_width() -> None:
    """A chain is laid out anew: its boxes end where the drawing ends."""
    facts = {name: Term(id=name, source=Source("a.md", 1), term=name, definition="") for name in ("river", "sea")}
    rows = ((Source("a.md", 1), "river"), (Source("a.md", 2), "  sea: flows into"))
    for wide in (WIDTH, 240.0):
        drawn = picture_of(DrawingMark("chain", tuple(facts), {"caption": "Water"}, rows, wide=wide), facts)

        assert isinstance(drawn, Picture)
        assert f'viewBox="0 0 {wide:g} ' in drawn.svg
        assert f'<text x="{wide / 2:g}"' in drawn.svg
