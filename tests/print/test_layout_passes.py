"""What passes move about: boxes that would leave a hole, words for near pages, captions of long tables."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from build_tools.book.chapters import Fragment, assemble
from build_tools.book.document import Book, Draft, Press, TitlePage
from build_tools.book.documents import PrintedDocument
from build_tools.book.drift import FREE_PASSES, SETTLING, Drift
from build_tools.book.editions import EDITIONS, STUDENT
from build_tools.book.flow import mark_flow
from build_tools.book.folios import Folios
from build_tools.book.known import Known
from build_tools.book.markup import parse, text_of, with_class
from build_tools.book.page_fill import AIR, expected_hole, hole
from build_tools.book.references import NearPages
from build_tools.book.tables import LONGEST_WHOLE, repeat_captions
from build_tools.print_check.rules import rules_of
from worksheets.press.typeset import Typeset
from worksheets.resources import templates

TEXT = '<section><p id="a">A</p><figure id="f"></figure><p id="b">B</p><p id="c">C</p></section>'


def page(bottom: float, *blocks: dict[str, Any]) -> dict[str, Any]:
    """A page of 600 points of text, filled down to a height."""
    lines = [{"part": "text", "classes": "", "tags": ["p"], "top": top, "height": 15.0} for top in (100.0, bottom - 15)]
    margins = [100, 50, 100, 50]
    following = [{"id": name, "tag": "p", "classes": "", "top": 0.0, "bottom": 140.0} for name in "bcpq"]
    all_blocks = [*blocks, *(block for block in following if block["id"] not in {given["id"] for given in blocks})]
    return {"blank": False, "margins": margins, "height": 800, "footnotes": None, "lines": lines, "blocks": all_blocks}


def drift_of(html: str = TEXT) -> Drift:
    """What is known of a text when its first pass is written."""
    drift = Drift()
    drift.move(parse(html))
    return drift


def after_a_hole(html: str, *, begins: dict[str, Any] | None = None) -> HtmlElement:
    """A text after a pass in which its figure left a hole: it began a page, and the page before was half empty."""
    root, drift = parse(html), drift_of(html)
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 300.0}
    drift.learn([page(400), begins or page(700, figure)])
    drift.move(root)
    return root


def ids(root: HtmlElement) -> list[str]:
    """The ids of a text, in order."""
    return [child.get("id") for child in root[0]]


def order(drift: Drift) -> list[str]:
    """The ids of the text after its boxes were moved."""
    root = parse(TEXT)
    drift.move(root)
    return ids(root)


def test_a_figure_that_leaves_a_hole_goes_behind_the_next_paragraph() -> None:
    """What follows a figure fills the page that had no room for it."""
    assert ["a", "b", "f", "c"] == ids(after_a_hole(TEXT))


def test_the_notes_beside_a_moved_figure_go_with_it() -> None:
    """A note left behind would stand on another page than its figure, on the side of that one's margin."""
    root = after_a_hole(TEXT.replace("<figure", '<div id="n" class="beside" data-beside="f"></div><figure'))

    assert ["a", "b", "n", "f", "c"] == ids(root)


def test_a_figure_after_a_full_page_stays() -> None:
    """A hole of a tenth of the page or less is none."""
    drift = drift_of()
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 300.0}
    drift.learn([page(650), page(700, figure)])

    assert hole(page(650)) < 0.1 < hole(page(600))
    assert ["a", "f", "b", "c"] == order(drift)


def test_a_box_that_goes_on_from_the_page_before_stays() -> None:
    """The hole there is none of its making: lines that keep together have come to its second page."""
    drift = drift_of()
    begun = {"id": "f", "tag": "div", "classes": "", "top": 200.0, "bottom": 300.0}
    going_on = {**begun, "top": 100.0, "bottom": 250.0}
    drift.learn([page(400, begun), page(700, going_on)])

    assert ["a", "f", "b", "c"] == order(drift)


def test_a_view_is_not_moved() -> None:
    """The paragraph behind it may begin with "This is the opinion of a witness"; so it is a box's last resort, too."""
    html = '<section><p id="a">A</p><div id="f" class="fact-card fact-view"></div><p id="b">B</p></section>'
    view = {"id": "f", "tag": "div", "classes": "fact-card fact-view", "top": 100.0, "bottom": 250.0}

    for filled, gives_way in ((400, True), (600, False)):
        drift = drift_of(html)
        for _ in range(FREE_PASSES):
            drift.learn([page(filled), page(700, view)])
            drift.move(root := parse(html))

        assert ["a", "f", "b"] == ids(root)
        assert gives_way == bool(with_class(root, "gives-way"))


def test_a_long_card_is_parted_like_text() -> None:
    """To keep more than a third of a page whole leaves holes; cards in boxes are no others."""
    html = '<section><div id="d"><div id="f" class="fact-card"></div></div></section>'
    marked = {}
    for high in (100.0, 250.0):  # of a page of 600
        drift = drift_of(html)
        card = {"id": "f", "tag": "div", "classes": "fact-card", "top": 100.0, "bottom": 100 + high}
        drift.learn([page(600), page(700, card)])
        drift.move(root := parse(html))
        marked[high] = [element.get("id") for element in with_class(root, "gives-way")]

    assert {100.0: [], 250.0: ["f"]} == marked


def test_what_stands_below_headings_gives_way_where_it_does_not_come_alone() -> None:
    """A heading goes with what follows it, so a question below one begins no page, and yet leaves a hole."""
    html = '<section><h2>A</h2><div><p class="ap-title">B</p><div class="fact-question" id="z"></div></div></section>'
    marked = {}
    for tags, classes in ((["h2"], ""), (["p"], "ap-title ap"), (["p"], "")):
        drift = drift_of(html)
        after = page(700, {"id": "z", "tag": "div", "classes": "", "top": 115.0, "bottom": 300.0})
        after["lines"] = [{**after["lines"][0], "tags": tags, "classes": classes}, *after["lines"]]
        after["lines"][1] = {**after["lines"][1], "top": 115.0}
        for _ in range(SETTLING + 1):
            drift.learn([page(400), after])
        drift.move(root := parse(html))
        marked[tags[0], classes] = [element.get("id") for element in with_class(root, "gives-way")]

    assert {("h2", ""): ["z"], ("p", "ap-title ap"): ["z"], ("p", ""): []} == marked


@pytest.mark.parametrize(("top", "expected"), [(200.0, ["a", "f", "t", "b"]), (500.0, ["a", "t", "f", "b"])])
def test_a_table_lets_a_drawing_pass_that_leaves_a_hole_behind_it(top: float, expected: list[str]) -> None:
    """At last, when no place for the drawing is better, and there is room for it where the table begins."""
    html = (
        '<section><p id="a">A</p><div id="t" class="table-frame"></div>'
        '<div id="f" class="fact-drawing"></div><p id="b">B</p></section>'
    )
    table = {"id": "t", "tag": "div", "classes": "table-frame", "top": top, "bottom": 700.0}
    drawing = {"id": "f", "tag": "div", "classes": "fact-drawing", "top": 100.0, "bottom": 400.0}
    text = {"id": "b", "tag": "p", "classes": "", "top": 100.0, "bottom": 700.0}
    drift = drift_of(html)
    for _ in range(FREE_PASSES + 1):
        end = {**table, "top": 100.0, "bottom": 400.0}
        drift.learn(
            [page(700, table), page(400, end), page(700, drawing, {**drawing, "id": "g", "tag": "figure"}, text)]
        )
        drift.move(root := parse(html))

    assert expected == ids(root)


def test_a_drawing_may_stand_in_the_next_section() -> None:
    """It bears a number; other boxes keep to their section."""
    for kind, expected in (("fact-drawing", ["s", "p", "d"]), ("box", ["d", "s", "p"])):
        box = f'<div id="d" class="{kind}"></div>'
        root = parse(f'<section>{box}<section id="s"><h2>B</h2><p id="p">C</p></section></section>')
        drift = drift_of(f'<section>{box}<section id="s"><h2>B</h2><p id="p">C</p></section></section>')
        block = {"id": "d", "tag": "div", "classes": "", "top": 100.0, "bottom": 300.0}
        drift.learn([page(400), page(700, block)])
        drift.move(root)

        assert expected == [part.get("id") for part in root.iter() if part.get("id") in ("s", "p", "d")]


def test_a_drawing_stands_near_what_names_it() -> None:
    """One that has come two pages behind it goes back; large print lets it stand there."""
    html = TEXT.replace("<figure", '<div class="fact-drawing"').replace("</figure>", "</div>")
    box = {"id": "f", "tag": "div", "classes": "fact-drawing", "top": 100.0, "bottom": 300.0}
    named = {"id": "a", "tag": "p", "classes": "", "top": 200.0, "bottom": 300.0}
    for within, expected in ((1, ["a", "f", "b", "c"]), (3, ["a", "b", "f", "c"])):
        drift = Drift(within)
        drift.move(parse(html))
        for pages in ([page(400, named), page(700, box)], [page(700, named), page(700), page(700, box)]):
            drift.learn(pages)
            drift.move(root := parse(html))

        assert expected == ids(root)


def test_each_edition_keeps_drawings_as_near_as_its_rule_asks() -> None:
    """What moves the drawings and what checks the print agree."""
    near = {name: rules_of(name)[16].limits["most"] for name in EDITIONS}

    assert near == {name: edition.drawn_within for name, edition in EDITIONS.items()}


def test_a_box_passes_the_notes_in_the_text_one_by_one() -> None:
    """In large print they are text that may fill a page; in the margin they take no room."""
    notes = '<div id="n" class="beside in-text"><p>N</p></div><div id="m" class="beside in-text"><p>M</p></div>'
    html = TEXT.replace('<p id="c">', notes + '<p id="c">')
    drift = drift_of(html)
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 300.0}
    note = {"id": "n", "tag": "div", "classes": "beside in-text", "top": 140.0, "bottom": 290.0}
    drift.learn([page(300), page(700, figure, note)])
    drift.move(root := parse(html))

    assert ["a", "b", "n", "f", "m", "c"] == ids(root)


def test_a_moved_box_leaves_paragraphs_that_go_on_from_one_another() -> None:
    """What followed the box goes on from what was above it; what follows it now begins anew."""
    root = parse(TEXT.replace('<p id="c">', '<p id="c" class="continues">'))
    drift = drift_of(TEXT.replace('<p id="c">', '<p id="c" class="continues">'))
    drift.learn([page(400), page(700, {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 300.0})])
    drift.move(root)

    assert ["b"] == [part.get("id") for part in root.iter("p") if "continues" in part.get("class", "")]


def test_notes_in_the_column_fill_a_page_and_notes_beside_it_do_not() -> None:
    """Where there is no margin for them, notes are text like any other."""
    full = page(700)
    notes = [{**full["lines"][1], "classes": f"beside-note {place}"} for place in ("in-text", "on-recto")]

    assert hole({**full, "lines": notes[:1]}) == 0
    assert hole({**full, "lines": notes[1:]}) == 1


def test_near_pages_are_named_by_words() -> None:
    """A left-hand page and the one beside it face each other; the next after a right-hand page is overleaf."""
    folios = Folios({"two": 2, "three": 3, "four": 4, "five": 5})

    assert ("opposite", "opposite") == (folios.near("two", "three"), folios.near("three", "two"))
    assert "overleaf" == folios.near("three", "four")
    assert ("", "") == (folios.near("four", "three"), folios.near("two", "five"))


def test_a_reference_that_moves_by_its_own_words_comes_to_rest() -> None:
    """Once its word was wrong it names the number for good."""
    near = NearPages()
    overleaf, same = Folios({"here": 3, "there": 4}), Folios({"here": 3, "there": 3})
    said = [near.word("here", "there", folios) for folios in (overleaf, same, overleaf, same, overleaf)]

    assert ["overleaf", "", "", "", ""] == said


def referring(known: Known, page: int) -> str:
    """What a reference says when the page that it names was found to be one."""
    root = parse('<section><p>See <span id="r" data-page-of="t" data-words="{page}">t</span></p></section>')
    known.learn(Typeset(b"", 1, {"t": page}, ()))
    known.set_in(root, Folios({"t": page}))
    return text_of(root).removeprefix("See page ")


def test_references_wait_until_boxes_stand() -> None:
    """As long as boxes may move they bear the numbers of the first pass; at the end those of the last."""
    known = Known(STUDENT)
    said = [referring(known, 10 + number) for number in range(FREE_PASSES + 1)]

    assert ["10"] * (FREE_PASSES - 1) == said[: FREE_PASSES - 1]
    assert [str(9 + FREE_PASSES), str(10 + FREE_PASSES)] == said[FREE_PASSES - 1 :]


def test_references_do_not_wait_where_nothing_else_changes() -> None:
    """Passes that would show the same are left out: no book settles with the numbers of its first pass."""
    text = '<section><h1 id="t">Rivers</h1><p>See <span data-page-of="c--t" data-words="{page}">t</span></p></section>'
    chapters, replaced, _ = assemble([Fragment(PrintedDocument("c", 1, "body"), text)])
    book = Book(TitlePage("Rivers"), "en", "c", tuple(chapters), (), replaced)
    draft = Draft(book, STUDENT, Press(templates()))
    said = [
        re.findall("See <span[^>]*>(.*?)</span>", draft.write(Typeset(b"", 9, {"c--t": page}, ())))
        for page in (3, 5, 5)
    ]

    assert [["page\N{NO-BREAK SPACE}3"], ["page\N{NO-BREAK SPACE}3"], ["page\N{NO-BREAK SPACE}5"]] == said


def test_references_of_a_proof_never_wait() -> None:
    """It has two passes only."""
    known = Known(STUDENT, referring=True)

    assert ["3", "5"] == [referring(known, page) for page in (3, 5)]


def test_the_caption_of_a_long_table_is_repeated_with_its_head() -> None:
    """A head is repeated on every page, a caption is not: it becomes the first row of the head."""
    table = "<table><caption>Rain</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody>{}</tbody></table>"
    short = parse(table.format("<tr><td>1</td><td>2</td></tr>"))
    long = parse(table.format("<tr><td>1</td><td>2</td></tr>" * LONGEST_WHOLE))
    before = deepcopy(short)
    repeat_captions(short)
    repeat_captions(long)

    assert before[0][0].tag == short[0][0].tag == "caption"
    assert ("td", "2", "Rain") == (long[0][0][0][0].tag, long[0][0][0][0].get("colspan"), long[0][0][0][0].text)


def test_a_box_goes_back_where_its_page_has_room_before_what_it_passed() -> None:
    """A move of an early pass is taken back once both stand on one page; on two pages it stays."""
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 400.0, "bottom": 600.0}
    passed = {"id": "b", "tag": "p", "classes": "", "top": 300.0, "bottom": 330.0}
    for pages, expected in (
        ([page(700, passed, figure)], ["a", "f", "b", "c"]),
        ([page(700, passed), page(700, figure)], ["a", "b", "f", "c"]),
    ):
        drift = drift_of()
        drift.learn([page(400), page(700, {**figure, "top": 100.0})])
        order(drift)
        drift.learn(pages)

        assert expected == order(drift)


def test_a_box_goes_back_where_the_page_before_has_room_for_it_now() -> None:
    """What it was moved behind gives way, and goes on overleaf."""
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 300.0}
    passed = {"id": "b", "tag": "p", "classes": "", "top": 300.0, "bottom": 400.0}
    drift = drift_of()
    drift.learn([page(400), page(700, figure)])
    moved = order(drift)
    drift.learn([page(400, passed), page(700, figure)])

    assert (["a", "b", "f", "c"], ["a", "f", "b", "c"]) == (moved, order(drift))


def test_a_box_stands_where_it_left_the_smallest_hole() -> None:
    """It tries one place after the other, for what follows may have no room before it either."""
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 300.0}
    drift = drift_of()
    orders = []
    for bottom in (400, 500, 300):
        drift.learn([page(bottom), page(700, {**figure, "bottom": 1400.0})])
        orders.append(order(drift))

    assert [["a", "b", "f", "c"], ["a", "b", "c", "f"], ["a", "b", "f", "c"]] == orders


def test_a_hole_closed_above_opens_one_below() -> None:
    """What is moved first in a pass shifts the text behind it, so the hole of the next box is reckoned anew."""
    html = "<section>" + "".join(
        f'<p id="d--a{name}">A</p><div id="d--{name}" class="fact-drawing"></div><p id="d--b{name}">B</p>'
        for name in ("f", "g")
    )
    html += '<p id="d--c">C</p><p id="d--e">E</p></section>'

    def drawing(name: str) -> list[dict[str, Any]]:
        box = {"id": f"d--{name}", "tag": "div", "classes": "fact-drawing", "top": 100.0, "bottom": 400.0}
        return [box, {**box, "id": f"d--{name}-figure", "tag": "figure", "classes": ""}]

    texts = {
        name: {"id": f"d--b{name}", "tag": "p", "classes": "", "top": 400.0, "bottom": bottom}
        for name, bottom in (("f", 700.0), ("g", 510.0))
    }
    found = {}
    for first in (400, 700):  # the page before the first drawing is half empty, or full
        drift = Drift(3)
        drift.move(parse(html))
        drift.learn(
            [page(first), page(700, *drawing("f"), texts["f"]), page(580), page(700, *drawing("g"), texts["g"])]
        )
        drift.move(root := parse(html))
        found[first] = ids(root).index("d--g") - ids(root).index("d--ag")

    assert found == {400: 1, 700: 2}  # with half a page more before it the drawing has room where it stands


def test_a_box_goes_back_by_what_would_fill_the_page() -> None:
    """Where it went too far, the hole that it left there tells what a nearer place would leave."""
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 1400.0}
    drift = drift_of()
    orders = []
    for bottom in (160, 370):  # what follows takes not quite half a page each
        drift.learn([page(bottom), page(700, figure)])
        orders.append(order(drift))

    assert [["a", "b", "c", "f"], ["a", "b", "f", "c"]] == orders


def test_a_box_does_not_go_back_for_the_end_of_what_it_passed() -> None:
    """What began on an earlier page and ends on the page with the hole gives no room there."""
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 100.0, "bottom": 450.0}
    passed = {"id": "b", "tag": "div", "classes": "", "top": 100.0, "bottom": 400.0}
    drift = drift_of()
    drift.learn([page(400), page(700, figure)])
    order(drift)
    drift.learn([page(700, {**passed, "top": 600.0, "bottom": 700.0}), page(450, passed), page(700, figure)])

    assert "b" in order(drift)[: order(drift).index("f")]


@given(left=st.floats(0.1, 0.9), passed=st.floats(-2, 2), own=st.floats(0, 0.9))
def test_the_hole_to_be_expected(left: float, passed: float, own: float) -> None:
    """Text that does not fill a hole makes it smaller; on the next page the box has room, or leaves what is over."""
    expected = expected_hole(left, passed, own)

    assert 0 <= expected <= 1
    if 0 <= passed < left:
        assert expected == left - passed
    elif expected:
        assert expected <= own + AIR + 1e-9


def test_a_large_drawing_does_not_pass_what_leaves_it_without_room_again() -> None:
    """Text that fills the page, and half of the next, would leave a larger hole there."""
    drawing = TEXT.replace("<figure ", '<div class="fact-drawing" ').replace("</figure>", "</div>")
    drift = drift_of(drawing)
    figure = {"id": "f", "tag": "div", "classes": "fact-drawing", "top": 100.0, "bottom": 640.0}
    heights = {"b": 300.0, "c": 240.0}  # of a page of 600, whose foot is empty by a third
    texts = [{"id": name, "tag": "p", "classes": "", "top": 0.0, "bottom": high / 2} for name, high in heights.items()]
    drawn = {**figure, "id": "g", "tag": "figure", "classes": ""}  # what is below it may be parted, such as its table
    drift.learn([page(500, *texts), page(700, {**figure, "bottom": 690.0}, drawn, *texts)])
    root = parse(drawing)
    drift.move(root)

    assert ["a", "f", "b", "c"] == ids(root)


def test_a_drawing_stays_within_a_page_of_what_speaks_of_it() -> None:
    """What is longer than a page, such as a debate, it does not pass."""
    drawing = TEXT.replace("<figure ", '<div class="fact-drawing" ').replace("</figure>", "</div>")
    figure = {"id": "f", "tag": "div", "classes": "fact-drawing", "top": 100.0, "bottom": 300.0}
    orders = []
    for high in (500.0, 700.0):
        drift = drift_of(drawing)
        drift.learn(
            [
                page(400, {"id": "b", "tag": "p", "classes": "", "top": 0.0, "bottom": high}),
                page(700, figure, {"id": "b", "tag": "p", "classes": "", "top": 0.0, "bottom": 0.0}),
            ]
        )
        root = parse(drawing)
        drift.move(root)
        orders.append(ids(root))

    assert [["a", "b", "f", "c"], ["a", "f", "b", "c"]] == orders


def test_a_box_that_leaves_a_hole_wherever_it_stands_gives_way() -> None:
    """It may be parted then, once other boxes have come to rest; one that has no other place does so sooner."""
    card = {"id": "f", "tag": "div", "classes": "", "top": 100.0, "bottom": 300.0}
    marked: dict[str, list[bool]] = {}
    for following in ("", '<p id="b">B</p>'):
        text = f'<section><p id="a">A</p><div id="f" class="fact-card"></div>{following}</section>'
        drift = drift_of(text)
        for number in range(FREE_PASSES):
            drift.learn([page(400), page(700, card, {**card, "id": "b", "bottom": 1200.0 + number})])
            drift.move(root := parse(text))
            marked.setdefault(following, []).append(bool(with_class(root, "gives-way")))

    assert [[False] * SETTLING + [True] * 3, [False] * (FREE_PASSES - 2) + [True] * 2] == list(marked.values())


def test_the_last_question_comes_with_what_would_stand_alone() -> None:
    """But not where its own page would be left with a large hole."""
    text = (
        '<section><div class="ap-exam-practice"><div class="fact-question" id="y"></div>'
        '<div class="fact-question" id="z"></div></div></section>'
    )
    question = {"id": "z", "tag": "div", "classes": "fact-question", "top": 100.0, "bottom": 200.0}
    marked = {}
    for filled in (600, 400):
        drift = drift_of(text)
        for _ in range(FREE_PASSES):
            drift.learn([page(filled), page(700, question)])
            drift.move(root := parse(text))
        marked[filled] = [element.get("id") for element in with_class(root, "gives-way")]

    assert {600: [], 400: ["z"]} == marked


def test_a_drawing_below_the_sentence_that_names_it_begins_its_page() -> None:
    """Both came to the page together; the drawing moves on, and the sentence stays before the hole."""
    figure = {"id": "f", "tag": "figure", "classes": "", "top": 115.0, "bottom": 300.0}
    begun = page(700, figure)
    begun["lines"][0]["classes"] = "brief"
    root = after_a_hole(TEXT.replace('id="a"', 'id="a" class="brief"'), begins=begun)

    assert ["a", "b", "f", "c"] == ids(root)
    assert [] == with_class(root, "brief")


def test_a_box_keeps_to_the_words_that_announce_it() -> None:
    """A colon leads to what comes next."""
    root = after_a_hole(TEXT.replace("A</p>", "These are they:</p>"))

    assert ["a", "f", "b", "c"] == ids(root)


def test_a_table_may_stand_behind_the_questions_that_end_its_section() -> None:
    """Where nothing else follows it, they fill the page before it."""
    root = after_a_hole('<section><figure id="f"></figure><div class="ap ap-check-yourself" id="q"></div></section>')

    assert ["q", "f"] == ids(root)


def test_a_short_sentence_stands_on_the_page_of_the_drawing_that_it_names() -> None:
    """Alone at the foot of the page before it would point at nothing."""
    drawing = '<div class="fact-drawing"></div>'
    root = parse(f"<section><p>A</p><p>{'B' * 80}</p>{drawing}<p>{'C' * 200}</p>{drawing}</section>")
    mark_flow(root)

    assert ["B" * 80] == [paragraph.text for paragraph in with_class(root, "brief")]
