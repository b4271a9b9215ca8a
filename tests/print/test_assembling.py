"""Documents of the web book made fit for one printed document."""

from __future__ import annotations

import pytest

from build_tools.book.addresses import make_unique, settle_empty_anchors
from build_tools.book.chapters import Fragment, assemble
from build_tools.book.checks import check_addresses
from build_tools.book.documents import PrintedDocument
from build_tools.book.flow import mark_flow, run_sources_on
from build_tools.book.folios import Folios
from build_tools.book.markup import parse, serialize
from build_tools.book.notes import settle_footnotes
from build_tools.book.references import ask_for_pages, fill_in_pages
from build_tools.book.typography import bind_short_ends, set_dashes
from build_tools.book.web_parts import drop_unused_labels, settle_web_parts

NOTE = '<aside class="footnote brackets" id="f"><span class="label">1</span><p>Body\n<em>of</em>\nit.</p>{more}</aside>'
CALL = '<a class="footnote-reference brackets" href="#f" id="{id}">1</a>'


def inner(html: str) -> str:
    return html.removeprefix("<div>").removesuffix("</div>")


def test_ids_and_references_get_the_name_of_their_document() -> None:
    """Own links, links to other documents and lists of ids all lead to printed ids."""
    root = parse(
        '<p id="a"><a href="#a">x</a><a href="printed:other#b">y</a><a href="printed:other">z</a>'
        '<a href="https://example.org/#a">w</a><label for="a">v</label></p>'
    )
    make_unique(root, "one/two")

    assert (
        '<p id="one/two--a"><a href="#one/two--a">x</a><a href="#other--b">y</a><a href="#other">z</a>'
        '<a href="https://example.org/#a">w</a><label for="one/two--a">v</label></p>'
    ) == inner(serialize(root))


@pytest.mark.parametrize(
    ("before", "after", "replaced"),
    [
        ('<span id="a"></span><h1>T</h1>', '<h1 id="a">T</h1>', {}),
        ('<span id="a"></span><h1 id="b">T</h1>', '<h1 id="b">T</h1>', {"a": "b"}),
        ('<span id="a"></span><span id="b"></span><p>T</p>', '<p id="b">T</p>', {"a": "b"}),
        ('<p>x <span id="a"></span>word more</p>', '<p>x <span id="a">word</span> more</p>', {}),
        ('<p>x<em>y</em><span id="a"></span> word</p>', '<p>x<em>y</em> <span id="a">word</span></p>', {}),
        ('<p>x <span id="a"></span><em>y</em></p>', '<p>x <em id="a">y</em></p>', {}),
        ('<p>x <span id="a"></span></p>', '<p id="a">x </p>', {}),
    ],
)
def test_empty_anchors_go_to_what_follows_them(before: str, after: str, replaced: dict[str, str]) -> None:
    """An id on nothing moves to the next element or word; where that has an id, the old one is redirected."""
    root = parse(before)
    found = settle_empty_anchors(root)

    assert (after, replaced) == (inner(serialize(root)), found)


def test_a_note_is_moved_to_its_call() -> None:
    """The first call becomes the note itself, with its number; the list of notes goes."""
    root = parse(f'<p>Text{CALL.format(id="c")}.</p><aside class="footnote-list">{NOTE.format(more="")}</aside>')
    faults = settle_footnotes(root)

    assert [] == faults
    note = '<span class="foot-note" id="f" data-number="1" data-tag="Note">Body <em>of</em> it.</span>'
    assert f"<p>Text{note}.</p>" == inner(serialize(root))


def test_a_note_with_a_table_is_told() -> None:
    """What cannot stand in a line is a fault, not a mess."""
    note = NOTE.format(more="<table><tr><td>x</td></tr></table>")
    root = parse(f'<p>Text{CALL.format(id="c")}.</p><aside class="footnote-list">{note}</aside>')

    assert ["footnote 1 holds a <table>"] == settle_footnotes(root)


@pytest.mark.parametrize(("note_page", "words"), [(5, "1"), (4, " (note 1, page\u00a04)")])
def test_a_second_call_refers_back(note_page: int, words: str) -> None:
    """On the note's own page its number is enough; elsewhere the page is named."""
    root = parse(
        f"<p>a{CALL.format(id='c')}</p><p>b{CALL.format(id='d')}</p>"
        f'<aside class="footnote-list">{NOTE.format(more="")}</aside>'
    )
    settle_footnotes(root)
    fill_in_pages(root, Folios({"f": note_page, "d": 5}))

    assert words == root.findall("p")[1].find("a").text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="#x"><span class="std std-ref">T</span></a>', '<a href="#x" class="to-section">T</a>'),
        ('<a href="#x"><em>T</em></a>', '<em><a href="#x">T</a></em>'),
        ('<a href="#x">one <em>two</em></a>', '<a href="#x">one two</a>'),
        (
            "<table><tr><th></th><th>A</th></tr><tr><td>1</td><td>2</td></tr></table>",
            '<table><tr><td></td><th>A</th></tr><tr><th scope="row">1</th><td>2</td></tr></table>',
        ),
        ('<a href="x.png"><img src="x.png"></a>', '<img src="x.png">'),
        ('<h1>T<a class="headerlink" href="#t">¶</a></h1>', "<h1>T</h1>"),
        ('<h1><span class="section-number">3. </span>T</h1>', '<h1><span class="section-number">3</span> T</h1>'),
        (
            '<details class="d"><summary>Q <i class="sd-summary-state-marker">v</i></summary><p>A</p></details>',
            '<div class="d opened"><p class="opened-title">Q </p><p>A</p></div>',
        ),
        (
            '<div class="sd-tab-set"><input type="radio" id="i"><label class="sd-tab-label" for="i">T</label>'
            '<div class="sd-tab-content"><p>x</p></div></div>',
            '<div class="opened tab"><p class="opened-title">T</p><div class="sd-tab-content"><p>x</p></div></div>',
        ),
    ],
)
def test_web_parts_become_print(before: str, after: str) -> None:
    """Links hold plain text, permalinks go, numbers lose their dot, and what was folded is open."""
    root = parse(before)
    settle_web_parts(root)

    assert after == inner(serialize(root))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p>See <a class="to-section" href="#b--x">T</a>.</p>', "See T (page\u00a07)."),
        ('<p>Well (see <a class="to-section" href="#b--x">T</a>).</p>', "Well (see T, page\u00a07)."),
        ('<p>(as <a class="to-section" href="#b--x">T</a> tells)</p>', "(as T, page\u00a07, tells)"),
        ('<p>(Done.) See <a class="to-section" href="#b--x">T</a>.</p>', "(Done.) See T (page\u00a07)."),
        ('<p>See <a class="to-section" href="#a--x">T</a>.</p>', "See T."),
        ('<table><tr><td><a class="to-section" href="#b--x">T</a></td></tr></table>', "T"),
        ('<p>See <a class="fact-page" href="#b--x">section 3</a>.</p>', "See page\u00a07."),
    ],
)
def test_page_numbers_in_running_text(before: str, after: str) -> None:
    """Links to other chapters tell their page; links within the chapter and in tables do not."""
    root = parse(before)
    ask_for_pages(root, "a")
    fill_in_pages(root, Folios({"b--x": 7}))

    assert after == root.text_content()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1937-38 and 1928-1953", "1937–38 and 1928–1953"),
        ("1934-12-01 and 1937-07", "1934-12-01 and 1937-07"),
        ("1937-8, 1920s-1940s and 1938-7", "1937–8, 1920s–1940s and 1938-7"),
        ("a well-known sign - this one - and -1", "a well-known sign – this one – and -1"),
        ("<code>1937-38</code>, 1937-38", "<code>1937-38</code>, 1937–38"),
    ],
)
def test_ranges_of_years_and_asides_have_a_dash(before: str, after: str) -> None:
    """Two years that rise are a range, a hyphen between spaces is a dash; a date or code is left as it is."""
    root = parse(f"<p>{before}</p>")
    set_dashes(root)

    assert parse(f"<p>{after}</p>").text_content() == root.text_content()


def test_labels_of_a_bibliography_stay_only_where_the_text_uses_them() -> None:
    """Where the text cites author and year, numbers before the titles would mean nothing."""
    root = parse(
        '<p><a href="#a">Adler 2002</a><a href="#b">[2]</a></p>'
        '<div class="citation" id="a"><span class="label">[1]</span><p>Adler.</p></div>'
        '<div class="citation" id="b"><span class="label">[2]</span><p>Bailes.</p></div>'
    )
    drop_unused_labels([root])

    assert "Adler 2002[2]Adler.[2]Bailes." == root.text_content()


def test_sources_run_on_and_runs_of_cards_are_marked() -> None:
    """Sources stand behind a card's last paragraph; a run of cards knows its ends, past a note in the margin."""
    card = '<div class="fact-card"><p>A</p><dl></dl><p class="fact-sources">(S)</p></div>'
    root = parse(f'<section><p>x</p><p>y</p>{card}<div class="beside"></div>{card}<p>z</p></section>')
    run_sources_on(root)
    mark_flow(root)

    assert [None, "continues", "fact-card opens-run", "beside", "fact-card closes-run", None] == [
        block.get("class") for block in root[0]
    ]
    assert "xyA (S)A (S)z" == root.text_content()


def chapter(docname: str, html: str, **lines: int) -> Fragment:
    return Fragment(PrintedDocument(docname, 1, "body"), html, path=f"{docname}.md", lines=lines)


def test_a_dead_link_is_told_with_file_and_line() -> None:
    """A link to what is not printed is a fault of the document that holds it."""
    fragments = [
        chapter("one", '<p><a href="printed:two#gone">there</a></p>', **{"two--gone": 12}),
        chapter("two", "<p>x</p>"),
    ]
    chapters, _, _ = assemble(fragments)
    root = parse("")
    root.extend(part.element for part in chapters)
    problems = check_addresses(root, {fragment.document.docname: fragment for fragment in fragments})

    assert ["one.md:12"] == [str(problem.source) for problem in problems]
    assert ["print.dead-link"] == [problem.code for problem in problems]


def test_a_link_to_an_id_of_any_script_is_alive() -> None:
    """HTML escapes addresses, not ids."""
    fragment = chapter("один", '<p id="а">x</p><p><a href="#а">y</a></p>')
    chapters, _, _ = assemble([fragment])

    assert [] == check_addresses(parse(serialize(chapters[0].element)), {"один": fragment})


def test_an_id_given_twice_is_told() -> None:
    """Two elements of one name in one document are a fault."""
    fragment = chapter("one", '<p id="a">x</p><p id="a">y</p>')
    chapters, _, _ = assemble([fragment])
    root = parse("")
    root.extend(part.element for part in chapters)

    assert ["print.double-id"] == [problem.code for problem in check_addresses(root, {"one": fragment})]


def test_a_long_title_is_shortened_at_its_colon_in_the_running_head() -> None:
    """A running head is never cut within a phrase."""
    title = "The mouth of the river: where it meets the sea, slows down, and drops what it has carried so far"
    chapters, _, _ = assemble([chapter("one", f"<section id='s'><h1>{title}</h1></section>")])
    heading = next(chapters[0].element.iter("h1"))

    assert "The mouth of the river" == heading.get("data-running")


def test_a_short_last_word_keeps_to_the_one_before_it() -> None:
    """No paragraph ends with two letters on a line of their own; longer words, and words behind a link, may break."""
    root = parse(
        "<p>He saw it.</p><p>He saw <b>all</b> of it. </p><p>He saw rain.</p><p>He saw <a>it</a>.</p><p>It.</p>"
    )
    bind_short_ends(root)
    told = parse('<p><span>It rained. <span class="fact-certainty">disputed</span></span></p>')
    bind_short_ends(told)

    assert ["He saw\xa0it.", "He saw all of\xa0it. ", "He saw rain.", "He saw it.", "It."] == [
        paragraph.text_content() for paragraph in root
    ]
    assert "It rained.\xa0disputed" == told.text_content()
