"""What is stored is forgotten where anything that set it has changed."""

from __future__ import annotations

import ast
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
