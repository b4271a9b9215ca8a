"""The chapters of a printed book as PDFs of their own."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from press.structure_checker import faults

from build_tools.chapter_files.cut import cut
from build_tools.chapter_files.files import RECORD, cut_books
from build_tools.chapter_files.structure import keep_structure
from worksheets.problems import Faults


@pytest.fixture(scope="module")
def folder(printed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the printed book, cut into chapters."""
    copy = tmp_path_factory.mktemp("cut") / "pdf"
    shutil.copytree(printed, copy)
    cut_books(copy)
    return copy


def text(file: Path) -> list[str]:
    with pdfplumber.open(file) as pdf:
        return [page.extract_text() for page in pdf.pages]


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [link for page in pdf.pages for link in page.obj.get("/Annots", ())]


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Array):
            waiting += list(kid)
        elif isinstance(kid, Dictionary) and "/S" in kid:
            found.append(kid)
            waiting.append(kid.get("/K"))
    return found


def test_every_chapter_of_every_edition_has_a_file_of_its_own(folder: Path) -> None:
    """Chapters of the body are named by their documents; preface, lists and index are not cut."""
    names = sorted(str(file.relative_to(folder)) for file in folder.glob("chapters/*/*"))
    editions = ("book-a4", "book-letter", "teacher-a4")

    assert [f"chapters/{edition}/{chapter}.pdf" for edition in editions for chapter in ("mouth", "source")] == names


def test_a_chapter_has_the_pages_of_the_book(folder: Path) -> None:
    """Its pages say what they say in the book and bear the same numbers; blank pages at its end are left out."""
    book = text(folder / "book-a4.pdf")
    with pikepdf.open(folder / "book-a4.pdf") as pdf:
        labels = [page.label for page in pdf.pages]
    for name in ("source", "mouth"):
        pages = text(folder / f"chapters/book-a4/{name}.pdf")
        with pikepdf.open(folder / f"chapters/book-a4/{name}.pdf") as pdf:
            own = [page.label for page in pdf.pages]
        begin = labels.index(own[0])

        assert book[begin : begin + len(pages)] == pages
        assert labels[begin : begin + len(pages)] == own
        assert all(pages)


def test_a_chapter_says_which_it_is(folder: Path) -> None:
    """Title and XMP name chapter and book; the bookmarks are those of the chapter."""
    with pikepdf.open(folder / "chapters/book-a4/mouth.pdf") as pdf:
        title = "2 The mouth – Rivers and Their Valleys: A small textbook"

        assert title == str(pdf.docinfo.Title)
        assert title == pdf.open_metadata()["dc:title"]
        assert "1" == pdf.open_metadata()["pdfuaid:part"]
        with pdf.open_outline() as outline:
            assert ["2 The mouth"] == [item.title for item in outline.root]
            assert ["2.1 Summary", "2.2 The delta"] == [item.title for item in outline.root[0].children]


def test_a_link_to_another_chapter_is_plain_text(folder: Path) -> None:
    """Every link in a chapter leads to one of its own pages or out of the book, and no element is an empty link."""
    for name, expected in (("source", 2), ("mouth", 0)):
        with pikepdf.open(folder / f"chapters/book-a4/{name}.pdf") as pdf:
            names = list(map(str, pdf.Root.Names.Dests.Names[::2]))
            found = links(pdf)
            places = [str(link.Dest) for link in found if "/Dest" in link]

            assert expected == len(found)
            assert set(places) <= set(names)
            pages = {page.obj.objgen for page in pdf.pages}
            assert {place[0].objgen for place in pdf.Root.Names.Dests.Names[1::2]} <= pages
            assert [] == [each for each in elements(pdf) if each.S == Name.Link and not len(each.K)]
    assert "the other chapter" in text(folder / "chapters/book-a4/source.pdf")[0]


def test_the_structure_of_a_chapter_is_as_sound_as_the_books(folder: Path) -> None:
    """The checker of structure finds no kind of fault in a chapter that it does not find in the book."""

    def kinds(file: Path) -> set[str]:
        return {re.sub(r"page \d+: |\d+", "", fault) for fault in faults(file)}

    in_book = kinds(folder / "book-a4.pdf")
    for name in ("source", "mouth"):
        assert set() == kinds(folder / f"chapters/book-a4/{name}.pdf") - in_book


def test_nothing_of_other_chapters_is_left_in_the_file(folder: Path) -> None:
    """The names of their places and their structure are gone, and the file is smaller than the book."""
    chapter = folder / "chapters/book-a4/mouth.pdf"
    with pikepdf.open(chapter) as pdf, pikepdf.open(folder / "book-a4.pdf") as book:
        names = list(map(str, pdf.Root.Names.Dests.Names[::2]))

        assert [] == [name for name in names if name.startswith(("source--", "preface--", "words--"))]
        assert len(elements(pdf)) < len(elements(book))
        pages = {page.obj.objgen for page in pdf.pages}
        assert set() == {each.Pg.objgen for each in elements(pdf) if "/Pg" in each} - pages


def test_an_unchanged_chapter_is_not_written_again(folder: Path) -> None:
    """The same book leaves its chapters alone; a file that somebody changed or took away is made again."""
    files = sorted(folder.glob("chapters/*/*.pdf"))
    before = [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]

    assert {(2, 0)} == set(cut_books(folder).values())
    assert before == [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]
    files[0].write_bytes(b"")
    files[1].unlink()

    assert (2, 2) == cut_books(folder)["book-a4"]
    assert [content for content, _ in before] == [file.read_bytes() for file in files]


def test_a_chapter_that_is_no_longer_in_the_book_is_taken_away(folder: Path, tmp_path: Path) -> None:
    """Its file goes; files that we did not make stay."""
    shutil.copytree(folder, tmp_path / "pdf")
    layout = tmp_path / "pdf/layout-book-a4.json"
    found = json.loads(layout.read_text("utf-8"))
    found["chapters"] = [one for one in found["chapters"] if one["name"] != "mouth"]
    layout.write_text(json.dumps(found), encoding="utf-8")
    (tmp_path / "pdf/chapters/book-a4/mine.pdf").write_bytes(b"mine")
    cut_books(tmp_path / "pdf")

    assert ["mine.pdf", "source.pdf"] == sorted(file.name for file in (tmp_path / "pdf/chapters/book-a4").iterdir())


def test_a_record_that_cannot_be_read_costs_time_only(folder: Path, tmp_path: Path) -> None:
    """Where nothing is known of the chapters they are cut again and found to be the same."""
    shutil.copytree(folder, tmp_path / "pdf")
    (tmp_path / "pdf" / RECORD).write_text("{", encoding="utf-8")

    assert {(2, 0)} == set(cut_books(tmp_path / "pdf").values())


def test_a_folder_without_a_book_is_told(tmp_path: Path) -> None:
    """The fault says what to do first."""
    with pytest.raises(Faults, match="print it first: make pdf"):
        cut_books(tmp_path)


def test_what_a_page_break_divides_keeps_its_part() -> None:
    """A paragraph over two pages keeps its half, an empty cell its place; notes, ids and references to others go."""
    pdf = pikepdf.new()
    pages = []
    for number in (0, 1):
        pdf.add_blank_page()
        pages.append(pdf.pages[number].obj)
        pages[number].StructParents = number
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(S=Name.Document, P=root, Pg=pages[0]))

    def make(kind: str, parent: pikepdf.Object, **entries: object) -> pikepdf.Object:
        return pdf.make_indirect(Dictionary(S=Name(kind), P=parent, **entries))

    note = make("/Note", document, Pg=pages[0], K=Array([1]), ID=pikepdf.String("note"))
    split = make("/P", document, Pg=pages[0], Ref=Array([note]))
    split.K = Array([0, Dictionary(Type=Name.MCR, Pg=pages[1], MCID=0)])
    row = make("/TR", document, Pg=pages[1])
    full, empty = make("/TD", row, Pg=pages[1], K=Array([1])), make("/TD", row, Pg=pages[1])
    row.K = Array([full, empty])
    document.K = Array([split, note, row])
    root.K = document
    root.ParentTree = Dictionary(Nums=Array([0, Array([split, note]), 1, Array([split, full])]))
    root.IDTree = Dictionary(Names=Array([pikepdf.String("note"), note]))
    pdf.Root.StructTreeRoot = root
    del pdf.pages[0]
    keep_structure(pdf, {pages[1].objgen}, set())

    assert ["/Document", "/P", "/TD", "/TD", "/TR"] == sorted(str(each.S) for each in elements(pdf))
    assert [0] == [int(kid.MCID) for kid in split.K]
    assert "/Ref" not in split
    assert "/Pg" not in split
    assert 0 == len(root.IDTree.Names)


def test_the_same_pages_give_the_same_bytes(folder: Path) -> None:
    """Cutting twice makes one file, which any reader opens."""
    book = (folder / "book-a4.pdf").read_bytes()
    once = cut(book, 11, 14, 3)

    assert once == cut(book, 11, 14, 3)
    assert 4 == len(pikepdf.open(BytesIO(once)).pages)
