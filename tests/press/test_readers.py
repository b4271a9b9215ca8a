"""What others make of an imposed file: programs that read PDF, and programs that check it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pymupdf
import pypdf
import pypdfium2
import pytest
from press.made_blocks import figure, item, link, paragraph, sheet, table
from press.paper_sides import two_up
from press.reading import imposed

FOOT = paragraph("foot")


@pytest.fixture(scope="module", params=["plain", "arranged"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty sheets of two pages, each page on a side or two side by side."""
    question = item(1)
    picture = figure()
    sheets = [
        sheet(
            f"student {number}",
            [paragraph("Rivers", "H1"), question, picture, link("next", f"#student {(number + 1) % 40}")],
            [table(), link("read on", "https://example.org/"), paragraph("Олив", entries="/Lang(ru)")],
            foot=FOOT,
        )
        for number in range(40)
    ]
    sides = [two_up(first) for first in range(0, 80, 2)] if request.param == "arranged" else None
    path = tmp_path_factory.mktemp("imposed") / "sheets.pdf"
    path.write_bytes(imposed(sheets, sides=sides).getvalue())
    return path


def test_qpdf_finds_no_fault_in_it(file):
    """The library reads every object and unpacks every stream; the program, where there is one, agrees."""
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []
    if program := shutil.which("qpdf"):
        done = subprocess.run([program, "--check", str(file)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_pypdf_reads_it_when_strict(file):
    """The strict reader stops at what others pass over."""
    reader = pypdf.PdfReader(file, strict=True)

    assert all("Rivers" in page.extract_text() or "Year" in page.extract_text() for page in reader.pages)
    assert len(reader.outline) == 40
    assert len(reader.named_destinations) == 40


def test_mupdf_reads_it_without_repair(file):
    """MuPDF mends broken files silently, and tells afterwards."""
    pymupdf.TOOLS.reset_mupdf_warnings()
    with pymupdf.open(file) as document:
        for page in document:
            page.get_pixmap(dpi=30)
            page.get_links()
        assert not document.is_repaired
        assert len(document.get_toc()) == 40
    assert pymupdf.TOOLS.mupdf_warnings() == ""


def test_pdfium_reads_its_text_in_order(file):
    """What is drawn comes out as text, in the order in which it was placed; running feet are last."""
    document = pypdfium2.PdfDocument(file)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document).split()

    question = "1. What is the answer to question 1? a Answer a of 1 b Answer b of 1 c Answer c of 1"
    one = f"Rivers {question} next foot Year Event 1900 1901 read on Олив foot"
    assert text == one.split() * 40


def test_pdfua_finds_nothing(file):
    """An independent checker of PDF/UA-1, which tries sixteen of its rules."""
    assert [str(each) for each in pdfua.validate(str(file)).findings] == []


def test_outloud_finds_nothing(file):
    """Another, which also looks for what a conforming file may still get wrong."""
    # Its rule PAG-001 takes whatever stands on top of many pages for a running head; these sheets begin alike.
    result = outloud.check(str(file), skip=["PAG-001"])

    assert result.error is None
    assert [(each.rule, each.message) for each in result.findings] == []
