"""One class from start to finish, and the manifest that remembers it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ask.bank import BOOK
from worksheets.blueprint import Blueprint, Part
from worksheets.class_set import ClassSet, Mode, code_for, draw_class_set
from worksheets.manifest import (
    FORMAT,
    Manifest,
    class_set_of,
    manifest_bytes,
    manifest_of,
    parse_manifest,
)
from worksheets.manifest_schema import SCHEMA, schema_bytes
from worksheets.problems import Faults
from worksheets.roster import Roster, Student

ROOT = Path(__file__).parents[2]
PLAN = Blueprint("Plan", (Part("multiple-choice", count=3), Part("matching", count=1)))
NAMES = ("Ann O'Neill", "Пётр Иванов", "李小龙", '"Bo", 2nd', "Zoë")

GOLDEN_CODES = ["ZW9H8", "70RDP", "CX9RE", "4VVNB", "JFMTQ"]


def roster(*names: str) -> Roster:
    return Roster("10b", tuple(map(Student, names or NAMES)))


def draw(*names: str, mode: Mode = "each", **options: object) -> ClassSet:
    settings = {"seed": "autumn", "mode": mode} | options
    return draw_class_set(BOOK, roster(*names), PLAN, **settings)  # type: ignore[arg-type]


def manifest(class_set: ClassSet) -> Manifest:
    return manifest_of(class_set, bank_title=BOOK.title, bank_sha256="0" * 64, blueprint_digest=PLAN.digest)


def by_student(class_set: ClassSet) -> dict[str, object]:
    return {sheet.student.name: sheet.worksheet for sheet in class_set.sheets}


def test_every_student_gets_a_sheet_of_their_own():
    """Personal sheets differ, and so do their codes."""
    class_set = draw()

    assert len(class_set.worksheets) == len(NAMES)
    assert len({worksheet.code for worksheet in class_set.worksheets}) == len(NAMES)


def test_one_more_student_alters_nobody_elses_sheet():
    """A new name on the list, even at its top, leaves all other sheets as they were."""
    before, after = by_student(draw(*NAMES)), by_student(draw("Aaron New", *NAMES))

    assert {name: after[name] for name in NAMES} == before


def test_forms_are_dealt_out_in_turn():
    """Three forms go round the class; two students with one form have the same sheet."""
    class_set = draw(mode="forms", forms=3)

    assert [sheet.worksheet.form for sheet in class_set.sheets] == ["A", "B", "C", "A", "B"]
    assert len(class_set.worksheets) == 3


def test_one_sheet_can_serve_all():
    """In mode one there is one worksheet, whoever is in the class."""
    assert len(draw(mode="one").worksheets) == 1
    assert draw("X", mode="one").worksheets == draw("Y", "Z", mode="one").worksheets


@pytest.mark.parametrize("other", [{"seed": "winter"}, {"title": "10c"}])
def test_another_seed_or_class_gets_other_sheets(other):
    """The seed, the class and the student together decide a sheet."""
    class_list = replace(roster(), title=other.get("title", "10b"))
    strange = draw_class_set(BOOK, class_list, PLAN, seed=other.get("seed", "autumn"))

    assert strange.worksheets != draw().worksheets


def test_too_many_forms_are_refused():
    """Forms run from A to D."""
    with pytest.raises(Faults, match="ask for 2 to 4"):
        draw(mode="forms", forms=5)


@given(st.text(max_size=20), st.integers(0, 3))
def test_a_code_is_short_and_easy_to_copy(seed, turn):
    """Five signs, none of which looks like another; a second turn gives another code."""
    code = code_for(seed, turn)

    assert len(code) == 5
    assert not set(code) & set("ILOU")
    assert code != code_for(seed, turn + 1)


def test_a_code_tells_nothing_of_the_name():
    """The same student has another code under another seed, and names that are nearly alike have codes that are not."""
    autumn, winter = (
        [sheet.worksheet.code for sheet in draw("Ann", "Anne", "Anna", seed=seed).sheets]
        for seed in ("autumn", "winter")
    )
    alike = [sum(map(str.__eq__, one, other)) for one, other in combinations([*autumn, *winter], 2)]

    assert max(alike) <= 1


def test_progress_is_told_for_every_student():
    """Whoever watches hears of each sheet as it is drawn."""
    heard: list[tuple[int, int]] = []
    draw(progress=lambda done, total: heard.append((done, total)))

    assert heard == [(number, 5) for number in range(1, 6)]


@pytest.mark.parametrize("mode", ["each", "forms", "one"])
def test_a_class_set_comes_back_from_its_manifest(mode):
    """Manifest to file to class set is the identity: the sheets need neither book nor class list any more (rule S4)."""
    class_set = draw(mode=mode)
    content = manifest_bytes(manifest(class_set))

    assert class_set_of(parse_manifest(content, "manifest.json")) == class_set


def test_the_same_class_set_has_the_same_manifest():
    """The file holds no clock and no chance."""
    assert manifest_bytes(manifest(draw())) == manifest_bytes(manifest(draw()))


def test_each_question_stands_in_the_manifest_once():
    """In mode one, thirty students cost thirty names, not thirty sheets."""
    few, many = manifest(draw("A", mode="one")), manifest(draw(*map(str, range(30)), mode="one"))

    assert many.questions == few.questions
    assert many.worksheets == few.worksheets


def test_the_manifest_keeps_to_its_schema():
    """What is written is what the schema in the repository says, and the schema is the one of the types."""
    jsonschema.validate(json.loads(manifest_bytes(manifest(draw()))), json.loads(SCHEMA.read_bytes()))

    assert SCHEMA.read_bytes() == schema_bytes()


def test_a_code_depends_on_nothing_but_its_seed():
    """Golden codes: those of this class are the same on every machine and Python version (rule S1)."""
    codes = [worksheet.code for worksheet in draw().worksheets]

    assert codes == GOLDEN_CODES


def test_a_sheet_does_not_depend_on_the_process():
    """Another process, in which Python hashes text otherwise, draws every question as this one does (rule S1)."""
    command = (
        "import sys; from tests.compose.test_class_set import draw, manifest, manifest_bytes; "
        "sys.stdout.buffer.write(manifest_bytes(manifest(draw())))"
    )
    drawn = {
        subprocess.run(
            [sys.executable, "-c", command],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONHASHSEED": hash_seed,
                "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
            },
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    }

    assert drawn == {manifest_bytes(manifest(draw()))}


def damaged(change: str) -> bytes:
    tree = json.loads(manifest_bytes(manifest(draw())))
    match change:
        case "newer":
            tree["format"] = FORMAT + 1
        case "no sheets":
            del tree["sheets"]
        case "lost question":
            tree["questions"].pop(next(iter(tree["questions"])))
        case "lost worksheet":
            tree["worksheets"].pop()
        case "cut off":
            return manifest_bytes(manifest(draw()))[:-200]
        case "not JSON":
            return b"\xff\xfe nonsense"
    return json.dumps(tree).encode()


def test_a_drawing_that_is_not_ours_is_refused():
    """A manifest may have gone through many hands; what runs or fetches does not get into a page."""
    tree = json.loads(manifest_bytes(manifest(draw())))
    name, question = next(iter(tree["questions"].items()))
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    question["drawing"] = {"svg": svg, "alt": "A chart.", "data": {"rows": [["1"]]}}

    with pytest.raises(Faults, match=f"a drawing of question {name} holds “script”; give the manifest as the tool"):
        parse_manifest(json.dumps(tree).encode(), "manifest.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("newer", "install a newer version"),
        ("no sheets", "this is no manifest"),
        ("lost question", "which it does not hold"),
        ("lost worksheet", "which it does not hold"),
        ("cut off", "this is no manifest"),
        ("not JSON", "this is no manifest"),
    ],
)
def test_a_damaged_manifest_is_explained(change, message):
    """A manifest that is cut off, changed or newer gets one clear line."""
    with pytest.raises(Faults, match=message):
        parse_manifest(damaged(change), "manifest.json")
