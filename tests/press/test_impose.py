"""Placed sheets become one tagged PDF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from press.made_blocks import A4, FONTS, OBJECTS, Maker, figure, item, link, paragraph, placed_block, sheet
from press.reading import FOOT, class_set, imposed, outline, told
from press.structure_checker import faults

from worksheets.press.blocks import Element, Frame, PlacedSheet
from worksheets.press.impose import impose


def test_a_class_set_is_read_aloud_in_order():
    """Sheet by sheet, and in each the blocks as they were placed, whatever page they stand on."""
    assert (
        outline(told(imposed(class_set())))
        == """\
Document
  Sect
    H1 "Rivers (and more)"
    L
      LI
        Lbl "1."
        LBody
          P "What is the answer to question 1?"
          L
            LI
              Lbl "a"
              LBody "Answer a of 1"
            LI
              Lbl "b"
              LBody "Answer b of 1"
            LI
              Lbl "c"
              LBody "Answer c of 1"
    P
      Link
        "see Bob"
        "link to bob"
    Figure "a picture"
    Table
      TR
        TH "Year"
        TH "Event"
      TR
        TD "1900"
        TD
      TR
        TD "1901"
        TD
    P
      Link
        "read on"
        "link to https://example.org/%C3%A4?a=(1)"
    P "ОЛИ"
  Sect
    H1 "Rivers"
    L
      LI
        Lbl "1."
        LBody
          P "What is the answer to question 1?"
          L
            LI
              Lbl "a"
              LBody "Answer a of 1"
            LI
              Lbl "b"
              LBody "Answer b of 1"
            LI
              Lbl "c"
              LBody "Answer c of 1"
      LI
        Lbl "2."
        LBody
          P "What is the answer to question 2?"
          L
            LI
              Lbl "a"
              LBody "Answer a of 2"
            LI
              Lbl "b"
              LBody "Answer b of 2"
            LI
              Lbl "c"
              LBody "Answer c of 2"
"""
    )


def test_nothing_is_wrong_with_its_structure():
    """Content, structure, annotations and catalogue agree, and the rules of PDF/UA-1 that we can check are kept."""
    assert faults(imposed(class_set())) == []


def test_the_same_sheets_give_the_same_bytes():
    """There is no date in a file, and its identifier follows from what it holds."""
    first, second, other = imposed(class_set()), imposed(class_set()), imposed([*class_set()[:1], sheet("bob", [FOOT])])

    assert first.getvalue() == second.getvalue()
    assert pikepdf.open(first).trailer.ID[0] == pikepdf.open(second).trailer.ID[0]
    assert pikepdf.open(first).trailer.ID[0] != pikepdf.open(other).trailer.ID[0]


def test_a_sheet_is_written_before_the_next_one_is_asked_for():
    """A class of any size needs no more memory than one sheet, besides where each object stands."""
    target = BytesIO()
    written = []

    def sheets():
        for number in range(40):
            written.append(target.tell())
            yield sheet(str(number), [item(number)])

    impose(target, sheets(), title="T", language="en", objects=OBJECTS, fonts=FONTS)

    assert all(before < after for before, after in pairwise(written))


def test_running_feet_are_no_part_of_the_text():
    """A foot is an artifact as a whole: nothing in it is numbered, tagged or linked, and what it held is unpacked."""
    maker = Maker()
    maker.write(maker.open("P"), "EMC (50%)")
    maker.rule()
    maker.link(maker.open("P"), "a link", "https://example.org")
    file = imposed([sheet("ann", [paragraph("Text")], foot=maker.block())])

    assert outline(told(file)) == 'Document\n  Sect\n    P "Text"\n'
    assert faults(file) == []
    with pikepdf.open(file) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert content.count(b"BDC") == 2
        assert b"/Artifact <</Type/Pagination/Subtype/Footer>> BDC" in content
        assert "/Annots" not in pdf.pages[0]


def test_a_block_may_be_text_once_and_an_artifact_later():
    """The head of a table is read where it stands first, and passed over where it is repeated."""
    head = paragraph("Year")
    frames = (Frame("Sect", -1),)
    pages = [
        [placed_block(head, 50, 50, 0)],
        [placed_block(head, 50, 50, 0, "Header"), placed_block(paragraph("1900"), 50, 70, 0)],
    ]
    file = imposed([PlacedSheet("ann", "Ann", frames, pages, A4)])

    assert outline(told(file)) == 'Document\n  Sect\n    P "Year"\n    P "1900"\n'
    assert faults(file) == []


def test_frames_without_content_are_left_out():
    """An empty list or part would be announced for nothing."""
    frames = (Frame("Part", -1), Frame("Sect", 0), Frame("L", 1), Frame("Sect", 0, "/Lang(ru)"), Frame("Part", -1))
    page = [placed_block(paragraph("ОЛИ"), 50, 50, 3), placed_block(paragraph("foot"), 50, 800, 4, "Footer")]
    maker = Maker()
    maker.rule()
    page.append(placed_block(maker.block(), 50, 100, 2))  # lines to write on: nothing to read
    file = imposed([PlacedSheet("ann", "Ann", frames, [page], A4)])

    assert outline(told(file)) == 'Document\n  Part\n    Sect\n      P "ОЛИ"\n'
    assert faults(file) == []


def test_a_frame_stands_where_its_first_block_was_placed():
    """What comes before a list on the page comes before it in reading, though the frame around both is older."""
    frames = (Frame("Sect", -1), Frame("Div", 0))
    placed = [placed_block(paragraph(text), 50, 50, frame) for text, frame in (("a", 0), ("b", 1), ("c", 0), ("d", 1))]
    file = imposed([PlacedSheet("ann", "Ann", frames, [placed], A4)])

    assert outline(told(file)) == ('Document\n  Sect\n    P "a"\n    Div\n      P "b"\n      P "d"\n    P "c"\n')


def test_a_figure_knows_its_place_on_the_page():
    """Its box is given in points from the lower left corner of the page."""
    placed = placed_block(figure(), 100, 200, 0)
    file = imposed([PlacedSheet("ann", "Ann", (Frame("Sect", -1),), [[placed]], A4)])

    with pikepdf.open(file) as pdf:
        box = [round(float(edge), 2) for edge in pdf.Root.StructTreeRoot.K[0].K[0].K[0].A.BBox]
    assert box == [100, round(A4[1] - 222.5, 2), 130, round(A4[1] - 200, 2)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"content": b"/P <</MCID %d>> BDC EMC /P <</MCID %d>> BDC EMC"}, "does not agree"),
        ({"marked": (1,)}, "does not agree"),
        ({"elements": (Element("P", -1, (("marked", 0), ("marked", 0))),)}, "marked 0 of a block has two places"),
        ({"elements": (Element("P", 0, (("marked", 0),)),)}, "does not agree"),
        ({"links": link("a", "b").links}, "does not agree"),
    ],
)
def test_a_block_that_contradicts_itself_is_refused(change, message):
    """A wrong structure would be heard by a few readers only, so it must not get into a file."""
    with pytest.raises(ValueError, match=message):
        imposed([sheet("ann", [replace(paragraph("Text"), **change)])])
