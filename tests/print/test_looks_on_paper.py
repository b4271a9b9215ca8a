"""Large print and open type, read back from the paper: how large, how wide, in which order, on which side."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest
from example_sheets import OF_EACH_TYPE, full_worksheet, helped_worksheet, worksheet
from press.structure_checker import faults
from stored import STORED

from worksheets.profiles import Look, Profile
from worksheets.rendering.formats import LARGE, PAPERS_MM, POINTS_A_MM
from worksheets.worksheet import PersonalSheet

EVERY_TYPE = worksheet(
    *((name, "What to do.", (question,)) for name, question in OF_EACH_TYPE.items() if not question.drawing)
)
DRAWN = worksheet(("", "", tuple(question for question in OF_EACH_TYPE.values() if question.drawing)))
SMALLEST = {"Ann": 18, "Bo": 24, "Cy": 12}  # points
IN_A_DRAWING = 16  # points: type in it grows with it, and it cannot be wider than the page
ROUNDED = 0.01  # points


def class_of(*looks: Look, of=EVERY_TYPE) -> list[PersonalSheet]:
    return [
        PersonalSheet(of, f"sheet-{number}", name, "10 B", Profile(look))
        for number, (name, look) in enumerate(zip(("Ann", "Bo", "Cy", "Di"), looks, strict=False), start=1)
    ]


def texts(pdf: bytes) -> list[str]:
    """Read every page."""
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages]


def numbers(text: str) -> list[int]:
    """Give the numbers that stand alone at the beginning of a line, which are those of questions."""
    return [int(found) for found in re.findall(r"^(\d+) \S", text, re.M)]


@pytest.mark.parametrize(("paper", "direct"), [("a4", False), ("letter", False), ("letter", True)])
def test_every_item_type_is_set_anew_in_large_print(paper, direct):
    """No letter is smaller than its profile says, and none stands outside the margins, page numbers included."""
    sheets = class_of(Look(18), Look(24), Look(open=True))
    sheets += [replace(sheet, worksheet=helped_worksheet(), anchor=f"helped-{sheet.anchor}") for sheet in sheets]
    printed = replace(STORED, direct=direct).print_sheets(sheets, paper=paper, title="Types").content
    width, height = (POINTS_A_MM * side for side in PAPERS_MM[paper])
    left, right = POINTS_A_MM * LARGE.left, width - POINTS_A_MM * LARGE.right
    owner, small, outside = "", [], []
    with pdfplumber.open(BytesIO(printed)) as pdf:
        for page in pdf.pages:
            if name := re.search(r"^Name ?(\w+)", page.extract_text() or "", re.M):
                owner = name[1]
            for char in page.chars:
                if char["size"] < SMALLEST[owner] - ROUNDED:
                    small.append((owner, page.page_number, char["text"], char["size"]))
                if owner != "Cy" and char["text"].strip() and not left - 1 < char["x0"] < char["x1"] < right + 1:
                    outside.append((owner, page.page_number, char["text"], char["x0"], char["x1"]))
                if char["bottom"] > height - POINTS_A_MM * 4:
                    outside.append((owner, page.page_number, char["text"], char["bottom"]))

    assert (small, outside) == ([], [])


def test_a_drawing_is_as_large_as_the_page_allows():
    """It goes from margin to margin, whatever the size of the type around it."""
    printed = STORED.print_sheets(class_of(Look(18), Look(24), of=DRAWN), paper="a4", title="Drawings").content
    left, right = POINTS_A_MM * LARGE.left, POINTS_A_MM * (PAPERS_MM["a4"][0] - LARGE.right)
    with pdfplumber.open(BytesIO(printed)) as pdf:
        chars = [char for page in pdf.pages for char in page.chars if char["text"].strip()]

    assert min(char["size"] for char in chars) >= IN_A_DRAWING
    assert all(left - 1 < char["x0"] < char["x1"] < right + 1 for char in chars)


def test_options_are_chosen_among_on_one_page():
    """Where the head of a sheet leaves no room for the first question, the question is not parted but comes next."""
    long = " and ".join(["because the cells were seen to grow out of other cells"] * 2)
    question = OF_EACH_TYPE["multiple-choice"]
    choice = replace(question, options=tuple(replace(one, text=f"{one.text} {long}") for one in question.options))
    sheets = class_of(Look(24), of=worksheet(("Choice", "Tick one box.", (choice,))))
    pages = texts(STORED.print_sheets(sheets, paper="a4", title="Cells").content)

    assert [re.findall(r"^([A-D]) \w", page, re.M) for page in pages] == [[], ["A", "B", "C"]]


def test_what_may_not_be_reduced_has_whole_pages():
    """Among tickets and booklets large print stands on sides of its own, at the end, and nothing in it is smaller."""
    small = worksheet(("", "", (OF_EACH_TYPE["true-false"],)))
    for arrangement in ("two-up", "four-up", "booklet"):
        sheets = class_of(Look(18), Look(), Look(open=True), Look(), of=small)
        printed = replace(STORED, arrangement=arrangement).print_sheets(sheets, paper="a4", title="Tickets")
        with pdfplumber.open(BytesIO(printed.content)) as pdf:
            texts = [(page.extract_text(), min([char["size"] for char in page.chars], default=0)) for page in pdf.pages]
            owners = [re.findall(r"Name ?(\w+)", text) for text, _ in texts]
            sizes = {owner[0]: size for owner, (_, size) in zip(owners, texts, strict=True) if len(owner) == 1}

        assert [name for owner in owners for name in owner][-2:] == ["Ann", "Cy"], arrangement
        assert sizes["Ann"] >= 18 - ROUNDED, arrangement
        assert sizes["Cy"] >= 12 - ROUNDED, arrangement
        assert printed.paper is not None
        assert printed.paper.sides == len(texts)


def test_a_ticket_with_help_has_a_page_of_its_own():
    """Where the others have a quarter of a side, one with a further task is printed whole, and nothing fails."""
    sheets = class_of(Look(), Look(), of=worksheet(("", "", (OF_EACH_TYPE["true-false"],))))
    sheets[0] = replace(sheets[0], profile=Profile(tier="stretch"))
    printed = replace(STORED, arrangement="four-up").print_sheets(sheets, paper="a4", title="Tickets").content

    assert [re.findall(r"Name ?(\w+)", text) for text in texts(printed)] == [["Bo"], ["Ann"]]


def test_a_class_with_several_looks_is_one_file_in_the_order_of_its_list():
    """Whoever hands out sheets finds them in the order of the class list."""
    sheets = class_of(Look(24), Look(), Look(open=True), Look(18), of=full_worksheet())
    text = "\n".join(texts(replace(STORED, fit=6).print_sheets(sheets, paper="a4", title="Cells").content))

    assert re.findall(r"^Name ?(\w+)", text, re.M) == ["Ann", "Bo", "Cy", "Di"]
    assert len({tuple(numbers(part)) for part in text.split("End of questions")[:-1]}) == 1


def test_a_ground_lies_under_the_whole_page_and_is_no_text():
    """Every page is tinted from edge to edge, and a screen reader hears nothing of it."""
    tinted = (Look(tint=True), Look(18, tint=True))
    plain, grounded = (
        STORED.print_sheets(class_of(*looks, of=full_worksheet()), paper="a4", title="Cells").content
        for looks in ((Look(), Look(18)), tinted)
    )
    corners = {
        page.render(scale=0.2).to_pil().getpixel((1, 1))
        for page in pypdfium2.PdfDocument(grounded)
        if page.get_textpage().count_chars()
    }

    assert corners == {(251, 243, 220)}
    assert faults(BytesIO(grounded)) == []
    assert texts(grounded) == texts(plain)
