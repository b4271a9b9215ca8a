"""A bibliography in the words of its citations: surname, year, and a sorting that finds bodies among people."""

from pathlib import Path

import pytest
from pybtex.backends.plaintext import Backend
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from build_tools.author_date import AuthorDate, setup_author_date

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
        (tuple(" ".join(person.last_names) for person in work.persons.get("author", ())), work.fields.get("year"))
        for work in works.values()
    ]

    assert len(cited) == len(set(cited))
    assert works[name].fields["year"][-1].isalpha()
