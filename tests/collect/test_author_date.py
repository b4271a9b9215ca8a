"""A bibliography in the words of its citations: surname, year, and a sorting that finds bodies among people."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from pybtex.backends.plaintext import Backend
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from build_tools.author_date import AuthorDate, ShortAuthors, setup_author_date
from tests.collect.books import book, build

WORKS = """
@book{darcy, author = {Henry Darcy}, title = {The Fountains}, publisher = {Dalmont}, year = {1856a}}
@article{hortonone, author = {Robert E. Horton and Ann Lee}, title = {Runoff}, journal = {Water}, volume = {no. 3},
  year = {1933}}
@misc{board, author = {{Board of Rivers}}, title = {Report}, year = {1901}}
@incollection{zed, author = {Zed, Ann}, title = {Wells}, booktitle = {Waters}, editor = {Lee, Ann},
  publisher = {Spring}, year = {1990}}
@misc{noname, title = {Map}, year = {1700}}
"""


def test_works_begin_with_the_words_of_their_citation():
    """Surname and year first, the year once, and the volume of an article without pages."""
    setup_author_date()
    style = find_plugin("pybtex.style.formatting", "author_date")()
    assert isinstance(style, AuthorDate)
    listed = [entry.text.render(Backend()) for entry in style.format_bibliography(parse_string(WORKS, "bibtex"))]

    assert listed == [
        "Map. 1700.",
        "Board of Rivers (1901). Report.",
        "Darcy, Henry (1856a). The Fountains. Dalmont.",
        "Horton, Robert E. and Lee, Ann (1933). Runoff. Water, no. 3.",
        "Zed, Ann (1990). Wells. In Lee, Ann, editor, Waters. Spring.",
    ]


@pytest.mark.parametrize("name", ["gill1990a", "order00447"])
def test_works_of_one_author_and_year_are_told_apart(name):
    """In the book two works of one author and year have letters, so that a citation names one work."""
    works = parse_string(Path("book/bibliography.bib").read_text("utf-8"), "bibtex").entries
    cited = [
        (
            work.fields.get("shortauthor", "")
            or tuple(" ".join(person.last_names) for person in work.persons.get("author", ())),
            work.fields.get("year"),
        )
        for work in works.values()
    ]

    assert len(cited) == len(set(cited))
    assert works[name].fields["year"][-1].isalpha()


def test_two_authors_of_one_surname_are_cited_as_their_works_say(tmp_path):
    """Two people called Lee are R. Lee and S. Lee in the text; the list has their full names and no letters."""
    work = "@book{%s, author = {%s Lee}, title = {Waters}, year = {1990}, publisher = {Spring}, shortauthor = {%s}}\n"
    bib = work % ("rob", "Rob", "R. Lee") + work % ("sue", "Sue", "S. Lee")
    conf = 'extensions.insert(1, "sphinxcontrib.bibtex")\nbibtex_bibfiles = ["works.bib"]\n'
    conf += 'bibtex_reference_style = bibtex_default_style = "author_date"\n'
    text = "# Wells\n\nSo {cite:p}`rob,sue`.\n\n```{bibliography}\n```\n"
    source = book(tmp_path / "book", wells=text)
    with (source / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write(conf)
    (source / "works.bib").write_text(bib, "utf-8")
    page = re.sub(r"<.*?>", "", build(source, tmp_path / "out").text("wells.html"))

    assert "So (R. Lee 1990; S. Lee 1990)." in page
    assert "Lee, Sue (1990)" in page


def test_the_authors_of_a_work_are_formatted_once():
    """However often it is cited; another work of the same key, as after a change of the file, has its own."""
    first = parse_string(WORKS, "bibtex").entries["hortonone"]
    other = parse_string(WORKS.replace("Horton", "Maxey"), "bibtex").entries["hortonone"]
    style = ShortAuthors()

    def cited(work):
        return style.author_or_editor_or_title(full=False).format_data(
            {"entry": work, "style": SimpleNamespace(person=style)}
        )

    assert cited(first) is cited(first)
    assert ["Horton and Lee", "Maxey and Lee", "Horton and Lee"] == [str(cited(work)) for work in (first, other, first)]


def test_a_work_is_formatted_once_for_its_place_and_its_tooltip():
    """Another label or another work is formatted by itself."""
    setup_author_date()
    style = find_plugin("pybtex.style.formatting", "author_date")()
    darcy, board = (parse_string(WORKS, "bibtex").entries[key] for key in ("darcy", "board"))

    assert style.format_entry("1", darcy) is style.format_entry("1", darcy)
    assert ["darcy", "board", "darcy"] == [style.format_entry("1", work).key for work in (darcy, board, darcy)]
    assert "2" == style.format_entry("2", darcy).label


def test_citations_need_no_search_through_all_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """What writes a citation is found at once; pybtex would look through whatever is installed, each time."""
    setup_author_date()
    monkeypatch.setattr("pybtex.plugin.entry_points", lambda **_: [])

    assert find_plugin("pybtex.backends", "plaintext") is Backend
    assert find_plugin("pybtex.backends", "docutils") is not None
