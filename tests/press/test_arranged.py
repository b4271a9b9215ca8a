"""Several pages on one side of paper, scaled and turned."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest
from press.made_blocks import A4, figure, item, link, paragraph, sheet
from press.paper_sides import At, Paper, turned, two_up
from press.reading import imposed, told
from press.structure_checker import faults

FOOT = paragraph("foot")
ROTATIONS = (0, 90, 180, 270)


def pages_of(name: str, count: int):
    return sheet(name, *[[paragraph(f"{name} {page}"), item(page), figure()] for page in range(count)], foot=FOOT)


def test_two_pages_on_a_side_share_its_numbering():
    """Marked content is numbered over the whole side, crop marks are artifacts, and all agree."""
    file = imposed([pages_of("ann", 4), pages_of("bob", 2)], sides=[two_up(0), two_up(2), two_up(4)])

    assert faults(file) == []
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 3
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 842, 595]
        assert pdf.pages[0].Contents.read_bytes().count(b"/Artifact <</Type/Page>> BDC") == 1


def test_structure_follows_the_sheets_not_the_paper():
    """A booklet's last page is printed beside its first, and is still read last."""
    sheets = [pages_of("ann", 4)]
    booklet = [
        Paper((turned(3, 0, scale=0.5), turned(0, 0, left=300, scale=0.5))),
        Paper((turned(1, 0, scale=0.5), turned(2, 0, left=300, scale=0.5))),
    ]
    file = imposed(sheets, sides=booklet)

    assert faults(file) == []
    assert told(file) == told(imposed(sheets))


def test_sheets_may_share_sides():
    """Tickets that are cut and piled: every side shows pages of several students."""
    sheets = [pages_of(name, 1) for name in ("ann", "bob", "cleo", "dan", "eve")]
    order = [(0, 2, 4), (1, 3)]
    sides = [
        Paper(tuple(At(page, 300 * column, 0, 0.3) for column, page in enumerate(side)), 900, 300) for side in order
    ]
    file = imposed(sheets, sides=sides)

    assert faults(file) == []
    assert told(file) == told(imposed(sheets))
    with pikepdf.open(file) as pdf, pdf.open_outline() as bookmarks:
        places = [entry.destination[0].objgen for entry in bookmarks.root]
        pages = [page.obj.objgen for page in pdf.pages]
        assert places == [pages[0], pages[1], pages[0], pages[1], pages[0]]


def test_blank_sides_are_kept():
    """Padding for double-sided printing shows nothing and is no fault."""
    sides = [Paper((At(0),)), Paper(()), Paper((At(1),)), Paper(())]
    file = imposed([pages_of("ann", 1), pages_of("bob", 1)], sides=sides)

    assert faults(file) == []
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 4
        assert pdf.pages[1].Contents.read_bytes() == b""


@pytest.mark.parametrize("rotation", ROTATIONS)
def test_what_is_turned_is_where_it_says(rotation):
    """The box of a figure and of a link is where they are seen, however the page is scaled and turned."""
    sheets = [sheet("ann", [figure(), link("back", "#ann")])]
    file = imposed(sheets, sides=[Paper((turned(0, rotation, left=40, bottom=60, scale=0.5),), 600, 600)])

    with pikepdf.open(file) as pdf:
        section = pdf.Root.StructTreeRoot.K[0].K[0]
        box = [float(edge) for edge in section.K[0].A.BBox]
        note = [float(edge) for edge in pdf.pages[0].Annots[0].Rect]
        top = [float(edge) for edge in list(pdf.Root.Names.Dests.Kids[0].Names[1])[2:4]]
    page = pypdfium2.PdfDocument(file)[0]
    assert any(box == pytest.approx(each.get_bounds(), abs=0.01) for each in page.get_objects(max_depth=1))
    words = page.get_textpage()
    assert words.count_rects() == 1
    left, bottom, right, upper = words.get_rect(0)
    assert note[0] <= left + 0.1 < right <= note[2] + 0.1
    assert note[1] <= bottom + 0.1 < upper <= note[3] + 0.1
    assert top == pytest.approx([40, 60 + A4[1 if rotation in (0, 180) else 0] / 2], abs=0.001)


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param([(0,), (1,)], id="a page of the third sheet is missing"),
        pytest.param([(0,), (1,), (1,)], id="a page is shown twice"),
        pytest.param([(0, 1), (2,), (3,)], id="there is no fourth page"),
        pytest.param([], id="there are no sides"),
    ],
)
def test_pages_and_sides_must_match(shown):
    """Each page is printed once: a missing sheet would be noticed only in class."""
    sheets = [pages_of(name, 1) for name in ("ann", "bob", "cleo")]
    sides = [Paper(tuple(At(page) for page in side)) for side in shown]

    with pytest.raises(ValueError, match="pages"):
        imposed(sheets, sides=sides)
