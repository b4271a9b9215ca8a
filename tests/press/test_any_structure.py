"""Whatever is placed wherever: the structure is what was placed, and everything agrees."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from press.made_blocks import A4, Maker, made_of, placed_block
from press.made_font import LETTERS
from press.paper_sides import Paper, turned
from press.reading import Told, imposed, texts_of, told
from press.structure_checker import faults

from worksheets.press.blocks import Element, Frame, PlacedSheet, TypesetBlock

words = st.text(st.sampled_from(LETTERS.strip()), min_size=1, max_size=8)
actions = st.sampled_from(["open", "open within", "write", "draw", "link", "rule"])


@st.composite
def blocks(draw: st.DrawFn) -> TypesetBlock:
    """A block of any elements that hold text, figures, links and each other in any order; or of nothing to read."""
    maker = Maker()
    groups: list[int] = []
    for action in draw(st.lists(actions, max_size=8)):
        inner = draw(st.sampled_from([-1, *groups]))
        if action.startswith("open"):
            groups.append(maker.open(draw(st.sampled_from(["Div", "Sect", "BlockQuote"])), inner))
            maker.write(groups[-1], draw(words))
        elif action == "write":
            maker.write(inner if inner >= 0 else maker.open("P"), draw(words))
        elif action == "draw":
            maker.draw(inner, draw(words))
        elif action == "link":
            maker.link(inner, draw(words), draw(st.sampled_from(["https://example.org/(1)", "#0", "#1"])))
        else:
            maker.rule()
    return maker.block()


@st.composite
def placed_sheets(draw: st.DrawFn) -> list[PlacedSheet]:
    """Two to four sheets that share blocks, with frames of any shape."""
    shared = draw(st.lists(blocks(), min_size=1, max_size=5))
    sheets = []
    for number in range(draw(st.integers(2, 4))):
        count = draw(st.integers(1, 4))
        frames = [Frame("Sect", draw(st.integers(-1, index - 1))) for index in range(count)]
        placed = st.builds(
            placed_block,
            block=st.sampled_from(shared),
            x=st.floats(0, 400),
            y=st.floats(0, A4[1] - 300),
            frame=st.integers(0, count - 1),
            artifact=st.sampled_from(["", "", "", "Header", "Footer"]),
        )
        pages = draw(st.lists(st.lists(placed, max_size=4), min_size=1, max_size=3))
        sheets.append(PlacedSheet(str(number), f"Sheet {number}", frames, pages, A4))
    return sheets


@st.composite
def arranged(draw: st.DrawFn) -> tuple[list[PlacedSheet], list[Paper]]:
    """Sheets, and sides that show their pages in any order, any number together, of any size and turned."""
    sheets = draw(placed_sheets())
    pages = draw(st.permutations(range(sum(len(sheet.pages) for sheet in sheets))))
    sides = []
    while pages:
        count = draw(st.sampled_from([1, 2, 3, 0]))
        here, pages = pages[:count], pages[count:]
        scale = st.floats(0.1, 1)
        rotation = st.sampled_from([0, 90, 180, 270])
        spots = [turned(page, draw(rotation), left=900 * i, scale=draw(scale)) for i, page in enumerate(here)]
        sides.append(Paper(tuple(spots), 900 * 3, 900))
    return sheets, sides


def expected(sheets: list[PlacedSheet]) -> tuple[Told, ...]:
    """The structure that these sheets should get, worked out without numbers of any kind."""
    document: list[Any] = []
    for sheet in sheets:
        inside: dict[int, list[Any]] = {-1: document}
        for placed in (placed for page in sheet.pages for placed in page if not placed.artifact):
            block = made_of(placed.block)
            for element in block.elements:
                if element.parent < 0:
                    _inside(placed.frame, sheet, inside).append(_told(block, element))
    return (("Document", _frozen(document)),)


def _inside(frame: int, sheet: PlacedSheet, inside: dict[int, list[Any]]) -> list[Any]:
    """What hangs in a frame; it is hung in its own parent when it is asked for first."""
    if frame not in inside:
        around = _inside(sheet.frames[frame].parent, sheet, inside)
        inside[frame] = []
        around.append((sheet.frames[frame].tag, inside[frame]))
    return inside[frame]


def _told(block: TypesetBlock, element: Element) -> Told:
    texts = texts_of(block)
    kids = {
        "element": lambda index: _told(block, block.elements[index]),
        "marked": lambda index: texts[index],
        "link": lambda index: f"link to {block.links[index].target.removeprefix('#')}",
    }
    return (element.tag, tuple(kids[kind](index) for kind, index in element.kids))


def _frozen(kids: list[Any]) -> tuple[Any, ...]:
    return tuple((kid[0], _frozen(list(kid[1]))) if isinstance(kid, tuple) else kid for kid in kids)


@settings(max_examples=60, deadline=None)
@given(placed_sheets())
def test_any_sheets_get_the_structure_that_was_placed(sheets):
    """Order, nesting, texts, figures and links are those of the blocks, and content and structure agree."""
    file = imposed(sheets)

    assert told(file) == expected(sheets)
    assert [fault for fault in faults(file) if not fault.startswith("Document")] == []


@settings(max_examples=60, deadline=None)
@given(arranged())
def test_any_arrangement_keeps_the_structure(case):
    """However pages are mixed on paper, what is read aloud is the same, and content and structure agree."""
    sheets, sides = case
    file = imposed(sheets, sides=sides)

    assert told(file) == expected(sheets)
    assert [fault for fault in faults(file) if not fault.startswith("Document")] == []
