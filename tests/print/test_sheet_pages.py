"""The printed sheets and keys of a class, made in both ways and read back from the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pikepdf
import pytest
from example_sheets import (
    CHOICE,
    ESSAY,
    EXPLAIN,
    LONG_STEM,
    NAMES,
    RIGHT_TO_LEFT_NAME,
    TALL,
    full_worksheet,
    grid_rows,
    key_of,
    personal_sheets,
    worksheet,
)
from stored import STORED

from worksheets.press.typeset import TypesetError
from worksheets.printing import Printer
from worksheets.questions import GAP
from worksheets.rendering.html import GAP_RULE
from worksheets.rendering.sheet_flow import MOST_MORE
from worksheets.worksheet import PersonalSheet

POINTS_A_MM = 72 / 25.4
SIZES_MM = {"a4": (210, 297), "letter": (215.9, 279.4)}
SHEETS = personal_sheets()
KEYS = tuple(key_of(sheet.worksheet) for sheet in SHEETS)
papers = pytest.mark.parametrize("paper", SIZES_MM)
WAYS = {"press": STORED, "direct": Printer(direct=True)}
printer = WAYS["press"]


@pytest.fixture(params=WAYS, autouse=True, scope="module")
def way(request: pytest.FixtureRequest) -> str:
    """Print in one way, then in the other."""
    globals()["printer"] = WAYS[request.param]
    return str(request.param)


@dataclass(frozen=True)
class Page:
    """What can be seen on one page."""

    text: str
    size_mm: tuple[float, float]
    left_mm: float  # distance of the leftmost letter from the left edge
    right_mm: float  # distance of the rightmost letter from the right edge
    rules_mm: tuple[float, ...]  # heights of the answer lines from the top edge, each once
    marks: int  # everything that is drawn

    @property
    def squeezed(self) -> str:
        """The text without any white space."""
        return squeeze(self.text)


def squeeze(text: str) -> str:
    return "".join(text.replace(GAP, GAP_RULE).split())


@cache
def read(pdf: bytes) -> tuple[Page, ...]:
    """Read a PDF with tools that know nothing of how it was made."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return tuple(map(_page, document.pages))


def _page(page: Any) -> Page:
    edges = [(char["x0"], char["x1"]) for char in page.chars if char["text"].strip()]
    # An answer line is the lower border of a box 8 mm high, drawn as that box less its inside.
    high = 8 * POINTS_A_MM
    rules = sorted(rect["bottom"] for rect in page.rects if abs(rect["height"] - high) < 0.01 and rect["width"] > 400)
    return Page(
        text=page.extract_text(),
        size_mm=(round(page.width / POINTS_A_MM, 1), round(page.height / POINTS_A_MM, 1)),
        left_mm=min((left for left, _ in edges), default=page.width) / POINTS_A_MM,
        right_mm=(page.width - max((right for _, right in edges), default=0)) / POINTS_A_MM,
        rules_mm=tuple(y / POINTS_A_MM for y in rules),
        marks=len(page.chars) + len(page.rects) + len(page.lines) + len(page.curves),
    )


@cache
def printed_sheets(by: Printer, paper: str) -> bytes:
    return by.print_sheets(SHEETS, paper=paper, title="Cells and vaccines, 10 B").content


@cache
def printed_keys(by: Printer, paper: str) -> bytes:
    return by.print_keys(KEYS, grid_rows(SHEETS), paper=paper, title="Cells and vaccines, 10 B").content


def sheets_pdf(paper: str) -> bytes:
    return printed_sheets(printer, paper)


def keys_pdf(paper: str) -> bytes:
    return printed_keys(printer, paper)


@cache
def printed_extremes(by: Printer) -> tuple[Page, ...]:
    sheet = worksheet(("Part", "What to do.", (TALL, CHOICE, ESSAY)), ("Last", "", (EXPLAIN,)), code="TALL1")
    return read(by.print_sheets([PersonalSheet(sheet, "sheet-1")], paper="a4", title="Extremes").content)


def extremes() -> tuple[Page, ...]:
    """A sheet that begins with a question taller than a page and ends with one that has 75 lines."""
    return printed_extremes(printer)


def fonts_of(pdf: bytes) -> set[str]:
    """Collect the names of all fonts in a PDF, without the mark of a subset."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return {
            str(item.BaseFont).partition("+")[2]
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }


def page_counts(pages: tuple[Page, ...]) -> Iterator[tuple[str, int, int]]:
    """Read the foot of each page that is not blank: code, page and pages."""
    for page in pages:
        if page.marks:
            found = re.search(r"Sheet (\w{5})\b.*Page (\d+) of (\d+)$", page.text)
            assert found, page.text
            yield found[1], int(found[2]), int(found[3])


@papers
def test_every_page_has_the_size_of_the_paper(paper: str) -> None:
    """A4 and Letter are printed as such."""
    assert {SIZES_MM[paper]} == {page.size_mm for page in read(sheets_pdf(paper))}


@papers
def test_every_page_tells_code_page_and_pages_of_its_sheet(paper: str) -> None:
    """Each sheet counts its own pages, whole and in order."""
    found = list(page_counts(read(sheets_pdf(paper))))
    totals = {code: total for code, _, total in found}

    assert [
        (sheet.worksheet.code, number, totals[sheet.worksheet.code])
        for sheet in SHEETS
        for number in range(1, totals[sheet.worksheet.code] + 1)
    ] == found


@papers
def test_every_sheet_begins_on_a_right_hand_page(paper: str) -> None:
    """Printed on both sides, no two students share a piece of paper."""
    pages = read(sheets_pdf(paper))
    firsts = [number for number, page in enumerate(pages, start=1) if "Page 1 of" in page.text]

    assert (len(SHEETS), []) == (len(firsts), [number for number in firsts if number % 2 == 0])


@papers
def test_a_page_between_two_sheets_is_blank(paper: str) -> None:
    """Not even a foot stands on it; the last sheet has none behind it."""
    pages = read(sheets_pdf(paper))
    found = list(page_counts(pages))
    blank = sum(total % 2 for _, number, total in found if number == total) - found[-1][2] % 2

    assert blank == sum(page.marks == 0 for page in pages)


@papers
def test_nothing_reaches_into_the_margins(paper: str) -> None:
    """Not even a name of 280 letters without a space."""
    pages = [page for page in read(sheets_pdf(paper)) + read(keys_pdf(paper)) if page.marks]

    assert (True, True) == (min(page.left_mm for page in pages) > 14.9, min(page.right_mm for page in pages) > 14.9)


@papers
def test_every_name_is_printed_whole(paper: str) -> None:
    """Quotes, brackets, Cyrillic and Vietnamese letters are all there."""
    # Where a name runs over lines, the next column stands between the first and the second.
    heads = [page.squeezed.replace("Class10B", "") for page in read(sheets_pdf(paper)) if "Page 1 of" in page.text]

    assert [] == [name for name, head in zip(NAMES, heads, strict=True) if squeeze(name) not in head]


def test_names_in_other_scripts_are_printed_alike_everywhere() -> None:
    """Their letters come from packaged fonts too, and only those that are needed."""
    sheets = personal_sheets((RIGHT_TO_LEFT_NAME, "สมชาย ใจดี", "Ann"))
    pdf = printer.print_sheets(sheets, paper="a4", title="Cells").content
    heads = "".join(page.text for page in read(pdf) if "Page 1 of" in page.text)

    assert (set(), {"Source-Sans-3", "Noto-Sans-Hebrew", "Noto-Sans-Thai"}) == (
        set(RIGHT_TO_LEFT_NAME) - set(heads),
        {re.sub(r"-(Semi-)?Bold$|,$", "", font) for font in fonts_of(pdf)},
    )


def test_a_name_in_another_script_is_tagged_with_it() -> None:
    """A screen reader is told where the language ends that it reads: on the sheet, in the grid and on the key."""
    sheets = personal_sheets(("Ann", "Анна Каренина"))
    rows = grid_rows(sheets)
    keys = printer.print_keys([row.key for row in rows], rows, paper="a4", title="Cells").content
    printed = printer.print_sheets(sheets, paper="a4", title="Cells").content
    found = [list(words_in_other_languages(pdf)) for pdf in (printed, keys)]

    assert [[("und-Cyrl", "Анна Каренина")] * count for count in (1, 2)] == found


def words_in_other_languages(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Read the text of every structure element that has a language of its own."""
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = {page.objgen: number for number, page in enumerate(document.pages)}
        marked = [
            (
                str(item.Lang),
                pages[item.Pg.objgen],
                [int(kid if isinstance(kid, int) else kid.K[0]) for kid in kids(item)],
            )
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/Lang" in item
        ]
    with pdfplumber.open(BytesIO(pdf)) as document:
        for language, number, content in marked:
            chars = [char["text"] for char in document.pages[number].chars if char["mcid"] in content]
            yield language, " ".join("".join(chars).split())


def kids(element: Any) -> list[Any]:
    """What a structure element holds: one thing or several."""
    return list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]


def test_a_name_that_no_font_can_print_is_told() -> None:
    """An empty box in place of a name is not handed out in silence."""
    (sheet,) = personal_sheets(("Ann \u0378",))

    with pytest.raises(TypesetError, match=r"U\+0378"):
        printer.print_sheets([sheet], paper="a4", title="Cells")


@papers
def test_every_question_stands_whole_on_one_page(paper: str) -> None:
    """Its first and its last words are on the same page."""
    pages = [page.squeezed for page in read(sheets_pdf(paper))]
    begins = [number for number, page in enumerate(pages) if "Page1of" in page]
    split = []
    for sheet, begin in zip(SHEETS, begins, strict=True):
        own = pages[begin : begin + 4]
        for question in sheet.worksheet.questions:
            first, last = squeeze(question.stem)[:30], squeeze(question.shown[-1])[-12:]
            if not any(first in page and last in page for page in own):
                split.append((sheet.worksheet.code, question.id))

    assert [] == split


@papers
def test_a_heading_is_never_parted_from_its_first_question(paper: str) -> None:
    """Heading and first stem are on the same page."""
    pages = [page.squeezed for page in read(sheets_pdf(paper))]
    parts = [(squeeze(part.heading), squeeze(part.questions[0].stem)[:30]) for part in full_worksheet().sections]

    assert [] == [
        heading for heading, stem in parts if any(heading in page and stem not in page for page in pages if page)
    ]


@papers
def test_answer_lines_are_8_mm_apart(way: str, paper: str) -> None:
    """Rule L4; the lines of one question are neighbours. The press gives more where a page has room for them."""
    distances = [
        round(below - above, 1)
        for page in read(sheets_pdf(paper))
        for above, below in pairwise(page.rules_mm)
        if below - above < 12
    ]
    lines = sum(max(0, question.answer_lines - 1) for question in full_worksheet().questions)

    assert {8.0} == set(distances)
    assert (lines * len(SHEETS) == len(distances)) == (way == "direct")
    assert lines * len(SHEETS) <= len(distances)


def test_a_question_taller_than_a_page_is_cut_at_a_seam() -> None:
    """Each of its sentences stands whole on a page, the first ones below head, heading and stem."""
    pages = [page.squeezed for page in extremes()]
    found = [next((number for number, page in enumerate(pages) if squeeze(row) in page), None) for row in TALL.rows]

    assert (0, sorted(found, key=str), True) == (found[0], found, squeeze(TALL.stem) in pages[0])


def test_questions_below_a_tall_one_still_stand_whole() -> None:
    """Only what cannot fit is cut."""
    pages = [page.squeezed for page in extremes()]
    first, last = squeeze(CHOICE.stem), squeeze(CHOICE.options[-1].text)

    assert 1 == sum(first in page and last in page for page in pages)


def test_an_essay_fills_page_after_page_with_lines(way: str) -> None:
    """All 75 lines are there, 8 mm apart, with the stem above the first of them; the press may add a few."""
    pages = extremes()
    begin = next(number for number, page in enumerate(pages) if squeeze(ESSAY.stem) in page.squeezed)
    lines = sum(len(page.rules_mm) for page in pages[begin:]) - EXPLAIN.answer_lines
    far = [
        below - above
        for page in pages[begin:]
        for above, below in pairwise(page.rules_mm)
        if not 7.95 < below - above < 8.05 and "Last" not in page.text
    ]

    more = 2 * MOST_MORE if way == "press" else 0
    assert (True, [], True) == (0 <= lines - ESSAY.answer_lines <= more, far, len(pages[begin].rules_mm) >= 3)


def test_the_longest_stem_is_printed_whole() -> None:
    """No word of a long stem is lost."""
    pages = [page.squeezed for page in read(sheets_pdf("a4"))]

    assert len(SHEETS) == sum(squeeze(LONG_STEM.stem).replace("(4)", "") in page.replace("(4)", "") for page in pages)


@papers
def test_bookmarks_are_the_students_in_the_order_of_the_class(paper: str) -> None:
    """A teacher finds a sheet by its name."""
    with pikepdf.open(BytesIO(sheets_pdf(paper))) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]

    assert list(NAMES) == titles


@papers
@pytest.mark.parametrize("make", [sheets_pdf, keys_pdf])
def test_the_file_is_tagged_and_tells_title_and_language(make: Any, paper: str) -> None:
    """A screen reader can use it."""
    with pikepdf.open(BytesIO(make(paper))) as pdf:
        root = pdf.Root
        found = (bool(root.MarkInfo.Marked), "/StructTreeRoot" in root, str(root.Lang), str(pdf.docinfo.Title))
        problems = pdf.check_pdf_syntax()

    assert ((True, True, "en", "Cells and vaccines, 10 B"), []) == (found, problems)


def test_the_tags_hold_a_heading_for_each_sheet_and_part() -> None:
    """Ranks: title of the sheet, then its parts."""
    with pikepdf.open(BytesIO(sheets_pdf("a4"))) as pdf:
        tags = [str(item.S) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]

    assert (len(SHEETS), len(SHEETS) * len(full_worksheet().sections), 0) == (
        tags.count("/H1"),
        tags.count("/H2"),
        tags.count("/H3"),
    )


def test_only_the_packaged_sans_serif_is_used() -> None:
    """Sheets look the same on every machine."""
    assert [] == [font for font in fonts_of(sheets_pdf("a4")) if not font.startswith("Source-Sans-3")]


def test_the_same_sheets_give_the_same_bytes() -> None:
    """A reprint is the same file, though all be typeset anew."""
    anew = replace(printer, cache=None)

    assert sheets_pdf("a4") == anew.print_sheets(SHEETS, paper="a4", title="Cells and vaccines, 10 B").content


@papers
def test_keys_follow_the_grid_in_the_order_of_the_class(paper: str) -> None:
    """The grid lies across; each key begins a page and counts its own pages."""
    pages = read(keys_pdf(paper))
    width, height = SIZES_MM[paper]
    grid = tuple(page for page in pages if page.size_mm == (height, width))
    firsts = [page.text for page in pages[len(grid) :] if "Page 1 of" in page.text]

    assert (True, [sheet.worksheet.code for sheet in SHEETS]) == (
        pages[: len(grid)] == grid and "Answers at a glance" in grid[0].text,
        [found[1] for text in firsts if (found := re.search(r"Key to sheet (\w+)", text))],
    )


@papers
def test_the_grid_names_every_student_and_every_answer(paper: str) -> None:
    """Nobody is missing from it."""
    text = "".join(page.squeezed for page in read(keys_pdf(paper)) if "Key to sheet" not in page.text)
    names = [name for name in NAMES if len(name) < 30]

    assert ([], []) == (
        [name for name in names if squeeze(name) not in text],
        [entry.number for entry in KEYS[0].entries[:4] if squeeze(entry.short) not in text],
    )


def test_a_key_entry_stands_whole_beside_its_number() -> None:
    """Number, answer, marks and place are read in one line."""
    text = next(page.text for page in read(keys_pdf("a4")) if "Key to sheet K7Q21" in page.text)

    assert "1 B ribosome 1 section 2.1, page 14" in text.splitlines()
