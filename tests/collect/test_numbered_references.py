"""References by number say what Sphinx's own would, and each chapter is read once for all of them."""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.numbered_references import NumberedReferences
from tests.collect.books import book, build

TABLE = "```{{table}} {0}\n:name: {0}\n\n| a |\n|---|\n| b |\n```\n"


def written(folder, tables, references):
    """A book whose first chapter refers to the last table of its second one."""
    text = "# Rain\n\n" + "\n\n".join([f"See {{numref}}`{tables[-1]}`."] * references)
    source = book(folder, rain=text, rivers="# Rivers\n\n" + "\n".join(map(TABLE.format, tables)))
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("numfig = True\n")
    return source


def test_a_new_table_has_its_number_in_the_next_build(tmp_path):
    """What was read for one build is not used for the next, though one application makes both."""
    source, out = written(tmp_path / "book", ["brooks"], 2), tmp_path / "out"
    with patch_docutils(), docutils_namespace():
        app = Sphinx(source, source, out, tmp_path / "doctrees", "html", status=None)
        app.build()
        first = (out / "rain.html").read_text("utf-8")
        written(source, ["brooks", "lakes"], 3)
        app.env._pickled_doctree_cache.clear()  # as the application of Sphinx's own tests does, which builds again
        app.build()
        again = (out / "rain.html").read_text("utf-8")

    assert (2, 3) == (first.count(">Table\N{NO-BREAK SPACE}2.1<"), again.count(">Table\N{NO-BREAK SPACE}2.2<"))


def test_no_line_parts_a_number_from_its_word(tmp_path):
    """The words of the author keep their number, and so do those of the settings."""
    source = written(tmp_path / "book", ["brooks"], 1)
    (source / "rain.md").write_text("# Rain\n\nAs {numref}`the long table %s <brooks>` and {numref}`brooks` show.\n")
    page = build(source, tmp_path / "out").text("rain.html")

    assert ["the long table\N{NO-BREAK SPACE}2.1", "Table\N{NO-BREAK SPACE}2.1"] == re.findall(
        r">([^<>]* ?2\.1)<", page
    )


def test_a_chapter_is_read_once_for_all_references_to_it(tmp_path, monkeypatch):
    """It is read to be written, and once to look up the numbers, however many ask for them."""
    read = []
    usual = BuildEnvironment.get_doctree

    def get_doctree(env, docname):
        read.append(docname)
        return usual(env, docname)

    monkeypatch.setattr(BuildEnvironment, "get_doctree", get_doctree)
    counts = []
    for references in (1, 9):
        read.clear()
        build(written(tmp_path / f"book-{references}", ["brooks"], references), tmp_path / f"out-{references}" / "html")
        counts.append(read.count("rivers"))

    assert counts[0] == counts[1]


def test_chapters_are_forgotten_before_the_book_is_printed(tmp_path, monkeypatch):
    """What was read to look up numbers is as large as the book, and nobody asks for it any more."""
    had = []
    usual = NumberedReferences.forget_chapters

    def forget(domain):
        before = "chapters" in vars(domain)
        usual(domain)
        had.append((before, "chapters" in vars(domain)))

    def print_books(*_, **__):
        assert (True, False) == had[-1]
        return []

    monkeypatch.setattr(NumberedReferences, "forget_chapters", forget)
    monkeypatch.setattr("build_tools.book.builder.print_books", print_books)
    build(written(tmp_path / "book", ["brooks"], 2), tmp_path / "out", "bookpdf")

    assert (True, False) in had
