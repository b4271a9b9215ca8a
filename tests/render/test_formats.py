"""The page, for the press and for the styles."""

from __future__ import annotations

import pytest

from worksheets.rendering.formats import POINTS_A_MM, grid_format, page_css, sheet_format


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 210, 297), ("letter", 215.9, 279.4)])
def test_the_press_and_the_styles_have_the_same_page(paper: str, width: float, height: float) -> None:
    """Size and margins of both are the same lengths."""
    sheet = sheet_format(paper)
    margins = [
        round(length / POINTS_A_MM, 6) for length in (sheet.top, sheet.right, sheet.bottom, sheet.left, sheet.foot)
    ]

    assert ([13, 18, 17, 20, 3], width, height) == (
        margins,
        pytest.approx(sheet.width / POINTS_A_MM),
        pytest.approx(sheet.height / POINTS_A_MM),
    )
    assert (f"size: {float(width)}mm {float(height)}mm" in page_css(paper), "margin: 13mm 18mm 17mm 20mm") == (
        True,
        page_css(paper).splitlines()[0][8:-2],
    )


def test_the_grid_lies_across() -> None:
    """It is wider than high, on the same paper."""
    sheet, grid = sheet_format("a4"), grid_format("a4")

    assert (sheet.height, sheet.width) == (grid.width, grid.height)


def test_a_page_for_the_screen_leaves_the_paper_to_its_reader() -> None:
    """It has margins, for those who print it from there, but no size."""
    assert (False, True) == ("size:" in page_css(), "margin:" in page_css())
