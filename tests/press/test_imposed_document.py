"""What an imposed document has besides its sheets: links, bookmarks, metadata, and the objects its blocks share."""

from __future__ import annotations

import pikepdf
import pytest
from press.made_blocks import A4, item, link, paragraph, placed_block, sheet
from press.paper_sides import Paper
from press.reading import class_set, imposed
from press.structure_checker import faults

from worksheets.press.blocks import Frame, PlacedSheet, TypesetBlock


def test_links_know_their_place_and_are_read_aloud():
    """The corners of a link are in order, from the lower left; it carries its words and no visible border."""
    placed = placed_block(link("go", "https://example.org"), 100, 200, 0)
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
    with pytest.raises(ValueError, match="no page"):
        imposed([sheet("ann")], sides=[Paper(())])


def test_each_sheet_has_its_bookmark():
    """Titles in any script and with any sign; each leads to the first page of its sheet."""
    titles = ["Ann (10b)", "Олив", "back\\slash", "((", ""]
    sheets = [
        PlacedSheet(str(number), title, (Frame("Sect", -1),), [[placed_block(item(1), 50, 50, 0)], []], A4)
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
