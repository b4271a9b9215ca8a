"""The baseline grid, and the survey of a layout that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheets.press.fonts import font_face_css
from worksheets.press.typeset import typeset

LINE = 15.0  # points
MM = 25.4 / 72
TEXT = "Rivers carry what the rain washes off the hills down to the sea, year after year and in every season. "
STYLE = (
    "@page { size: 150mm 120mm; margin: 20mm } body { margin: 0 } html { font: 10.5pt/15pt Literata }"
    "p, h2 { margin: 0 } h2 { font-size: 12pt; line-height: 15pt; margin-top: 15pt }"
    ".box { height: 31pt; background: #eee; margin: 4pt 0 } p { text-align: justify }"
)


def baselines(grid: tuple[float, float] | None, between: str = "<div class=box></div>") -> list[float]:
    """How far from the first baseline's place on the grid each line of a small document stands, in points.

    :param between: HTML that stands between its paragraphs.
    """
    body = f"<p>{TEXT * 2}</p>{between}<p>{TEXT}</p>{between}<h2>A head</h2><p>{TEXT * 9}</p>"
    html = (
        f"<!DOCTYPE html><html lang=en><title>t</title><style>{font_face_css(TEXT)}{STYLE}</style>"
        f"<body><section>{body}</section>"
    )
    result = typeset(html, base=Path(), roots=[], grid=grid, survey=True)
    lines = [line for page in result.survey for line in page["lines"]]

    assert () == result.log
    assert len(result.survey) == result.pages > 1
    return [(line["baseline"] - lines[0]["baseline"]) % LINE for line in lines if line["tags"][0] == "p"]


def test_text_is_on_the_grid_behind_boxes_of_any_height() -> None:
    """Every line of running text has its baseline on the grid, on all pages."""
    assert all(min(off, LINE - off) < 0.01 for off in baselines((20, LINE * MM)))


@pytest.mark.parametrize("display", ["grid", "flex", "inline-flex", "inline-block", "table"])
def test_text_is_on_the_grid_behind_boxes_of_any_layout(display: str) -> None:
    """WeasyPrint has ways of its own to lay out what is in them."""
    box = f'<div class=box><div style="display: {display}"><div>a<div>b</div></div><div>c</div></div></div>'

    assert all(min(off, LINE - off) < 0.01 for off in baselines((20, LINE * MM), box))


def test_without_a_grid_boxes_move_the_lines_behind_them() -> None:
    """The document of the test above is one that needs a grid."""
    assert any(0.5 < off < LINE - 0.5 for off in baselines(None))
