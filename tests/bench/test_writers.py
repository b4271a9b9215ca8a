"""The sheets in the languages of the peers: nothing of a name or a question is taken for markup."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.example_sheets import personal_sheets
from worksheets.questions import GAP

from .content import Content
from .html_files import chromium_file, html_file
from .tex_file import SIGNS, tex, tex_file
from .typ_file import gapped, string, typ_file

NAMES = ("Ann O'Neill", r'Robert "Bob" <b>Tables</b> & Sons \ 100% {#1} $x_2^3$ ~ --', "Пётр Иванов-Белый")
CONTENT = Content(personal_sheets(NAMES))
TEXTS = [text for question in CONTENT.sheets[0].worksheet.questions for text in question.shown if GAP not in text]
SHEETS = len(NAMES)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_a_string_of_typst_reads_back_as_the_text(text: str) -> None:
    """Its two escapes are those of JSON, so JSON reads it back."""
    assert text == json.loads(string(text))


@given(st.text(st.sampled_from([*SIGNS, "a", " ", "é"]), max_size=12))
def test_nothing_is_left_that_latex_takes_for_markup(text: str) -> None:
    """What was escaped can be told apart again, and gives the text."""
    escaped = "|".join(re.escape(signs) for signs in sorted(SIGNS.values(), key=len, reverse=True))
    signs = {written: sign for sign, written in SIGNS.items()}
    read = re.sub(escaped, lambda found: signs[found[0]], tex(text))

    assert text == read
    assert not re.search(r"(?<!\\)[&#%$_^~]|--|,,|['\"`<>]", tex(text))


def test_cyrillic_words_come_from_their_own_encoding() -> None:
    """A run of Cyrillic words is set with T2A, what stands around it with T1."""
    assert r"Anna \cyr{Анна-Мария Белая}, 10 \cyr{Б}" == tex("Anna Анна-Мария Белая, 10 Б")


def test_a_gap_is_a_rule_in_every_language() -> None:
    """The character that stands for a gap reaches no peer."""
    assert '"contains " + gap + " cells"' == gapped(f"contains {GAP} cells")
    assert r"contains \gap{} cells" == tex(f"contains {GAP} cells")
    assert not any(GAP in text for text in (tex_file(CONTENT), typ_file(CONTENT), chromium_file(CONTENT)))


def test_every_text_is_on_every_sheet() -> None:
    """Each option, row and word of each item type is written for each student, for LaTeX as for Typst."""
    latex, typst = tex_file(CONTENT), typ_file(CONTENT)

    assert [] == [text for text in TEXTS if latex.count(tex(text)) < SHEETS]
    assert [] == [text for text in TEXTS if typst.count(string(text)) < SHEETS]


def test_every_sheet_has_its_name_and_code() -> None:
    """Head and foot are those of the student, in all languages."""
    latex, typst, chromium = tex_file(CONTENT), typ_file(CONTENT), chromium_file(CONTENT)
    for sheet in CONTENT.sheets:
        code = sheet.worksheet.code
        assert 1 == latex.count(rf"\fields{{{tex(sheet.student_name)}}}") == latex.count(f"}}{{{code}}}")
        assert 1 == typst.count(f"{string(code)}, {string(sheet.student_name)}")
        assert f'@page {sheet.anchor} {{ @bottom-left {{ content: "Sheet {code}" }} }}' in chromium


def test_lines_to_write_on_are_as_many_as_asked() -> None:
    """Every peer leaves the same room for answers."""
    lines = [
        question.answer_lines + sum(len(heading.members) for heading in question.groups)
        for sheet in CONTENT.sheets
        for question in sheet.worksheet.questions
    ]
    wanted = sum(lines)

    assert wanted == sum(map(int, re.findall(r"\\lines\{(\d+)\}", tex_file(CONTENT))))
    assert wanted == sum(map(int, re.findall(r"(?:lines|corrected)\((\d+)\)", typ_file(CONTENT))))
    assert wanted == len(re.findall(r'class="answer-line[ "]', html_file(CONTENT.sheets, "x")))
