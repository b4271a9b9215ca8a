"""Text is drawn in the order in which it is read, and nothing else is moved."""

from __future__ import annotations

import pytest

from worksheets.press.reading_order import in_reading_order, renumbered

BOX = "q\n/Artifact\nBMC\n0 0 9 9 re\nf\nEMC\nQ"


def text(mark: int) -> str:
    return f"q\n/Span\n<</MCID {mark}>>\nBDC\nBT\n1 0 0 -1 0 {mark} Tm\n[<0001>] TJ\nET\nEMC\nQ"


def structure(*reading: int) -> dict[str, object]:
    """One element, whose marked content is read in this order."""
    elements = [["P", -1, [["marked", mark] for mark in reading], "", None]]
    return {"elements": elements, "marked": [0] * len(reading), "links": []}


def arranged(lines: list[str], *reading: int) -> list[str]:
    marks = {mark: mark for mark in reading}
    return in_reading_order("\n".join(lines).encode(), structure(*reading), marks).decode().split("\n")


def flat(*groups: str) -> list[str]:
    return "\n".join(groups).split("\n")


def test_a_letter_is_drawn_before_its_answer():
    """What stands before it on the page, though it is positioned, comes before it in the drawing."""
    assert arranged([text(0), BOX, text(1)], 1, 0) == flat(text(1), BOX, text(0))


def test_groups_within_a_group_are_put_in_order():
    """WeasyPrint draws a whole block in two groups of its own; what is set there holds for all."""
    before, behind = "q\n1 0 0 1 5 5 cm\nq", "Q\nQ"

    assert arranged([before, text(0), text(1), behind], 1, 0) == flat(before, text(1), text(0), behind)


def test_shapes_stay_where_they_are():
    """A box that is drawn over a text, or under it, goes on doing so."""
    both = text(1).replace("BT", "0 0 9 9 re\nf\nBT")

    assert arranged([text(0), both, text(2)], 2, 1, 0) == flat(text(2), both, text(0))


@pytest.mark.parametrize("setting", ["1 0 0 rg", "1 0 0 1 5 5 cm", "/a0.5 gs"])
def test_what_is_set_between_texts_keeps_them(setting):
    """A text that came before a colour was set is not drawn with it."""
    lines = [text(0), setting, text(1)]

    assert arranged(lines, 1, 0) == flat(*lines)


def test_marked_content_is_numbered_as_it_is_drawn():
    """Every element keeps its text under the new number."""
    old = {
        "elements": [["LI", -1, [["element", 1], ["marked", 0]], "", None], ["Lbl", 0, [["marked", 1]], "", None]],
        "marked": [0, 1],
        "links": [],
    }

    assert renumbered(old, {0: 1, 1: 0}) == {
        "elements": [["LI", -1, [["element", 1], ["marked", 1]], "", None], ["Lbl", 0, [["marked", 0]], "", None]],
        "marked": [1, 0],
        "links": [],
    }
