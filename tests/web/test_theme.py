"""The web book: what its pages hold before any script runs, and what they load."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from docutils import nodes
from docutils.utils import new_document

from build_tools.web.explained import take_titles

from .pages import MOST_BYTES, Page, build_web_book, loads, read_page, weight_of


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    with_kind = {"02-weather.rst": ("   :date: 1674\n", "   :date: 1674\n   :class: publication\n")}
    built = build_web_book(tmp_path_factory.mktemp("web"), changes=with_kind)

    assert () == built.warnings
    return built.out


@pytest.fixture(scope="module")
def pages(web) -> dict[str, Page]:
    return {path.stem: read_page(path) for path in sorted(web.glob("*.html"))}


def test_nothing_comes_from_elsewhere(web):
    """No page, style or script makes a browser fetch an address: the book is read without a network."""
    files = [path for path in web.rglob("*") if path.suffix in {".html", ".css", ".js"}]
    foreign = [(path.name, url) for path in files for url in loads(path) if "//" in url and not url.startswith("data:")]

    assert len(files) > 10
    assert foreign == []


def test_every_file_that_a_page_names_is_there(pages):
    """Styles, scripts and type lie beside the page."""
    lost = [(name, file.name) for name, page in pages.items() for file in page.files() if not file.is_file()]

    assert lost == []


def test_a_page_is_light(pages):
    """A chapter with all that a browser loads for it weighs no more than the budget."""
    weights = {name: weight_of(page.path) for name, page in pages.items()}
    heavy = {name: weight for name, weight in weights.items() if weight > MOST_BYTES}

    assert heavy == {}


def test_every_page_can_be_walked_without_a_mouse_or_script(pages):
    """A skip link comes first, and text, contents and neighbours are landmarks with names."""
    for name, page in pages.items():
        first, *_ = page.all("//body//a[@href]")

        assert "#main" == first.get("href"), name
        assert 1 == len(page.all("//*[@role='main'][@id='main'][@tabindex='-1']")), name
        assert 1 == len(page.all("//nav[@id='contents']")), name
        assert all(nav.get("aria-label") for nav in page.all("//nav")), name


def test_the_contents_open_by_a_link(pages):
    """On a small screen the contents are the target of a link, and another link leads back."""
    page = pages["01-water"]

    assert page.all("//header//a[@href='#contents']")
    assert page.all("//nav[@id='contents']//a[@href='#main']")
    assert page.all("//nav[@id='contents']//li[contains(@class, 'current')]//a[starts-with(@href, '#')]")


def test_no_id_stands_twice_and_every_link_within_a_page_leads_somewhere(pages):
    """Permanent links stay permanent."""
    for name, page in pages.items():
        ids = [str(found) for found in page.root.xpath("//@id")]
        inner = {str(found)[1:] for found in page.root.xpath("//a/@href") if str(found).startswith("#")}

        assert len(ids) == len(set(ids)), name
        assert inner - {""} <= set(ids), name


def test_every_fact_has_a_permanent_link_with_a_name(pages):
    """Whoever hears the page is told what the link leads to."""
    facts = pages["01-water"].all("//*[contains(concat(' ', @class, ' '), ' fact ')][@id]")
    links = {link.get("href"): link for link in pages["01-water"].all("//a[@class='headerlink']")}

    assert len(facts) > 5
    assert all(links[f"#{fact.get('id')}"].get("aria-label").startswith("Link to this") for fact in facts)


def test_headings_skip_no_level(pages):
    """Who walks by headings misses nothing: no level is left out in the text."""
    for name, page in pages.items():
        headings = page.all("//*[@role='main']//*[self::h1 or self::h2 or self::h3 or self::h4]")
        levels = [int(heading.tag[1]) for heading in headings]

        assert 1 == levels[0], name
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), name


def test_scripts_wait_for_the_text(pages):
    """All scripts of a chapter but the line that chooses the colours run after the text has been read."""
    for script in pages["01-water"].all("//script"):
        inline_look = script.text and "textbook-look" in script.text

        assert script.get("defer") or script.get("type") == "application/json" or inline_look


def test_a_page_carries_what_its_pop_ups_say(pages):
    """A link to a person is explained in the page itself: kind, title, text and place under the link's address."""
    page = pages["02-weather"]
    explained = json.loads(page.all("//script[@id='explained']")[0].text)
    addresses = {link.get("href") for link in page.all("//a[contains(@class, 'fact-ref')]")}

    assert explained.keys() <= addresses
    assert [
        "Person",
        "Pierre Perrault",
        "The French writer who compared the rain of a valley with the flow of its river.",
        "section 2.1",
    ] == explained["#fact-perrault"]


def test_a_cited_work_is_named_in_full_once():
    """Its title leaves the links of the page, however often it is cited, for the pop-up."""
    links = [nodes.reference("", "Snow 1855", refuri="works.html#snow", reftitle="On the Mode") for _ in range(2)]
    document = new_document("page")
    document += nodes.paragraph("", "", *(nodes.inline("", "", link, classes=["bibtex-citation"]) for link in links))
    take_titles(document)

    assert [None, None] == [link.get("reftitle") for link in links]
    assert ["On the Mode"] * 2 == [link["work"] for link in links]


def test_a_page_bears_no_classes_that_nothing_asks_for(pages):
    """Links within the book, rows of tables and labels of sources are told apart by nothing that costs bytes."""
    sections = [section for page in pages.values() for section in page.all("//*[@role='main']/section")]
    classes = {word for section in sections for named in section.xpath(".//@class") for word in named.split()}

    assert classes & {"internal", "row-odd", "row-even", "fact-sources-label", "fact-ref"} == {"fact-ref"}


def test_the_index_has_the_apostrophes_of_the_text(pages):
    """Names of facts are typed with straight ones."""
    assert pages["genindex"].all("//li[contains(., '’')]")
    assert not pages["genindex"].all('//li[contains(., "\'")]')


def test_the_end_of_a_script_cannot_be_written_in_a_pop_up(pages):
    """What a fact says stays data, whatever its author wrote."""
    for page in pages.values():
        for script in page.all("//script[@id='explained']"):
            assert "<" not in script.text


def test_the_timeline_is_a_plain_list_that_tells_kind_and_chapter(pages):
    """What the filters choose by can be read without them."""
    events = pages["glossary"].all("//dl[contains(@class, 'fact-timeline')]/dd")

    assert len(events) > 2
    assert all(event.xpath(".//span[@class='fact-where']//a/@href") for event in events)
    assert {"publication"} == {kind for event in events for kind in event.xpath(".//span[@class='fact-kind']/text()")}


def test_the_search_finds_facts_by_name_and_says_their_kind(web):
    """Terms and events are in the index of the search with their kinds in words."""
    index = (web / "searchindex.js").read_text("utf-8")
    found = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))
    kinds = {kind[2] for kind in found["objnames"].values()}

    assert {"Key term", "Key event"} <= kinds
