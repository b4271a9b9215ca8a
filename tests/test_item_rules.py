"""The table of item rules in the manual: each rule is there, and the files that it names speak of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RULES = (
    *(f"H{number}" for number in range(1, 16)),
    *(f"P{number}" for number in range(1, 7)),
    *(f"D{number}" for number in range(1, 4)),
    *(f"HI-{number}" for number in range(1, 5)),
    *(f"G{number}" for number in range(1, 37)),
    *(f"S{number}" for number in range(1, 8)),
)
ROWS = {
    row[0]: row[1:]
    for line in (ROOT / "docs" / "item-rules.md").read_text("utf-8").splitlines()
    if len(row := [cell.strip() for cell in line.strip("|").split("|")]) == 5 and re.match(r"[A-Z]+-?\d", row[0])
}


def files(cell: str, folder: str) -> list[Path]:
    """The files that a cell names, below a folder unless they begin in another."""
    names = re.findall(r"`([\w/]+\.py)`", cell)
    return [ROOT / name if name.startswith("build_tools/") else ROOT / folder / name for name in names]


def test_every_rule_has_its_row():
    """The rules of item writing are all in the table, in their order."""
    assert tuple(ROWS) == RULES


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_named_by_whoever_keeps_it(rule):
    """Each file that is said to keep, check or test a rule cites it."""
    _, kept, checked, test = ROWS[rule]
    named = [*files(kept, "worksheets"), *files(checked, "worksheets"), *files(test, "tests")]
    silent = [str(path) for path in named if not re.search(rf"\b{rule}\b", path.read_text("utf-8"))]

    assert silent == []


@pytest.mark.parametrize("rule", RULES)
def test_nobody_judges_its_own_work(rule):
    """What is said to check a rule is no item type: rules stand apart from what asks."""
    assert "item_types/" not in ROWS[rule][2]
