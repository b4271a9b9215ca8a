"""Tables of the web book: heard with their headings, and no wider than a phone."""

from __future__ import annotations

import pytest

from .pages import build_web_book, read_page

TABLE = """

|        | rain | snow |
|--------|------|------|
| winter | some | much |
| summer | much | none |
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """A table whose corner is empty, as Markdown writes one that has headings on two sides."""
    heading = "# Water on the move\n"
    folder = tmp_path_factory.mktemp("web")
    build_web_book(folder, changes={"01-water.md": (heading, heading + TABLE)})
    return read_page(folder / "html" / "01-water.html").all("//table")[0]


def test_no_heading_of_a_table_is_empty(table):
    """The corner is a plain cell."""
    assert ["rain", "snow"] == [head.text_content().strip() for head in table.xpath(".//thead//th")]


def test_the_first_cells_are_the_headings_of_their_rows(table):
    """Whoever hears the table is told the season with each value."""
    assert ["winter", "summer"] == [head.text_content().strip() for head in table.xpath(".//tbody//th")]


def test_a_table_scrolls_by_itself(table):
    """The box around it is what scrolls, so that the page stays as wide as the screen."""
    assert "table-box" == table.getparent().get("class")
