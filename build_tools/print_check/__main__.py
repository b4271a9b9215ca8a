"""``python -m build_tools.print_check FOLDER [--json]``: hold every printed book of a folder to the rules."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from worksheets.resources import templates

from ..book.editions import EDITIONS
from .report import check, in_text, places_of


def _colours(edition: str) -> str:
    """The tokens of an edition that differ from the common ones."""
    own = EDITIONS[edition].tokens if edition in EDITIONS else {}
    return "".join(f"{name}: {value};" for name, value in own.items())


def main(arguments: list[str]) -> int:
    """Report on every layout of a folder; 1 if a rule is broken, 2 if there is none to check."""
    folder = Path(next((one for one in arguments if not one.startswith("--")), "_build/pdf"))
    layouts = sorted(folder.glob("layout-*.json"))
    if not layouts:
        print(f"{folder}: there is no layout-*.json; print the book first (make pdf)", file=sys.stderr)
        return 2
    broken, told = False, {}
    tokens = (templates() / "tokens.css").read_text("utf-8")
    for path in layouts:
        layout = json.loads(path.read_text("utf-8"))
        name = path.stem.removeprefix("layout-")
        faults = check(layout["pages"], folder / f"{name}.pdf", _colours(name) + tokens, name)
        broken = broken or bool(faults)
        if "--json" in arguments:
            places = places_of(layout)
            told[name] = [
                {"rule": one.rule, "page": one.page, "place": places(one), "what": one.what, "mend": one.mend}
                for one in faults
            ]
        else:
            print(in_text(name, layout, faults))
    if told:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    return int(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
