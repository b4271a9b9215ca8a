"""Notes in the outer margin."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from build_tools.book.folios import Folios
from build_tools.book.margin import GAP_MM, MEASURED, Beside, MarginNotes, mark_notes, place_notes
from build_tools.book.markup import parse
from build_tools.book.papers import PAPERS

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
    """The first pass takes notes out and asks for their heights; the next sets them by these."""
    text = '<section><div class="fact-term" id="a"><p>x</p></div><p>y</p></section>'
    margin = MarginNotes(PAPERS["a4"])
    first, second = parse(text), parse(text)
    for root in (first, second):
        mark_notes(root)
    measured = list(margin.set_in(first, Folios()))
    margin.learn({"a": 2}, {"a": (50, 50), f"{MEASURED}a": (30, 60)})
    again = list(margin.set_in(second, Folios({"a": 2})))
    note = second[0][0][0]

    assert ([f"{MEASURED}a"], []) == ([one.get("id") for one in measured], again)
    assert "y" == first.text_content()
    assert "fact-term beside-note on-verso" == note.get("class")
    assert f"bottom: {PAPERS['a4'].text_bottom - 80:.2f}mm" == note.get("style")


def test_a_note_without_room_stands_in_the_text() -> None:
    """More notes than a page can hold are not lost: the last ones are set as boxes."""
    root = parse("".join(f'<section><div class="margin" id="n{n}"><p>x</p></div></section>' for n in range(4)))
    mark_notes(root)
    margin = MarginNotes(PAPERS["a4"])
    ids = [f"n{n}" for n in range(4)]
    margin.learn(
        dict.fromkeys(ids, 1),
        {**dict.fromkeys(ids, (100.0, 100.0)), **{MEASURED + name: (0.0, 70.0) for name in ids}},
    )
    list(margin.set_in(root, Folios(dict.fromkeys(ids, 1))))

    assert ["beside", "beside", "beside", "beside in-text"] == [section[0].get("class") for section in root]
