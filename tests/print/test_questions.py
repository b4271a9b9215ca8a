"""Questions, tables and drawings on paper: what is said once, and what stays together."""

from __future__ import annotations

import pytest

from build_tools.book.chapters import Chapter
from build_tools.book.markup import parse, text_of, with_class
from build_tools.book.questions import set_questions
from build_tools.book.tables import LONGEST_WHOLE, keep_whole
from build_tools.drawn.picture import Picture

QUESTION = (
    '<div class="fact-question"><b class="fact-number">1</b><p class="fact-stem">Why do <em>rivers</em> bend? '
    '<span class="fact-marks">[2 marks]</span></p><p class="ap-answer-at">Answers: <a>page 9</a></p></div>'
)
BOX = f'<div class="ap-check-yourself"><p class="ap-title">Check yourself</p>{QUESTION}{QUESTION}</div>'


def test_the_number_of_a_question_begins_its_first_line() -> None:
    """What stands in the line cannot be parted from it, nor part the question from its heading."""
    root = parse(QUESTION)
    set_questions(root)

    assert "1Why do rivers bend? [2 marks]" == text_of(root[0][0])


def test_a_box_names_the_page_of_its_answers_once() -> None:
    """It stands in the title, not below each question."""
    root = parse(BOX)
    set_questions(root)

    assert "Check yourselfAnswers: page 9" == text_of(with_class(root, "ap-title")[0])
    assert 1 == len(with_class(root, "ap-answer-at"))


def test_short_tables_stay_whole() -> None:
    """No row of them is left over for the next page; a long one may run on."""
    root = parse("".join(f"<table>{'<tr><td>1</td></tr>' * rows}</table>" for rows in (4, LONGEST_WHOLE + 1)))
    keep_whole(root)

    assert [True, False] == [bool(with_class(table, "whole")) for table in root]


@pytest.mark.parametrize(("svg", "expected"), [
    ("<svg><title>1,020 1931</title><text>1931 1931</text><text>1,020</text></svg>", True),
    ("<svg><title>1,020 1931</title><text>1931</text></svg>", False),
])  # fmt: skip
def test_a_drawing_tells_whether_it_shows_all_numbers_of_its_table(svg: str, expected: bool) -> None:
    """What only its name says is not seen."""
    picture = Picture(
        "Rain", svg, "", ("Year", "Millimetres"), (("1931", "1,020"), ("1931", "the end of Order No. 7")), ()
    )

    assert expected == picture.says_all


def test_answers_of_all_chapters_run_on_in_one_flow() -> None:
    """Columns that began anew for each chapter would leave as many ragged feet."""
    root = parse("".join(f'<div class="ap-answers"><p>{name}</p></div>' for name in ("Springs", "Mouths")))
    set_questions(root)

    assert [["Springs", "Mouths"]] == [[text_of(part) for part in answers] for answers in root]


def test_an_answer_bears_the_number_of_its_chapter() -> None:
    """Numbers begin anew in each chapter, and a column may begin with any; who listens hears the whole number too.

    It hears the words of the template, whatever their language.
    """
    answer = '<div class="ap-answer"><p><b><a class="ap-number" aria-label="Frage 2">2</a></b></p></div>'
    head = '<p class="ap-answers-chapter">{}Mouths</p>'
    numbered = head.format('<span class="ap-answers-number">7</span> ')
    root = parse("".join(f'<div class="ap-answers">{name}{answer}</div>' for name in (numbered, head.format(""))))
    set_questions(root)

    numbers = with_class(root, "ap-number")
    assert ["7.2", "2"] == list(map(text_of, numbers))
    assert ["Frage 7.2", "Frage 2"] == [number.get("aria-label") for number in numbers]


def test_sections_that_close_a_chapter_share_lines_of_the_contents() -> None:
    """They are the same in every chapter; only exam practice is looked for alone, and so begins a line."""
    sections = (
        ("bends", "Bends", ""),
        ("summary", "Summary", "ap-summary"),
        ("review", "Review", "ap-review"),
        ("exam", "IB practice", "ap-exam-practice"),
        ("reading", "Further reading", "ap-further-reading"),
    )
    root = parse(
        "".join(
            f'<section id="{name}"><h2>{title}</h2><div class="{box}"></div></section>' for name, title, box in sections
        )
    )
    listed = Chapter("rivers", "body", root).contents

    assert [("bends", "Bends"), ("summary", "Summary, review"), ("exam", "IB practice, further reading")] == [
        (each.id, each.title) for each in listed
    ]
