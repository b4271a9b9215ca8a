"""Class lists as spreadsheets save them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.problems import Faults
from worksheets.roster import LONGEST_NAME, parse_roster, read_roster


def names(content: bytes | str) -> list[str]:
    roster = parse_roster(content if isinstance(content, bytes) else content.encode(), "class.csv", "class")
    return [student.name for student in roster.students]


def faults(content: bytes | str) -> list[str]:
    with pytest.raises(Faults) as caught:
        names(content)
    return [str(problem) for problem in caught.value.problems]


LIST = 'name{0}group\nÅsa Öberg{0}A\n"O\'Neill, Ann"{0}B\n'


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_a_spreadsheet_saves_is_read(delimiter, encoding):
    """Every common encoding and delimiter gives the same names."""
    content = LIST.format(delimiter).encode(encoding)

    assert names(content) == ["Åsa Öberg", "O'Neill, Ann"]


@pytest.mark.parametrize("header", ["first,last", "First Name,Surname", "given_name,FAMILY NAME", "Forename,Last name"])
def test_first_and_last_names_are_joined(header):
    """Two columns make one name, first name first."""
    assert names(f"{header}\nMarie,Curie\n") == ["Marie Curie"]


@pytest.mark.parametrize("name", ["classe caf\u00e9.csv".encode(), "classe caf\u00e9.csv".encode("cp1252")])
def test_a_class_is_named_after_its_file(tmp_path, name):
    """Whatever the encoding of the file's name."""
    path = Path(os.fsdecode(os.fsencode(tmp_path / "x")[:-1] + name))
    path.write_bytes(b"name\nAnn\n")

    assert read_roster(path).title == "classe café"


def test_columns_may_stand_in_any_order():
    """The first name is printed first, wherever its column stands."""
    assert names("id;Surname;First\n7;Curie;Marie\n") == ["Marie Curie"]


def test_a_hint_of_the_spreadsheet_is_passed_over():
    """A first line "sep=;" is not the header, and rows are still counted from the top."""
    assert names("sep=;\nname;x\nAnn;1\n") == ["Ann"]
    assert faults("sep=;\nname;x\n;1\n")[0].startswith("class.csv:3: this row has no name")


def test_names_of_any_script_stay_as_they_are():
    """Scripts, apostrophes and quotes go through unchanged."""
    given_names = ["Пётр Ильич", "李小龙", "محمد", 'Ann "Annie" Lee', "D'Arcy"]
    rows = "\n".join('"' + name.replace('"', '""') + '"' for name in given_names)

    assert names(f"name\n{rows}\n") == given_names


def test_two_students_of_one_name_are_told_apart():
    """Both bear a number, whatever the case and the coding of accents."""
    assert names("name\nAnn Lee\nBo\nANN LEE\n") == ["Ann Lee (1)", "Bo", "ANN LEE (2)"]
    assert names("name\nZoe\u0308\nZo\u00eb\n") == ["Zoë (1)", "Zoë (2)"]


def test_a_number_that_is_taken_is_not_given_again():
    """A student who is really called "Ann (1)" keeps that name."""
    assert names("name\nAnn\nAnn\nAnn (1)\n") == ["Ann (2)", "Ann (3)", "Ann (1)"]


def test_empty_rows_do_not_count():
    """A blank row is no student."""
    assert names("name\n\nAnn\n,\n  \nBo\n") == ["Ann", "Bo"]


def test_text_that_turns_the_reading_direction_is_taken_out():
    """An override character in a name cannot turn the rest of the page round."""
    assert names("name\nAnn\u202e Lee\n") == ["Ann Lee"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04\x00\x00", "not text"),
        ("Klasse\nAnn\n", 'names no column for names: "Klasse"'),
        ("name\n", "the class has no students"),
        ('name\n"Ann\nBo\n', "runs over several lines"),
        ("name\n\u200b\u0301\n", "this row has no name"),
        (f"name\n{'x' * (LONGEST_NAME + 1)}\n", f"has {LONGEST_NAME + 1} characters"),
    ],
)
def test_a_bad_list_is_explained(content, message):
    """What is wrong with a list is said in one line, with its place."""
    (fault,) = faults(content)

    assert message in fault
    assert fault.startswith("class.csv")


def test_all_faults_are_told_at_once():
    """A teacher mends the list once, not once for each row."""
    found = faults(f"name,x\n,1\nAnn,2\n,3\n{'y' * 400},4\n")

    assert [fault.split(": ")[0] for fault in found] == ["class.csv:2", "class.csv:4", "class.csv:5"]


@given(st.binary(max_size=400))
def test_no_file_brings_the_reader_down(content):
    """Whatever the bytes: a class, or faults that can be read."""
    try:
        roster = parse_roster(content, "class.csv", "class")
    except Faults as found:
        assert found.problems
    else:
        keys = [student.key for student in roster.students]

        assert len(set(keys)) == len(keys) > 0


def profiles(content: str) -> list[str]:
    return [student.profile.label for student in parse_roster(content.encode(), "class.csv", "class").students]


def test_a_column_says_what_a_student_needs():
    """Most students need nothing else than the usual sheet."""
    assert profiles("profile,name\nlarge print,Ann\n,Bo\n") == ["large print 18", ""]


def test_parts_of_a_last_cell_may_stand_in_cells_of_their_own():
    """A list typed by hand has no quotation marks round "large print; support"."""
    assert profiles("name;profile\nAnn;large print; support\nBo\n") == ["large print 18; support", ""]


def test_an_unknown_profile_is_told_with_its_row():
    """All of them at once, beside the other faults of the list."""
    assert faults("name,profile\nAnn,larg print\n,support\n") == [
        'class.csv:2: no profile is called "larg print"; write "large print" [profile.unknown]',
        "class.csv:3: this row has no name; write the name or delete the row [class.no-name]",
    ]


def test_the_whole_class_may_need_something():
    """What the class needs is added to what each student needs."""
    roster = parse_roster(b"name,profile\nAnn,extra time\nBo,\n", "class.csv", "class")
    large = roster.all_with(roster.students[0].profile)

    assert [student.profile.label for student in large.students] == ["extra time 25%", "extra time 25%"]
