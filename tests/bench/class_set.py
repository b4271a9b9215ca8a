"""How long a class set takes: `make bench`.

Draws thirty personal sheets from the book's bank and prints them as one document; the peer is the same work with one
document for each sheet, what a script around any HTML printer would do. Whole processes are not timed here, only the
stages; each figure is the median of three runs, and the last column its ratio to the peer.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from worksheets.bank_file import read_bank
from worksheets.blueprint import find_blueprint
from worksheets.class_output import personal_sheets
from worksheets.class_set import draw_class_set
from worksheets.printing import print_sheets
from worksheets.roster import read_roster

ROOT = Path(__file__).parents[2]
RUNS = 3


def median_seconds(work: Callable[[], object]) -> float:
    """The median of some runs, in seconds of wall-clock time."""
    seconds = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def main() -> None:
    """Print the table."""
    bank_path = ROOT / "_build" / "facts.json"
    if not bank_path.exists():
        sys.exit("There is no bank yet: type `make bank` first.")
    book = read_bank(bank_path)
    roster = read_roster(ROOT / "classes" / "sample.csv")
    blueprint = find_blueprint("homework")
    class_set = draw_class_set(book, roster, blueprint, seed="bench")
    sheets = personal_sheets(class_set)
    rows = [
        ("choose, ask, compose", median_seconds(lambda: draw_class_set(book, roster, blueprint, seed="bench"))),
        ("print as one document", median_seconds(lambda: print_sheets(sheets, paper="a4", title="Bench"))),
        (
            "print one document a sheet (peer)",
            median_seconds(lambda: [print_sheets([sheet], paper="a4", title="Bench") for sheet in sheets]),
        ),
    ]
    peer = rows[-1][1]
    print(f"{len(sheets)} sheets of {len(class_set.worksheets[0].questions)} questions, median of {RUNS} runs")
    for name, seconds in rows:
        print(f"{name:36} {seconds:7.2f} s   {seconds / peer:5.2f} of the peer")


if __name__ == "__main__":
    main()
