"""What the papers at the door say is true: links, commands, examples and the plan of the house."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.mark.marks import read
from tests.test_architecture import FLOORS
from worksheets.blueprint import blueprint_from, bundled_blueprints
from worksheets.cli import commands
from worksheets.item_types import ITEM_TYPES
from worksheets.yaml_source import parse_yaml

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("classes/*.md")])
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
SETTINGS = set(re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.MULTILINE))

by_name = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def code(path: Path) -> list[str]:
    """Every line and every run of words that a document sets as code."""
    text = path.read_text("utf-8")
    fenced = [line for block in re.findall(r"^```\w*\n(.*?)^```$", text, re.M | re.S) for line in block.splitlines()]
    indented = re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    return [*fenced, *indented, *re.findall(r"`([^`\n]+)`", text)]


@by_name
def test_every_link_leads_somewhere(path):
    """Links within the repository name files that are there."""
    links = re.findall(
        r"\]\(([^)#]+)[^)]*\)", re.sub(r"^````?.*?^````?$", "", path.read_text("utf-8"), flags=re.M | re.S)
    )
    dead = [link for link in links if "://" not in link and not (path.parent / link).exists()]

    assert dead == []


@by_name
def test_every_path_in_the_text_is_there(path):
    """A file or folder of the code that a document names exists."""
    named = [words for words in code(path) if re.fullmatch(r"(worksheets|build_tools|templates|tests)/[\w./-]+", words)]
    gone = [name for name in named if not (ROOT / name).exists()]

    assert gone == []


@by_name
def test_every_make_command_can_be_typed(path):
    """Targets and settings that a document gives to make are those of the Makefile."""
    typed = [shlex.split(line, comments=True) for line in code(path) if re.match(r"make\b", line)]
    words = [word for _, *words in typed for word in words]
    unknown = [word for word in words if word.partition("=")[0] not in (SETTINGS if "=" in word else TARGETS)]

    assert unknown == []


@by_name
def test_every_worksheets_command_can_be_typed(path):
    """Subcommands and options that a document shows are those of the program."""
    unknown = []
    for line in code(path):
        if found := re.match(r"(?:\.venv/bin/)?worksheets (?!\.)(.*)", line):
            name, *words = shlex.split(found[1], comments=True)
            command = commands.commands.get(name, commands)
            options = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
            unknown += [] if name in {*commands.commands, "--help"} else [name]
            unknown += [word for word in words if word.startswith("--") and word not in options]

    assert unknown == []


def test_the_readme_shows_commands():
    """The tests above do not pass for want of commands."""
    lines = code(ROOT / "README.md")

    assert sum(line.startswith("make") for line in lines) >= 3
    assert sum("worksheets " in line for line in lines) >= 3


def test_the_blueprint_of_the_readme_is_sound():
    """Whoever copies it gets a sheet with its title and its parts."""
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    blueprint = blueprint_from(parse_yaml(text, "README.md"), "README.md")

    assert blueprint.title == "The week's homework"
    assert len(blueprint.parts) == text.count("- type:")


def test_the_mark_of_the_readme_is_sound():
    """The first fact that a teacher copies has no fault."""
    ((kind, text),) = re.findall(r"^```\{fact:(\w+)\}(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    marked = read(kind + text)

    assert () == marked.problems
    assert marked.fact is not None


def test_every_bundled_blueprint_is_named_where_one_looks():
    """The README and `make help` list them."""
    silent = [name for name in bundled_blueprints() if f"`{name}`" not in README or name not in MAKEFILE]

    assert silent == []


def test_every_item_type_has_a_page_in_the_manual():
    """It says what is needed and what it is worth, shows an example, and is found from the list of all."""
    listed = (ROOT / "docs" / "item-types.md").read_text("utf-8")
    silent = []
    for name, kind in ITEM_TYPES.items():
        page = ROOT / "docs" / "item-types" / f"{name}.md"
        text = page.read_text("utf-8") if page.exists() else ""
        told = ("**needs**" in text.lower(), "**mark" in text.lower(), "> " in text or "```text" in text)
        if not all(told) or f"| [{name}](item-types/{name}.md) | {kind.takes} |" not in listed:
            silent.append(name)

    assert silent == []


def test_the_plan_of_the_house_is_the_one_that_is_kept():
    """ARCHITECTURE.md draws the floors as the test of the arrows has them, top floor first."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    (drawn,) = re.findall(r"^    cli →.*?\n\n", text, re.MULTILINE | re.DOTALL)
    floors = tuple(tuple(re.split(r",\s+", floor.strip())) for floor in drawn.split("→"))

    assert floors == FLOORS[:-1]


def test_every_word_of_the_glossary_is_explained():
    """A word stands alone on its line, its meaning below it behind a colon; words come in their order."""
    text = (ROOT / "GLOSSARY.md").read_text("utf-8")
    words = re.findall(r"^(\w[\w, ]*)\n: ", text, re.MULTILINE)

    assert len(words) >= 20
    assert words == sorted(words)
