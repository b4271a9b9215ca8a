"""Boxes and questions on a page of the book, as the layout shows them: grounds, bars, marks, heads of pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from build_tools.book.boxes import lay_grounds
from build_tools.book.chapters import Fragment, assemble
from build_tools.book.document import Book, Draft, Press, TitlePage
from build_tools.book.documents import PrintedDocument
from build_tools.book.editions import STUDENT
from build_tools.book.flow import say_certainty
from build_tools.book.markup import classes, parse, text_of
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
    return book_laid_out(tmp_path, [fragment])


def book_laid_out(tmp_path: Path, fragments: Sequence[Fragment]) -> Sequence[Mapping[str, Any]]:
    """The pages of chapters and of what is at the back, after the first pass."""
    chapters, replaced, problems = assemble(fragments)
    assert [] == problems
    book = Book(TitlePage("Rivers"), "en", "index", tuple(chapters), (), replaced)
    html = unmarked(Draft(book, STUDENT, Press(templates())).write(None))
    result = typeset(html, base=tmp_path, roots=[templates()], grid=STUDENT.paper.grid, survey=True, draw=False)
    return [page for page in result.survey if page["name"] in ("chapter", "body-begins", "back")]


def test_marks_stand_at_the_end_of_the_measure(tmp_path: Path) -> None:
    """In the last line of the question where that has room, else on a line of their own."""
    full = "Where does the rain go that falls on the hills around the lake"
    pages = laid_out(tmp_path, question("short", f"Why does it rain? {MARKS}") + question("full", f"{full}? {MARKS}"))
    measure = max(line["right"] for line in pages[0]["lines"] if "fact-stem" in line["classes"])
    short, *over = [line for line in pages[0]["lines"] if line["text"].rstrip().endswith("minutes]")]

    assert "Why" in short["text"]
    assert ["[4"] == [line["text"].split()[0] for line in over]
    assert all(measure - line["right"] < 0.5 for line in [short, *over])


def test_a_paragraph_behind_a_source_begins_as_one_behind_a_box(tmp_path: Path) -> None:
    """What a question names as evidence stands apart: what follows begins flush, with space above."""
    sources = f"<p><strong>Source A</strong> {WORDS}</p><p><strong>Source B</strong> {WORDS}</p>"
    behind = f"<p>Both {WORDS * 2}</p>" + question("last", "Which is older?")
    pages = laid_out(tmp_path, f'<div class="ap ap-exam-practice">{question("first", "When?")}{sources}{behind}</div>')
    lines = [line for line in pages[0]["lines"] if "ap-exam-practice" in line["classes"]]
    first = next(number for number, line in enumerate(lines) if line["text"].startswith("Both"))
    before, both, following = lines[first - 1 : first + 2]

    assert both["left"] == pytest.approx(following["left"])
    assert both["top"] - before["top"] - before["height"] == pytest.approx(following["height"] / 2)


def test_a_question_stands_on_the_page_where_its_source_ends(tmp_path: Path) -> None:
    """Nobody can read both where the question is overleaf; so it is with sources in paragraphs of their own."""
    extract = f'<p class="fact-extract">The text. {WORDS * 3}</p>'
    shown = f'{extract}<p class="fact-attribution">A diary of 1901, {WORDS}</p>'
    asked = question("q", f"What of it? {WORDS}")
    within = "".join(asked.replace('<p class="fact-stem">', f'{shown}<p class="fact-stem">') for _ in range(16))
    before = "".join(f"<p><strong>Source</strong> {WORDS * 5} end of it.</p>{asked}" for _ in range(16))
    pages = laid_out(tmp_path, f'<div class="ap ap-exam-practice">{within}{before}</div>')

    assert len(pages) > 4
    for page in pages:
        lines = [line for line in page["lines"] if "ap-exam-practice" in line["classes"]]
        assert "What of it?" not in lines[0]["text"]


@pytest.mark.parametrize("box", ["ap-method", "ap-debate"])
def test_a_box_has_one_ground(box: str) -> None:
    """All that it holds stands on it; other boxes have none."""
    root = parse(
        f'<div class="{box}"><p class="ap-title">A</p><p>B</p>{VIEW}</div><div class="ap-summary"><p>C</p></div>'
    )
    lay_grounds(root)

    assert [["ap-ground"], []] == [[classes(part)[0] for part in box if classes(part)] for box in root]
    assert ["A", "B", "AnnIt rains."] == [text_of(part) for part in root[0][0]]


def test_the_ground_of_a_box_ends_with_the_text(tmp_path: Path) -> None:
    """What has no room begins the next page; below and above the text is as much ground as in a box that is whole."""
    parts = "".join(f"<p>{WORDS * (2 + number % 3)}</p>" for number in range(40))
    pages = laid_out(tmp_path, f'<div class="ap-ground" id="ground">{parts}</div>')

    assert len(pages) > 1
    for page in pages:
        ground = next(block for block in page["blocks"] if block["id"] == "c--ground")
        lines = [line for line in page["lines"] if "ap-ground" in line["classes"]]
        assert min(line["top"] for line in lines) - ground["top"] == pytest.approx(7.5)
        assert ground["bottom"] - max(line["top"] + line["height"] for line in lines) == pytest.approx(7.5)


def test_a_statement_in_a_box_goes_on_with_its_paragraph(tmp_path: Path) -> None:
    """The parts of a box are paragraphs as they are printed."""
    statement = '<p class="fact-statements"><span class="fact-statement">It is snow.</span></p>'
    pages = laid_out(
        tmp_path, f'<div class="ap ap-method"><p class="ap-title">A</p><p>What is it?</p>{statement}</div>'
    )

    assert ["A", "What is it? It is snow."] == [
        line["text"].strip().replace("\N{NO-BREAK SPACE}", " ")
        for line in pages[0]["lines"]
        if "ap-ground" in line["classes"]
    ]


def test_how_certain_a_sentence_is_is_no_word_of_it() -> None:
    """It is told in a sentence of its own; that a number is near enough the sentence says itself."""
    statement = '<p><span class="fact-statement">{} <span class="fact-certainty">{}</span></span></p>'
    root = parse(statement.format("It rains.", "disputed") + statement.format("About a half.", "approximate"))
    say_certainty(root)

    assert ["It rains. This is disputed.", "About a half."] == [text_of(paragraph) for paragraph in root]


def test_a_date_is_told_to_be_near_enough_as_a_sentence_tells_it() -> None:
    """Above a note the word would say nothing of what it means; whether an event is disputed stays a label."""
    event = (
        '<div class="fact-event"><p class="fact-label"><span class="fact-certainty">{}</span></p>'
        '<p><span class="fact-date">May 1900</span> the rain</p></div>'
    )
    said = event.format("approximate").replace("May", "about")
    root = parse(event.format("approximate") + event.format("disputed") + said)
    say_certainty(root)

    assert ["About May 1900 the rain", "disputedMay 1900 the rain", "About 1900 the rain"] == [
        text_of(part) for part in root
    ]


def test_a_card_stays_on_one_page(tmp_path: Path) -> None:
    """Where it would leave a hole it may be parted."""
    long = VIEW.replace("It rains.", WORDS * 12)
    before = "".join(f'<p style="margin-top: 1pt">{number}</p>' for number in range(13))
    pages = {
        name: [
            number
            for number, page in enumerate(laid_out(tmp_path, before + long.replace("fact-view", f"fact-view {name}")))
            if any("fact-view" in line["classes"] for line in page["lines"])
        ]
        for name in ("whole", "gives-way")
    }

    assert {"whole": [1], "gives-way": [0, 1]} == pages


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


def test_the_name_of_a_level_is_nearer_to_its_questions(tmp_path: Path) -> None:
    """A head belongs to what stands below it."""
    level = '<p class="ap-level">{}</p>'
    asked = question("a", "Why?") + level.format("Explain") + question("b", "How?")
    page = laid_out(tmp_path, f'<div class="ap ap-review">{level.format("Recall")}{asked}</div>')[0]
    words = ("Why?", "Explain", "How?")
    why, head, how = (next(line["top"] for line in page["lines"] if line["text"].endswith(word)) for word in words)

    assert head - why - 15 >= 2 * (how - head - 15)


def test_folios_of_openings_stand_at_the_fore_edge(tmp_path: Path) -> None:
    """Lists at the back open on pages of either side."""
    texts = ("<h1>{}</h1>" + f"<p>{WORDS * 20}</p>").format
    matters = [PrintedDocument("c", 1, "body"), *(PrintedDocument(name, 1, "back") for name in ("people", "terms"))]
    pages = book_laid_out(tmp_path, [Fragment(one, f"<section>{texts(one.docname)}</section>") for one in matters])
    feet = [(page["side"], head["at"]) for page in pages for head in page["heads"] if "bottom" in head["at"]]

    assert [("right", "@bottom-right"), ("left", "@bottom-left"), ("right", "@bottom-right")] == feet


def test_text_at_the_back_has_the_measure_of_a_chapter(tmp_path: Path) -> None:
    """What has sections is read from line to line, as chapters are; lists use the width of the page."""
    prose = f"<section><h1>Advice</h1><p>{WORDS * 20}</p><section><h2>Essays</h2><p>{WORDS}</p></section></section>"
    listing = f"<section><h1>People</h1><div>{WORDS * 30}</div></section>"
    fragments = [
        Fragment(PrintedDocument("c", 1, "body"), f"<section><h1>Rivers</h1><p>{WORDS}</p></section>"),
        Fragment(PrintedDocument("advice", 1, "back"), prose),
        Fragment(PrintedDocument("people", 1, "back"), listing),
    ]
    pages = book_laid_out(tmp_path, fragments)
    widths = {
        name: {round(line["width"]) for page in pages for line in page["lines"] if line["id"].startswith(name)}
        for name in ("c--", "advice", "people")
    }

    assert widths["c--"] == widths["advice"]
    assert min(widths["people"]) > max(widths["advice"])
