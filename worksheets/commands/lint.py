"""``worksheets lint``: faults before they reach a sheet."""

from __future__ import annotations

from pathlib import Path

import click

from ..askability import askable
from ..bank import FactBank
from ..bank_file import read_bank
from ..bank_lint import FULL_CLASS, bank_faults, thin_classes
from ..blueprint import find_blueprint
from ..compose import compose
from ..lean_json import json_bytes, lean
from ..mark_schemes import FOLDER, read_schemes, schemes_beside
from ..name_letters import unprintable_names
from ..plain_text import counted
from ..problems import Faults, Problem, Source
from ..roster import read_roster

TRIALS = 10  # sheets drawn to see whether a blueprint can be filled


@click.command(
    epilog="""\b
Examples:
  worksheets lint _build/facts.json
  worksheets lint _build/facts.json --blueprint homework --chapters 3
  worksheets lint _build/facts.json --class classes/10b.csv --json"""
)
@click.argument("bank", metavar="FACTS", type=click.Path(path_type=Path))
@click.option("--blueprint", metavar="FILE", help="Also see whether this blueprint can be filled.")
@click.option("--chapters", metavar="LIST", help="With --blueprint: ask about these chapters, such as 1,3.")
@click.option("--class", "class_file", type=click.Path(path_type=Path), help="Also read this class list.")
@click.option("--advice", is_flag=True, help="Also name classes too small and facts that cannot be asked.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.pass_context
def lint(
    context: click.Context,
    bank: Path,
    blueprint: str | None,
    chapters: str | None,
    class_file: Path | None,
    advice: bool,
    as_json: bool,
) -> int:
    """Look for faults in a bank of FACTS, a blueprint and a class list before anything is printed.

    Exit status 1 when there are faults. What Sphinx sees while it reads the chapters is told by `make html`.
    """
    book = read_bank(bank)
    faults = list(bank_faults(book))
    if blueprint:
        faults += _blueprint_faults(book, blueprint, chapters)
    if class_file:
        faults += _class_faults(class_file)
    hints = _hints(book) if advice else []
    if as_json:
        report = {"faults": [lean(fault) for fault in faults], "advice": hints}
        click.echo(json_bytes(report), nl=False)
    else:
        for fault in faults:
            click.echo(fault)
        for hint in hints:
            click.echo(f"advice: {hint}")
        click.echo(f"{counted(len(book), 'fact')}, {counted(len(faults), 'fault')}", err=True)
    return 1 if faults else 0


def _blueprint_faults(book: FactBank, name: str, chapters: str | None) -> list[Problem]:
    try:
        blueprint = find_blueprint(name).scoped(chapters)
        schemes = schemes_beside(Path(name))
        for trial in range(TRIALS):
            compose(book, blueprint, f"lint {trial}", code="", schemes=schemes)
    except Faults as found:
        return list(found.problems)
    return []


def _class_faults(path: Path) -> list[Problem]:
    try:
        return unprintable_names(read_roster(path).names, Source(str(path)))
    except Faults as found:
        return list(found.problems)


def _hints(book: FactBank) -> list[str]:
    hints = [
        f'the {thin.kind} class "{thin.category}" has {len(thin.members)} of {FULL_CLASS} members: '
        + ", ".join(thin.members)
        for thin in thin_classes(book)
    ]
    for entry in askable(book, schemes=read_schemes(Path(FOLDER))):
        if entry.fact.weight and not entry.ways:
            reasons = "; ".join(entry.reasons)
            hints.append(f"{entry.fact.source}: no question can be made of {entry.fact.id}: {reasons}")
    return hints
