"""Names that no font on the machine can print."""

from __future__ import annotations

import pytest

from worksheets import direct_printing, name_letters
from worksheets.name_letters import unprintable_names
from worksheets.press.typeset import Typeset
from worksheets.problems import Source

LIST = Source("10b.csv")


def told(names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, missing: str) -> list[str]:
    """Give the faults of a class on a machine whose fonts lack some letters."""
    monkeypatch.setattr(name_letters, "unprintable", lambda texts: frozenset(missing) & set("".join(texts)))
    return [str(problem) for problem in unprintable_names(names, LIST)]


def test_all_students_of_a_script_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One fault a script, with each name in the order of the list, once."""
    names = ("Ann", "김민준", "李小龙", "박서연", "김민준")
    problems = told(names, monkeypatch, "김민준박서연李小龙")

    assert [
        '10b.csv: no font on this computer has the Chinese letters of "李小龙"',
        '10b.csv: no font on this computer has the Korean letters of "김민준", "박서연"',
    ] == [problem.partition(";")[0] for problem in problems]


@pytest.mark.parametrize(
    ("name", "script", "package"),
    [
        ("王小明", "Chinese", "fonts-noto-cjk"),
        ("さくら", "Japanese", "fonts-noto-cjk"),
        ("김민준", "Korean", "fonts-noto-cjk"),
        ("བསྟན་འཛིན", "Tibetan", "fonts-noto-core"),
        ("ᏣᎳᎩ", "Cherokee", "fonts-noto-core"),
        ("ᱥᱟᱱ", "Ol Chiki", "fonts-noto-core"),
    ],
)
def test_the_script_and_what_to_install_are_told(
    name: str, script: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For four systems, and a way out without installing anything."""
    (problem,) = told((name,), monkeypatch, name)
    words = (f"the {script} letters", f"Debian, Ubuntu: sudo apt-get install {package};", "Fedora: sudo dnf install ",
             "macOS, Windows: ", "Latin letters")  # fmt: skip

    assert [] == [word for word in words if word not in problem]


@pytest.mark.parametrize(("sign", "number"), [("\u0378", "U+0378"), ("🙂", "U+1F642"), ("\ue000", "U+E000")])
def test_a_sign_that_is_no_letter_is_to_be_left_out(sign: str, number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No font is recommended for it."""
    expected = (
        f'10b.csv: no font on this computer has {number}, part of "Ann {sign}"; write the names without such signs '
        "[class.no-font]"
    )

    assert [expected] == told((f"Ann {sign}",), monkeypatch, sign)


def test_the_machines_own_fonts_are_asked_only_if_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that the packaged fonts can print cost no trial; of the others, only what the trial lacks is told."""
    trials: list[str] = []

    def trial(html: str, **options: object) -> Typeset:
        trials.append(html)
        return Typeset(pdf=b"", pages=1, anchors={}, log=('no font has "준" (U+C900)',))

    monkeypatch.setattr(direct_printing, "typeset", trial)
    found = direct_printing.unprintable(["Ann", "עדה"]), direct_printing.unprintable(["Ann", "민준"])

    assert ((frozenset(), frozenset("준")), 1, False) == (found, len(trials), "Ann" in trials[0])


def test_a_sign_that_no_machine_has_is_found() -> None:
    """WeasyPrint's own words are understood."""
    assert frozenset("\u0378") == direct_printing.unprintable(["Ann \u0378", "<b> עדה"])
