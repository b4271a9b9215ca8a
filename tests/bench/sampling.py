"""How long choosing, asking and composing take: part of `make bench`.

Draws personal sheets of twenty questions from the book's bank, and from a bank of 5,000 facts made of renamed copies of
it. Seconds are those of one processor. Each row is a process of its own, so that its peak memory is its own; reading
the bank is not timed.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from worksheets.bank_file import read_bank
from worksheets.blueprint import Blueprint, Part
from worksheets.class_set import draw_class_set
from worksheets.roster import Roster, Student

from .larger_bank import larger_bank

ROOT = Path(__file__).parents[2]
BANK = ROOT / "_build" / "bench" / "facts.json"
MANY_FACTS = 5_000
SHEETS = (30, 300, 1_000)
TWENTY = Blueprint(
    "Twenty questions",
    (
        Part("multiple-choice", count=6),
        Part("true-false", count=5),
        Part("cloze", count=4),
        Part("matching", count=1),
        Part("short-answer", count=4),
    ),
)
BYTES = 1 if sys.platform == "darwin" else 1024  # unit of ru_maxrss


def measure(sheets: int, facts: int) -> tuple[int, float, int, int]:
    """Facts in the bank, seconds of processor time, bytes of memory at most, and different questions among those drawn.

    :param facts: how many the bank shall have; 0 for the book's own.
    """
    book = read_bank(BANK)
    if facts:
        book = larger_bank(book, facts)
    roster = Roster("Bench", tuple(Student(f"Student {number}") for number in range(sheets)))
    begin = time.process_time()
    class_set = draw_class_set(book, roster, TWENTY, seed="bench")
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES
    drawn = {id(question): question for sheet in class_set.sheets for question in sheet.worksheet.questions}
    return len(book), seconds, peak, len(set(drawn.values()))


def main() -> None:
    """Print the table."""
    if not BANK.exists():
        sys.exit(f"There is no bank {BANK}: type `make bench`, which makes it.")
    print("choose, ask, compose: personal sheets of 20 questions")
    print(" facts  sheets   seconds  sheets/s  peak memory  different questions")
    for facts in (0, MANY_FACTS):
        for sheets in SHEETS:
            spawn = multiprocessing.get_context("spawn")
            with ProcessPoolExecutor(1, mp_context=spawn) as process:
                size, seconds, peak, questions = process.submit(measure, sheets, facts).result()
            print(
                f"{size:6,} {sheets:7,} {seconds:9.2f} {sheets / seconds:9.0f} {peak / 2**20:9.0f} MB {questions:12,}",
                flush=True,
            )


if __name__ == "__main__":
    main()
