"""Boxes and questions on a page of the book, as the layout shows them: grounds, bars, marks, heads of pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from build_tools.book.boxes import part_boxes
from build_tools.book.chapters import Fragment, assemble
from build_tools.book.document import Book, Draft, Press, TitlePage
from build_tools.book.documents import PrintedDocument
from build_tools.book.editions import STUDENT
from build_tools.book.flow import say_certainty
from build_tools.book.markup import classes, parse, text_of, with_class
from worksheets.press.passes import unmarked
from worksheets.press.typeset import typeset
from worksheets.resources import templates

WORDS = "rain falls on the hills and runs down to the sea by a hundred little streams "
MARKS = '<span class="fact-marks">[4 marks, about 8 minutes]</span>'
VIEW = '<div class="fact-card fact-view"><p class="fact-line">Ann</p><p>It rains.</p></div>'


def question(html_id: str, stem: str) -> str:
    """A question as the web book has it."""
    return (
        f'<div class="fact-question" id="{html_id}"><b class="fact-number">1</b><p class="fact-stem">{stem}</p></div>'
    )


def laid_out(tmp_path: Path, html: str) -> Sequence[Mapping[str, Any]]:
    """The pages of a chapter after the first pass."""
    fragment = Fragment(PrintedDocument("c", 1, "body"), f"<section><h1>Rivers</h1>{html}</section>")
    chapters, replaced, problems = assemble([fragment])
    assert [] == problems
    book = Book(TitlePage("Rivers"), "en", "index", tuple(chapters), (), replaced)
    html = unmarked(Draft(book, STUDENT, Press(templates())).write(None))
    result = typeset(html, base=tmp_path, roots=[templates()], grid=STUDENT.paper.grid, survey=True, draw=False)
    return [page for page in result.survey if page["name"] in ("chapter", "body-begins")]


def test_marks_stand_at_the_end_of_the_measure(tmp_path: Path) -> None:
    """In the last line of the question where that has room, else on a line of their own."""
    full = "Where does the rain go that falls on the hills around the lake"
    pages = laid_out(tmp_path, question("short", f"Why does it rain? {MARKS}") + question("full", f"{full}? {MARKS}"))
    measure = max(line["right"] for line in pages[0]["lines"] if "fact-stem" in line["classes"])
    short, *over = [line for line in pages[0]["lines"] if line["text"].rstrip().endswith("minutes]")]

    assert "Why" in short["text"]
    assert ["[4"] == [line["text"].split()[0] for line in over]
    assert all(measure - line["right"] < 0.5 for line in [short, *over])


@pytest.mark.parametrize("box", ["ap-method", "ap-debate"])
def test_the_ground_of_a_box_is_borne_by_its_parts(box: str) -> None:
    """So it ends with the text where pages part the box; a view may be parted too."""
    root = parse(
        f'<div class="{box}"><p class="ap-title">A</p><p>B</p>{VIEW}</div><div class="ap-summary"><p>C</p></div>'
    )
    part_boxes(root)

    assert ["A", "B", "Ann", "It rains."] == [text_of(part) for part in with_class(root, "ap-part")]
    assert ["ap-part", "ap-part", "fact-card"] == [classes(child)[0] for child in root[0]]


def test_the_ground_of_a_box_ends_with_the_text(tmp_path: Path) -> None:
    """A part that has no room begins the next page, and leaves no tint behind it."""
    parts = "".join(f'<p id="p{number}">{WORDS * 2}</p>' for number in range(40))
    pages = laid_out(tmp_path, f'<div class="ap ap-debate" id="box"><p class="ap-title">A</p>{parts}</div>')

    for page in pages[:-1]:
        last = max(line["top"] + line["height"] for line in page["lines"] if "ap-part" in line["classes"])
        grounds = [block["bottom"] for block in page["blocks"] if block["id"] != "c--box" and "p" == block["tag"]]
        assert max(grounds) - last < 2 * 15


def test_a_statement_in_a_box_goes_on_with_its_paragraph(tmp_path: Path) -> None:
    """The parts of a box are paragraphs as they are printed."""
    statement = '<p class="fact-statements"><span class="fact-statement">It is snow.</span></p>'
    pages = laid_out(
        tmp_path, f'<div class="ap ap-method"><p class="ap-title">A</p><p>What is it?</p>{statement}</div>'
    )

    assert ["A", "What is it? It is snow."] == [
        line["text"].strip().replace("\N{NO-BREAK SPACE}", " ")
        for line in pages[0]["lines"]
        if "ap-part" in line["classes"]
    ]


def test_how_certain_a_sentence_is_is_no_word_of_it() -> None:
    """It stands in brackets; that a number is near enough the sentence says itself."""
    statement = '<p><span class="fact-statement">{} <span class="fact-certainty">{}</span></span></p>'
    root = parse(statement.format("It rains.", "disputed") + statement.format("About a half.", "approximate"))
    say_certainty(root)

    assert ["It rains. [disputed]", "About a half."] == [text_of(paragraph) for paragraph in root]


def test_the_label_of_an_extract_stands_above_it(tmp_path: Path) -> None:
    """The number stands before the label, and the first line of the extract is as long as the others."""
    extract = f'<p class="fact-extract"><span class="fact-label">Source</span> {WORDS * 2}</p>'
    pages = laid_out(
        tmp_path, question("q", "Why?").replace('<p class="fact-stem">', extract + '<p class="fact-stem">')
    )
    first, *others = [line for line in pages[0]["lines"] if "fact-extract" in line["classes"]]

    assert "1.Source" == "".join(first["text"].split())
    assert 1 == len({round(line["left"], 1) for line in others})


def test_all_pages_begin_at_one_height(tmp_path: Path) -> None:
    """What has a margin above it has none at the head of a page."""
    level = '<p class="ap-level" style="break-before: page">Explain</p>'
    table = f'<table style="break-before: page"><tbody><tr><td>{WORDS}</td></tr></tbody></table>'
    asked = question("q", "Why?").replace("<div ", '<div style="break-before: page" ')
    pages = laid_out(tmp_path, f"<p>{WORDS}</p>{level}{table}{asked}")
    tops = [min(line["top"] for line in page["lines"]) for page in pages[1:]]

    assert 3 == len(tops)
    assert max(tops) - min(tops) < 4  # the rule and the padding of a table
