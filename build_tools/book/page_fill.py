"""How full a page is, from a survey of its layout (worksheets/press/child_survey.py)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Shares of the height of the text:
AIR = 0.06  # above and below a box
LARGEST_HOLE = 0.1  # where a box might be moved; print-rules 17 allows twice as much
SMALL_HOLE = 0.2  # what may be left before a box that would have to pass a heading, and once most boxes stay
_MARGIN = frozenset({"on-recto", "on-verso"})  # classes of notes beside the text


def text_lines(page: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The lines of a page that stand in the column of the text."""
    return [line for line in page["lines"] if line["part"] == "text" and not _MARGIN & set(line["classes"].split())]


def text_height(page: Mapping[str, Any]) -> float:
    """The height of a page without its margins, in points."""
    top, _, bottom, _ = page["margins"]
    return float(page["height"] - top - bottom)


def text_foot(page: Mapping[str, Any]) -> float:
    """Where the room for the text of a page ends, in points from its upper edge."""
    return float(page["footnotes"] or page["height"] - page["margins"][2])


def hole(page: Mapping[str, Any]) -> float:
    """How much of the height of a page's text is empty at its foot, from 0 to 1."""
    top = page["margins"][0]
    pictures = [block["bottom"] for block in page["blocks"] if block["tag"] in ("img", "svg")]
    lowest = max([top, *pictures, *(line["top"] + line["height"] for line in text_lines(page))])
    return float((text_foot(page) - lowest) / text_height(page))


def expected_hole(left: float, passed: float, own: float) -> float:
    """Tell which hole a box leaves where it was moved behind some text; all heights are shares of that of a page.

    :param left: what the box leaves empty where it stands.
    :param passed: the height of the text; less than nothing where the box was moved back before it.
    :param own: the height of the box, of which all stands on one page.
    """
    if passed < 0:
        room = (left - passed) % 1
        return 0.0 if own + AIR < room else room
    if passed < left:
        return left - passed
    filled = (passed - left) % 1
    return 0.0 if filled + own + AIR < 1 else 1 - filled


def heights_on(page: Mapping[str, Any]) -> dict[str, float]:
    """How high each block of a page is there, in points."""
    return {block["id"]: block["bottom"] - block["top"] for block in page["blocks"]}


def spaces_below(page: Mapping[str, Any]) -> dict[str, float]:
    """How much is empty between each block of a page and what stands below it, in points; nothing below the last."""
    tops = [block["top"] for block in page["blocks"] if not _MARGIN & set(block["classes"].split())]
    below = {block["id"]: [top for top in tops if top >= block["bottom"]] for block in page["blocks"]}
    return {block["id"]: min(below[block["id"]], default=block["bottom"]) - block["bottom"] for block in page["blocks"]}


def brought_along(box: Mapping[str, Any], page: Mapping[str, Any]) -> float:
    """How high the short sentence is that came to a page with the drawing that it names, in points."""
    return float(
        sum(
            line["height"]
            for line in text_lines(page)
            if "brief" in line["classes"].split() and line["top"] < box["top"]
        )
    )


def whole_height(box: Mapping[str, Any], page: Mapping[str, Any]) -> float:
    """How much of a box is never parted, in points: a drawing to the end of its caption, and nothing of other boxes."""
    ends = [
        block["bottom"]
        for block in page["blocks"]
        if block["tag"] == "figure" and box["top"] <= block["top"] <= block["bottom"] <= box["bottom"]
    ]
    return float(max(ends) - box["top"]) if ends and "fact-drawing" in box["classes"].split() else 0.0


def begins_page(name: str, page: Mapping[str, Any]) -> bool:
    """Whether a block stands at the head of a page."""
    first = min((line["top"] for line in text_lines(page)), default=0.0)
    return any(block["id"] == name and block["top"] <= first for block in page["blocks"])
