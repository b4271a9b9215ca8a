"""``python -m build_tools.chapter_files FOLDER``: cut every printed book of a folder into its chapters."""

from __future__ import annotations

import sys
from pathlib import Path

from worksheets.problems import Faults

from .files import cut_books


def main(arguments: list[str]) -> int:
    """Write the chapters of every edition in a folder; 2 if there is none, or the folder cannot be written to."""
    folder = Path(next(iter(arguments), "_build/pdf"))
    try:
        counts = cut_books(folder)
    except Faults as faults:
        print(faults, file=sys.stderr)
        return 2
    for edition, (chapters, written) in counts.items():
        print(f"{folder / 'chapters' / edition}: {chapters} chapters, {written} of them new")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
