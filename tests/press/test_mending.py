"""Functions of other programs are replaced where they are those that were mended, and nowhere else."""

from __future__ import annotations

import importlib.util
import math
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from worksheets.press.mending import replace, rewrite

SOURCE = """
def double(
    number,
):

    return number + number


TWICE = double  # number + number
"""

PROGRAM = """
from fontTools.varLib import instancer
from weasyprint import draw
from weasyprint.document import Page
from weasyprint.layout import percent
from weasyprint.text import line_break
from worksheets.press.child_backgrounds import leave_backgrounds_to_drawing
from worksheets.press.child_fonts import pass_over_empty_glyphs
from worksheets.press.child_memo import remember_layout
from worksheets.press.child_pdf import write_swiftly
from worksheets.press.typeset_child import mend_layout

owner, name = {owner}, "{name}"
usual = getattr(owner, name)

def newer(*further, **named):
    return usual(*further, **named)

setattr(owner, name, newer)
try:
    {mend}()
except RuntimeError as error:
    print(error, end="")
"""


@pytest.fixture
def module(tmp_path: Path) -> ModuleType:
    """A module with one function."""
    path = tmp_path / "example.py"
    path.write_text(SOURCE, "utf-8")
    spec = importlib.util.spec_from_file_location("example", path)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_a_function_that_has_changed_is_not_replaced(module: ModuleType) -> None:
    """It stays as it is, and its name is told."""
    with pytest.raises(RuntimeError, match=r"example\.double"):
        replace(module, "double", lambda number: 0, "00000000")

    assert module.double(2) == 4


def test_a_line_is_mended(module: ModuleType) -> None:
    """The rest of the function is as it was."""
    rewrite(module, "double", {"number + number": "2 * number"})

    assert module.double("ab") == "abab"
    assert module.double.__code__.co_consts == (None, 2)


def test_a_function_that_lacks_a_line_stays_as_it_is(module: ModuleType) -> None:
    """None of its lines is mended, and the line is told."""
    with pytest.raises(RuntimeError, match="it lacks 'number - number'"):
        rewrite(module, "double", {"number + number": "2 * number", "number - number": "0"})

    assert module.double.__code__.co_consts == (None,)


def test_a_function_is_not_mended_twice(module: ModuleType) -> None:
    """The second time would undo the first, because it begins from the file."""
    rewrite(module, "double", {"number + number": "2 * number"})
    with pytest.raises(RuntimeError, match="mend all its lines together"):
        rewrite(module, "double", {"return": "return 3 *"})


@pytest.mark.parametrize("kind", ["compiled", "builtin"])
def test_a_function_without_source_is_told_by_its_name(module: ModuleType, tmp_path: Path, kind: str) -> None:
    """Where a program was installed without its text, and of functions in C, and nothing is replaced."""
    (tmp_path / "example.py").unlink()
    if kind == "builtin":
        module.double = math.sqrt
    before = module.double

    with pytest.raises(RuntimeError, match=r"example\.double has no source"):
        replace(module, "double", lambda number: 0, "00000000")
    with pytest.raises(RuntimeError, match=r"example\.double has no source"):
        rewrite(module, "double", {"number + number": "2 * number"})
    assert module.double is before


def test_a_mended_function_is_replaced_where_its_lines_are_those_that_were_mended(module: ModuleType) -> None:
    """What is put around it was written for the lines that it has now."""
    rewrite(module, "double", {"number + number": "2 * number"})
    source = SOURCE.partition("\n\n\n")[0].lstrip() + "\n"

    with pytest.raises(RuntimeError, match=r"example\.double"):
        replace(module, "double", abs, sha256(source.encode()).hexdigest())
    replace(module, "double", abs, sha256(source.replace("number + number", "2 * number").encode()).hexdigest())
    assert module.double(-2) == 2


@pytest.mark.parametrize(
    ("mend", "owner", "name"),
    [
        ("leave_backgrounds_to_drawing", "draw", "draw_page"),
        ("pass_over_empty_glyphs", "instancer", "_instantiateGvarGlyph"),
        ("mend_layout(); remember_layout", "line_break", "strut"),
        ("write_swiftly", "Page", "paint"),
    ],
)
def test_another_version_of_what_is_replaced_is_noticed(mend: str, owner: str, name: str, tmp_path: Path) -> None:
    """What is put in the place of a function was written for one version of it."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(mend=mend, owner=owner, name=name), "utf-8")
    result = subprocess.run([sys.executable, program], capture_output=True, text=True)

    assert f"{name} is another than the one that was mended" in result.stdout, result.stderr
