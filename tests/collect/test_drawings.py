"""Charts, diagrams and strips of time in a small book: numbers, words, tables and faults."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from build_tools.drawn.drawing import picture_of
from build_tools.drawn.picture import Picture
from build_tools.drawn_cards import cards_drawn, told_of
from build_tools.nodes import FactNode
from tests.collect.books import book, build
from worksheets.facts import Figure, Reading

FACTS = """# Rivers

```{fact:figure} floods of the Alder
:name: floods
:unit: floods
:series: 1990=4 | 1991=12 | 1993=7
:counted: Floods above the second mark.
The town counts its floods.
```

```{fact:figure} storms on the Alder
:name: storms
:unit: storms
:series: 1990=3 | 1991=5
:counted: Storms of a day or more.
The town counts its storms.
```

```{fact:figure} bridges over the Alder
:name: bridges
:unit: bridges
The Alder has {value}`9` bridges.
```

```{fact:event} the great flood of the Alder
:name: great-flood
:date: 1991-04-02
The Alder flooded the mill
```

```{fact:event} the building of the miller's dam
:name: dam
:date: 1994
:end: 1996
The town built a dam
```

```{fact:link} heavy rain -> filled the Alder
:name: rain
:of: the floods of the Alder
:timescale: trigger
:marks: rain fell for a week | the river could not take it
```

```{fact:link} the felling of woods -> left nothing to hold the water
:name: felling
:of: the floods of the Alder
:timescale: long-term
:strength: moderate
:marks: the slopes were bare | the water ran off at once
```

```{fact:term} council
:name: council
:class: body
:marks: it is chosen by the town | it meets each month
the body that a town chooses to govern it
```

```{fact:term} warden
:name: warden
:class: office
:marks: it guards the river | it answers to the council
the officer who watches over the banks of a river
```
"""
CHART = "```{fact:chart} floods\n:name: floods-chart\n```\n"
DIAGRAM = "```{fact:diagram} causes\n:of: the floods of the Alder\n```\n"
CHAIN = "```{fact:diagram} chain\n:caption: Who gives orders\ncouncil\n  warden: appoints\n```\n"
MAP = """```{fact:map}
:caption: Towns on the Alder
:kinds: town | mill = water mill
:credit: places: the town's own survey
Upper Alder | 51.2, 9.4 | town | floods began here
Alder Mill | 51.9, 9.1 | mill
```
"""
STRIP = "```{fact:timeline}\n:strip:\n```\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The page of a chapter with one picture of each kind."""
    folder = tmp_path_factory.mktemp("drawings")
    text = f"{FACTS}\n{{numref}}`floods-chart` shows it.\n\n{CHART}\n{DIAGRAM}\n{CHAIN}\n{STRIP}\n{MAP}"
    source = book(folder / "book", index="# Book\n", rivers=text)
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("numfig = True\n")
    built = build(source, folder / "out")
    assert [line for line in built.warnings if "fact.drawing" in line] == []
    return built.text("rivers.html")


def test_pictures_are_numbered_and_referred_to(page):
    """A picture bears the chapter's number, and text can send a reader to it."""
    assert re.search(r'<a class="reference internal" href="#floods-chart">.*?Fig\.\N{NO-BREAK SPACE}1\.1', page)


def test_a_chart_says_its_shape_in_words(page):
    """Highest, lowest, first and last stand in its title, for whoever cannot see it."""
    assert "Bar chart of floods. Highest: 12 (1991). Lowest: 4 (1990). First: 4 (1990). Last: 7 (1993)." in page


def test_the_words_of_a_picture_have_the_apostrophes_of_the_text(page):
    """In the drawing and in its table; the attributes of the drawing stay as they are."""
    pictures = page.partition("fact-drawing")[2]

    assert re.search(r"<text [^>]*>[^<]*miller’s dam</text>", pictures)
    assert re.search(r"<td><p>[^<]*miller’s dam</p></td>", pictures)


def test_each_picture_has_its_table(page):
    """What is drawn can be read as a table as well."""
    tables = re.findall(r"<details.*?</details>", page, re.DOTALL)
    words = [" ".join(re.sub(r"<[^>]+>", " ", table).split()) for table in tables]

    assert 5 == len(page.split("<svg")) - 1 == len(tables)
    assert words[0].endswith("Year Floods 1990 4 1991 12 1993 7")
    assert "Heavy rain trigger good filled the Alder" in words[1]
    assert words[2].endswith("Council appoints Warden")
    assert "2 April 1991 The great flood of the Alder" in words[3]
    assert "Upper Alder town floods began here 51.2° N, 9.4° E Alder Mill water mill 51.9° N, 9.1° E" in words[4]


def test_what_is_counted_stands_below(page):
    """A chart says what its numbers count."""
    assert "Floods above the second mark." in re.findall(r'<div class="legend">.*?</div>', page, re.DOTALL)[0]


def test_what_a_map_leaves_out_stands_below(page):
    """A map says where its coasts and places come from, and that no borders are shown."""
    legend = re.findall(r'<div class="legend">.*?</div>', page, re.DOTALL)[-1]

    assert "Borders, rivers and lakes are not shown. Places: the town’s own survey." in legend


def test_a_picture_is_drawn_once_in_a_build(tmp_path, monkeypatch):
    """For its faults, for what has changed and to be shown; after a change of a chapter it is drawn anew."""
    drawn = []

    def draw(mark, known):
        drawn.append(mark.kind)
        return picture_of(mark, known)

    monkeypatch.setattr("build_tools.drawings.picture_of", draw)
    source = book(tmp_path / "book", index="# Book\n", rivers=f"{FACTS}\n{CHART}")
    with patch_docutils(), docutils_namespace():
        app = Sphinx(source, source, tmp_path / "out", tmp_path / "doctrees", "html", status=None)
        app.build()
        before = list(drawn)
        book(source, index="# Book\n", rivers=f"{FACTS}\n{CHART}".replace("1991=12", "1991=13"))
        app.env._pickled_doctree_cache.clear()  # as the application of Sphinx's own tests does, which builds again
        app.build()

    assert (["chart"], ["chart", "chart"]) == (before, drawn)
    assert "Highest: 13 (1991)." in (tmp_path / "out/rivers.html").read_text("utf-8")


def test_on_paper_a_chart_stands_for_the_card_of_its_numbers():
    """The legend says what the card said, and the card's id leads to the chart; cards elsewhere are printed."""
    reading = Reading("1990", 4, "4")
    floods = Figure(
        id="floods",
        title="floods",
        text="The town counts them.",
        certainty="approximate",
        series=(reading,),
        counted="All.",
    )
    picture = Picture(
        "Floods", "<svg><text>1990 4</text></svg>", "", ("Year", "Floods"), (("1990", "4"),), (floods,), ("All.",)
    )
    here, place = FactNode("", kind="figure", ids=["fact-floods"]), nodes.container()
    elsewhere = FactNode("", kind="figure", ids=["fact-floods"])
    nodes.section("", here, place, nodes.section("", elsewhere))

    assert [here] == cards_drawn(place, picture)
    assert [] == cards_drawn(place, replace(picture, svg="<svg><text>1990</text></svg>"))
    assert ["The town counts them.", "All.", "The numbers are approximate."] == list(told_of(picture))


FAULTS = {
    "```{fact:chart} flods\n```": "there is no fact “flods”",
    "```{fact:chart} bridges\n```": "the figure “bridges” has no :series:",
    "```{fact:chart} floods, storms\n```": "the units “floods” and “storms” differ",
    "```{fact:chart} dam\n```": "“dam” is an event and no figure",
    "```{fact:diagram} tree\n```": "“tree” is no diagram",
    "```{fact:diagram} causes\n:of: nothing\n```": "fewer than two causes are known",
    "```{fact:diagram} chain\ncouncil\n  warden\n```": "the chain has no title",
    f"```{{fact:diagram}} chain\n:caption: C\ncouncil\n  warden: {'x' * 80}\n```": "is too long for its place",
    "```{fact:map}\n:caption: M\n:kinds: town\n```": "the map has no places",
    "```{fact:timeline}\n:strip:\n:from: last year\n```": "“last year” in :from: is no year",
    "```{fact:timeline}\n:strip:\n:events: council\n```": "“council” is a term and no event",
}


def test_each_fault_is_told_with_its_line(tmp_path):
    """What cannot be drawn is told with the line of its mark, and the book is built all the same."""
    text = FACTS + "\n" + "\n\n".join(FAULTS)
    built = build(book(tmp_path / "book", index="# Book\n", rivers=text), tmp_path / "out")
    told = [line for line in built.warnings if "[fact.drawing]" in line]
    lines = text.splitlines()
    heads = [number for number, row in enumerate(lines, 1) if re.match(r"```\{fact:(chart|diagram|map|timeline)", row)]

    assert len(heads) == len(told)
    for head, line, fault in zip(heads, told, FAULTS.values(), strict=True):
        assert f"rivers.md:{head}:" in line
        assert fault in line


def test_a_fault_in_a_list_is_told_with_its_own_line(tmp_path):
    """In MyST and in reStructuredText it is the line that the author sees, not that of the directive."""
    source = book(tmp_path / "book", index="# Book\n", rivers="# Rivers\n\n" + MAP.replace("51.9", "91.9"))
    rows = "Alder\n=====\n\n.. fact:map::\n   :caption: Towns\n   :kinds: town\n\n   Alder | 51.2, 9.4 | village\n"
    (source / "alder.rst").write_text(rows, encoding="utf-8")
    told = [line for line in build(source, tmp_path / "out").warnings if "[fact.drawing]" in line]

    assert any("rivers.md:8:" in line and "the latitude 91.9" in line for line in told)
    assert any("alder.rst:8:" in line and "“village” is none of the :kinds:" in line for line in told)


def test_on_paper_the_table_of_a_map_says_what_the_drawing_does_not():
    """Notes alone: what a place is and where it lies are drawn."""
    heads, rows = ("Place", "What it is", "Note"), (("Alder", "town", "floods"), ("Mill", "mill", ""))
    picture = Picture("Towns", "<svg/>", "", heads, rows, (), brief=(("Place", "Note"), ("Alder", "floods")))

    assert (("Place", "Note"), (("Alder", "floods"),)) == (picture.on_paper.heads, picture.on_paper.rows)
    assert () == replace(picture, brief=(("Place", "Note"),)).on_paper.rows
    assert replace(picture, brief=None) == replace(picture, brief=None).on_paper
