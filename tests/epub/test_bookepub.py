"""The EPUB of a small book: what the standard asks of the archive and what this book promises its readers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from build_tools.bank_writer import book_digest
from tests.collect.books import build, water_cycle

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
PAGES = {"fact-most-water-in-oceans": "3", "fact-fresh-water-in-ice": "3", "fact-groundwater": "iv"}
WILD = """

## What a stranger wrote

<p onclick="steal()">Left&nbsp;open<br> <img src="https://example.org/far.png" alt="A far picture"></p>

<script>steal()</script>
<div data-for="teacher">Only for the teacher</div>
<iframe src="https://example.org/"></iframe>
<svg viewBox="0 0 10 10"><circle r="3"/></svg>
<p id="twice">One</p> <p id="twice">Two</p>
<a href="nowhere.html#at-all">A dead link</a>
"""


@dataclass(frozen=True)
class Epub:
    """An EPUB, taken apart."""

    content: bytes
    warnings: tuple[str, ...]

    @property
    def archive(self) -> ZipFile:
        """The archive, open."""
        return ZipFile(BytesIO(self.content))

    def tree(self, name: str):
        """A file of the book as XML; it has to be well-formed."""
        return etree.fromstring(self.archive.read(f"EPUB/{name}"))

    @property
    def package(self):
        """The package document."""
        return self.tree("package.opf")

    @property
    def pages(self) -> dict[str, etree._Element]:
        """All pages of XHTML by their names."""
        return {
            item.get("href"): self.tree(item.get("href"))
            for item in self.package.iter(f"{OPF}item")
            if item.get("media-type") == "application/xhtml+xml"
        }

    def nav(self, kind: str) -> list[tuple[str, str]]:
        """The links of one navigation list: text and address."""
        found = [nav for nav in self.tree("nav.xhtml").iter(f"{XHTML}nav") if nav.get(TYPE) == kind]
        return [(link.text, link.get("href")) for nav in found for link in nav.iter(f"{XHTML}a")]

    def said(self, name: str) -> list[str]:
        """What the package says under a property, or in an element of Dublin Core."""
        metadata = self.package[0]
        return [each.text for each in metadata if name in (each.get("property"), each.tag.removeprefix(DC))]


def make_epub(folder: Path) -> Epub:
    built = build(folder / "book", folder / "epub", "bookepub")
    (path,) = (folder / "epub").glob("*.epub")
    return Epub(path.read_bytes(), built.warnings)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, Epub]:
    folder = tmp_path_factory.mktemp("epub")
    source = water_cycle(folder / "book")
    settings = 'author = "A. Bourne"\ncopyright = "2024, A. Bourne"\nworksheets_page_map = "pages.json"\n'
    (source / "conf.py").write_text((source / "conf.py").read_text("utf-8") + settings, "utf-8")
    chapter = source / "01-water.md"
    chapter.write_text(chapter.read_text("utf-8") + WILD, "utf-8")
    facts = build(source, folder / "facts", "facts")
    places = {f"01-water#{anchor}": page for anchor, page in PAGES.items()}
    pages = {"format": 1, "book": book_digest(facts.app.env), "papers": {"a4": places}}
    (source / "pages.json").write_text(json.dumps(pages), "utf-8")
    return folder, make_epub(folder)


@pytest.fixture(scope="module")
def epub(made) -> Epub:
    return made[1]


def test_the_type_comes_first_and_uncompressed(epub):
    """What asks a file for its type reads it at a fixed place; all else follows by name."""
    first, *rest = epub.archive.infolist()

    assert ("mimetype", ZIP_STORED) == (first.filename, first.compress_type)
    assert epub.content[30:58] == b"mimetypeapplication/epub+zip"
    assert [each.filename for each in rest] == sorted(each.filename for each in rest)


def test_the_same_book_gives_the_same_bytes(made):
    """A second build of the same chapters differs in no byte, whenever it is run."""
    folder, epub = made

    assert make_epub(folder).content == epub.content


def test_the_manifest_lists_every_file_once(epub):
    """Nothing is packed that is not listed, and nothing listed that is not packed."""
    listed = [item.get("href") for item in epub.package.iter(f"{OPF}item")]
    packed = {name.removeprefix("EPUB/") for name in epub.archive.namelist() if name.startswith("EPUB/")}

    assert sorted(listed) == sorted(packed - {"package.opf"})


def test_every_page_is_in_the_order_of_reading(epub):
    """The spine follows the contents of the book, and leaves no page out."""
    names = {item.get("id"): item.get("href") for item in epub.package.iter(f"{OPF}item")}
    spine = [names[item.get("idref")] for item in epub.package.iter(f"{OPF}itemref")]

    assert spine[:5] == ["cover.xhtml", "nav.xhtml", "index.xhtml", "01-water.xhtml", "02-weather.xhtml"]
    assert set(epub.pages) == set(spine)


def test_contents_and_landmarks_lead_somewhere(epub):
    """Every line of the three lists names a page of the book and an id on it."""
    links = [link for kind in ("toc", "landmarks", "page-list") for link in epub.nav(kind)]
    pages = epub.pages
    for text, address in links:
        name, _, anchor = address.partition("#")
        page = pages[name or "nav.xhtml"]

        assert not anchor or page.xpath("//*[@id=$id]", id=anchor), (text, address)
    assert "1. Water on the move" in [text for text, _ in epub.nav("toc")]
    assert ("Glossary", "glossary.xhtml") in epub.nav("landmarks")


def test_the_page_list_is_the_page_map(epub):
    """Each printed page is listed once, at the mark before what stands first on it."""
    marks = epub.pages["01-water.xhtml"].xpath("//*[@role='doc-pagebreak']")

    assert epub.nav("page-list") == [("3", "01-water.xhtml#print-page-3"), ("iv", "01-water.xhtml#print-page-iv")]
    assert ["fact-most-water-in-oceans", "fact-groundwater"] == [mark.getnext().get("id") for mark in marks]
    assert {mark.get(TYPE) for mark in marks} == {"pagebreak"}
    assert epub.said("pageBreakSource") == epub.said("source") == ["The Water Cycle, printed on A4"]


def test_an_older_printed_book_gives_no_page_list(made):
    """Without pages the package promises none."""
    folder, epub = made
    path = folder / "book" / "pages.json"
    kept = path.read_text("utf-8")
    path.write_text(kept.replace('"book": "', '"book": "older'), "utf-8")
    without = make_epub(folder)
    path.write_text(kept, "utf-8")

    assert epub.said("schema:accessibilityFeature")[-3:] == ["printPageNumbers", "pageBreakMarkers", "pageNavigation"]
    assert without.nav("page-list") == without.said("pageBreakSource") == []
    assert "printPageNumbers" not in without.said("schema:accessibilityFeature")


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(epub):
    """Scripts, frames and what they hang on are left out; a remote picture is its text, and the build says so."""
    for name, page in epub.pages.items():
        assert not page.xpath("//*[local-name()='script' or local-name()='iframe' or @onclick]"), name
        loading = page.xpath("//@src | //*[local-name()='link']/@href")
        assert not [address for address in loading if ":" in address or address.startswith("//")], name
    assert "url(" not in epub.archive.read("EPUB/book.css").decode()
    assert "A far picture" in "".join(epub.pages["01-water.xhtml"].itertext())
    assert any("far.png" in warning for warning in epub.warnings)


def test_no_id_stands_twice_and_no_link_is_dead(epub):
    """A page is sound whatever a chapter holds."""
    pages = epub.pages
    ids = {name: page.xpath("//@id") for name, page in pages.items()}

    assert {name: found for name, found in ids.items() if len(found) != len(set(found))} == {}
    for name, page in pages.items():
        for address in page.xpath("//*[local-name()='a']/@href[not(contains(., '://'))]"):
            target, _, anchor = address.partition("#")
            assert not anchor or anchor in ids[target or name], (name, address)


def test_nothing_of_the_teachers_is_inside(epub):
    """What is marked as the teacher's stands in no file."""
    assert all(b"Only for the teacher" not in epub.archive.read(name) for name in epub.archive.namelist())


def test_a_drawing_stays_a_drawing(epub):
    """SVG in a page keeps its name space and its spelling, and the package says that the page has some."""
    (drawing,) = epub.pages["01-water.xhtml"].iter("{http://www.w3.org/2000/svg}svg")
    items = {item.get("href"): item.get("properties") for item in epub.package.iter(f"{OPF}item")}

    assert drawing.get("viewBox") == "0 0 10 10"
    assert items["01-water.xhtml"] == "svg"


def test_the_package_says_what_the_book_is(epub):
    """Title, author and rights come from the settings; the date is not that of the build."""
    assert epub.said("title") == ["The Water Cycle"]
    assert epub.said("creator") == ["A. Bourne"]
    assert epub.said("rights") == ["© 2024, A. Bourne"]
    assert epub.said("dcterms:modified") == ["2024-01-01T00:00:00Z"]
    assert epub.said("identifier")[0].startswith("urn:uuid:")
