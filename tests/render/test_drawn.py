"""Drawings as they reach a page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from carried import SCALE, drawing
from example_drawn import NUMBERS_READ

from worksheets.rendering.drawn import drawn, in_words

SVG = "{http://www.w3.org/2000/svg}"


def test_a_drawing_says_what_it_shows():
    """Its title, which becomes the alternative text of a PDF, is its description and all that its table tells."""
    assert NUMBERS_READ.drawing
    title = ElementTree.fromstring(drawn(NUMBERS_READ.drawing)).findtext(f"{SVG}title")

    assert title == (
        "A column chart of cases of measles in a town. Year, Cases: 1962 1,240; 1964 980; 1966 410; 1972 60."
    )


def test_what_a_student_is_to_find_is_no_part_of_the_description():
    """A row with an empty cell tells nothing yet."""
    assert in_words(drawing()) == "A scale of years from 1780 to 1980."


def test_description_and_labels_cannot_break_out():
    """What an author writes is text, whatever it holds."""
    hostile = drawing()
    whole = drawn(type(hostile)(SCALE, "<script>&", hostile.data))

    assert "&lt;script&gt;&amp;" in whole
    assert "<script>" not in whole


def test_a_drawing_that_is_not_ours_reaches_no_page():
    """It goes into a page as it stands, so it is looked at once more."""
    with pytest.raises(ValueError, match="holds “script”"):
        drawn(drawing(SCALE.replace("</svg>", "<script>1</script></svg>")))
