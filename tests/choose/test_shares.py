"""What a blueprint may ask of difficulty, chapters, levels, marks and minutes, and what contradicts itself."""

from __future__ import annotations

import pytest

from worksheets.bank import Chapter, FactBank
from worksheets.blueprint import Blueprint, Part, blueprint_from, scope_of
from worksheets.problems import Faults
from worksheets.yaml_source import parse_yaml

BOOK = FactBank("Book", (), (Chapter("one", "1", "First"), Chapter("two", "2", "Second"), Chapter("end", "", "Last")))


def read(text: str) -> Blueprint:
    return blueprint_from(parse_yaml(text, "b.yaml"), "b.yaml")


def faults(text: str) -> list[str]:
    with pytest.raises(Faults) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def test_a_part_says_how_hard_and_from_where():
    """Difficulty, chapters, shares and pace are read as they are written; levels have names."""
    (part, other) = read(
        "questions:\n- {type: multiple-choice, count: 10, difficulty: hard, chapters: {1: 6, two: 4}, pace: 1.5}\n"
        "- {type: short-answer, marks: 6, level: [recall, judge], chapters: [2]}\n"
    ).parts

    assert part == Part("multiple-choice", count=10, difficulty="hard", chapters=("1", "two"),
                        chapter_shares=(("1", 6), ("two", 4)), pace=1.5)  # fmt: skip
    assert (other.levels, other.chapters, other.chapter_shares) == ((1, 3), ("2",), ())


def test_shares_of_levels_name_the_levels():
    """A part with amounts by level asks for these levels and no other."""
    (part,) = read("questions: [{type: short-answer, count: 5, levels: {recall: 3, 2: 2}}]").parts

    assert (part.levels, part.level_shares) == ((1, 2), ((1, 3), (2, 2)))


def test_a_sheet_says_what_it_adds_up_to():
    """Marks, and shares of them by chapter and level, stand at the top."""
    blueprint = read(
        "marks: 10\nchapters: {1: 6, 2: 4}\nlevels: {recall: 7, explain: 3}\nquestions: [{type: cloze, count: 1}]"
    )

    assert (blueprint.marks, blueprint.chapters, blueprint.chapter_shares) == (10, ("1", "2"), (("1", 6), ("2", 4)))
    assert blueprint.level_shares == ((1, 7), (2, 3))


def test_all_faults_of_shares_are_told_with_their_lines():
    """Every slip and contradiction is named at once, sums with how far they are apart."""
    found = faults(
        "marks: 10\nchapters: {1: 6, 2: 3}\nquestions:\n"
        "- type: multiple-choice\n  count: 5\n  difficulty: fiendish\n"
        "- type: short-answer\n  count: 5\n  difficulty: hard\n"
        "- type: cloze\n  count: 5\n  chapters: {1: 2, 2: 2}\n"
        "- type: cloze\n  count: 5\n  levels: {recall: 2, expalin: 3}\n"
        "- type: cloze\n  count: 5\n  pace: fast\n"
        "- type: cloze\n  count: 5\n  chapters: {}\n"
    )

    assert [fault.split(": ")[0] for fault in found] == [f"b.yaml:{line}" for line in (1, 6, 9, 10, 13, 15, 18, 21)]
    assert "marks come to 10 and the marks of chapters come to 9: 1 apart" in found[0]
    assert "write easy, medium or hard" in found[1]
    assert "short-answer cannot be made easier or harder; choose its level or marks instead" in found[2]
    assert "count come to 5 and its chapters come to 4: 1 apart" in found[3]
    assert '"expalin" is no level' in found[5]


def test_parts_in_marks_have_to_add_up():
    """Where all parts are given in marks, their sum is that of the sheet."""
    (fault,) = faults("marks: 20\nquestions: [{type: short-answer, marks: 6}, {type: explain, marks: 9}]")

    assert "marks come to 20 and the marks of the parts come to 15: 5 apart" in fault


def test_levels_of_a_sheet_are_amounts():
    """A list of levels at the top would say nothing: it belongs to a part."""
    (fault,) = faults("levels: [1, 2]\nquestions: [{type: cloze, count: 1}]")

    assert '"levels" of the whole sheet is a list' in fault


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("chapters: [1]\nquestions:\n- {type: cloze, count: 1, chapters: [2]}", "not among the chapters of the sheet"),
        ("questions:\n- {type: cloze, count: 1, chapters: [9]}", 'b.yaml:2: the book has no chapter "9"'),
        ("chapters: {1: 2, 9: 3}\nquestions:\n- {type: cloze, count: 1}", 'b.yaml:1: the book has no chapter "9"'),
    ],
)
def test_chapters_of_parts_are_chapters_of_the_sheet(text, message):
    """An unknown chapter, or one that the sheet does not ask about, is told where it stands."""
    with pytest.raises(Faults) as caught:
        scope_of(read(text), BOOK)

    assert message in str(caught.value)


def test_each_part_has_its_chapters():
    """A part asks about its own chapters, or about all of the sheet."""
    scope = scope_of(
        read("chapters: [1, 2]\nquestions: [{type: cloze, count: 1, chapters: [two]}, {type: cloze, count: 1}]"), BOOK
    )

    assert scope.parts == (frozenset({"two"}), frozenset({"one", "two"}))


def test_chapters_of_the_command_line_take_the_place_of_all():
    """Whoever asks about chapter 3 today need not change the shares of the blueprint first."""
    blueprint = read("chapters: {1: 6, 2: 4}\nquestions: [{type: cloze, count: 2, chapters: {1: 2}}]").scoped("end")

    assert (blueprint.chapters, blueprint.chapter_shares) == (("end",), ())
    assert (blueprint.parts[0].chapters, blueprint.parts[0].chapter_shares) == ((), ())


def test_what_is_asked_is_part_of_the_digest():
    """Another difficulty is another blueprint; the line it stands on is not."""
    plain = read("questions: [{type: cloze, count: 3}]")
    moved = read("\n\nquestions:\n- {type: cloze, count: 3}")
    hard = read("questions: [{type: cloze, count: 3, difficulty: hard}]")

    assert plain.digest == moved.digest != hard.digest
