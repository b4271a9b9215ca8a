"""Notes in the outer margin."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from build_tools.book.folios import Folios
from build_tools.book.margin import MEASURED, MarginNotes, mark_notes
from build_tools.book.markup import parse
from build_tools.book.note_places import GAP_MM, Beside, Block, place_in_chapter, place_notes
from build_tools.book.papers import PAPERS
from worksheets.press.typeset import typeset

TOP, BOTTOM = 24.0, 267.0
HAIR = 1e-6  # mm; floats are not exact

notes = st.lists(
    st.tuples(st.floats(TOP, BOTTOM), st.floats(5, 80)).map(lambda pair: Beside("", *pair)), max_size=12
).map(lambda found: [Beside(str(number), note.top, note.height) for number, note in enumerate(found)])


def test_a_note_alone_stands_beside_its_paragraph() -> None:
    """Nothing moves a note that has room."""
    assert ({"a": 100}, []) == place_notes([Beside("a", 100, 30)], TOP, BOTTOM)


def test_notes_stand_below_one_another_in_the_order_of_the_text() -> None:
    """Of two notes on one paragraph the second stands below the first."""
    placed, _ = place_notes([Beside("a", 100, 30), Beside("b", 100, 30)], TOP, BOTTOM)

    assert {"a": 100, "b": 130 + GAP_MM} == placed


def test_the_last_notes_of_a_page_move_up() -> None:
    """What would run over the foot of the page pushes the notes above it up."""
    placed, _ = place_notes([Beside("a", 230, 30), Beside("b", 240, 30)], TOP, BOTTOM)

    assert {"a": BOTTOM - 60 - GAP_MM, "b": BOTTOM - 30} == placed


@given(notes)
def test_no_note_lies_over_another_or_over_the_edge(found: list[Beside]) -> None:
    """Every note that is placed lies within the text's height and apart from the next."""
    placed, left_out = place_notes(found, TOP, BOTTOM)
    ends = sorted((top, top + next(note.height for note in found if note.id == name)) for name, top in placed.items())

    assert {note.id for note in found} == placed.keys() | set(left_out)
    assert all(top >= TOP - HAIR and bottom <= BOTTOM + HAIR for top, bottom in ends)
    assert all(after[0] - before[1] >= GAP_MM - HAIR for before, after in pairwise(ends))


def test_notes_are_measured_first_and_then_set_on_their_side() -> None:
    """The first pass sets notes beside the text, out of its flow; the next sets them by the heights that they had."""
    text = '<section><div class="fact-term" id="a"><p>x</p></div><p>y</p></section>'
    margin = MarginNotes(PAPERS["a4"])
    first, second = parse(text), parse(text)
    for root in (first, second):
        mark_notes(root)
    margin.set_in(first, Folios())
    measured = first[0][0][0]
    paragraph = second[0][1].get("id")
    margin.learn({paragraph: 2}, {paragraph: (50, 50), f"{MEASURED}a": (30, 60)})
    margin.set_in(second, Folios({paragraph: 2}))
    note = second[0][0][0]

    assert (f"{MEASURED}a", "fact-term beside-note on-recto") == (measured.get("id"), measured.get("class"))
    assert (None, "fact-term beside-note on-verso") == (note.get("id"), note.get("class"))
    assert f"bottom: {PAPERS['a4'].text_bottom - 80:.2f}mm" == note.get("style")


def test_a_note_without_room_stands_in_the_text() -> None:
    """More notes than a page can hold are not lost: the last ones are set as boxes."""
    section = "<p>text</p>" + "".join(f'<div class="margin" id="n{n}"><p>x</p></div>' for n in range(4))
    root = parse(f"<section>{section}</section>")
    mark_notes(root)
    margin = MarginNotes(PAPERS["a4"])
    margin.set_in(deepcopy(root), Folios())
    margin.learn({"None--block-1": 1}, {"None--block-1": (100, 105), **{f"{MEASURED}n{n}": (0, 70) for n in range(4)}})
    margin.set_in(root, Folios({"None--block-1": 1}))

    assert ["n0", "n1", "n2", "None--block-1", "n3"] == [child.get("id") for child in root[0]]
    assert "beside moved in-text" == root[0][4].get("class")


def test_a_note_without_room_goes_to_the_next_page_if_that_has_some() -> None:
    """A page with few notes takes the last of the page before it, beside its first paragraph."""
    notes = [Beside(f"n{n}", 200, 70, page=4) for n in range(4)]
    places = place_in_chapter(notes, [Block("a", 4, 200), Block("b", 5, 40)], TOP, BOTTOM)

    assert ({"n3": "b"}, []) == (places.carried, places.in_text)
    assert TOP == places.tops["n3"]


def test_no_note_is_carried_overleaf() -> None:
    """From a right-hand page it goes into the text, where its reader is."""
    notes = [Beside(f"n{n}", 200, 70, page=5) for n in range(4)]
    places = place_in_chapter(notes, [Block("a", 5, 200), Block("b", 6, 40)], TOP, BOTTOM)

    assert ({}, ["n3"]) == (places.carried, places.in_text)


def test_a_note_is_not_carried_where_the_next_page_is_full() -> None:
    """Else all notes of a dense chapter would stand a page behind their text."""
    notes = [Beside(f"n{n}", 60, 70, page=4 + n // 4) for n in range(8)]
    places = place_in_chapter(notes, [Block("a", 4, 200), Block("b", 5, 40)], TOP, BOTTOM)

    assert ({}, ["n3", "n7"]) == (places.carried, places.in_text)


def test_a_note_comes_back_into_the_margin_when_the_text_leaves_room() -> None:
    """What an early pass put into the text is looked at again, as long as the passes are free to do so."""
    places = place_in_chapter([Beside("n", 60, 70, 4, taken=30)], [Block("a", 4, 60)], TOP, BOTTOM)

    assert ({"n": 60}, []) == (places.tops, places.in_text)


@given(
    st.lists(st.tuples(st.integers(1, 4), st.floats(TOP, BOTTOM - 1), st.floats(5, 120), st.sampled_from((0, 20)))),
    st.lists(st.tuples(st.integers(1, 5), st.floats(TOP, BOTTOM - 1))),
)
def test_every_note_of_a_chapter_has_one_place(
    found: list[tuple[int, float, float, int]], others: list[tuple[int, float]]
) -> None:
    """Each note stands in the margin or in the text, never in both."""
    notes = [Beside(str(n), top, height, page, taken) for n, (page, top, height, taken) in enumerate(sorted(found))]
    blocks = [Block(f"b{n}", page, top) for n, (page, top) in enumerate(sorted(others))]
    places = place_in_chapter(notes, blocks, TOP, BOTTOM)

    assert sorted(note.id for note in notes) == sorted([*places.tops, *places.in_text])
    assert places.carried.keys() <= places.tops.keys()


def test_statements_parted_by_notes_make_one_paragraph() -> None:
    """In print the notes between two sentences stand in the margin."""
    sentence = '<p class="fact-statements"><span>{}.</span></p>'
    root = parse(f'<section>{sentence.format("A")}<div class="margin"><p>x</p></div>{sentence.format("B")}</section>')
    mark_notes(root)

    assert ["div", "p"] == [child.tag for child in root[0]]
    assert "A. B." == root[0][1].text_content()


def test_a_statement_goes_on_with_the_prose_before_it() -> None:
    """A sentence of its own on a line of its own reads like a card."""
    prose = "<p>A <b>b</b>.</p>{}<p>C.</p>{}"
    statement = '<div class="margin"><p>x</p></div><p class="fact-statements"><span>S.</span></p>'
    root = parse(f"<section>{prose.format(statement, statement)}</section>")
    mark_notes(root)

    assert ["A b. S.", "C. S."] == [block.text_content() for block in root[0] if block.tag == "p"]


def test_prose_goes_on_with_the_statement_that_begins_a_paragraph() -> None:
    """Under a heading the marked sentence stands first, and what is said of it follows."""
    statement = '<p class="fact-statements"><span class="fact-statement">{}.</span></p>'
    note = '<div class="margin"><p>x</p></div>'
    root = parse(
        f"<section><h2>H</h2>{statement.format('S')}{note}<p>He <b>c</b>.</p>{statement.format('T')}<p>D.</p></section>"
    )
    mark_notes(root)

    assert ["S. He c. T.", "D."] == [block.text_content() for block in root[0] if block.tag == "p"]


def test_a_title_of_a_table_goes_on_with_nothing() -> None:
    """What stands alone in bold belongs to the table behind it."""
    statement = '<p class="fact-statements"><span class="fact-statement">S.</span></p>'
    root = parse(f"<section>{statement}<p><strong>Rivers</strong></p><table></table></section>")
    mark_notes(root)

    assert ["p", "p", "table"] == [block.tag for block in root[0]]


def test_a_note_is_carried_to_a_block_below_the_head_of_the_next_page() -> None:
    """Before a block at the head of a page stands what the page before would keep: an empty place takes no room."""
    notes = [Beside("n", 60, 100, 4), Beside("o", 70, 100, 4), Beside("p", 80, 100, 4)]
    blocks = [Block("a", 4, 200), Block("head", 5, TOP), Block("below", 5, 40)]
    places = place_in_chapter(notes, blocks, TOP, BOTTOM)

    assert set(places.carried.values()) == {"below"}


def test_a_note_whose_paragraph_has_changed_sides_stands_in_the_outer_margin(tmp_path: Path) -> None:
    """Though it was set for the other side: in the inner margin the edge of the paper would cut it."""
    pages = (
        "@page { size: 210mm 297mm } body { margin: 0 } @page :right { margin: 20mm 58mm 20mm 32mm } "
        "@page :left { margin: 20mm 32mm 20mm 58mm } p { margin: 0 } "
        "div { position: absolute; width: 42mm; bottom: 100mm } .on-recto { left: 125mm } .on-verso { left: -47mm }"
    )
    both = '<p>Rain</p><div class="on-recto">recto</div><div class="on-verso">verso</div>'
    text = f'<style>{pages}</style>{both}<section style="break-before: page">{both}</section>'
    result = typeset(text, base=tmp_path, roots=[], grid=(20, 5), survey=True, draw=False)
    left = [{line["text"]: round(line["left"] / 72 * 25.4) for line in page["lines"]} for page in result.survey]

    assert [{"Rain": 32, "recto": 157, "verso": 157}, {"Rain": 58, "recto": 11, "verso": 11}] == left
