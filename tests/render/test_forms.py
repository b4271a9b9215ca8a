"""The table of equal forms: what it says, and that press and screen say the same (rule D2)."""

from __future__ import annotations

import re
from dataclasses import replace

from example_sheets import OF_EACH_TYPE, worksheet

from worksheets.facts import Place
from worksheets.questions import Question
from worksheets.rendering.formats import sheet_format
from worksheets.rendering.forms import FormsTable, forms_table
from worksheets.rendering.forms_flow import forms_flow
from worksheets.rendering.html import forms_html
from worksheets.rendering.pages import keys_page
from worksheets.worksheet import Worksheet, answer_key

ROCKS = Place(chapter="01-rocks", chapter_number="1", chapter_title="Rocks")
PLATES = Place(chapter="02-plates", chapter_number="2", chapter_title="Plates")
HEADING = "Tick one"


def choice(fact: str, place: Place = ROCKS, likeness: float = 0.5) -> Question:
    return replace(OF_EACH_TYPE["multiple-choice"], facts=(fact,), places=(place,), likeness=likeness)


def forms(*questions: tuple[Question, ...], heading: str = HEADING) -> list[Worksheet]:
    return [
        worksheet((heading, "", found), code=f"CODE{form}", form=form)
        for form, found in zip("ABCD", questions, strict=False)
    ]


def table(*questions: tuple[Question, ...]) -> FormsTable:
    made = forms_table(forms(*questions))
    assert made is not None
    return made


def rows(made: FormsTable, heading: str) -> dict[str, tuple[tuple[str, ...], str]]:
    """Label of a row -> its cells and how far they are apart."""
    (section,) = (section for section in made.sections if section.heading == heading)
    return {row.label: (row.cells, row.apart) for row in section.rows}


def words(html: str) -> str:
    """Give what is read, without any white space."""
    return "".join(re.sub(r"<[^>]*>", "", html).split())


def test_the_table_counts_each_kind():
    """Chapters in the order of the book with number and title; numbers of questions, mean difficulty and minutes."""
    one = (choice("a"), choice("b", PLATES), choice("c", PLATES))
    found = rows(table(one, one), HEADING)

    assert found == {
        "1 Rocks": (("1", "1"), "0"),
        "2 Plates": (("2", "2"), "0"),
        "Mean difficulty": (("0.35", "0.35"), "0.00"),
        "Minutes": (("3", "3"), "0"),
    }


def test_the_whole_comes_first():
    """Questions, marks and what forms have in common stand on top, where a colleague looks first."""
    made = table((choice("a"), choice("b")), (choice("a"), choice("c")))

    assert [section.heading for section in made.sections] == ["The whole sheet", HEADING]
    assert rows(made, "The whole sheet")["Questions on a fact that form A asks too"] == (("–", "1"), "")
    assert rows(made, "The whole sheet")["Marks"] == (("2", "2"), "0")


def test_equal_forms_are_called_equal():
    """Likeness from 0.4 to 0.6 of one question makes 0.06 of difficulty, and that is little enough."""
    made = table((choice("a", likeness=0.4),), (choice("b", likeness=0.6),))

    assert made.equal
    assert made.verdict.startswith("These forms are equal: as many questions of each kind")
    assert "mean difficulties are at most 0.06 apart" in made.verdict


def test_what_is_not_equal_is_not_called_so():
    """Another chapter, another number, or a mean difficulty more than 0.1 away."""
    one = (choice("a"),)
    others = [(choice("b", PLATES),), (choice("b"), choice("c")), (choice("b", likeness=1.0),)]
    made = [table(one, other) for other in others]

    assert [found.equal for found in made] == [False, False, False]
    assert rows(made[0], HEADING)["2 Plates"] == (("0", "1"), "1")
    assert rows(made[2], HEADING)["Mean difficulty"] == (("0.35", "0.50"), "0.15")
    assert made[2].verdict.startswith("These forms are not equal, see the last column")


def test_there_is_no_table_of_one_form():
    """A sheet for everyone, or one form reprinted, is compared with nothing."""
    assert forms_table([]) is None
    assert forms_table(forms((choice("a"),))) is None


def test_press_and_screen_print_the_same_table():
    """All that stands in the HTML is in the pieces for the press, in the same order."""
    made = table((choice("a"), choice("b", PLATES)), (choice("c"), choice("d", PLATES)))
    flow = forms_flow(made, sheet_format("a4"), title="Key", language="en")
    pieces = "".join(cell.piece.html for row in flow.rows for cell in row.cells)
    whole = re.sub(r'<div class="foot">.*?</div>', "", forms_html(made, title="Key"), flags=re.DOTALL)

    assert words(pieces) == words(whole)


def test_the_table_can_be_read_aloud():
    """It is a table with heads of columns and rows, in the tree of the tags as well."""
    made = table((choice("a"),), (choice("b"),))
    flow = forms_flow(made, sheet_format("a4"), title="Key", language="en")
    html = forms_html(made, title="Key")

    assert [frame.tag for frame in flow.frames[:4]] == ["Sect", "Table", "THead", "TR"]
    assert html.count('scope="col"') == 4 + len(made.forms)
    assert html.count('scope="row"') == sum(len(section.rows) for section in made.sections)


def test_the_table_stands_before_the_keys():
    """On the screen it is the first thing in the list of keys, too."""
    sheets = forms((choice("a"),), (choice("b"),))
    page = keys_page([answer_key(sheet, "a4") for sheet in sheets], (), forms_table(sheets), title="Key")

    assert page.index('href="#forms"') < page.index('id="forms"') < page.index('id="key-CODEA"')


def test_titles_are_escaped():
    """Whatever a heading or a chapter is called, it is text."""
    evil = replace(ROCKS, chapter_title="<script>alert(1)</script>")
    made = forms_table(forms((choice("a", evil),), (choice("b", evil),), heading="<b>"))

    assert made is not None
    assert "<script>" not in (html := forms_html(made, title="<i>"))
    assert "<b>" not in html
    assert "<i>" not in html
