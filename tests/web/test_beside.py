"""Notes in the margin of a wide screen stand beside their text, or stay in it."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document

from build_tools.nodes import FactNode, part
from build_tools.web.beside import MOST_SLIP, choose_beside


def note(kind: str = "term", words: int = 12) -> FactNode:
    return FactNode("", part("definition", "word " * words), kind=kind, certainty="settled")


def paragraph(words: int = 60) -> nodes.paragraph:
    return nodes.paragraph("", "word " * words)


def beside(*blocks: nodes.Element) -> list[bool]:
    """Which facts of a page are chosen for the margin."""
    document = new_document("page")
    document += nodes.section("", nodes.title("", "Heading"), *blocks)
    choose_beside(document)
    return [fact.get("beside", False) for fact in document.findall(FactNode)]


def test_a_note_behind_a_paragraph_stands_beside_the_text():
    """One short note has room."""
    assert [True] == beside(paragraph(), note(), paragraph())


def test_what_finds_no_room_stays_in_the_text():
    """Of many notes in a row the first go to the margin, as many as begin within the slip that is allowed."""
    height = 62 + 20 * 2  # of such a note in the margin: sixty letters in two lines
    first = beside(paragraph(), *(note() for _ in range(12))).index(False)

    assert -(-(MOST_SLIP + 1) // height) == first


def test_after_enough_text_there_is_room_again():
    """A full margin empties as the text goes on."""
    many = [note() for _ in range(12)]

    assert beside(paragraph(), *many, *(paragraph(200) for _ in range(4)), note())[-1]


def test_long_kinds_stay_in_the_text():
    """Figures, views and the like are read as part of the chapter."""
    assert [False, False] == beside(paragraph(), note("figure"), paragraph(), note("view"))
