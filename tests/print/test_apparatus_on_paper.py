"""Boxes, questions and answers in the printed book, read back from the student's and the teacher's PDF."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from tests.collect.books import book, build
from tests.collect.test_apparatus import ANSWERS, WHOLE

FLOOD = """```{fact:event} the great flood
:name: great-flood
:date: 1953-02-01
:class: natural disaster
the sea broke through the dykes
```
"""
TIMELINE = "\n# When\n\n```{fact:timeline}\n```\n"


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page from the first chapter on, of both editions of a book with one of each box."""
    folder = tmp_path_factory.mktemp("apparatus")
    source = book(folder / "book", bends=WHOLE + FLOOD, answers=ANSWERS + TIMELINE)
    with (source / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write('bookpdf_editions = ["book-a4", "teacher-a4"]\n')
    assert () == build(source, folder / "out", "bookpdf").warnings
    return {name: _pages(folder / "out" / f"{name}-a4.pdf") for name in ("book", "teacher")}


def _pages(file: Path) -> list[str]:
    with pdfplumber.open(file) as pdf:
        texts = [page.extract_text() for page in pdf.pages]
    first = next(number for number, text in enumerate(texts) if "Why do rivers wander?" in text)
    return texts[first:]


def test_question_and_key_name_each_others_pages(editions):
    """In the title of the box stands the page of the keys, once, and beside each key the page of its question."""
    pages = editions["book"]
    asked = next(number for number, text in enumerate(pages, 1) if "Give two reasons" in text)
    answered = next(number for number, text in enumerate(pages, 1) if "waves strike it" in text)

    text = pages[asked - 1].replace("\N{NO-BREAK SPACE}", " ")
    assert f"Check yourself Answers: page {answered}" in " ".join(text.split())
    assert text.count("Answers:") == 1
    assert f"page {asked}" in pages[answered - 1].replace("\N{NO-BREAK SPACE}", " ")


def test_students_have_no_keys_of_review_and_exam_questions(editions):
    """Stem, marks and minutes are there; points, bands and notes for teachers are not."""
    text = " ".join(" ".join(editions["book"]).split())

    assert "[20 marks, about 30 minutes]" in text
    for hidden in ("soil differs", "sustained argument", "zebra", "FOR TEACHERS"):
        assert hidden not in text


def test_teachers_have_keys_and_notes_beside_the_text(editions):
    """Points and bands stand below their questions, and notes where they were written."""
    text = "\n".join(editions["teacher"])

    for shown in ("soil differs", "sustained argument", "17–20", "zebra"):
        assert shown in text


def test_the_printed_timeline_tells_no_kinds_of_events(editions):
    """They are for choosing on screen; behind a sentence they would read as part of it."""
    text = " ".join(" ".join(editions["book"]).split())

    assert "The sea broke through the dykes. page" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "natural disaster" not in text
