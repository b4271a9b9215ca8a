"""Proofs of single chapters."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from build_tools.book.builder import BookPdfBuilder
from build_tools.book.documents import PrintedDocument
from build_tools.printed import ON_PAPER
from build_tools.proof.builder import BookProofBuilder
from build_tools.proof.choice import chosen

from .conftest import BOOKS

DOCUMENTS = (
    PrintedDocument("preface", 1, "front"),
    PrintedDocument("01-source", 1, "body"),
    PrintedDocument("01-source/springs", 2, "body"),
    PrintedDocument("02-mouth", 1, "body"),
    PrintedDocument("words", 1, "back"),
)
NUMBERS = {"01-source": "1", "01-source/springs": "1.1", "02-mouth": "2"}


def proof(book: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sphinx", "-b", "bookproof", "-q", *options, str(book), str(output)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def text(file: Path) -> list[str]:
    with pdfplumber.open(file) as pdf:
        return [page.extract_text() for page in pdf.pages]


@pytest.fixture(scope="module")
def page_map(printed: Path) -> str:
    """The option that tells where the book was printed before."""
    return f"-Dworksheets_page_map={printed / 'pages.json'}"


@pytest.mark.parametrize("words", ["1", "01-source", "01", " 1 "])
def test_a_chapter_is_named_by_number_or_file(words: str) -> None:
    """Its number, its name and the beginning of its name mean the chapter, with the documents below it."""
    assert ["01-source", "01-source/springs"] == [document.docname for document in chosen(words, DOCUMENTS, NUMBERS)]


def test_a_list_at_the_back_can_be_proofed() -> None:
    """What has no number is named by its file."""
    assert ["words"] == [document.docname for document in chosen("words", DOCUMENTS, NUMBERS)]


@pytest.mark.parametrize("words", ["3", "", "0", "springs", "1.1"])
def test_a_chapter_that_is_not_there_is_told_with_those_that_are(words: str) -> None:
    """The fault lists numbers and names; "0" begins two names."""
    with pytest.raises(
        ValueError, match="write the number or the name of one of preface, 1 01-source, 2 02-mouth, words"
    ):
        chosen(words, DOCUMENTS, NUMBERS)


def test_a_proof_has_the_pages_of_the_book(printed: Path, page_map: str, tmp_path: Path) -> None:
    """An unchanged chapter comes out as it stands in the printed book, with its numbers and references."""
    done = proof(BOOKS / "print-book", tmp_path, page_map, "-Dbookproof_chapter=2")

    assert (0, "") == (done.returncode, done.stderr)
    assert "pages 3 to 6, book-a4" in done.stdout
    assert "Provisional" in done.stdout
    with pikepdf.open(printed / "book-a4.pdf") as pdf:
        begin = [page.label for page in pdf.pages].index("3")
    pages = text(tmp_path / "mouth.pdf")
    assert text(printed / "book-a4.pdf")[begin : begin + 4] == pages
    with pikepdf.open(tmp_path / "mouth.pdf") as pdf:
        assert ["3", "4", "5", "6"] == [page.label for page in pdf.pages]


def test_references_to_other_chapters_name_the_pages_of_the_last_printing(page_map: str, tmp_path: Path) -> None:
    """The source refers to the mouth on page 3 without setting the mouth, and without a word of dead links."""
    done = proof(BOOKS / "print-book", tmp_path, page_map, "-Dbookproof_chapter=source")

    assert "" == done.stderr
    assert "the other chapter (page 3)" in " ".join(text(tmp_path / "source.pdf")[0].split())


def test_a_proof_without_a_printed_book_says_so(tmp_path: Path) -> None:
    """Pages begin with 1, and the proof does not pretend to know others."""
    done = proof(BOOKS / "print-book", tmp_path, f"-Dworksheets_page_map={tmp_path}/none.json", "-Dbookproof_chapter=2")

    assert (0, "") == (done.returncode, done.stderr)
    assert "pages 1 to 4" in done.stdout
    assert "the book was not printed yet" in done.stdout


def test_what_is_new_since_the_last_printing_is_told(printed: Path, page_map: str, tmp_path: Path) -> None:
    """A chapter that was changed is set anew, and a reference to a new section has no page as yet."""
    shutil.copytree(BOOKS / "print-book", tmp_path / "book")
    with (tmp_path / "book/mouth.md").open("a") as chapter:
        chapter.write("\nSee [the end](#new-end) as well.\n")
    with (tmp_path / "book/words.md").open("a") as words:
        words.write("\n(new-end)=\n## The very end\n\nText.\n")
    done = proof(tmp_path / "book", tmp_path / "out", page_map, "-Dbookproof_chapter=mouth")

    assert (0, "") == (done.returncode, done.stderr)
    assert "not in the last printing: 1" in done.stdout
    assert "the end (page 00) as well" in " ".join(
        " ".join(text(tmp_path / "out/mouth.pdf")).replace("\xa0", " ").split()
    )


def test_a_wrong_chapter_or_edition_is_one_line(page_map: str, tmp_path: Path) -> None:
    """No traceback, no file, and an exit status that make stops at."""
    for option, words in (("-Dbookproof_chapter=9", "there is no chapter '9'"), ("-Dbookproof_edition=a5", "book-a4")):
        done = proof(BOOKS / "print-book", tmp_path, page_map, "-Dbookproof_chapter=1", option)

        assert 1 == done.returncode
        assert 1 == len(done.stderr.splitlines())
        assert words in done.stderr
    assert [] == list(tmp_path.glob("*.pdf"))


def test_a_proof_of_another_edition_goes_by_its_own_pages(printed: Path, page_map: str, tmp_path: Path) -> None:
    """The teacher's proof begins where the chapter begins in the teacher's book."""
    done = proof(BOOKS / "print-book", tmp_path, page_map, "-Dbookproof_chapter=2", "-Dbookproof_edition=teacher-a4")
    record = json.loads((printed / ".set/teacher-a4.json").read_text("utf-8"))

    assert (0, "") == (done.returncode, done.stderr)
    assert f"pages {record['anchors']['mouth'] - 8} to" in done.stdout


def test_a_proof_is_paper_to_everything_that_asks() -> None:
    """Both builders of print are known as such: keys stand at the back, tables are open, pages replace sections."""
    assert {BookPdfBuilder.name, BookProofBuilder.name} == ON_PAPER
