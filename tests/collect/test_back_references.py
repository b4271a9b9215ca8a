"""Works of the bibliography tell where they are cited: in sections on screen, on pages in print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.book.folios import Folios
from build_tools.book.markup import parse, text_of
from build_tools.book.references import fill_in_pages, forget_unprinted
from tests.collect.books import book, build

CHAPTER = """# Bends

## Growth

Bends grow {cite:p}`brook1950`. They do so for years {cite:p}`brook1950,strand1980`.

## Age

```{fact:term} oxbow
:name: oxbow
:class: form of a river
:sources: brook1950
a lake that was once the bend of a river
```

```{fact:question} short-answer
:key: for years
:sources: mill1999
How long does a bend grow? [1]
```

```{teacher-note}
Read also {cite:t}`mill1999`.
```
"""
WORKS = "".join(
    f"@book{{{key}, title={{Rivers}}, author={{{key[:-4].title()}, A.}}, year={{{key[-4:]}}}}}\n"
    for key in ("brook1950", "strand1980", "mill1999")
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = book(tmp_path / "book", bends=CHAPTER, works="# Works\n\n```{bibliography}\n:all:\n```\n")
    with (folder / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write('extensions.insert(1, "sphinxcontrib.bibtex")\nbibtex_bibfiles = ["b.bib"]\n')
    (folder / "b.bib").write_text(WORKS, "utf-8")
    return folder


def cited_in(page: str) -> list[list[tuple[str, str]]]:
    """For each work its links, as address and words."""
    return [
        re.findall(r'href="(.*?)">(.*?)</a>', found)
        for found in re.findall(r'<span class="cited-in">(.*?)</span>', page, re.DOTALL)
    ]


def test_a_work_names_the_sections_that_cite_it(source, tmp_path):
    """Each section once, with a link to its first citation; the sources of a fact lead to the fact."""
    brook, strand = cited_in(build(source, tmp_path / "out").text("works.html"))

    assert ["1.1", "1.2"] == [words for _, words in brook]
    assert "bends.html#fact-oxbow" == brook[1][0]
    assert ["1.1"] == [words for _, words in strand]


def test_what_students_do_not_see_is_not_cited_for_them(source, tmp_path):
    """A work of a teacher's note or a question alone has no back-reference: the link would lead to no citation."""
    assert 2 == len(cited_in(build(source, tmp_path / "out").text("works.html")))


def test_a_work_that_a_caption_names_is_cited_by_the_drawing(source, tmp_path):
    """The sources below a chart are printed as those of a sentence; a strip of time names none."""
    flood = "```{fact:event} the flood\n:name: flood\n:date: 1990\n:sources: mill1999\nthe river rose\n```\n"
    chart = "```{fact:figure} floods\n:name: floods\n:sources: mill1999\n:series: 1990=4 | 1991=12\n"
    chart += ":counted: All floods.\nThe town counts its floods.\n```\n"
    strip = "## Shown\n\n```{fact:timeline}\n:strip:\n```\n\n"
    shown = strip + "## Charted\n\n```{fact:chart} floods\n:name: floods-chart\n```\n"
    (source / "bends.md").write_text(f"{CHAPTER}\n{flood}\n{chart}\n{shown}", "utf-8")
    _, mill, _ = cited_in(build(source, tmp_path / "out").text("works.html"))

    assert ("bends.html#floods-chart", "1.4") == mill[-1]
    assert ["1.2", "1.4"] == [words for _, words in mill]


def test_a_new_citation_is_shown_though_the_bibliography_was_not_touched(source, tmp_path):
    """The page of the bibliography is written again when a chapter cites more."""
    build(source, tmp_path / "out")
    (source / "bends.md").write_text(CHAPTER.replace("## Age", "## Age\n\nSee {cite:t}`strand1980`."), "utf-8")
    _, strand = cited_in(build(source, tmp_path / "out").text("works.html"))

    assert ["1.1", "1.2"] == [words for _, words in strand]


@pytest.mark.parametrize(("end", "named"), [("c", "pages 3–7"), ("b", "page 3"), ("unknown", "page 3")])
def test_print_names_all_pages_of_a_passage(end, named):
    """A key leads to all of what its box closes, from the heading to the box."""
    key = parse(f'<p class="fact-pages"><a href="#a">1.1</a><a class="passage-end" href="#{end}"></a></p>')
    fill_in_pages(key, Folios({"start": 1, "a": 3, "b": 3, "c": 7}, "start"))

    assert named == text_of(key).replace("\N{NO-BREAK SPACE}", " ")


def test_print_names_each_page_once():
    """Pages that follow one another become a range; what is on no page is left out."""
    work = parse(
        '<p>Rivers.<span class="cited-in"> Cited in <a href="#a">1</a>, <a href="#b">1</a>, '
        '<a href="#c">1</a>, <a href="#d">1</a>, <a href="#gone">2</a>.</span></p>'
    )
    fill_in_pages(work, Folios({"start": 1, "a": 3, "b": 3, "c": 7, "d": 12}, "start"))

    assert "Rivers. Cited on pages 3, 7, 12." == text_of(work)


def test_print_says_nothing_of_a_work_that_no_page_cites():
    """Sources of a note in the margin are not printed; as long as no page is known, the words keep their room."""
    work = parse('<p>Rivers.<span class="cited-in"> Cited in <a href="#hidden">1</a>.</span></p>')
    fill_in_pages(work, Folios())
    assert "Cited on page" in text_of(work)

    fill_in_pages(work, Folios({"start": 1}, "start"))
    assert "Rivers." == text_of(work)


def test_print_forgets_citations_that_are_not_printed():
    """A note beside the text names no sources, so nothing that it rests on is cited there."""
    chapter = parse('<div><p id="a">As Brook says.</p><div class="beside-note"><p><a id="note">B</a></p></div></div>')
    work, other = (
        parse(f'<p>Rivers.<span class="cited-in"> Cited in {links}.</span></p>')
        for links in ('<a href="#note">1</a>, <a href="#a">2</a>', '<a href="#note">1</a>')
    )
    forget_unprinted([chapter, work, other])

    assert ["#a"] == [link.get("href") for link in work.iter("a")]
    assert "Rivers." == text_of(other)
