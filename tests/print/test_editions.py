"""The editions of the printed book, each by its own numbers."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from lxml.html import fromstring

from build_tools.book.editions import EDITIONS, USUAL, named
from build_tools.book.readers import keep_for

from .conftest import BOOKS, print_book

TWO_CAUSES = """

{numref}`silt-causes` names two causes.

```{fact:link} the slowing of the water -> let the gravel fall first and the silt and the clay a long way farther out
:name: slowing
:of: the layers of silt
:label: the slowing of the water
```

```{fact:link} the turning of the tide -> sorted the grains twice a day, and left a layer behind it each time it turned
:name: turning
:of: the layers of silt
:label: the turning of the tide
```

```{fact:diagram} causes
:name: silt-causes
:of: the layers of silt
```
"""

ONE_SIZE = {"large-print-a4": 18.0, "easy-reading-a4": 13.0}


def text(file: Path) -> str:
    with pdfplumber.open(file) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def characters(file: Path) -> list[dict[str, object]]:
    with pdfplumber.open(file) as pdf:
        return [character for page in pdf.pages for character in page.chars if character["text"].strip()]


def test_what_is_for_teachers_stands_in_their_edition_alone(editions: Path) -> None:
    """The text marked for teachers is in the teacher's file, and in no other."""
    assert ["teacher-a4.pdf"] == [file.name for file in sorted(editions.glob("*.pdf")) if "zebra" in text(file)]
    assert "Teacher’s edition" in text(editions / "teacher-a4.pdf")
    assert [] == [file.name for file in editions.glob("*.pdf") if b"zebra" in file.read_bytes()]


def test_a_part_for_students_is_not_in_the_teachers_edition() -> None:
    """Each kind of readers loses what is for the other, and keeps what follows it."""
    for reader, expected in (("student", "a b end"), ("teacher", "a c end")):
        root = fromstring(
            "<div>a <p data-for='student'>b</p> <p data-for='teacher'>c<i data-for='student'>d</i></p> end</div>"
        )
        keep_for(root, reader)  # type: ignore[arg-type]

        assert expected == " ".join(root.text_content().split())


@pytest.mark.parametrize("name", sorted(ONE_SIZE))
def test_no_letter_is_smaller_than_the_text(editions: Path, name: str) -> None:
    """All text is of the edition's size or larger, but for calls of footnotes and the heads of easy reading."""
    smallest = {"large-print-a4": 18.0, "easy-reading-a4": 11.0}[name]
    found = {
        (found["text"], round(float(found["size"]), 1))  # type: ignore[arg-type]
        for found in characters(editions / f"{name}.pdf")
    }

    assert [] == sorted((letter, size) for letter, size in found if size < smallest and not str(letter).isdigit())
    assert ONE_SIZE[name] in {size for _, size in found}


@pytest.mark.parametrize("name", sorted(ONE_SIZE))
def test_no_run_is_italic_and_no_word_is_divided(editions: Path, name: str) -> None:
    """Emphasis is bold, and no line ends with a hyphen."""
    assert [] == [found["text"] for found in characters(editions / f"{name}.pdf") if "Italic" in str(found["fontname"])]
    assert [] == [line for line in text(editions / f"{name}.pdf").splitlines() if line.endswith(("-", "\u2010"))]


@pytest.mark.parametrize("name", sorted(ONE_SIZE))
def test_lines_are_ragged_and_wide_apart(editions: Path, name: str) -> None:
    """Word spaces of running text are all alike, and lines stand at least one and a quarter of their size apart."""
    with pdfplumber.open(editions / f"{name}.pdf") as pdf:
        page = next(page for page in pdf.pages if page.extract_text().count("Paragraph") > 2)
        words = [word for word in page.extract_words(extra_attrs=["size"]) if word["size"] > 12.9]
    tops = sorted({round(word["top"], 1) for word in words})
    ends = {max(word["x1"] for word in words if round(word["top"], 1) == top) for top in tops}

    assert min(after - before for before, after in pairwise(tops)) >= 1.25 * ONE_SIZE[name]
    assert len({round(end) for end in ends}) > 3


def test_short_notes_stand_in_the_one_column(editions: Path) -> None:
    """In large print nothing stands to the right of the text or to the left of it."""
    with pdfplumber.open(editions / "large-print-a4.pdf") as pdf:
        edges = [(word["x0"], word["x1"]) for page in pdf.pages[2:] for word in page.extract_words()]
    mm = 72 / 25.4

    assert min(left for left, _ in edges) >= 22 * mm - 1
    assert max(right for _, right in edges) <= (210 - 22) * mm + 1


def test_long_lines_of_the_table_behind_a_drawing_stay_on_the_paper(tmp_path: Path) -> None:
    """In large print what a cause did is wider than its column, so it takes several lines."""
    shutil.copytree(BOOKS / "print-book", tmp_path / "book")
    with (tmp_path / "book/mouth.md").open("a") as chapter:
        chapter.write(TWO_CAUSES)
    done = print_book(tmp_path / "book", tmp_path / "out", "-W", "-D", "bookpdf_editions=large-print-a4")
    assert done.returncode == 0, done.stderr
    with pdfplumber.open(tmp_path / "out/large-print-a4.pdf") as pdf:
        table = next(page for page in pdf.pages if "What it did" in page.extract_text())
        right = max(word["x1"] for word in table.extract_words())

    assert right <= (210 - 22) * 72 / 25.4 + 1


def test_the_printers_edition_has_its_boxes(editions: Path) -> None:
    """Every page is trimmed to A4 with 3 mm of bleed around it, and pages come in fours."""
    mm = 72 / 25.4
    with pikepdf.open(editions / "printer-a4.pdf") as pdf:
        boxes = {tuple(round(float(edge), 1) for edge in (*page.trimbox, *page.mediabox)) for page in pdf.pages}
        pages = len(pdf.pages)

    bleed = round(3 * mm, 1)
    width, height = round(210 * mm, 1), round(297 * mm, 1)
    assert {(0, 0, width, height, -bleed, -bleed, round(width + bleed, 1), round(height + bleed, 1))} == boxes
    assert 0 == pages % 4


def test_the_printers_black_is_one_ink(editions: Path) -> None:
    """The text of the printer's edition is black of the key plate alone, and nothing on its pages is RGB."""
    with pdfplumber.open(editions / "printer-a4.pdf") as pdf:
        chapter = next(page for page in pdf.pages if "Paragraph 1." in page.extract_text())
        inks = {character["non_stroking_color"] for character in chapter.chars}

    assert (0, 0, 0, 1) in inks
    assert {4} == set(map(len, inks))


def test_editions_are_made_in_the_order_of_the_table() -> None:
    """Whatever the order in conf.py, the student's come first, and "all" names every one."""
    assert list(USUAL) == [edition.name for edition in named(list(reversed(USUAL)))]
    assert list(EDITIONS) == [edition.name for edition in named("all")] == [edition.name for edition in named(["all"])]


@pytest.mark.parametrize("names", [[], "", ["book-a5"], "a4"])
def test_a_wrong_setting_is_told_with_what_may_be_written(names: object) -> None:
    """An edition that is not there is a fault that names those that are."""
    with pytest.raises(ValueError, match=r"bookpdf_editions .* write .* book-a4"):
        named(names)


def test_the_concordance_gives_the_page_of_a_section_in_each_edition(editions: Path) -> None:
    """The page that pages.json names for a section bears its heading, in every edition."""
    concordance = json.loads((editions / "pages.json").read_text("utf-8"))["concordance"]

    assert set(EDITIONS) - {"book-letter"} == set(concordance)
    for name, sections in concordance.items():
        with pikepdf.open(editions / f"{name}.pdf") as pdf:
            labels = [page.label for page in pdf.pages]
        with pdfplumber.open(editions / f"{name}.pdf") as pdf:
            found = pdf.pages[labels.index(sections["mouth#the-delta"])].extract_text()

        assert "2.2 The delta" in found, name
    assert len({sections["mouth#the-delta"] for sections in concordance.values()}) > 1


@pytest.mark.parametrize("name", ["teacher-a4", "large-print-a4", "easy-reading-a4"])
def test_an_edition_with_pages_of_its_own_lists_the_students(editions: Path, name: str) -> None:
    """At the back each section stands with its page in this edition and in the student's, both as in pages.json."""
    concordance = json.loads((editions / "pages.json").read_text("utf-8"))["concordance"]
    listed = text(editions / f"{name}.pdf").partition("has other pages than")[2]
    pages = [concordance[edition]["mouth#the-delta"] for edition in (name, "book-a4")]

    assert f"2.2 The delta {pages[0]} {pages[1]}" in listed.replace("\N{EN SPACE}", " ")


@pytest.mark.parametrize("name", ["book-a4", "printer-a4"])
def test_an_edition_with_the_students_pages_lists_none(editions: Path, name: str) -> None:
    """The student's book and the printer's have no such list."""
    assert "Pages of the student" not in text(editions / f"{name}.pdf")


def test_each_edition_has_an_even_number_of_pages_with_the_list_as_well(editions: Path) -> None:
    """The list is counted when the last leaf is filled."""
    for file in editions.glob("*.pdf"):
        with pikepdf.open(file) as pdf:
            assert 0 == len(pdf.pages) % 2, file.name
