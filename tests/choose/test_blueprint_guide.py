"""The manual of blueprints: its examples are sound, and it names every setting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from worksheets.blueprint import SETTINGS, SETTINGS_OF_PARTS, blueprint_from, bundled_blueprints
from worksheets.difficulty import LIKENESS
from worksheets.item_types import ITEM_TYPES
from worksheets.yaml_source import parse_yaml

GUIDE = (Path(__file__).parents[2] / "docs" / "blueprints.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.partition("\n")[0])
def test_an_example_is_a_blueprint(text):
    """Whoever copies it gets what it says."""
    blueprint = blueprint_from(parse_yaml(text, "guide.yaml"), "guide.yaml")

    assert len(blueprint.parts) == text.count("- type:")
    assert blueprint.title in text


def test_every_setting_is_in_a_table():
    """Settings of the sheet and of a part, and no others."""
    for title, settings in (("The sheet", SETTINGS), ("A part", SETTINGS_OF_PARTS)):
        (section,) = re.findall(rf"^## {title}\n(.*?)(?=^## )", GUIDE, re.MULTILINE | re.DOTALL)
        rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
        assert sorted(name for row in rows for name in re.findall(r"`(\w+)`", row)) == sorted(settings)


def test_what_can_be_made_easier_is_in_a_table():
    """All types that a difficulty can be asked of, and no others."""
    section = GUIDE[GUIDE.index("## Difficulty") : GUIDE.index("## Minutes")]

    assert set(re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE)) == {
        name for name, kind in ITEM_TYPES.items() if kind.graded
    }


def test_the_numbers_of_the_guide_are_those_of_the_tool():
    """Bands of likeness, demands and paces."""
    words = " ".join(GUIDE.split())

    assert (
        "easy part if the mean likeness of its wrong answers is at most 0.5, in a hard one if it is at least 0.5"
        in words
    )
    assert "in a medium one from 0.25 to 0.75" in words
    assert {"easy": (0, 0.5), "medium": (0.25, 0.75), "hard": (0.5, 1)} == LIKENESS
    demands = words[words.index("the demand of its type") : words.index("where nothing is said")]
    paces = words[words.index("the pace of its type") : words.index("What the author of a question says")]
    assert {f"{kind.demand:g}" for kind in ITEM_TYPES.values()} <= set(re.findall(r"[\d.]+\d", demands))
    assert {f"{kind.pace:g}" for kind in ITEM_TYPES.values()} <= set(re.findall(r"\d(?:\.\d+)?", paces))


def test_every_blueprint_that_comes_along_is_named():
    """The guide lists them."""
    assert [name for name in bundled_blueprints() if f"`{name}`" not in GUIDE] == []
