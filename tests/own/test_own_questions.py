"""A teacher's own questions, from their Markdown file to sheet and key."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.command.desk import laid, make, preview
from worksheets.blueprint import blueprint_from
from worksheets.cli import run
from worksheets.mark_schemes import bundled_schemes
from worksheets.own_questions import LARGEST, OwnQuestions, parse_own_questions
from worksheets.problems import Faults
from worksheets.questions import GAP, Question
from worksheets.yaml_source import parse_yaml

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = (Path(__file__).parent / "written.md").read_text("utf-8")
MANUAL = (ROOT / "docs" / "by-hand.md").read_text("utf-8")


def read(text: str) -> OwnQuestions:
    return parse_own_questions(text.encode(), "10b.questions.md", bundled_schemes())


def one(text: str) -> Question:
    (found,) = read(text).questions
    return found


def faults(text: str) -> list[str]:
    with pytest.raises(Faults) as found:
        read(text)
    return [str(problem) for problem in found.value.problems]


def test_the_kind_of_a_question_is_told_by_how_it_is_written():
    """Boxes, a verdict, a gap, points and bands each make their type."""
    kinds = [question.item_type for question in read(EXAMPLE).questions]

    assert kinds == [
        *("multiple-choice", "multiple-answer", "true-false", "true-false", "cloze"),
        *("short-answer", "short-answer", "essay"),
    ]


def test_the_title_heads_the_section():
    """And the text below it is its instruction."""
    own = read(EXAMPLE)

    assert own.heading == "Our visit to the observatory"
    assert own.instruction == "Answer all of these. You saw everything in rooms 1 to 4."


def test_marks_are_given_or_follow_from_what_is_asked():
    """One for a choice, one for each box or point, two for a corrected statement, those of the bands."""
    assert [question.marks for question in read(EXAMPLE).questions] == [1, 2, 2, 1, 1, 2, 1, 15]


def test_the_key_holds_all_that_was_written_for_it():
    """Right answers, what else to accept, what is not enough, notes, points, bands."""
    choice, several, false, true, gap, points, words, essay = read(EXAMPLE).questions

    assert (choice.short_key, choice.key.notes) == ("B", ("The sundial stands in the garden.",))
    assert several.short_key == "AC"
    assert false.key.points == ("False", "Correction: The observatory opened in 1996.")
    assert false.key.accept == ("It opened two years before that.",)
    assert (true.key.answer, true.answer_lines) == ("True", 0)
    assert (gap.key.answer, gap.key.accept) == ("Clara", ("Klara", "Clare"))
    assert points.key.points == ("it loses a minute each day", "it was mended after the flood")
    assert words.key.reject == ("it is broken",)
    assert len(essay.key.mark_bands) == 6
    assert essay.key.points == ("room 3 speaks of one astronomer", "room 4 shows letters of many")


def test_a_question_may_run_over_several_lines():
    """What stands right below the heading belongs to it."""
    assert read(EXAMPLE).questions[6].stem == "Why does the great hall have an empty plinth?"


def test_underscores_are_a_gap_of_the_usual_length():
    """However many there are: its length shall tell nothing (P4)."""
    assert one("## The dome weighs ___ tons.\nAnswer: four").stem == f"The dome weighs {GAP} tons."


def test_lines_to_write_on_are_as_many_as_wanted():
    """Else two for each mark, as everywhere (L4)."""
    lines = {question.id: question.answer_lines for question in read(EXAMPLE).questions}

    assert lines["short-answer/own/6"] == 3
    assert lines["short-answer/own/7"] == 2
    assert lines["essay/own/8"] == 40


def test_a_sound_file_gets_no_advice():
    """The example of the manual and that of the tests break no item rule."""
    (manual,) = re.findall(r"^````md\n(.*?)^````$", MANUAL, re.MULTILINE | re.DOTALL)

    assert read(EXAMPLE).advice == ()
    assert read(manual).advice == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("## which is it?\n- [x] the sun\n- [ ] the moon\n- [ ] a star", "grammar"),
        ("## Which is it?\n- [x] the sun\n- [ ] the moon\n- [ ] all of the above", "H5"),
        ("## Which is it?\n- [x] the sun\n- [ ] the moon", "H1"),
        ("## Which is it?\n- [x] the sun\n- [ ] never the moon\n- [ ] a star", "H7"),
        ("## Name two of them. (2 marks)\n- the sun", "G28"),
    ],
)
def test_item_rules_are_advice(text, rule):
    """The teacher decides: a question that breaks one is printed all the same, and its line is told."""
    own = read(text)

    assert len(own.questions) == 1
    assert [str(found).partition(": ")[0] for found in own.advice] == ["10b.questions.md:1"]
    assert [found.code for found in own.advice] == [f"item.{rule}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "10b.questions.md: there are no questions in it; begin each with a line such as"),
        ("## Who?", '10b.questions.md:1: the key has no answer; write "Answer: ..." below it'),
        ("##\nAnswer: x", "10b.questions.md:1: the question has no words"),
        ("## Who?\nAnswr: Ann", '10b.questions.md:2: "Answr" is not understood; write "Answer: ..."'),
        ("## Who?\nAnswer: Ann\nAnswer: Bo", '10b.questions.md:3: "Answer" stands twice under this question'),
        (
            "## Who?\nAnswer: Ann\nShe lives there.",
            '10b.questions.md:3: the line "She lives there." belongs to nothing',
        ),
        ("## Who?\nAnswer: Ann\nLines: many", '10b.questions.md:3: "Lines: many" cannot be had; write a number from 1'),
        ("## Who?\nAnswer: Ann\nLines: 201", '10b.questions.md:3: "Lines: 201" cannot be had'),
        (
            "## Who?\n- [ ] Ann\n- [ ] Bo",
            '10b.questions.md:2: no answer is ticked; write "- [x] " before',
        ),
        ("## Who?\n- [x] Ann\n- [x] Bo", "10b.questions.md:2: every answer is ticked"),
        ("## Who?\n- [x] Ann\n- Bo", '10b.questions.md:3: no box stands before "Bo"; write "- [ ] "'),
        ("## Who?\n- [x] Ann", "10b.questions.md:1: 1 answers are offered; offer 2 to 8"),
        (
            "## Who?\n- [x] Ann\n- [ ] Bo\nAnswer: Ann",
            '10b.questions.md:4: "Answer:" says nothing here; the',
        ),
        ("## It is.\nAnswer: False", '10b.questions.md:1: the correction is missing; write "Correction: ..."'),
        ("## It is.\nAnswer: True\nCorrection: No.", "10b.questions.md:3: a true statement is corrected"),
        ("## It is. (3 marks)\nAnswer: True", "10b.questions.md:1: 3 marks are given; give 2"),
        ("## A ___ and a ___.\nAnswer: x", "10b.questions.md:1: there are several gaps"),
        (
            "## How far?\nBands: esay-15\n- a",
            '10b.questions.md:2: "esay-15" names no mark scheme; write "essay',
        ),
        ("## How far? (9 marks)\nBands: essay-15\n- a", '10b.questions.md:1: 9 marks are given and "essay-15" has 15'),
        ("## How far?\nBands: essay-15", "10b.questions.md:1: the key would not say what to credit"),
        ("## Who? (999 marks)\nAnswer: Ann", "10b.questions.md:1: 999 marks are given; give 200 at most"),
        (
            "## Who?\n### Ann",
            '10b.questions.md:2: the heading "### Ann" is not understood; begin',
        ),
        ("## Who?\n```{include} /etc/passwd\n```\nAnswer: x", "begins code, a directive or a comment"),
        ("## Who?\nAnswer: A\u202en", "10b.questions.md:2: the line holds U+202E, which cannot be printed"),
        ("## " + "long " * 500 + "?\nAnswer: x", "10b.questions.md:1: the line has 2,504 characters"),
        ("## Who?\nAnswer: x\n" * 61, "there are 61 questions in it; write 60 or fewer"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text, told):
    """And with what to write instead."""
    assert told in "\n".join(faults(text))


def test_all_faults_are_told_at_once():
    """In the order of their lines."""
    told = faults("## Who?\n\n## Whom?\n- [ ] Ann\n- [ ] Bo\n")

    assert [text.partition(": ")[0] for text in told] == ["10b.questions.md:1", "10b.questions.md:4"]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"## Who?\nAnswer: \xff", "the file is not UTF-8 text"), (b" " * (LARGEST + 1), "the file has 131,073 bytes")],
)
def test_a_file_that_is_none_is_told(content, told):
    """No traceback for a picture or a workbook."""
    with pytest.raises(Faults, match=told):
        parse_own_questions(content, "10b.questions.md")


pieces = st.sampled_from(
    [
        "## Who?",
        "# Title",
        "- [x] a",
        "- [ ] b",
        "- c",
        "Answer: True",
        "Answer: x",
        "Bands: essay-15",
        "Lines: 9",
        "___",
        "",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces | st.text(max_size=30), max_size=12))
def test_whatever_is_written_is_read_or_told(lines):
    """Never anything but questions, each with marks and an answer, or faults with their lines."""
    try:
        own = read("\n".join(lines).encode("utf-8", "replace").decode())
    except Faults as found:
        assert all(problem.mend for problem in found.problems)
    else:
        assert all(question.marks and question.key.answer and question.stem for question in own.questions)


OWN_PLAN = "title: Quiz\nquestions:\n- {type: multiple-choice, count: 2}\n- {type: own}\n- {type: cloze, count: 2}\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with bank, class, blueprint and questions beside the class list."""
    (laid(tmp_path) / "10b.questions.md").write_text(EXAMPLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def manifest() -> dict:
    return json.loads(Path("out/manifest.json").read_text("utf-8"))


def headings() -> list[str]:
    return [section["heading"] for section in manifest()["worksheets"][0]["sections"]]


def test_they_stand_where_the_blueprint_says(desk):
    """The file beside the class list is found; sheet and key have them, and the manifest names the file."""
    (desk / "quiz.yaml").write_text(OWN_PLAN, "utf-8")
    status = make("--seed", "autumn", "--mode", "one")

    assert status == 0
    assert headings() == ["Multiple choice", "Our visit to the observatory", "Fill the gaps"]
    assert manifest()["by_hand"] == {"questions": "10b.questions.md"}
    assert "Which of these did we see in room 3?" in (desk / "out" / "sheets.html").read_text("utf-8")
    assert "The observatory opened in 1996." in (desk / "out" / "keys.html").read_text("utf-8")


def test_without_a_part_of_theirs_they_are_only_printed_when_named(desk):
    """At the end; a ticket does not grow because there is a file beside the class list."""
    make("--seed", "autumn", "--mode", "one")
    without = headings()
    make("--seed", "autumn", "--mode", "one", "--replace", "--questions", "10b.questions.md")

    assert without == ["Multiple choice", "Short answers"]
    assert headings() == ["Multiple choice", "Short answers", "Our visit to the observatory"]


def test_a_reprint_needs_no_file_of_questions(desk):
    """The manifest holds them in full."""
    (desk / "quiz.yaml").write_text(OWN_PLAN, "utf-8")
    make("--seed", "autumn")
    (desk / "10b.questions.md").unlink()
    status = run(["reprint", "out/manifest.json", "--output", "again"])

    assert status == 0
    assert (desk / "again" / "keys.pdf").read_bytes() == (desk / "out" / "keys.pdf").read_bytes()


def test_a_missing_file_is_told(desk, capsys):
    """The message names where it is looked for."""
    (desk / "quiz.yaml").write_text(OWN_PLAN, "utf-8")
    (desk / "10b.questions.md").unlink()
    status = make()

    assert status == 2
    assert "quiz.yaml:4: own questions have a part here, and there is no file of them; write 10b.questions.md" in (
        capsys.readouterr().err
    )


def test_the_rest_of_the_sheet_stays_as_it_was(desk):
    """Own questions that have nothing to do with the book change nothing that is drawn from it."""
    (desk / "quiz.yaml").write_text(OWN_PLAN.replace("- {type: own}\n", ""), "utf-8")
    make("--seed", "autumn")
    before = manifest()
    (desk / "quiz.yaml").write_text(OWN_PLAN, "utf-8")
    make("--seed", "autumn", "--replace")
    after = manifest()

    assert before["questions"].items() <= after["questions"].items()
    assert [sheet["code"] for sheet in before["sheets"]] == [sheet["code"] for sheet in after["sheets"]]


def test_no_drawn_question_answers_an_own_one(desk):
    """Nor asks for the same words: they are taken first, and what is drawn keeps clear of them (H12)."""
    make("--seed", "autumn", "--mode", "one")
    drawn = next(question for question in manifest()["questions"].values() if question["item_type"] == "short-answer")
    stem, answer = drawn["stem"], drawn["key"]["answer"]
    (desk / "own.md").write_text(f"## {stem}\nAnswer: {answer}\n", "utf-8")
    make("--seed", "autumn", "--mode", "one", "--replace", "--questions", "own.md")
    stems = [question["stem"] for question in manifest()["questions"].values()]

    assert stems.count(stem) == 1


def test_an_own_question_is_not_swapped(desk, capsys):
    """It is changed where it stands."""
    status = preview("--class", "10b.csv", "--mode", "one", "--questions", "10b.questions.md", "--swap", "5")

    assert status == 2
    assert "--swap: question 5 is one of your own; change it in 10b.questions.md" in capsys.readouterr().err


def test_a_drawn_question_behind_them_is_swapped_by_its_number(desk, capsys):
    """Numbers are those of the sheet."""
    (desk / "quiz.yaml").write_text(OWN_PLAN, "utf-8")
    make("--seed", "autumn", "--mode", "one")
    before = manifest()["worksheets"][0]["sections"]
    make("--seed", "autumn", "--mode", "one", "--replace", "--swap", "11")
    after = manifest()["worksheets"][0]["sections"]

    assert before[:2] == after[:2]
    assert before[2]["questions"][0] != after[2]["questions"][0]
    assert before[2]["questions"][1] == after[2]["questions"][1]


def test_advice_is_told_and_the_sheet_is_made(desk, capsys):
    """On standard error, with file and line."""
    (desk / "own.md").write_text("## Is it the sun?\n- [x] yes\n- [ ] no\n", "utf-8")
    status = make("--questions", "own.md")

    assert status == 0
    assert "own.md:1: there are 2 options; give three [item.H1]" in capsys.readouterr().err


def test_a_sheet_may_hold_own_questions_only(desk):
    """A blueprint without any other part is sound."""
    (desk / "quiz.yaml").write_text("title: Quiz\nquestions:\n- {type: own, heading: All}\n", "utf-8")
    status = make("--mode", "one")

    assert status == 0
    assert headings() == ["All"]


def test_nothing_in_them_is_more_than_text(desk):
    """Markup is escaped, on the sheet and in the key."""
    (desk / "own.md").write_text("## Is <script>alert(1)</script> it? {{ 7*7 }}\nAnswer: <img src=x>\n", "utf-8")
    make("--questions", "own.md")
    pages = "".join((desk / "out" / name).read_text("utf-8") for name in ("sheets.html", "keys.html"))

    assert "<script>" not in pages
    assert "<img" not in pages
    assert "{{ 7*7 }}" in pages


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("{type: own, count: 2}", 'unknown setting "count" in the part of own questions'),
        ("{type: own}\n- {type: own}", "own questions have a part already; leave this one out"),
        ("{type: cloze, count: 1, lines: 0}", '"lines" is 0; write a whole number from 1 to 200'),
    ],
)
def test_a_part_that_says_too_much_is_told(part, told):
    """As with all other parts."""
    with pytest.raises(Faults, match=r"quiz\.yaml:") as found:
        blueprint_from(parse_yaml(f"questions:\n- {part}\n", "quiz.yaml"), "quiz.yaml")

    assert told in str(found.value)


def test_lines_of_a_part_are_given_to_each_question(desk):
    """And change nothing else: the same questions are drawn."""
    make("--seed", "autumn", "--mode", "one")
    before = [question["stem"] for question in manifest()["questions"].values()]
    plan = (desk / "quiz.yaml").read_text("utf-8").replace("short-answer, count: 2", "short-answer, count: 2, lines: 7")
    (desk / "quiz.yaml").write_text(plan, "utf-8")
    make("--seed", "autumn", "--mode", "one", "--replace")
    after = manifest()["questions"].values()

    assert sorted(question["stem"] for question in after) == sorted(before)
    assert [question["answer_lines"] for question in after if question["item_type"] == "short-answer"] == [7, 7]


def test_lines_for_a_type_that_has_none_are_told(desk, capsys):
    """With the line of the part."""
    (desk / "quiz.yaml").write_text("questions:\n- {type: multiple-choice, count: 2, lines: 3}\n", "utf-8")
    status = make()

    assert status == 2
    assert 'quiz.yaml:2: multiple-choice has no lines to write on; leave "lines" out here' in capsys.readouterr().err
