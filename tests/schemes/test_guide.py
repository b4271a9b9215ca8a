"""The guide to mark schemes says what the tool does: what there is, what a file may say, every code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.mark.marks import read
from worksheets.mark_schemes import bundled_schemes, component_reading, mark_scheme_from, matching, reading
from worksheets.yaml_source import parse_yaml

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "mark-schemes.md").read_text("utf-8")
SCHEMES = bundled_schemes()


def told_codes() -> set[str]:
    """The codes in all calls that make a fault of a mark scheme."""
    codes = set()
    for path in [ROOT / "worksheets" / "settings.py", *(ROOT / "worksheets" / "mark_schemes").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[-1], ast.Constant):
                called = ast.unparse(node.func)
                if called == "self.fault":
                    codes.add(f"mark-scheme.{node.args[-1].value}")
                elif called == "Problem":
                    codes.add(str(node.args[-1].value))
    return codes


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)
def test_every_scheme_is_in_the_guide(scheme):
    """One row lists its dates and components."""
    (row,) = re.findall(rf"^\| `{scheme.id}` .*$", GUIDE, re.MULTILINE)

    assert scheme.validity in row
    assert [component.id for component in scheme.components] == re.findall(r"`([a-z-]+-\d+)`", row.split("|")[3])


def test_every_setting_is_in_the_guide():
    """Whatever a file may say is explained."""
    settings = {*reading.SETTINGS, *component_reading.SETTINGS, *component_reading.BAND_SETTINGS}

    assert [name for name in settings if not re.search(rf"^\|.*`{name}`.*\|", GUIDE, re.MULTILINE)] == []


def test_the_codes_of_the_guide_are_those_that_are_told():
    """Whoever meets a code can look it up, and none is listed that is never told."""
    codes = told_codes()

    assert len(codes) > 10
    assert codes == set(re.findall(r"`(mark-scheme\.[a-z-]+)`", GUIDE))


def test_the_examples_of_the_guide_are_sound():
    """Whoever copies the scheme or the question gets no fault, and the question's marks are those it names."""
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    ((kind, mark),) = re.findall(r"^```\{fact:(\w+)\}(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    scheme = mark_scheme_from(parse_yaml(text, "geography.yaml"), "geography.yaml", own=True)
    marked = read(kind + mark)

    assert [component.id for component in scheme.components] == ["six-mark", "reasons-2"]
    assert marked.problems == ()
    assert matching(marked.fact.bands, SCHEMES)[0][1].marks == marked.fact.worth
