"""The pages of sheets, keys and the class grid: one set of lengths for the press and for the styles."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from ..press.flow import Format
from ..profiles import USUAL_LOOK, Look

POINTS_A_MM = 72 / 25.4

PAPERS_MM = MappingProxyType({"a4": (210.0, 297.0), "letter": (215.9, 279.4)})  # width and height, upright


@dataclass(frozen=True, slots=True)
class Margins:
    """What is left free around the text, in mm."""

    top: float
    right: float
    bottom: float
    left: float
    foot: float  # from the lower edge of the text to the upper edge of the foot; part of ``bottom``


SHEET = Margins(top=13, right=18, bottom=17, left=20, foot=3)  # wider on the left, where sheets are punched
LARGE = Margins(top=13, right=15, bottom=22, left=18, foot=3)  # of large print, whose foot is as large
BOOKLET = Margins(top=11, right=12, bottom=15, left=14, foot=3)
TICKET_SCALE = 0.72  # type of 11 points becomes 8
TICKET = Margins(top=8, right=9, bottom=12, left=9, foot=2.5)
GRID = Margins(top=12, right=15, bottom=14, left=15, foot=5)


def sheet_format(paper: str, look: Look = USUAL_LOOK) -> Format:
    """Give the page of sheets and keys.

    :param paper: "a4" or "letter".
    """
    return _format(*PAPERS_MM[paper], LARGE if look.size else SHEET)


def booklet_format(paper: str) -> Format:
    """Give the page of sheets that are folded in the middle: half the paper, in type of the full size.

    :param paper: "a4" or "letter".
    """
    width, height = PAPERS_MM[paper]
    return _format(height / 2, width, BOOKLET)


def ticket_format(paper: str) -> Format:
    """Give the page of exit tickets, of which four go on a side of paper, somewhat reduced.

    :param paper: "a4" or "letter".
    """
    width, height = PAPERS_MM[paper]
    return _format(width / 2 / TICKET_SCALE, height / 2 / TICKET_SCALE, TICKET)


def grid_format(paper: str) -> Format:
    """Give the page of the class grid, which lies across.

    :param paper: "a4" or "letter".
    """
    width, height = PAPERS_MM[paper]
    return _format(height, width, GRID)


def page_css(paper: str = "") -> str:
    """Write the same lengths as ``@page`` rules.

    :param paper: "a4" or "letter"; empty for a page on the screen, whose reader chooses the paper to print it on.
    """
    rules = [f"@page {{ margin: {_margins(SHEET)} }}"]
    rules += [
        f"@page {name} {{ @bottom-center {{ padding-top: {SHEET.foot}mm }} }}" for name in ("sheet", "key", "tint")
    ]
    large = f"margin: {_margins(LARGE)}; @bottom-center {{ padding-top: {LARGE.foot}mm }}"
    rules += [f"@page {name} {{ {large} }}" for name in ("large", "large-tint")]
    rules.append(f"@page grid {{ margin: {_margins(GRID)}; @bottom-right {{ padding-top: {GRID.foot}mm }} }}")
    if paper:
        width, height = PAPERS_MM[paper]
        # A page of its own: the grid is wider than high, and a named page inherits no size.
        rules += [f"@page {{ size: {width}mm {height}mm }}", f"@page grid {{ size: {height}mm {width}mm }}"]
    return "\n".join(rules)


def _format(width: float, height: float, margins: Margins) -> Format:
    return Format(
        width=POINTS_A_MM * width,
        height=POINTS_A_MM * height,
        top=POINTS_A_MM * margins.top,
        right=POINTS_A_MM * margins.right,
        bottom=POINTS_A_MM * margins.bottom,
        left=POINTS_A_MM * margins.left,
        foot=POINTS_A_MM * margins.foot,
    )


def _margins(margins: Margins) -> str:
    return f"{margins.top}mm {margins.right}mm {margins.bottom}mm {margins.left}mm"
