"""Blueprints: what may be asked for, and what is said to a slip of the pen."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from worksheets.bank import Chapter, FactBank
from worksheets.blueprint import Part, blueprint_from, bundled_blueprints, find_blueprint, scope_of
from worksheets.problems import Faults
from worksheets.yaml_source import parse_yaml, read_yaml

BOOK = FactBank("Book", (), (Chapter("one", "1", "First"), Chapter("two", "2", "Second"), Chapter("end", "", "Last")))


def read(text: str):
    return blueprint_from(parse_yaml(text, "b.yaml"), "b.yaml")


def faults(text: str) -> list[str]:
    with pytest.raises(Faults) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def test_a_blueprint_says_what_a_sheet_holds():
    """Title, chapters, minutes and parts are read as they are written."""
    blueprint = read(
        "title: Homework\nchapters: [1, two]\nminutes: 20\nquestions:\n"
        "- type: multiple-choice\n  count: 5\n  level: 1\n- {type: short_answer, marks: 6, levels: [2, 3]}\n"
    )

    assert blueprint.parts == (
        Part("multiple-choice", count=5, levels=(1,)),
        Part("short-answer", marks=6, levels=(2, 3)),
    )
    assert (blueprint.title, blueprint.chapters, blueprint.minutes) == ("Homework", ("1", "two"), 20)


def test_the_digest_is_of_what_is_said():
    """Comments and layout do not make it another blueprint; another number does."""
    plain = read("title: T\nquestions:\n- type: cloze\n  count: 3\n")
    spaced = read("# a note\n\ntitle: 'T'\n\nquestions: [{type: cloze, count: 3}]\n")
    other = read("title: T\nquestions:\n- type: cloze\n  count: 4\n")

    assert plain.digest == spaced.digest != other.digest


@pytest.mark.parametrize("name", ["starter", "homework", "chapter-test", "ticket"])
def test_three_blueprints_come_with_the_tool(name):
    """Each is found by its name and is sound."""
    assert name in bundled_blueprints()
    assert find_blueprint(name).parts


def test_all_faults_are_told_with_their_lines():
    """Every slip is named at once, with what to write instead."""
    found = faults(
        "titel: x\nquestions:\n- type: multiple choice\n  count: 0\n- type: cloze\n- type: cloze\n  count: 2\n"
        "  marks: 2\n- type: cloze\n  count: 3\n  level: 4\nminutes: soon\n"
    )

    assert [fault.split(": ")[0] for fault in found] == [f"b.yaml:{line}" for line in (1, 3, 5, 6, 11, 12)]
    assert 'write "title"' in found[0]
    assert 'write "multiple-choice"' in found[1]
    assert "has neither" in found[2]
    assert "not both" in found[3]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("title: [1", "not YAML"),
        ("- 1", "the blueprint is a list"),
        ("title: x", 'has no "questions"'),
        ("title: x\nquestions: []", '"questions" is a list'),
        ("a: 1\na: 2\n", "stands here twice"),
        ("title: !!python/object/apply:os.system [ls]", "tags (!)"),
        ("title: &a x\nother: *a", "anchors (&)"),
        ('title: "\\uD800"', "surrogates not allowed"),
        ("? [a]\n: b\n", "the name of a setting is missing"),
        ("questions:\n- {}\n", "this part has no type"),
        ("questions:\n- {type: cloze, count: 1, levels: [{a: 1}]}\n", '"level" is a list'),
        ("questions:\n- {type: cloze, count: 1, level: 1, levels: [2]}\n", "or a list of them, once"),
        ("questions:\n" + "- {type: cloze, count: 1}\n" * 10_000, '"questions" has 10,000 parts; write 40 or fewer'),
    ],
)
def test_what_is_no_blueprint_is_explained(text, message):
    """Broken, empty and dangerous files get one clear line; nothing in them runs."""
    assert any(message in fault for fault in faults(text))


@pytest.mark.parametrize("written", ["2020-01-01", "1:30", "010", "no", "1.50", "0x10", "1_000"])
def test_a_title_is_what_was_written(written):
    """YAML's dates, octal and sexagesimal numbers and its "no" for false are words to a teacher."""
    blueprint = read(f"title: {written}\nchapters: [{written}]\nquestions: [{{type: cloze, count: 1}}]")

    assert (blueprint.title, blueprint.chapters) == (written, (written,))


def test_chapters_can_be_named_on_the_command_line():
    """They take the place of the blueprint's; a fault is then told of the option, not of a line in the file."""
    blueprint = read("chapters: [1]\nquestions: [{type: cloze, count: 1}]").scoped("2, end", "End")
    empty = read("questions: [{type: cloze, count: 1}]").scoped("1,,2", "3")
    with pytest.raises(Faults) as caught:
        scope_of(empty, BOOK)

    assert (blueprint.chapters, blueprint.taught_through) == (("2", "end"), "End")
    assert [str(problem).partition(";")[0] for problem in caught.value.problems] == [
        '--chapters: the book has no chapter ""',
        '--through: the book has no chapter "3"',
    ]


def test_a_file_that_is_not_there_is_named(tmp_path):
    """A missing file and a folder are told apart from a faulty file."""
    with pytest.raises(Faults, match="give a YAML file, or one of chapter-test, homework, starter"):
        find_blueprint(str(tmp_path / "none.yaml"))
    with pytest.raises(Faults, match="cannot read the file"):
        read_yaml(tmp_path)


@given(st.text(max_size=200))
def test_no_text_brings_the_reader_down(text):
    """Whatever stands in the file: a blueprint, or faults that can be read."""
    try:
        assert read(text).parts
    except Faults as found:
        assert found.problems


settings_of_all_kinds = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "count", "marks", "level", "levels", "heading"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["title", "chapters", "taught_through", "minutes", "questions"]), settings_of_all_kinds
    )
)
def test_no_value_brings_the_reader_down(settings):
    """Lists, blocks and numbers in any place: a blueprint with parts, or faults that can be read."""
    try:
        assert read(yaml.safe_dump(settings, allow_unicode=True)).parts
    except Faults as found:
        assert found.problems


def chapters(text: str) -> tuple[list[str], list[str]]:
    scope = scope_of(read(f"{text}\nquestions: [{{type: cloze, count: 1}}]"), BOOK)
    return [chapter.name for chapter in scope.asked], [chapter.name for chapter in scope.taught]


@pytest.mark.parametrize(
    ("text", "asked", "taught"),
    [
        ("title: t", ["one", "two", "end"], ["one", "two", "end"]),
        ("chapters: 2", ["two"], ["one", "two"]),
        ("chapters: [First]", ["one"], ["one"]),
        ("taught_through: 2", ["one", "two"], ["one", "two"]),
        ("chapters: [1]\ntaught_through: two", ["one"], ["one", "two"]),
    ],
)
def test_nothing_is_asked_before_it_is_taught(text, asked, taught):
    """Chapters are found by number, name or title; taught is all up to the last one (rule R11)."""
    assert chapters(text) == (asked, taught)


def test_an_unknown_chapter_is_named_with_those_there_are():
    """The message lists the chapters, and guesses which was meant."""
    with pytest.raises(Faults) as caught:
        chapters("chapters: [tow]")
    (problem,) = caught.value.problems

    assert str(problem).startswith('b.yaml:1: the book has no chapter "tow"; perhaps "two"; the chapters with facts')


def test_a_chapter_not_yet_taught_cannot_be_asked():
    """Chapters and taught_through that contradict each other are a fault."""
    with pytest.raises(Faults, match="comes after taught_through"):
        chapters("chapters: [2]\ntaught_through: 1")
