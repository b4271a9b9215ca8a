"""Sheets and keys as HTML."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from example_sheets import (
    CHOICE,
    NAMES,
    OF_EACH_TYPE,
    RIGHT_TO_LEFT_NAME,
    VERDICT,
    full_worksheet,
    grid_rows,
    key_of,
    personal_sheets,
    worksheet,
)
from hypothesis import given
from hypothesis import strategies as st

from worksheets.facts import Place
from worksheets.item_types import ITEM_TYPES
from worksheets.questions import GAP, ItemTypeName, Question
from worksheets.rendering.grid import GridRow
from worksheets.rendering.html import GAP_RULE, grid_html, key_html, sheet_html
from worksheets.rendering.pages import keys_page, sheets_page
from worksheets.rendering.text import key_text
from worksheets.rendering.typography import typographic
from worksheets.resources import templates
from worksheets.worksheet import PersonalSheet

SHEETS = personal_sheets()
KEYS = tuple(key_of(sheet.worksheet) for sheet in SHEETS)
PAGES = {
    "one sheet": sheets_page(SHEETS[:1], title="Cells & vaccines"),
    "sheets": sheets_page(SHEETS, title="Cells & vaccines"),
    "one key": keys_page(KEYS[:1], title="Cells & vaccines"),
    "keys": keys_page(KEYS, title="Cells & vaccines"),
    "keys with grid": keys_page(KEYS, grid_rows(SHEETS), title="Cells & vaccines"),
}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
printable = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)


def parse(fragment: str) -> Element:
    """Read a fragment strictly, as XML."""
    return ElementTree.fromstring(fragment)


def body(page: str) -> Element:
    """Read the body of a page strictly."""
    return parse(page[page.index("<body>") :].removesuffix("\n").removesuffix("</html>"))


def texts(root: Element, class_name: str) -> list[str]:
    """Collect the text of all elements of a class."""
    return [
        " ".join("".join(element.itertext()).split())
        for element in root.iter()
        if class_name in element.get("class", "").split()
    ]


def one_question(question: Question) -> Element:
    """Read the sheet that holds one question."""
    return parse(sheet_html(PersonalSheet(worksheet(("Part", "What to do.", (question,))), "sheet-1")))


@every_page
def test_every_element_is_closed(page: str) -> None:
    """The pages are well-formed, though names hold <, & and quotes."""
    assert "body" == body(page).tag


@every_page
def test_a_page_has_one_first_heading_and_skips_no_rank(page: str) -> None:
    """Headings are an outline that a screen reader can walk through."""
    ranks = [int(element.tag[1]) for element in body(page).iter() if re.fullmatch("h[1-6]", element.tag)]

    assert (1, 1, True) == (ranks[0], ranks.count(1), all(after <= before + 1 for before, after in pairwise(ranks)))


@every_page
def test_ids_are_unique_and_links_lead_to_them(page: str) -> None:
    """Every link of a page ends on that page."""
    root = body(page)
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    links = {element.get("href", "")[1:] for element in root.iter("a")}

    assert (set(ids), set()) == ({name for name, count in ids.items() if count == 1}, links - set(ids))


@every_page
def test_a_page_needs_no_other_file(page: str) -> None:
    """Styles are inside, nothing is fetched."""
    assert [] == re.findall(r"https?:|src=|url\(|@import|<link|<script", page)


@every_page
def test_a_page_tells_its_language_and_title(page: str) -> None:
    """Screen readers and browsers need both."""
    assert ('<html lang="en">', "<title>Cells &amp; vaccines</title>") == (
        page.splitlines()[1],
        next(line for line in page.splitlines() if line.startswith("<title>")),
    )


@pytest.mark.parametrize("name", [*NAMES, RIGHT_TO_LEFT_NAME])
def test_a_name_is_printed_as_it_is(name: str) -> None:
    """Apostrophes, quotes, angle brackets and any script survive."""
    root = parse(sheet_html(PersonalSheet(full_worksheet(), "sheet-1", name, "10 B")))

    assert [name] == [
        "".join(element.itertext()) for element in root.iter("bdi") if "".join(element.itertext()) != "10 B"
    ]


@given(name=printable, class_name=printable, title=printable)
def test_no_text_of_a_class_can_break_the_page(name: str, class_name: str, title: str) -> None:
    """Whatever a class file holds reads back as text, a title with a printer's signs."""
    root = parse(sheet_html(PersonalSheet(full_worksheet(), "sheet-1", name, class_name)))
    page = body(sheets_page(SHEETS[:2], title=title))

    assert ([name, class_name], typographic(title)) == (
        ["".join(element.itertext()) for element in root.iter("bdi")],
        "".join(next(page.iter("h1")).itertext()),
    )


def test_names_are_tagged_with_script_and_direction() -> None:
    """A Hebrew name runs from right to left and is not read as the language of the sheet."""
    root = parse(sheet_html(PersonalSheet(full_worksheet(), "sheet-1", RIGHT_TO_LEFT_NAME)))
    (name,) = root.iter("bdi")

    assert ("und-Hebr", "rtl") == (name.get("lang"), name.get("dir"))


def test_a_sheet_without_a_name_has_rules_to_write_on() -> None:
    """Name, class, date and marks stand on every sheet, and only the total is filled in."""
    root = parse(sheet_html(PersonalSheet(full_worksheet(), "sheet-1")))

    assert (["Name", "Class", "Date", "Marks"], [""] * 4, ["/ 34"]) == (
        texts(root, "field-label"),
        texts(root, "field-rule"),
        texts(root, "field-total"),
    )


def test_code_and_form_stand_on_sheet_and_key() -> None:
    """They find each other."""
    worksheet = full_worksheet(code="ABC12", form="B")
    sheet, key = parse(sheet_html(PersonalSheet(worksheet, "sheet-1"))), parse(key_html(key_of(worksheet)))

    assert (["Sheet ABC12 · Form B"], ["Key to sheet ABC12 · Form B"], ["ABC12", "B"]) == (
        texts(sheet, "foot-label"),
        texts(key, "foot-label"),
        texts(key, "code"),
    )


def test_questions_are_numbered_through() -> None:
    """Numbers run on from section to section and agree with the key."""
    expected = [str(number) for number in range(1, 13)]
    sheet, key = (
        parse(sheet_html(PersonalSheet(full_worksheet(), "sheet-1"))),
        parse(key_html(key_of(full_worksheet()))),
    )

    assert (expected, ["No.", *expected]) == (texts(sheet, "number"), texts(key, "key-number"))


def test_marks_stand_beside_each_question() -> None:
    """A screen reader hears the word, the eye sees the number."""
    root = parse(sheet_html(PersonalSheet(full_worksheet(), "sheet-1")))

    assert ["(1 mark)", "(3 marks)", "(2 marks)"] == texts(root, "marks")[:3]


@pytest.mark.parametrize("item_type", ITEM_TYPES)
def test_each_item_type_has_a_template_and_one_for_its_key(item_type: str) -> None:
    """A type bears the name of its templates."""
    folder = templates() / "items"

    assert (True, True) == ((folder / f"{item_type}.html.j2").exists(), (folder / f"{item_type}.key.html.j2").exists())


@pytest.mark.parametrize("item_type", OF_EACH_TYPE)
def test_a_student_reads_every_text_of_a_question_once(item_type: ItemTypeName) -> None:
    """Stem, options, rows, responses and bank are all there."""
    question = OF_EACH_TYPE[item_type]
    page = one_question(question)
    printed = " ".join("".join(page.itertext()).split())
    expected = [typographic(text).replace(GAP, GAP_RULE) for text in question.shown if text != GAP]

    assert [] == [text for text in expected if text not in printed]
    assert question.shown.count(GAP) == len([cell for cell in page.iter("td") if len(cell) == 1 and not cell[0].text])


def test_an_empty_cell_is_as_large_whatever_belongs_there() -> None:
    """A cell to write in holds a box of one size and no rule, which would leave room for one line only (rule P4)."""
    boxes = [cell[0].attrib for cell in one_question(OF_EACH_TYPE["fill-the-table"]).iter("td") if len(cell)]

    assert [{"class": "cell-space", "role": "img", "aria-label": "space to write in"}] * len(boxes) == boxes != []


def test_the_last_row_of_a_plan_goes_from_side_to_side() -> None:
    """A judgement is not parted into points and evidence."""
    cells = list(one_question(OF_EACH_TYPE["essay"]).iter("td"))

    assert ("My judgement", "3") == ("".join(cells[-1].itertext()), cells[-1].get("colspan"))


def test_authors_type_and_the_page_is_set() -> None:
    """Signs of the keyboard become those of a printer; a student's name stays as it is written."""
    question = replace(CHOICE, stem="Whose 'spy' was seen in 1937-38 - Stalin's?")
    sheet = sheet_html(PersonalSheet(worksheet(("Part", "", (question,))), "sheet-1", "Ann O'Neill"))

    assert "Whose ‘spy’ was seen in 1937–38 – Stalin’s?" in sheet
    assert ">Ann O&#39;Neill</bdi>" in sheet


@pytest.mark.parametrize("item_type", OF_EACH_TYPE)
def test_a_sheet_does_not_tell_what_only_the_key_may_say(item_type: ItemTypeName) -> None:
    """Notes, mark points and the notes on distractors stand on the key alone."""
    question = OF_EACH_TYPE[item_type]
    sheet = "".join(one_question(question).itertext())
    key = "".join(parse(key_html(key_of(worksheet(("Part", "", (question,)))))).itertext())
    secret = [*question.key.notes, *question.key.points, *(option.note for option in question.options if option.note)]
    offered = {"True", "False", *(option.text for option in question.options)}
    secret = [text for text in secret if text not in offered]

    assert ([], []) == ([text for text in secret if text in sheet], [text for text in secret if text not in key])


def test_a_distractor_is_told_under_its_letter() -> None:
    """The key says what each wrong answer really is."""
    root = parse(key_html(key_of(worksheet(("Part", "", (CHOICE,))))))
    (distractors,) = texts(root, "distractors")

    assert "A the structure in which respiration takes place C the space in a plant cell that holds sap" == distractors


def test_sentences_that_count_as_well_run_on_with_one_full_stop_each() -> None:
    """No full stop stands before a semicolon, and none twice before a note, in HTML and plain text alike."""
    accept = ("Viruses cause influenza.", "Antibiotics act on bacteria, said the W.H.O.", "Antibiotics kill bacteria.")
    key = key_of(worksheet(("Part", "", (replace(VERDICT, key=replace(VERDICT.key, accept=accept)),))))
    (guidance,) = texts(parse(key_html(key)), "guidance")
    plain = " ".join(key_text(key).split())
    run = "Viruses cause influenza; Antibiotics act on bacteria, said the W.H.O.; Antibiotics kill bacteria."

    assert guidance == f"Accept {run} Not enough antibiotics do not work"
    assert f"accept: {run} not enough: antibiotics do not work" in plain


def test_the_key_names_the_place_in_the_book() -> None:
    """Section and page, or the title where a section has no number."""
    root = parse(key_html(key_of(full_worksheet())))

    assert (["section 5.3, page 61;", "section 2.1, page 14"], "section 2.1, page 14") == (
        texts(root, "place")[8:10],
        texts(root, "place")[0],
    )


def test_the_grid_leads_to_the_key_of_each_sheet() -> None:
    """Each code is a link to the full key."""
    root = parse(grid_html(grid_rows(SHEETS), title="Cells"))

    assert [f"#key-{sheet.worksheet.code}" for sheet in SHEETS] == [link.get("href") for link in root.iter("a")]


def test_many_places_are_told_in_short() -> None:
    """Up to two are written out; more would make an entry of one line as high as five."""
    places = [Place(section=f"3.{number}", pages={"a4": str(30 + number)}) for number in (1, 2, 3)]
    untitled = Place(section_title="Cells", pages={"a4": "34"})

    assert replace(CHOICE, places=tuple(places[:2])).place_labels("a4") == (
        "section 3.1, page 31",
        "section 3.2, page 32",
    )
    assert replace(CHOICE, places=(*places, untitled)).place_labels("a4") == (
        "3.1, p. 31",
        "3.2, p. 32",
        "3.3, p. 33",
        "“Cells”, page 34",
    )


def test_a_key_bears_a_name_only_if_the_sheet_is_one_students_own() -> None:
    """Where many have the same sheet, the key is everybody's."""
    shared = key_of(full_worksheet(form="A"))
    rows = [*grid_rows(SHEETS[:1]), GridRow(shared, "Bo"), GridRow(shared, "Cy")]
    root = body(keys_page([KEYS[0], shared], rows, title="Cells"))
    heads = [element for element in root.iter() if element.get("class") == "key-head"]

    assert [["Ann O'Neill"], []] == [["".join(name.itertext()) for name in head.iter("bdi")] for head in heads]
