"""The printed book, read back from its PDF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from pikepdf import Dictionary, Name

from .conftest import BOOKS, print_book

PAPERS = ("a4", "letter")
LAST_NOTE = "The last note of the book."


@pytest.fixture(scope="module", params=PAPERS)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(printed: Path, paper: str) -> list[str]:
    """The text of each page."""
    with pdfplumber.open(printed / f"book-{paper}.pdf") as pdf:
        return [page.extract_text() for page in pdf.pages]


@pytest.fixture
def pdf(printed: Path, paper: str) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(printed / f"book-{paper}.pdf") as document:
        yield document


def labels(pdf: pikepdf.Pdf) -> list[str]:
    """The folio of each page, as a reader program shows it."""
    return [page.label for page in pdf.pages]


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """Depth, title and physical page (from 1) of each bookmark."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    found: list[tuple[int, str, int]] = []

    def collect(items: list[pikepdf.OutlineItem], depth: int) -> None:
        for item in items:
            found.append((depth, item.title, numbers[item.destination[0].objgen]))
            collect(item.children, depth + 1)

    with pdf.open_outline() as outline:
        collect(outline.root, 1)
    return found


def elements(kid: object) -> Iterator[Dictionary]:
    """All elements of the structure tree, in reading order."""
    if isinstance(kid, pikepdf.Array):
        for one in kid:
            yield from elements(one)
    elif isinstance(kid, Dictionary) and "/S" in kid:
        yield kid
        yield from elements(kid.get("/K"))


def test_the_bookmarks_are_the_tree_of_headings(pdf: pikepdf.Pdf, paper: str) -> None:
    """Every heading has a bookmark at its depth, in order; Letter lists the pages of A4 at the back."""
    expected = [
        (1, "Contents"),
        (1, "To the reader"),
        (1, "1 The source"),
        (2, "1.1 Summary"),
        (3, "1.1.1 A smaller heading"),
        (1, "2 The mouth"),
        (2, "2.1 Summary"),
        (2, "2.2 The delta"),
        (3, "2.2.1 How a delta grows"),
        (1, "Words"),
        *([(1, "Pages of the student’s book")] if paper == "letter" else []),
        (1, "Index"),
    ]

    assert expected == [(depth, title) for depth, title, _ in bookmarks(pdf)]


def test_chapters_open_on_right_hand_pages(pdf: pikepdf.Pdf) -> None:
    """Every chapter and the contents begin on an odd page; lists and index at the back take the next one."""
    at_the_back = ("Words", "Pages of the student’s book", "Index")
    starts = {title: page for depth, title, page in bookmarks(pdf) if depth == 1}

    assert [] == [title for title, page in starts.items() if page % 2 == 0 and title not in at_the_back]
    back = [page for title, page in starts.items() if title in at_the_back]
    assert back == list(range(back[0], back[0] + len(back)))


def test_the_body_begins_with_page_one(pdf: pikepdf.Pdf) -> None:
    """Front matter has roman folios, the first chapter page 1, and back matter counts on."""
    folio = dict(enumerate(labels(pdf), start=1))
    found = {title: folio[page] for depth, title, page in bookmarks(pdf) if depth == 1}

    assert ["v", "vii", "1"] == [found["Contents"], found["To the reader"], found["1 The source"]]
    assert found["Words"].isdigit()
    assert int(found["Words"]) > int(found["2 The mouth"])


def test_lines_of_the_contents_are_links(pdf: pikepdf.Pdf, pages: list[str]) -> None:
    """Title and folio of each line lead to the heading, in the PDF as well."""
    contents = next(number for number, text in enumerate(pages) if text.startswith("Contents"))
    links = [str(link.Dest) for link in pdf.pages[contents].obj.get("/Annots", ())]

    assert 2 == links.count("mouth--the-delta")
    assert 2 == links.count("genindex")


def test_contents_give_the_folio_of_each_heading(pdf: pikepdf.Pdf, pages: list[str]) -> None:
    """Each line of the contents ends with the folio that the page of its heading has."""
    folio = dict(enumerate(labels(pdf), start=1))
    contents = next(text for text in pages if text.startswith("Contents"))
    listed = dict(re.findall(r"^(.+?) ([ivxlc]+|\d+)$", contents, re.MULTILINE))
    expected = {title: folio[page] for depth, title, page in bookmarks(pdf) if depth < 3 and title != "Contents"}

    assert expected == listed


def test_the_count_of_pages_is_even(pdf: pikepdf.Pdf) -> None:
    """A sheet of paper has two sides."""
    assert 0 == len(pdf.pages) % 2


@pytest.fixture
def index(printed: Path, paper: str) -> str:
    """The text of the index, column by column."""
    with pdfplumber.open(printed / f"book-{paper}.pdf") as pdf:
        page = next(page for page in reversed(pdf.pages) if page.extract_text())
        mm = 72 / 25.4  # in points
        inner, outer, gap = {"a4": 32, "letter": 34}[paper] * mm, 20 * mm, 7 * mm  # margins; between columns
        first = inner if page.page_number % 2 else outer
        step = (float(page.width) - inner - outer + gap) / 3
        edges = [0, first + step - gap / 2, first + 2 * step - gap / 2, float(page.width)]
        foot = page.height - 35 * mm  # the folio of an opening stands below
        columns = [page.crop((left, 0, right, foot)) for left, right in pairwise(edges)]
        return "\n".join(column.extract_text() for column in columns)


def test_index_gives_the_folios_of_its_entries(index: str, pages: list[str], pdf: pikepdf.Pdf) -> None:
    """Each locator is the folio of a page on which what was marked stands; a "see" entry has none."""

    def folio(marked: str) -> str:
        return next(label for label, text in zip(labels(pdf), pages, strict=True) if marked in text)

    spring, delta, head = folio("A river begins at a spring"), folio("A delta grows seawards"), folio("Its head lies")

    assert index.strip() == (
        f"Index\nD\ndivide\nwatershed {head}\nS\nsource see spring\nspring {spring}, {delta}\n"
        f"V\nVolga {folio('The Volga, in Russian')}\nW\nwatershed {delta}\ndivide {head}"
    )


def test_a_page_reference_tells_the_page(pages: list[str], pdf: pikepdf.Pdf) -> None:
    """A link to another chapter gives its page, with a comma where it stands in brackets."""
    folio = dict(enumerate(labels(pdf), start=1))
    found = {title: folio[page] for _, title, page in bookmarks(pdf)}
    source = next(text for text in pages if "A river begins" in text).replace("\n", " ")

    assert f"the other chapter (page {found['2 The mouth']})" in source
    assert f"(see How a delta grows, page {found['2.2.1 How a delta grows']})" in source


def test_two_sections_of_one_name_keep_apart(pages: list[str]) -> None:
    """A link to "summary" leads to the chapter it was meant for."""
    mouth = next(text for text in pages if "Back to its summary" in text)

    assert "Back to its summary (page 1)" in mouth


def test_a_footnote_stands_at_the_foot_of_the_page_of_its_call(pages: list[str]) -> None:
    """Each note is on the page that calls it, below the text."""
    calls = {
        "Another section": "A note of the same name",
        "A long note stands": LAST_NOTE,
        "A river begins": "meltwater",
    }

    assert [] == [
        note for call, note in calls.items() for text in pages if call in text and note not in text.partition(call)[2]
    ]


def test_a_note_called_twice_is_printed_once(pages: list[str]) -> None:
    """The second call refers to the note by its number."""
    assert 1 == sum(text.count("is the main supply") for text in pages)
    assert [True] == ["called twice.1" in text for text in pages if "called twice" in text]


def test_dropdowns_and_tabs_are_opened(pages: list[str]) -> None:
    """What a reader would click open stands under its title."""
    text = next(text for text in pages if "What is a watershed?" in text)

    assert "What is a watershed?\nThe line between two basins." in text
    assert "In autumn\nWater is low." in "\n".join(pages)


def test_openings_and_blank_pages_have_no_running_head(pages: list[str], pdf: pikepdf.Pdf) -> None:
    """The head tells the chapter on the left and the section on the right, and nothing where a chapter opens."""
    running = [text.partition("\n")[0] for text in pages]

    assert "4 2 The mouth" in running
    assert "2.1 Summary 5" in running
    openings = {title: pages[page - 1] for depth, title, page in bookmarks(pdf) if depth == 1}

    assert [] == [title for title, text in openings.items() if not text.replace("\n", " ").startswith(title)]
    assert "" == pages[1]


def test_the_file_is_tagged(pdf: pikepdf.Pdf) -> None:
    """Language, title and structure are there, for readers who listen."""
    with pdf.open_metadata() as metadata:
        title = metadata["dc:title"]
    kinds = {str(element.S) for element in elements(pdf.Root.StructTreeRoot.K)}

    assert ("en", True) == (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked))
    assert "Rivers and Their Valleys: A small textbook" == title
    assert {"/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/L", "/Link"} <= kinds


def test_pictures_are_printed_with_their_description(pdf: pikepdf.Pdf) -> None:
    """A picture that lies beside the chapter is found, and a listener is told what it shows."""
    figures = [element for element in elements(pdf.Root.StructTreeRoot.K) if element.S == Name.Figure]

    assert ["A dot"] == [str(figure.Alt) for figure in figures]
    assert any(isinstance(item, pikepdf.Stream) and item.get("/Subtype") == Name.Image for item in pdf.objects)


def test_heads_of_tables_have_a_scope(pdf: pikepdf.Pdf, paper: str) -> None:
    """A screen reader can tell which column a number belongs to, in the list of pages at the back of Letter as well."""
    heads = [element for element in elements(pdf.Root.StructTreeRoot.K) if element.S == Name.TH]

    assert [Name.Column] * (6 if paper == "letter" else 3) == [head.A.Scope for head in heads]


def test_no_marked_content_is_without_a_place_in_the_tree(pdf: pikepdf.Pdf) -> None:
    """Running heads are artifacts; everything else belongs to an element of the tree."""
    in_tree = {element.objgen for element in elements(pdf.Root.StructTreeRoot.K)}
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    lost = [
        (page.label, match[0])
        for page in pdf.pages
        for match in re.finditer(rb"/MCID (\d+)", page.Contents.read_bytes())
        if owners[int(page.StructParents)][int(match[1])].objgen not in in_tree
    ]

    assert [] == lost


def test_every_link_leads_somewhere(pdf: pikepdf.Pdf) -> None:
    """No annotation names a destination that the file lacks, and all of them print."""
    names = {str(name) for name in pdf.Root.Names.Dests.Names[::2]}
    links = [link for page in pdf.pages for link in page.get("/Annots", ())]

    assert [] == [str(link.Dest) for link in links if "/Dest" in link and str(link.Dest) not in names]
    assert {4} == {int(link.F) for link in links}


def test_only_packaged_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    """Cyrillic is set in the book's own families, a name in another script in one that comes along."""
    fonts = {
        str(item.BaseFont).partition("+")[2]
        for item in pdf.objects
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Font
    }

    families = {re.match(r"Literata|Source-Sans-3|Noto-Sans-Georgian|.*", font)[0] for font in fonts}

    assert {"Literata", "Source-Sans-3", "Noto-Sans-Georgian"} == families


def test_the_page_map_is_right(printed: Path, paper: str, pages: list[str], pdf: pikepdf.Pdf) -> None:
    """The page that pages.json gives for a fact is the one on which the fact is printed."""
    found = json.loads((printed / "pages.json").read_text("utf-8"))
    text_of = dict(zip(labels(pdf), pages, strict=True))

    assert 1 == found["format"]
    assert "Its source is a small spring" in text_of[found["papers"][paper]["source#fact-volga"]].replace("\n", " ")
    assert "A delta grows seawards" in text_of[found["papers"][paper]["mouth#fact-delta"]]
    sections = [name for name in found["papers"][paper] if name.startswith("mouth#") and "#fact-" not in name]
    assert sections, "sections are on the map as well"


def test_the_paper_has_its_size(pdf: pikepdf.Pdf, paper: str) -> None:
    """A4 is 210 by 297 mm, US Letter 8.5 by 11 inches."""
    points = {"a4": (595, 842), "letter": (612, 792)}[paper]

    assert {points} == {(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in pdf.pages}


def test_a_second_run_gives_the_same_bytes(printed: Path, tmp_path: Path) -> None:
    """Nothing in the files depends on the hour or on chance."""
    print_book(BOOKS / "print-book", tmp_path)
    names = ("book-a4.pdf", "book-letter.pdf", "pages.json")

    assert [] == [name for name in names if (tmp_path / name).read_bytes() != (printed / name).read_bytes()]


def test_faults_of_print_are_told_with_their_place(tmp_path: Path) -> None:
    """A dead link, a refused picture and an unknown character are warnings that name file and line, and fail -W."""
    book = tmp_path / "book"
    book.mkdir()
    (book / "conf.py").write_text('project = "Faults"\nextensions = ["myst_parser", "worksheets.sphinx_ext"]\n')
    (book / "index.md").write_text("# Faults\n\n```{toctree}\none\n```\n")
    (book / "one.md").write_text(
        "# One\n\nText.\n\nA link <a href='#nowhere'>to nothing</a>.\n\n"
        "![a picture](https://localhost:1/picture.png)\n\nA character: 漢.\n"
    )
    done = print_book(book, tmp_path / "out", "-W", "--keep-going")
    lines = {code: line for line in done.stderr.splitlines() for code in re.findall(r"\[(print\.[a-z-]+)\]$", line)}

    assert 1 == done.returncode
    assert {"print.dead-link", "print.layout"} == set(lines)
    assert [] == [line for line in lines.values() if "one.md" not in line]
    assert "'to nothing'" in lines["print.dead-link"]
    assert "U+6F22" in done.stderr
    assert "Refused https://localhost:1/picture.png" in done.stderr
