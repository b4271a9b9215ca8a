"""``worksheets schemes`` as a teacher types it."""

from __future__ import annotations

import json

import pytest

from worksheets.cli import run
from worksheets.mark_schemes import bundled_schemes

OWN = "id: mine\ntitle: My marks\ncomponents:\n- {id: two, kind: explain, marks: 2, points: One for each reason.}\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with one own scheme, in which the command is typed."""
    (tmp_path / "mark-schemes").mkdir()
    (tmp_path / "mark-schemes" / "mine.yaml").write_text(OWN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_schemes_are_listed_with_their_validity(desk, capsys):
    """Own ones first, each with its dates and the names that a question can give."""
    status = run(["schemes"])
    lines = capsys.readouterr().out.splitlines()

    assert status == 0
    assert lines[:3] == [
        "mine: My marks (your own)",
        "  valid always",
        "  two                        2 marks, points   two",
    ]
    for scheme in bundled_schemes():
        at = lines.index(f"{scheme.id}: {scheme.title}")
        assert lines[at + 1] == f"  valid {scheme.validity}"
        assert [line.split()[0] for line in lines[at + 2 :]][: len(scheme.components)] == [
            component.id for component in scheme.components
        ]


def test_one_component_is_shown_whole(desk, capsys):
    """Its bands with what to look for, the note, and what was not certain."""
    status = run(["schemes", "essay-15"])
    told = capsys.readouterr().out
    scheme = next(scheme for scheme in bundled_schemes() if scheme.id == "ib-history-paper-2")

    assert status == 0
    assert all(band.descriptor in told for band in scheme.components[0].bands)
    assert all(text in told for band in scheme.components[0].bands for text in band.look_for)
    assert scheme.note in told
    assert all(doubt in told for doubt in scheme.unsure)


def test_schemes_out_of_date_are_warned_of(desk, capsys):
    """On the date that the teacher gives, for the tool has no clock."""
    status = run(["schemes", "--on", "2028-05"])
    told = capsys.readouterr().err.splitlines()

    assert status == 0
    assert [line.partition(" (")[0].partition("; ")[0] for line in told] == [
        f'warning: {name}.yaml:7: the mark scheme "{name}" held until November 2027, not in May 2028'
        for name in ("ib-history-paper-1", "ib-history-paper-2")
    ]


def test_schemes_can_be_read_by_another_program(desk, capsys):
    """JSON with dates as they are written and every band."""
    run(["schemes", "--json"])
    mine, *bundled = json.loads(capsys.readouterr().out)
    paper = bundled[-1]

    assert (mine["id"], mine["own"]) == ("mine", True)
    assert (paper["valid_from"], paper["valid_through"]) == ("2017-05", "2027-11")
    assert [band["most"] for band in paper["components"][0]["bands"]] == [15, 12, 9, 6, 3, 0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["esay-15"], 'there is no mark scheme "esay-15"; write "essay-15"'),
        (["--on", "May"], '--on: "May" is no date; write a year, month or day'),
        (["--folder", "none"], "Directory 'none' does not exist"),
    ],
)
def test_what_cannot_be_used_is_told(desk, capsys, arguments, message):
    """Exit status 2 and what to write instead."""
    status = run(["schemes", *arguments])

    assert status == 2
    assert message in capsys.readouterr().err


def test_the_faults_of_own_schemes_are_told(desk, capsys):
    """All at once, with file and line."""
    (desk / "mark-schemes" / "mine.yaml").write_text(OWN.replace("id: two", "id: Two").replace("2,", "0,"), "utf-8")
    status = run(["schemes"])
    told = capsys.readouterr().err.splitlines()

    assert status == 2
    assert [line.split(": ")[0] for line in told] == ["mark-schemes/mine.yaml:4"] * 2
