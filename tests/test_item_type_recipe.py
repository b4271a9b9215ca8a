"""What CONTRIBUTING.md promises: an item type is one file and one line in the table."""

from __future__ import annotations

import ast
import inspect
import json
import re
from dataclasses import fields, replace
from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
from ask.bank import BOOK
from toy_item_type import NAME, TOY, table

from worksheets import item_types
from worksheets.askability import askable
from worksheets.blueprint import Blueprint, blueprint_from
from worksheets.class_set import ClassSet, draw_class_set
from worksheets.manifest import class_set_of, manifest_bytes, manifest_of, parse_manifest
from worksheets.manifest_schema import schema_bytes
from worksheets.problems import Faults
from worksheets.questions import Question
from worksheets.rendering.text import key_text, sheet_text
from worksheets.roster import Roster, Student
from worksheets.sheet_lint import lint_question
from worksheets.worksheet import PersonalSheet, answer_key
from worksheets.yaml_source import parse_yaml

ROOT = Path(__file__).parent.parent
SHEET = f"title: Toys\nquestions:\n  - type: {NAME}\n    count: 1\n  - type: multiple-choice\n    count: 2\n"


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one line: the toy stands in the table."""
    monkeypatch.setitem(item_types._TABLE, NAME, TOY)


def blueprint(text: str = SHEET) -> Blueprint:
    return blueprint_from(parse_yaml(text, "toys.yaml"), "toys.yaml")


def drawn() -> ClassSet:
    return draw_class_set(BOOK, Roster("10b", (Student("Ann"), Student("Bo"))), blueprint(), seed="toys")


def toy() -> Question:
    return drawn().worksheets[0].questions[0]


def manifest(class_set: ClassSet) -> bytes:
    return manifest_bytes(
        manifest_of(class_set, bank_title=BOOK.title, bank_sha256="0" * 64, blueprint_digest=blueprint().digest)
    )


@pytest.mark.usefixtures("listed")
def test_a_listed_type_is_drawn_under_its_heading():
    """A blueprint may name it; its section has the record's heading and instruction."""
    section = drawn().worksheets[0].sections[0]

    assert (section.heading, section.instruction) == (TOY.title, TOY.instruction)
    assert [question.item_type for question in section.questions] == [NAME]
    assert any(f"{NAME}/table" in entry.ways for entry in askable(BOOK))


def test_a_type_that_is_not_listed_is_a_fault_of_the_blueprint():
    """Without its line nothing knows the type, and a teacher is told which there are."""
    with pytest.raises(Faults, match=f'toys.yaml:3: there is no item type "{NAME}"; use one of multiple-choice, '):
        blueprint()


@pytest.mark.usefixtures("listed")
def test_a_blueprint_keeps_to_the_limits_of_the_record():
    """As many questions of one part as the record says, and no more."""
    with pytest.raises(Faults, match='"count" is 3; write a whole number from 1 to 2'):
        blueprint(SHEET.replace("count: 1", "count: 3"))


def test_what_is_not_marked_is_counted(monkeypatch):
    """Cards to cut up are asked for by their number, not by marks."""
    monkeypatch.setitem(item_types._TABLE, NAME, replace(TOY, marked=False))

    with pytest.raises(Faults, match=f'{NAME} is not marked, so it has no marks to count; write "count: 1" instead'):
        blueprint(SHEET.replace("count: 1", "marks: 6"))


@pytest.mark.usefixtures("listed")
def test_its_own_rules_are_applied():
    """The linter finds the toy sound, and by the record's rule finds what is wrong with a changed one."""
    question = toy()
    assert question.table
    first, *rest = question.table.rows
    telling = replace(question.table, rows=((f"What is called {question.gap_keys[0].answer}", first[1]), *rest))

    assert lint_question(question, BOOK) == ()
    assert [found.code for found in lint_question(replace(question, table=telling), BOOK)] == ["item.P4"]


@pytest.mark.usefixtures("listed")
def test_marks_are_asked_only_of_what_is_marked(monkeypatch):
    """A question without marks is a fault, unless its type is not marked at all (G28)."""
    worthless = replace(toy(), marks=0)
    found = [problem.code for problem in lint_question(worthless, BOOK)]
    monkeypatch.setitem(item_types._TABLE, NAME, replace(TOY, marked=False))

    assert found == ["item.G28"]
    assert lint_question(worthless, BOOK) == ()


@pytest.mark.usefixtures("listed")
def test_its_plain_text_needs_no_line_of_the_renderer():
    """Sheet and key print what the question carries: the table with its gaps, and the words that fill them."""
    worksheet = drawn().worksheets[0]
    question = worksheet.questions[0]
    sheet, key = sheet_text(PersonalSheet(worksheet, "sheet-1")), key_text(answer_key(worksheet, "a4"))
    answers = "  ".join(f"{number} {found.answer}" for number, found in enumerate(question.gap_keys, start=1))

    assert "1.  Complete the table." in sheet
    assert sheet.count("| ____________________ |") == len(question.gap_keys)
    assert f"1.  {answers}" in key


@pytest.mark.usefixtures("listed")
def test_the_grid_of_the_class_has_its_short_key():
    """The record says how the answer looks in few characters."""
    entry = answer_key(drawn().worksheets[0], "a4").entries[0]

    assert entry.short == "/".join(found.answer for found in entry.question.gap_keys)


@pytest.mark.usefixtures("listed")
def test_it_is_written_to_a_manifest_and_read_again():
    """The manifest holds all that the question carries, keeps to its schema, and gives the same sheets again."""
    class_set = drawn()
    content = manifest(class_set)
    jsonschema.validate(json.loads(content), json.loads(schema_bytes()))

    assert class_set_of(parse_manifest(content, "m.json")) == class_set


def test_the_type_that_contributing_shows_is_this_one():
    """The page shows the function that is tested here, and a record of fields that there are."""
    (page,) = re.findall(r"^   ```python\n(.*?)^   ```$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M | re.S)
    shown = dedent(page)
    (record,) = (node.value for node in ast.parse(shown).body if isinstance(node, ast.Assign))

    assert inspect.getsource(table) in shown
    assert {"name", "rules"} < {keyword.arg for keyword in record.keywords} <= {field.name for field in fields(TOY)}


def test_a_manifest_with_an_unknown_type_is_told(monkeypatch):
    """A manifest from a newer version is a fault with its mend, not a missing template."""
    with monkeypatch.context() as listed:
        listed.setitem(item_types._TABLE, NAME, TOY)
        content = manifest(drawn())

    with pytest.raises(Faults, match=f'item type "{NAME}", which this version does not know; install a newer'):
        parse_manifest(content, "m.json")
