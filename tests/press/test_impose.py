"""Placed sheets become one tagged PDF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from press.made_blocks import A4, FONTS, Maker, figure, font_objects, item, link, paragraph, sheet, table
from press.reading import imposed, outline, told
from press.structure_checker import faults

from worksheets.press.blocks import Frame, Placed, PlacedSheet, TypesetBlock
from worksheets.press.impose import impose

FOOT = paragraph("ABCDE, 50% done")


def class_set() -> list[PlacedSheet]:
    """Two students' sheets with everything that a block can hold."""
    question = item(1)
    return [
        sheet(
            "ann",
            [paragraph("Rivers (and more)", "H1"), question, link("see Bob", "#bob"), figure()],
            [table(), link("read on", "https://example.org/ä?a=(1)"), paragraph("ОЛИ", entries="/Lang(ru)")],
            foot=FOOT,
        ),
        sheet("bob", [paragraph("Rivers", "H1"), question, item(2)], foot=FOOT),
    ]


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

    impose(target, sheets(), title="T", language="en", objects=font_objects(), fonts=FONTS)

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
    pages = [[Placed(head, 50, 50, 0)], [Placed(head, 50, 50, 0, "Header"), Placed(paragraph("1900"), 50, 70, 0)]]
    file = imposed([PlacedSheet("ann", "Ann", frames, pages, A4)])

    assert outline(told(file)) == 'Document\n  Sect\n    P "Year"\n    P "1900"\n'
    assert faults(file) == []


def test_frames_without_content_are_left_out():
    """An empty list or part would be announced for nothing."""
    frames = (Frame("Part", -1), Frame("Sect", 0), Frame("L", 1), Frame("Sect", 0, "/Lang(ru)"), Frame("Part", -1))
    page = [Placed(paragraph("ОЛИ"), 50, 50, 3), Placed(paragraph("foot"), 50, 800, 4, "Footer")]
    maker = Maker()
    maker.rule()
    page.append(Placed(maker.block(), 50, 100, 2))  # lines to write on: nothing to read
    file = imposed([PlacedSheet("ann", "Ann", frames, [page], A4)])

    assert outline(told(file)) == 'Document\n  Part\n    Sect\n      P "ОЛИ"\n'
    assert faults(file) == []


def test_a_frame_stands_where_its_first_block_was_placed():
    """What comes before a list on the page comes before it in reading, though the frame around both is older."""
    frames = (Frame("Sect", -1), Frame("Div", 0))
    placed = [Placed(paragraph(text), 50, 50, frame) for text, frame in (("a", 0), ("b", 1), ("c", 0), ("d", 1))]
    file = imposed([PlacedSheet("ann", "Ann", frames, [placed], A4)])

    assert outline(told(file)) == ('Document\n  Sect\n    P "a"\n    Div\n      P "b"\n      P "d"\n    P "c"\n')


def test_a_figure_knows_its_place_on_the_page():
    """Its box is given in points from the lower left corner of the page."""
    placed = Placed(figure(), 100, 200, 0)
    file = imposed([PlacedSheet("ann", "Ann", (Frame("Sect", -1),), [[placed]], A4)])

    with pikepdf.open(file) as pdf:
        box = [round(float(edge), 2) for edge in pdf.Root.StructTreeRoot.K[0].K[0].K[0].A.BBox]
    assert box == [100, round(A4[1] - 222.5, 2), 130, round(A4[1] - 200, 2)]


def test_links_know_their_place_and_are_read_aloud():
    """The corners of a link are in order, from the lower left; it carries its words and no visible border."""
    placed = Placed(link("go", "https://example.org"), 100, 200, 0)
    file = imposed([PlacedSheet("ann", "Ann", (Frame("Sect", -1),), [[placed]], A4)])

    with pikepdf.open(file) as pdf:
        note = pdf.pages[0].Annots[0]
        edges = [round(float(edge), 2) for edge in note.Rect]
        assert edges == [100, round(A4[1] - 215, 2), 160, round(A4[1] - 200, 2)]
        assert (str(note.Contents), int(note.F), int(note.BS.W)) == ("go", 4, 0)


def test_links_lead_to_sheets_before_and_after_them():
    """A link names a sheet; a hundred sheets need a tree of more than one leaf."""
    names = [f"sheet {number}" for number in range(100)]
    file = imposed(sheet(name, [link("next", f"#{names[(number + 1) % 100]}")]) for number, name in enumerate(names))

    assert faults(file) == []
    with pikepdf.open(file) as pdf:
        tree = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert len(tree) == 100
        assert {tree[name][0].objgen for name in names} == {page.obj.objgen for page in pdf.pages}
        places = [tree[bytes(page.Annots[0].Dest).decode()][0].objgen for page in pdf.pages]
        assert places == [page.obj.objgen for page in [*pdf.pages[1:], pdf.pages[0]]]


def test_a_link_to_no_sheet_is_refused():
    """A dead link is a fault of the caller, told with its name."""
    with pytest.raises(ValueError, match='a link leads to "#eve", but no sheet has this id'):
        imposed([sheet("ann", [link("see Eve", "#eve")])])


def test_two_sheets_of_one_name_are_refused():
    """Nobody could tell which one a link means."""
    with pytest.raises(ValueError, match='two sheets have the id "ann"'):
        imposed([sheet("ann", [item(1)]), sheet("ann", [item(1)])])


def test_no_pages_are_refused():
    """A PDF without pages is none."""
    with pytest.raises(ValueError, match="no page"):
        imposed([])


def test_each_sheet_has_its_bookmark():
    """Titles in any script and with any sign; each leads to the first page of its sheet."""
    titles = ["Ann (10b)", "Олив", "back\\slash", "((", ""]
    sheets = [
        PlacedSheet(str(number), title, (Frame("Sect", -1),), [[Placed(item(1), 50, 50, 0)], []], A4)
        for number, title in enumerate(titles)
    ]

    with pikepdf.open(imposed(sheets)) as pdf, pdf.open_outline() as bookmarks:
        assert [entry.title for entry in bookmarks.root] == titles
        assert [entry.destination[0].objgen for entry in bookmarks.root] == [page.obj.objgen for page in pdf.pages[::2]]
        assert pdf.Root.Outlines.Count == len(titles)


def test_the_document_says_what_it_is():
    """Title and language reach readers of every kind, and nothing tells when or where it was made."""
    with pikepdf.open(imposed(class_set(), title="Flüsse & <Seen>", language="de")) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            assert sorted(metadata.values()) == ["1", "Flüsse & <Seen>"]
        assert dict(pdf.trailer.Info) == {"/Title": "Flüsse & <Seen>"}


def test_only_what_is_used_is_written_and_each_once():
    """A store has the fonts of all sheets ever printed; a file has those of its blocks."""
    with pikepdf.open(imposed(class_set())) as pdf:
        kinds = [str(each.get("/Type", "")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        assert kinds.count("/Font") == 2
        assert kinds.count("/FontDescriptor") == 1
        assert set(pdf.pages[0].Resources.keys()) == {"/Font", "/XObject"}
        assert {page.Resources.objgen for page in pdf.pages} == {pdf.pages[0].Resources.objgen}
        assert not any("/Never" in each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))


def test_colours_beyond_the_screen_have_their_spaces():
    """WeasyPrint writes such colours in a space that it names but does not define in the content."""
    plain = paragraph("red")
    content = plain.content.replace(b"0 0 0 rg", b"/lab-d65 cs 39.2 61.8 53 scn")
    red = TypesetBlock(plain.height, 0, content, plain.marked, plain.elements, glyphs=plain.glyphs)

    with pikepdf.open(imposed([sheet("ann", [red])])) as pdf:
        assert set(pdf.pages[0].Resources.ColorSpace.keys()) == {"/lab-d65"}


def test_two_meanings_of_one_name_are_refused():
    """Resources are shared by all pages, so a name in the content of blocks means one thing."""
    blocks = [
        TypesetBlock(10, 0, b"/Artifact BMC /x Do EMC", (), (), resources=(("XObject", "x", key),))
        for key in ("picture", "file")
    ]

    with pytest.raises(ValueError, match="different things by XObject x"):
        imposed([sheet("ann", blocks)])


def test_many_pages_make_trees_of_many_branches():
    """Page tree and ParentTree stay shallow and right beyond one node, and blank pages are allowed."""
    file = imposed(sheet(str(number), [paragraph(f"Page {number}")], []) for number in range(90))

    assert faults(file) == []
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 180
        assert [int(node.Count) for node in pdf.Root.Pages.Kids] == [32, 32, 32, 32, 32, 20]
        assert len(pdf.Root.StructTreeRoot.ParentTree.Kids) == 2
        assert "/StructParents" not in pdf.pages[1]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"content": b"/P <</MCID %d>> BDC EMC /P <</MCID %d>> BDC EMC"}, "does not agree"),
        ({"marked": (1,)}, "does not agree"),
        ({"links": link("a", "b").links}, "does not agree"),
    ],
)
def test_a_block_that_contradicts_itself_is_refused(change, message):
    """A wrong structure would be heard by a few readers only, so it must not get into a file."""
    with pytest.raises(ValueError, match=message):
        imposed([sheet("ann", [replace(paragraph("Text"), **change)])])
