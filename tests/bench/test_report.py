"""The page with the results: its numbers, its gaps, and a plot that can be read on white and on black."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from .peers import BASES, PEERS
from .plot import APART, BOTTOM, COLOURS, HEIGHT, INK, TOP, WIDTH, plot
from .report import document, significant, table
from .results import Measured, Missing, Result, Run

ALL = list(PEERS.values())
LABELS = {peer.name: peer.label for peer in ALL}
WIDEST = 8  # units: what a letter takes on average in 14 px, even in a wide face
SVG = "{http://www.w3.org/2000/svg}"


def measured(name: str, sheets: int, *seconds: float) -> Measured:
    """A result of which the times are asked."""
    return Measured(name, sheets, tuple(Run(one, 0, 0) for one in seconds), 7, 50_000_000, 4 * sheets, 123_456, True)


def results() -> list[Result]:
    """All peers about equally fast, one left out with the larger number."""
    small = [measured(name, 1, 0.2 + place / 1000) for place, name in enumerate(PEERS)]
    large = [measured(name, 300, 6 + place / 100) for place, name in enumerate(PEERS)]
    return [*small, *large[:-1], Missing(large[-1].peer, 300, "not run: about 400 s")]


def test_a_row_has_the_median_and_its_ratios() -> None:
    """Three runs, of which the middle counts; a base compared with itself is one."""
    base, other = BASES
    lines = table(30, [measured(base, 30, 3, 1, 2), measured(other, 30, 8)]).splitlines()

    assert "## 30 sheets" == lines[0]
    assert f"| {LABELS[base]} | 2.0 | 1.0 × | 0.25 × | 7.0 s | 50 MB | 120 | 0.12 MB | yes | 3 |" == lines[4]
    assert f"| {LABELS[other]} | 8.0 | 4.0 × | 1.0 × | 7.0 s | 50 MB | 120 | 0.12 MB | yes | 1 |" == lines[5]


def test_every_row_is_as_wide_as_the_head() -> None:
    """A peer that was left out says why and keeps the table whole; so does a base that is not there."""
    for group in (results(), [Missing("typst", 300, "failed with status 1: a | b")], [measured("chromium", 300, 2)]):
        lines = table(300, [one for one in group if one.sheets == 300]).splitlines()[2:]

        assert 1 == len({line.count("|") for line in lines})
        assert len(lines) >= 3


def test_names_have_a_table_of_their_own() -> None:
    """It tells how many there are, and compares with a page for each."""
    found = [measured("names", 1000, 4), measured("names-pages", 1000, 16)]
    page = document([measured("weasyprint", 1, 2)], [PEERS["weasyprint"]], [], found)

    assert "## 1,000 new names" in page
    assert "| **our press, empty store** | 4.0 | 0.25 × | 7.0 s" in page


def test_the_page_names_what_is_not_installed() -> None:
    """Nobody takes an absent peer for one that was forgotten."""
    page = document([measured("weasyprint", 1, 2)], [PEERS["weasyprint"]], [PEERS["typst"]])

    assert f"Not installed there: {LABELS['typst']}." in page
    assert re.search(r"Measured on \d+ cores?, .* with WeasyPrint [\d.]+\.", page)


@pytest.mark.parametrize(
    ("number", "text"), [(0.123, "0.12"), (1.26, "1.3"), (9.94, "9.9"), (12.6, "13"), (400.2, "400")]
)
def test_numbers_have_no_more_digits_than_they_earn(number: float, text: str) -> None:
    """Runs scatter by some percent."""
    assert text == significant(number)


def test_the_plot_has_every_peer_within_its_edges() -> None:
    """Lines lie in the plot; names stand beside it, none over another."""
    tree = ElementTree.fromstring(plot(results(), ALL))
    texts = {str(text.text): text for text in tree.iter(f"{SVG}text")}
    names = sorted(float(texts[label].get("y", "")) for label in LABELS.values())
    lines = [path.get("d", "") for group in tree.iter(f"{SVG}g") for path in group.findall(f"{SVG}path")[:1]]

    assert len(ALL) == len(lines) == len(names)
    assert all(below - above > APART - 0.2 for above, below in pairwise(names))
    assert 0 < names[0] < names[-1] < HEIGHT
    assert max(map(len, LABELS.values())) * WIDEST < WIDTH - float(texts[ALL[0].label].get("x", ""))
    for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", " ".join(lines)):
        assert 0 < float(x) < WIDTH
        assert TOP <= float(y) <= BOTTOM


def test_a_plot_of_nothing_is_still_a_picture() -> None:
    """Where every peer failed, the axes are drawn."""
    assert ElementTree.fromstring(plot([Missing("typst", 1, "failed")], ALL)).tag == f"{SVG}svg"


@pytest.mark.parametrize("colour", [*COLOURS, INK])
@pytest.mark.parametrize("ground", ["#ffffff", "#0d1117"])
def test_colours_stand_out_from_white_and_black(colour: str, ground: str) -> None:
    """The contrast is 3:1 or more (WCAG 2.2, 1.4.11), on paper and on a dark page."""
    lighter, darker = sorted((luminance(colour), luminance(ground)), reverse=True)

    assert (lighter + 0.05) / (darker + 0.05) >= 3


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as "#2f7fc1" (WCAG 2.2, definitions)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
