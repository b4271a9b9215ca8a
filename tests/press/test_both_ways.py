"""The same sheets set by the press and by WeasyPrint alone, given the same breaks: they look and read the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from example_sheets import grid_rows, key_of, personal_sheets
from PIL import Image, ImageChops
from press.structure_reader import ReadElement, read_structure
from stored import STORED

from worksheets.direct_printing import set_document
from worksheets.press.flow import Sheet
from worksheets.press.layout import lay_out
from worksheets.press.page_rules import Page
from worksheets.press.stock import Stock, Style
from worksheets.press.store import Store
from worksheets.press.typeset import Typeset
from worksheets.printing import Printer
from worksheets.rendering.anchors import part_anchor, question_anchor
from worksheets.rendering.formats import sheet_format
from worksheets.rendering.forms import forms_table
from worksheets.rendering.html import key_html, press_css, sheet_html
from worksheets.rendering.key_flow import key_flow
from worksheets.rendering.sheet_flow import sheet_flow
from worksheets.resources import templates
from worksheets.worksheet import PersonalSheet

MM = 25.4 / 72  # a point in mm
DOTS = 100  # an inch
# Of 255, for one dot: curves drawn from another corner of the page differ by a shade at their edges. No more than a few
# dots in a million may differ by more.
SHADE = 24
papers = pytest.mark.parametrize("paper", ["a4", "letter"])


def laid_out(flow: Sheet) -> tuple[Page, ...]:
    """Have the press make pages."""
    with Store(STORED.cache) as store, Stock(store, Style(press_css(), templates())) as stock:
        stock.add({cell.piece for row in flow.rows for cell in row.cells})
        return lay_out(stock, flow)


def numbers(flow: Sheet, pages: tuple[Page, ...]) -> Iterator[tuple[int, int, float, int]]:
    """Give for each question its number, the page where it begins, how far down in mm, and its lines to write on."""
    found: dict[int, tuple[int, float]] = {}
    lines: dict[int, int] = {}
    for number, page in enumerate(pages, start=1):
        for place in page:
            row = flow.rows[place.row]
            if match := re.fullmatch(r"question (\d+)", row.label):
                found.setdefault(int(match[1]), (number, (place.y + flow.page.top) * MM))
                if row.space:
                    lines[int(match[1])] = place.lines
    for question, (page_number, y) in found.items():
        yield question, page_number, y, lines.get(question, 0)


def same_breaks(sheet: PersonalSheet, paper: str) -> tuple[PersonalSheet, str, dict[int, tuple[int, float]]]:
    """Give a sheet the lines that the press gave it, and styles that break it where the press did.

    :return: also for each question its page and how far down it begins there, in mm.
    """
    flow = sheet_flow(sheet, sheet_format(paper))
    pages = laid_out(flow)
    found = list(numbers(flow, pages))
    lines = {number: count for number, _, _, count in found if count}
    questions = iter(range(1, len(found) + 1))
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(question, answer_lines=lines.get(number, question.answer_lines))
                for question, number in zip(section.questions, questions, strict=False)
            ),
        )
        for section in sheet.worksheet.sections
    )
    style = []
    for page in pages[1:]:
        label = flow.rows[page[0].row].label
        if match := re.fullmatch(r"question (\d+)", label):
            style.append(f"#{question_anchor(sheet, int(match[1]))} {{ break-before: page }}")
        else:
            part = next(
                part for part, section in enumerate(sections, start=1) if label == f"the heading “{section.heading}”"
            )
            style.append(f"#{part_anchor(sheet, part)} {{ break-before: page }}")
    worksheet = replace(sheet.worksheet, sections=sections)
    return replace(sheet, worksheet=worksheet), "\n".join(style), {n: (page, y) for n, page, y, _ in found}


def pictures(pdf: bytes) -> list[Image.Image]:
    """Draw every page in shades of grey."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=DOTS / 72, grayscale=True).to_pil() for page in document]


def text(pdf: bytes) -> str:
    """Read all text in the order in which it is read aloud, without white space."""
    with pikepdf.open(BytesIO(pdf)) as document:
        structure = read_structure(document)
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    letters: dict[tuple[int, int], str] = {}
    with pdfplumber.open(BytesIO(pdf)) as plumbed:
        for number, page in enumerate(plumbed.pages):
            for char in page.chars:
                if char["mcid"] is not None:
                    letters[number, char["mcid"]] = letters.get((number, char["mcid"]), "") + char["text"]

    def words(element: ReadElement) -> str:
        return "".join(
            words(kid) if isinstance(kid, ReadElement) else letters.get((numbers.get(kid[0], -1), kid[1]), "")
            for kid in element.kids
        )

    return "".join("".join(map(words, structure.roots)).split())


def unlike(one: Image.Image, other: Image.Image) -> int:
    """Count the dots that differ."""
    difference = ImageChops.difference(one, other).histogram()
    return sum(difference[SHADE:])


def set_alone(sheet: PersonalSheet, style: str, paper: str) -> Typeset:
    return set_document(f"<style>{style}</style>{sheet_html(sheet)}", "en", paper=paper, title="Cells")


@papers
def test_each_question_stands_where_weasyprint_puts_it(paper: str) -> None:
    """Same page, and within a tenth of a millimetre the same height on it."""
    for sheet in personal_sheets()[:2]:
        shown, style, places = same_breaks(sheet, paper)
        spans, pages = (lambda set_: (set_.spans, set_.anchors))(set_alone(shown, style, paper))
        for number, (page, y) in places.items():
            anchor = question_anchor(sheet, number)
            assert (page, pytest.approx(y, abs=0.1)) == (pages[anchor], spans[anchor][0])


@papers
def test_sheets_look_and_read_the_same(paper: str) -> None:
    """Page by page, as pictures and as text."""
    for sheet in personal_sheets()[:2]:
        shown, style, _ = same_breaks(sheet, paper)
        direct = set_alone(shown, style, paper).pdf
        pressed = STORED.print_sheets([sheet], paper=paper, title="Cells").content
        assert text(direct) == text(pressed)
        different = [unlike(*pair) for pair in zip(pictures(direct), pictures(pressed), strict=True)]
        assert [0] * len(different) == different


def test_keys_look_and_read_the_same() -> None:
    """A key of one page, whose only break is its end."""
    sheet = personal_sheets()[0]
    key = key_of(replace(sheet.worksheet, sections=sheet.worksheet.sections[:2]))
    assert 1 == len(laid_out(key_flow(key, sheet_format("a4"))))
    direct = set_document(key_html(key), "en", paper="a4", title="Cells").pdf
    pressed = STORED.print_keys([key], paper="a4", title="Cells").content
    assert text(direct) == text(pressed)
    assert [0] == [unlike(*pair) for pair in zip(pictures(direct), pictures(pressed), strict=True)]


def test_the_class_grid_looks_and_reads_the_same() -> None:
    """Its columns are as wide in both ways; its keys are of one page each."""
    sheets = tuple(
        replace(sheet, worksheet=replace(sheet.worksheet, sections=sheet.worksheet.sections[:6]))
        for sheet in personal_sheets()
    )
    rows = grid_rows(sheets)
    keys = [row.key for row in rows]
    direct, pressed = (
        printer.print_keys(keys, rows, paper="a4", title="Cells").content for printer in (Printer(direct=True), STORED)
    )
    assert text(direct) == text(pressed)
    assert 0 == unlike(pictures(direct)[0], pictures(pressed)[0])


def test_the_table_of_equal_forms_looks_and_reads_the_same() -> None:
    """Its columns are as wide in every row, whichever way it is set."""
    sheet = personal_sheets()[0].worksheet
    forms = [replace(sheet, sections=sheet.sections[:3], code=f"CODE{form}", form=form) for form in "ABC"]
    keys = [key_of(form) for form in forms]
    direct, pressed = (
        printer.print_keys(keys, (), forms_table(forms), paper="a4", title="Cells").content
        for printer in (Printer(direct=True), STORED)
    )
    assert text(direct) == text(pressed)
    assert 0 == unlike(pictures(direct)[0], pictures(pressed)[0])


def test_a_picture_that_differs_is_found() -> None:
    """The comparison can fail: another name is another picture."""
    ann, bo = (
        STORED.print_sheets([replace(personal_sheets()[0], student_name=name)], paper="a4", title="Cells").content
        for name in ("Ann", "Bo")
    )
    assert unlike(pictures(ann)[0], pictures(bo)[0]) > 0
    assert text(ann) != text(bo)
