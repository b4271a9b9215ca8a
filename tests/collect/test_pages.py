"""Facts are real parts of the book: on the page, in lists, in the index, in the search, and for every builder."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.collect.books import book, build, water_cycle
from worksheets.bank_file import read_bank
from worksheets.facts import Term

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
TERM = """
```{fact:term} osmosis
:name: osmosis
:class: movement
:native: ὠσμός
the net movement of water into a stronger solution
```
"""
SERIES = """# One

```{fact:figure} the elements of the crust
:name: elements
:series: oxygen=46.6 | iron=5.0 | gold=0.0004 | all=1,000
:counted: the crust alone
These are some of the elements.
```
"""
SEE = "# Two\n\nSee {fact:ref}`osmosis` on {fact:page}`osmosis`, {any}`osmosis` and {fact:term}`that word <osmosis>`.\n"


class Outline(HTMLParser):
    """Reads a page strictly: tags must nest, ids must be unique."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element and what is wrong with its place."""
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag == "p" and any(name == "p" for name, _ in self.open):
            self.faults.append("a paragraph in a paragraph")
        if identifier := attributes.get("id"):
            if identifier in self.ids:
                self.faults.append(f"id {identifier} twice")
            self.ids.append(identifier)
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        """Note an end without its beginning."""
        if tag in VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1] if self.open else 'nothing'}")
        else:
            self.open.pop()


def read(page: str) -> Outline:
    outline = Outline()
    outline.feed(page)
    return outline


def element(page: str, anchor: str) -> str:
    """The HTML from the element of an id up to the next fact."""
    start = page.index(f'id="{anchor}"')
    return page[page.rindex("<", 0, start) : start + 3000].split('class="fact ', 2)[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    return build(water_cycle(folder / "book"), folder / "out")


def test_pages_are_sound_html(site):
    """Tags nest and ids are unique on every page that shows facts."""
    faults = {name: read(site.text(name)).faults for name in ("01-water.html", "02-weather.html", "glossary.html")}

    assert {"01-water.html": [], "02-weather.html": [], "glossary.html": []} == faults


def test_every_fact_has_its_anchor(site, tmp_path):
    """A key or a link can lead to each fact."""
    build(site.app.srcdir, tmp_path / "out", "facts")
    missing = [
        fact.id
        for fact in read_bank(tmp_path / "out" / "facts.json")
        if f'id="{fact.place.anchor}"' not in site.text(f"{fact.place.chapter}.html")
    ]

    assert missing == []


def test_numbers_of_a_series_stand_as_they_were_written(tmp_path):
    """5.0 beside 46.6 is printed as 5.0 and not as 5: the digits tell how exactly it is known."""
    page = build(book(tmp_path / "book", one=SERIES), tmp_path / "out").text("one.html")

    assert re.findall(r"<td><p>(.*?)</p></td>", page) == ["46.6", "5.0", "0.0004", "1,000"]


def test_a_statement_goes_on_with_the_paragraph_before_it(tmp_path):
    """Prose and marked sentence make one paragraph, and the prose behind it begins the next."""
    mark = (
        "```{fact:statement}\n:name: sea\n:blank-1: kind=term | false=air, ice\nThe water is in the {blank}`sea`.\n```"
    )
    page = build(book(tmp_path / "book", one=f"# One\n\nWater moves.\n\n{mark}\n\nIt rains.\n"), tmp_path / "out").text(
        "one.html"
    )

    assert re.search(r'<p>Water moves\. <span class="fact fact-statement".*?</p>\s*<p>It rains\.</p>', page, re.DOTALL)


def test_prose_goes_on_with_a_statement_that_stands_first(tmp_path):
    """Under a heading the marked sentence begins the paragraph."""
    mark = (
        "```{fact:statement}\n:name: sea\n:blank-1: kind=term | false=air, ice\nThe water is in the {blank}`sea`.\n```"
    )
    page = build(book(tmp_path / "book", one=f"# One\n\n{mark}\n\nIt is salt.\n\nIt rains.\n"), tmp_path / "out").text(
        "one.html"
    )

    assert re.search(
        r'<p class="fact-statements"><span class="fact .*?</span> It is salt\.</p>\s*<p>It rains\.</p>', page, re.DOTALL
    )


KINDS = {
    "statement": ("most-water-in-oceans", ['held in the <span class="fact-blank">oceans</span>.']),
    "term": (
        "reservoir",
        ["Key term", "<dfn>reservoir</dfn>", "réservoir", "<dd>a lake made by people to keep water for later use</dd>"],
    ),
    "figure": ("share-in-oceans", ["Figures", "approximate", '<span class="fact-value">97</span>']),
    "series": ("fresh-water", ["glaciers and ice caps", "<td><p>68.7</p></td>", "What is counted", "<th"]),
    "link": (
        "cooling-condenses",
        ["Cause and effect", "The cooling of moist air", "→", "Mist over a lake", "The lower the temperature"],
    ),
    "weak link": ("felling-runoff", ["Evidence for it", "moderate", "But", "much depends on the slope"]),
    "group": (
        "into-the-air",
        ["Upward", "These processes move water from the surface into the air:", "<li>sublimation"],
    ),
    "misconception": (
        "clouds-are-vapour",
        [
            "Often written, but wrong",
            "<q>Clouds are made of water vapour.</q>",
            "In fact:",
            "Why it is believed:</strong> The white cloud above a pan",
        ],
    ),
    "question": ("explain-clouds", ["1", "Explain how a cloud forms", "[3 marks, about 4 minutes]"]),
}


@pytest.mark.parametrize(("name", "words"), KINDS.values(), ids=KINDS)
def test_a_fact_is_a_part_of_the_page(site, name, words):
    """Each kind has its label in words and shows what a reader should know."""
    shown = element(site.text("01-water.html"), f"fact-{name}")

    assert [word for word in words if word not in shown] == []


def test_an_event_is_a_line_with_its_date(site):
    """Date for readers and for machines, title, clause, reason, place, people, and what it was part of."""
    shown = element(site.text("02-weather.html"), "fact-first-forecast")

    assert '<time class="fact-date" datetime="1861-08-01">1 August 1861</time>' in shown
    assert '<strong class="fact-title">The first public weather forecast</strong>' in shown
    assert "<em>The Times</em> printed a weather forecast for the next two days." in shown
    assert 'href="#fact-fitzroy"' in shown
    assert ">the beginning of weather forecasting in Britain<" in shown


def test_a_person_is_a_card(site):
    """Name, years, role and further names."""
    shown = element(site.text("02-weather.html"), "fact-bentley")

    assert [
        word
        for word in ("Wilson Bentley", "1865-1931", "The American farmer who", "Also called", "Snowflake Bentley")
        if word not in shown
    ] == []


def test_a_view_names_its_holder_and_what_it_rejects(site):
    """Thesis, evidence and the views it is against, which are links."""
    shown = element(site.text("02-weather.html"), "fact-perrault-1674")

    assert "Argued that rain and snow alone are more than enough to feed a river." in shown
    assert ">Athanasius Kircher (1665)<" in shown
    assert ">Aristotle (350 BCE)<" in shown


def test_mark_points_and_wrong_fillers_are_not_on_the_page(site):
    """What belongs to keys and worksheets is not given away in the book."""
    page = site.text("01-water.html")

    assert [
        secret for secret in ("rivers, glaciers", "cold air holds less vapour", "false=", "kind=") if secret in page
    ] == []


def test_no_card_makes_a_heading(site):
    """Cards do not disturb the outline of a page: its headings are those of the chapter."""
    page = site.text("01-water.html").split('class="sphinxsidebar"')[0]
    headings = [re.sub(r"<[^>]+>|¶", "", heading) for heading in re.findall(r"<h[12].*?</h[12]>", page)]

    assert [
        "1. Water on the move",
        "1.1. Where water is kept",
        "1.2. How water moves",
        "1.3. What falls from the sky",
    ] == [heading for heading in headings if heading[0].isdigit()]


def test_the_timeline_is_in_the_order_of_time(site):
    """Events of all chapters, earliest first, each with the place where it is told."""
    page = site.text("glossary.html")
    dates = re.findall(r'class="fact-date">([^<]*)<', page)

    assert ["1674", "1686", "1735", "December 1802", "1854", "1854 to 1861", "1 August 1861"] == dates[:7]
    assert 'class="fact-page reference internal" href="02-weather.html#fact-tiros"' in page


def test_what_is_known_to_be_near_enough_is_told_so_in_lists_and_strips_of_time(tmp_path):
    """A reader of the back matter, a strip or its table is told as much as one of the chapter."""
    event = "```{{fact:event}} the flood of {0}\n:name: flood-{0}\n:date: {1}\n:certainty: {2}\nthe river rose\n```\n"
    dates = [(1801, "1801-02", "approximate"), (1802, "1802~", "approximate"), (1803, "1803", "disputed")]
    text = "# Floods\n\n" + "".join(event.format(*one) for one in dates)
    lists = "```{fact:timeline}\n```\n\n```{fact:timeline}\n:strip:\n:events: flood-1801, flood-1803\n```\n"
    page = build(book(tmp_path / "book", floods=text + lists), tmp_path / "out").text("floods.html")
    listed = page.partition("fact-list")[2]

    assert ["About February 1801", "About 1802", "1803"] == re.findall(r'class="fact-date">([^<]*)<', listed)
    assert "About Feb 1801" in re.findall(r"<text [^>]*>([^<]*)</text>", listed)
    assert ["About February 1801", "1803"] == re.findall(r"<th[^>]*><p>([^<]*18[^<]*)</p>", listed)


def test_people_are_in_the_order_of_surnames(site):
    """Surname first, and the forenames behind it."""
    page = site.text("glossary.html")
    people = page[page.index("fact-people") : page.index('id="glossary"')]

    assert ["Bentley, Wilson", "FitzRoy, Robert", "Howard, Luke", "Perrault, Pierre", "Richardson, Lewis Fry"] == (
        re.findall(r'<span class="fact-ref">([^<]*)<', people)
    )


def test_a_list_may_be_of_one_chapter(tmp_path):
    """``:chapter:`` keeps to the facts of the chapter in which the list stands."""
    other = TERM.replace("osmosis\n", "diffusion\n").replace("the net", "a")
    lists = "# Two\n" + other + "\n```{fact:glossary}\n:chapter:\n```\n"
    page = build(book(tmp_path / "book", one="# One\n" + TERM, two=lists), tmp_path / "out").text("two.html")
    glossary = page[page.index("fact-glossary") :].split("</dl>")[0]

    assert ">diffusion<" in glossary
    assert ">osmosis<" not in glossary


def test_a_list_may_leave_out_what_bears_a_tag(tmp_path):
    """``:without:`` names tags of the author's own."""
    other = (
        TERM.replace("osmosis\n", "diffusion\n")
        .replace("the net", "a")
        .replace(":class:", ":tags: late, hard\n:class:")
    )
    lists = "# Two\n\n```{fact:glossary}\n:without: hard\n```\n"
    page = build(book(tmp_path / "book", one="# One\n" + TERM + other, two=lists), tmp_path / "out").text("two.html")

    assert ">osmosis<" in page
    assert ">diffusion<" not in page


def test_links_bear_titles_or_words_of_their_own(tmp_path):
    """Without words a link has the fact's title, or its section; with words it has those."""
    built = build(book(tmp_path / "book", one="# One\n\n## Cells\n" + TERM, two=SEE), tmp_path / "out", strict=True)
    text = re.sub(r"<[^>]+>", "", built.text("two.html"))

    assert () == built.warnings
    assert "See osmosis on section 1.1, osmosis and that word." in text
    assert 4 == built.text("two.html").count('href="one.html#fact-osmosis"')


def test_a_page_that_links_to_a_fact_is_written_again_when_the_fact_moves(tmp_path):
    """A new section before it changes its number; the page with the link was not touched, and is right all the same."""
    source = book(tmp_path / "book", one="# One\n\n## Cells\n" + TERM, two=SEE)
    build(source, tmp_path / "out")
    book(source, one="# One\n\n## Before\n\nText.\n\n## Cells\n" + TERM, two=SEE)
    again = build(source, tmp_path / "out")

    assert "on section 1.2" in re.sub(r"<[^>]+>", "", again.text("two.html"))


def test_a_list_is_written_again_when_a_fact_changes(tmp_path):
    """A glossary in a chapter that was not touched shows the new definition."""
    glossary = "# Two\n\n```{fact:glossary}\n```\n"
    source = book(tmp_path / "book", one="# One\n" + TERM, two=glossary)
    build(source, tmp_path / "out")
    book(source, one="# One\n" + TERM.replace("the net movement", "the slow movement"), two=glossary)
    again = build(source, tmp_path / "out")

    assert "The slow movement of water" in again.text("two.html")


def test_each_builder_brings_its_own_pages_up_to_date(tmp_path):
    """A bank that was built in between does not keep the web book from following."""
    glossary = "# Two\n\n```{fact:glossary}\n```\n"
    source = book(tmp_path / "book", one="# One\n" + TERM, two=glossary)
    build(source, tmp_path / "out")
    book(source, one="# One\n" + TERM.replace("the net movement", "the slow movement"), two=glossary)
    build(source, tmp_path / "bank", "facts")
    again = build(source, tmp_path / "out")

    assert "The slow movement of water" in again.text("two.html")


def test_facts_are_in_the_index(site):
    """Terms and persons and events, with further names pointing to them, but for those under the same surname."""
    index = site.text("genindex.html")

    assert 'href="02-weather.html#fact-howard">Howard, Luke<' in index
    assert 'href="01-water.html#fact-aquifer">aquifer<' in index
    assert 'href="02-weather.html#fact-tiros">launch of the first weather satellite<' in index
    assert "soaking in" in index
    assert "Snowflake" not in index


def test_facts_can_be_found_from_other_books(site):
    """The inventory for intersphinx lists every fact by its name."""
    with (site.out / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda base, uri: uri)

    assert "01-water.html#fact-aquifer" == inventory["fact:term"]["aquifer"].uri


def test_facts_can_be_searched(site):
    """The search of the web book knows facts by their titles."""
    assert '"Luke Howard"' in site.text("searchindex.js") or "howard" in site.text("searchindex.js")


def test_quotation_marks_are_typographic_in_what_is_made_from_facts(site):
    """Lists and links have the same quotation marks as the chapters."""
    assert "Edmond Halley’s chart of the trade winds" in site.text("02-weather.html")
    assert "Earth's" not in site.text("glossary.html")


def test_native_names_have_their_language(tmp_path):
    """A screen reader reads a foreign name in its language, on cards and in lists."""
    source = book(tmp_path / "book", one="# One\n" + TERM + "\n```{fact:glossary}\n```\n")
    conf = source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + 'worksheets_native_language = "el"\n', "utf-8")
    page = build(source, tmp_path / "out").text("one.html")

    assert '<span class="fact-native" lang="el" dir="auto">ὠσμός</span>' in page
    assert '<span class="fact-native" lang="el">ὠσμός</span>' in page


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> & <b>bold</b>",
        'quote " and <img src=x onerror=alert(1)>',
        "{{ 7 * 7 }} {% raw %}",
    ],
)
def test_markup_in_a_name_is_text(tmp_path, text):
    """Nothing in a mark becomes HTML or template code: it is printed as it was written."""
    mark = TERM.replace("{fact:term} osmosis", f"{{fact:term}} osmosis {text}").replace("ὠσμός", text)
    lists = "\n```{fact:glossary}\n```\n\nSee {fact:ref}`osmosis`.\n"
    built = build(book(tmp_path / "book", one="# One\n" + mark + lists), tmp_path / "out")
    page = built.text("one.html").split('class="sphinxsidebar"')[0]

    assert not re.search(r"<script>alert|<img src=x|<b>bold", page)
    assert "49" not in page
    assert [] == read(built.text("one.html")).faults


def test_a_script_is_no_link(tmp_path):
    """A link in a mark may lead to the web, not into a script."""
    rst = (
        "One\n===\n\n.. fact:term:: osmosis\n   :name: osmosis\n   :class: movement\n   :example: a `raisin "
        "<javascript:alert(1)>`_\n\n   the `net <https://example.org>`_ movement of water into a solution\n"
    )
    source = book(tmp_path / "book", one="# One\n")
    (source / "one.md").unlink()
    (source / "one.rst").write_text(rst, "utf-8")
    page = build(source, tmp_path / "out").text("one.html")

    assert "javascript:alert" not in page
    assert 'href="https://example.org"' in page


def test_raw_html_in_a_mark_is_printed_as_text(tmp_path):
    """MyST lets HTML through; a mark goes on a worksheet too, so there it is text."""
    mark = TERM.replace("the net movement", "the <b onclick=alert(1)>net</b> movement")
    build(book(tmp_path / "book", one="# One\n" + mark), tmp_path / "bank", "facts")
    page = build(tmp_path / "book", tmp_path / "out").text("one.html")
    (fact,) = read_bank(tmp_path / "bank" / "facts.json").of_kind(Term)

    assert "the &lt;b onclick=alert(1)&gt;net&lt;/b&gt; movement" in page
    assert "the <b onclick=alert(1)>net</b> movement of water into a stronger solution" == fact.definition


@pytest.mark.parametrize(
    "builder", ["text", "latex", "man", "texinfo", "epub", "xml", "dirhtml", "singlehtml", "gettext"]
)
def test_every_builder_can_write_every_kind(tmp_path, builder):
    """No builder meets a node that it does not know."""
    built = build(water_cycle(tmp_path / "book"), tmp_path / "out", builder)

    assert [warning for warning in built.warnings if "unknown node" in warning or "fact" in warning] == []


def test_plain_text_shows_what_a_fact_is(tmp_path):
    """Builders without templates give the label, the words, and the details on lines of their own."""
    built = build(water_cycle(tmp_path / "book"), tmp_path / "out", "text")
    text, first = built.text("02-weather.txt"), built.text("01-water.txt")

    assert "Clouds are made of water vapour.\n   In fact: Clouds are made of tiny droplets" in first
    assert "Why it is believed: The white cloud above a pan" in first
    assert "**Key event**: 1 August 1861, The first public weather forecast" in text
    assert "**View**: Bernard Palissy (1580)\n   springs are fed by rain and by nothing else." in text
    assert "Argues against: Athanasius Kircher (1665), Aristotle (350 BCE)" in text


def test_latex_keeps_the_words_of_every_kind(tmp_path):
    """The LaTeX of the book holds what the web book holds."""
    built = build(water_cycle(tmp_path / "book"), tmp_path / "out", "latex")
    latex = "".join(path.read_text("utf-8") for path in built.out.glob("*.tex"))

    assert [word for word in ("aquifer", "sublimation", "Snowflake Bentley", "68.7") if word not in latex] == []


def test_the_xml_of_a_book_is_well_formed(tmp_path):
    """The tree of a chapter can be read by other programs."""
    built = build(water_cycle(tmp_path / "book"), tmp_path / "out", "xml")

    assert "document" == ElementTree.fromstring(built.text("01-water.xml")).tag


BIB = """@book{smith2001, author = {Jane Smith}, title = {Water}, year = {2001}, publisher = {Press}}
@book{jones1999, author = {Ann Jones}, title = {Salt}, year = {1999}, publisher = {Press}}
"""


def cited(folder: Path, sources: str, bib: str = BIB) -> Path:
    mark = TERM.replace(":class:", f":sources: {sources}\n:class:")
    source = book(folder, one="# One\n" + mark, two="# Sources\n\n```{bibliography}\n:all:\n```\n")
    conf = source / "conf.py"
    conf.write_text(
        conf.read_text("utf-8").replace('"myst_parser"', '"myst_parser", "sphinxcontrib.bibtex"')
        + 'bibtex_bibfiles = ["books.bib"]\nbibtex_reference_style = "author_year"\n',
        "utf-8",
    )
    (source / "books.bib").write_text(bib, "utf-8")
    return source


def test_sources_are_citations(tmp_path):
    """Where the book has a bibliography, the sources of a fact are cited from it."""
    built = build(cited(tmp_path / "book", "smith2001, jones1999"), tmp_path / "out", strict=True)

    assert () == built.warnings
    assert "Sources: [Jones, 1999, Smith, 2001]" in re.sub(r"<[^>]+>", "", built.text("one.html"))


def test_an_unknown_source_is_told_once(tmp_path):
    """One message for one slip, with the key that was meant; the other sources are cited."""
    built = build(cited(tmp_path / "book", "smiht2001, jones1999"), tmp_path / "out")

    assert (
        "one.md:5: WARNING: “smiht2001” in :sources: is not in the bibliography; write “smith2001” "
        "[fact.unknown-source]",
    ) == built.warnings
    assert "Jones, 1999" in built.text("one.html")


def test_a_source_that_is_added_to_the_bibliography_is_cited(tmp_path):
    """Mending the bibliography is enough; the chapter need not be touched."""
    source = cited(tmp_path / "book", "smith2001, jones1999", BIB.splitlines()[1])
    build(source, tmp_path / "out")
    (source / "books.bib").write_text(BIB, "utf-8")
    again = build(source, tmp_path / "out")

    assert () == again.warnings
    assert "Smith, 2001" in again.text("one.html")


def test_without_a_bibliography_sources_are_named(site):
    """A book that has none shows the words of the author."""
    assert "(nasa1960)" in element(site.text("02-weather.html"), "fact-tiros")
