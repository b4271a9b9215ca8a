"""Page numbers of the printed book beside the text of the web book."""

from __future__ import annotations

import json

import pytest

from build_tools.bank_writer import book_digest
from tests.collect.books import build

from .pages import build_web_book, read_page


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The web book made before there was a printed one."""
    folder = tmp_path_factory.mktemp("web")
    built = build_web_book(folder, printed="{}")
    return folder, built


def map_of(digest: str, pages: dict[str, str]) -> str:
    places = {f"01-water#{anchor}": page for anchor, page in pages.items()}
    return json.dumps({"format": 1, "book": digest, "papers": {"a4": places}})


def marks(folder):
    page = read_page(folder / "html" / "01-water.html")
    return page.all("//*[@role='doc-pagebreak']")


def test_a_page_is_named_where_its_first_fact_or_heading_stands(made):
    """Each printed page is told once, with a name for those who hear it, before what stands first on it."""
    folder, built = made
    pages = {"fact-most-water-in-oceans": "3", "fact-fresh-water-in-ice": "3", "fact-groundwater": "4"}
    text = map_of(book_digest(built.app.env), pages)
    (folder / "book" / "pages.json").write_text(text, "utf-8")
    build(folder / "book", folder / "html")
    found = marks(folder)

    assert ["page 3", "page 4"] == [mark.get("aria-label") for mark in found]
    assert ["print-page-3", "print-page-4"] == [mark.get("id") for mark in found]
    assert ["fact-most-water-in-oceans", "fact-groundwater"] == [mark.getnext().get("id") for mark in found]


def test_pages_of_lists_are_named_at_their_entries(made):
    """A page on which the glossary only runs on can be found as well."""
    folder, built = made
    places = {"glossary#glossary-aquifer": "8", "glossary#timeline-halley-chart": "9"}
    known = {"format": 1, "book": book_digest(built.app.env), "papers": {"a4": places}}
    (folder / "book" / "pages.json").write_text(json.dumps(known), "utf-8")
    build(folder / "book", folder / "html")
    page = read_page(folder / "html" / "glossary.html")
    found = page.all("//dt/*[@role='doc-pagebreak']")

    assert {"page 8", "page 9"} == {mark.get("aria-label") for mark in found}
    assert all(mark.getprevious() is None for mark in found)


def test_the_first_build_shows_the_pages_as_well(made, tmp_path):
    """The map is known by its digest although the chapters have just been read, and their sections just numbered."""
    _, built = made
    build_web_book(tmp_path, printed=map_of(book_digest(built.app.env), {"fact-groundwater": "4"}))

    assert ["page 4"] == [mark.get("aria-label") for mark in marks(tmp_path)]


def test_an_older_printed_book_gives_no_numbers(made):
    """A wrong page is worse than none: the map of other chapters is left aside."""
    folder, _ = made
    (folder / "book" / "pages.json").write_text(map_of("of other chapters", {"fact-groundwater": "4"}), "utf-8")
    build(folder / "book", folder / "html")

    assert [] == marks(folder)
