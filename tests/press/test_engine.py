"""What is stored is forgotten where anything that set it has changed."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from worksheets.press import engine

PRESS = Path(engine.__file__).parent


def imported(name: str) -> set[str]:
    """The modules of the press that one of them imports, by themselves and by those that they import."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        tree = ast.parse((PRESS / f"{waiting.pop()}.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module and node.module not in found:
                found.add(node.module)
                waiting.append(node.module)
    return found


def test_all_code_that_sets_a_block_is_part_of_the_engine() -> None:
    """A block that older code has set is set anew."""
    assert {f"{name}.py" for name in imported("block_child")} <= {*engine._OURS}


def test_all_packages_that_set_a_block_are_part_of_the_engine() -> None:
    """A block that another version of one of them has set is set anew."""
    used: set[str] = set()
    for name in ("block_child", *imported("block_child")):
        for node in ast.walk(ast.parse((PRESS / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                used.add(node.module.split(".")[0])
            elif isinstance(node, ast.Import):
                used |= {one.name.split(".")[0] for one in node.names}

    assert used - sys.stdlib_module_names - {"worksheets"} <= {*engine._PACKAGES}
