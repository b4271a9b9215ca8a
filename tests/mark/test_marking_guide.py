"""The guide for authors says what the tool does: its examples pass, and nothing is left out of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.mark.fields import COMMON, OPTIONS
from tests.mark.marks import read
from worksheets.facts import KINDS

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "marking.md").read_text("utf-8")
CODES = sorted(
    {
        code
        for folder in ("build_tools", "worksheets")
        for path in (ROOT / folder).rglob("*.py")
        for code in re.findall(r'"(fact\.[a-z-]+)"', path.read_text("utf-8"))
    }
)


def section(kind: str) -> str:
    """What the guide says about a kind."""
    return GUIDE.partition(f"\n### {kind}\n")[2].partition("\n##")[0]


EXAMPLES = re.findall(r"^```\{fact:(\w+)\}(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
MARKS = [kind + text for kind, text in EXAMPLES if kind in KINDS]


@pytest.mark.parametrize("text", MARKS, ids=range(len(MARKS)))
def test_the_examples_of_the_guide_are_sound(text):
    """Whoever copies an example gets a fact and no fault."""
    marked = read(text)

    assert () == marked.problems
    assert marked.fact is not None


def test_the_guide_has_examples():
    """The test above does not pass for want of marks."""
    assert len(MARKS) >= 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_option_is_in_the_guide(kind):
    """Each option of a kind is explained in the section of that kind."""
    missing = [
        option.name for option in OPTIONS[kind] if f":{option.name}:" not in section(kind).replace(": plural", ":")
    ]

    assert missing == []


@pytest.mark.parametrize("option", COMMON, ids=lambda option: option.name)
def test_every_common_option_is_in_the_guide(option):
    """What every kind takes stands in one table."""
    assert f"| `:{option.name}:` |" in GUIDE


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_in_the_guide(code):
    """Whoever meets a code in a message can look it up."""
    assert f"`{code}`" in GUIDE


def test_the_guide_names_no_code_that_is_never_told():
    """The table of codes is no wish list."""
    assert set() == set(re.findall(r"`(fact\.[a-z-]+)`", GUIDE)) - set(CODES)
