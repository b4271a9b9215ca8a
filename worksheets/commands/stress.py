"""``worksheets stress``: every question of a book and many sheets, judged before anybody meets them."""

from __future__ import annotations

from pathlib import Path

import click

from ..bank_file import read_bank
from ..files import write_together
from ..mark_schemes import FOLDER, read_schemes
from ..plain_text import counted
from ..stress.page import as_json, page
from ..stress.questions import Progress
from ..stress.report import StressReport, stress
from .progress import Steps

TOLD = 40  # faults printed; all are in the report


@click.command(
    "stress",
    epilog="""\b
Examples:
  worksheets stress _build/facts.json
  worksheets stress _build/facts.json --seeds 20 --output _build/stress""",
)
@click.argument("bank", metavar="FACTS", type=click.Path(path_type=Path))
@click.option("--seeds", metavar="N", default=200, show_default=True, type=click.IntRange(1, 10_000),
              help="Draw each kind of sheet under so many seeds.")  # fmt: skip
@click.option("--output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
              help="Write the report here, as stress.html and stress.json.")  # fmt: skip
def stress_command(bank: Path, seeds: int, output: Path | None) -> int:
    """Ask every question that a bank of FACTS gives, draw many sheets, and judge all of them by the item rules.

    The report says where keys stand and how long they are, which wrong answers come again and again, which facts cannot
    be asked and why, and which questions are nearly the same. Exit status 1 when a rule is broken.
    """
    with Steps() as steps:

        def step(name: str) -> Progress:
            steps.start(name)
            return steps.reached

        found = stress(read_bank(bank), read_schemes(Path(FOLDER)), seeds=seeds, path=str(bank), step=step)
    if output:
        write_together(output, {"stress.html": page(found), "stress.json": as_json(found)})
    _tell(found)
    return 1 if found.faults else 0


def _tell(found: StressReport) -> None:
    for fault in found.faults[:TOLD]:
        click.echo(fault)
    if more := len(found.faults) - TOLD:
        click.echo(f"... and {more} more" if more > 0 else "", nl=more > 0)
    click.echo(
        f"{counted(found.facts, 'fact')}, {found.questions:,} questions, {counted(found.sheets, 'sheet')}, "
        f"{counted(len(found.not_asked), 'fact')} that cannot be asked, {counted(len(found.faults), 'fault')}",
        err=True,
    )
