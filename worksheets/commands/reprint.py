"""``worksheets reprint``: the same sheets again, from their manifest alone."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import click

from .. import __version__
from ..card_record import names_of, read_record, students_of
from ..class_output import make_output
from ..class_set import ClassSet
from ..files import write_together
from ..manifest import class_set_of, manifest_of, read_manifest
from ..name_letters import unprintable_names
from ..printing import Arrangement
from ..problems import Faults, Problem, Source
from ..roster import Student
from .card_output import print_cards
from .printing_options import printer_of, printing_options
from .progress import Steps, drawn, paper_needed
from .replacing import refuse_to_lose


@click.command(
    epilog="""\b
Examples:
  worksheets reprint out/manifest.json --output again                        the whole class
  worksheets reprint out/manifest.json --student "Ann O'Neill" --output again   one lost sheet and its key
  worksheets reprint out/manifest.json --sheet K7Q2M --output again             the sheet that bears this code
  worksheets reprint out/bingo.json --student "Ann O'Neill" --output again      one lost card of a game
  worksheets reprint out/cards.json --output again                              flash cards"""
)
@click.argument("manifest_file", metavar="MANIFEST", type=click.Path(path_type=Path))
@click.option("--output", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder for the files.")
@click.option("--student", "students", multiple=True, metavar="NAME", help="Only this student; may be given again.")
@click.option(
    "--sheet", "sheets", multiple=True, metavar="CODE", help="Only the sheet with this code; may be given again."
)
@printing_options
def reprint(
    manifest_file: Path, output: Path, students: tuple[str, ...], sheets: tuple[str, ...], arrange: Arrangement,
    fit: int | None, per_student: bool, cache: Path | None, no_cache: bool, direct: bool,
) -> None:  # fmt: skip
    """Print the sheets and keys that a MANIFEST describes: the same bytes as the first time.

    The manifest.json beside the sheets holds every question in full, so neither the book nor the class list is needed,
    and it is of no account whether they have changed since. It may also be the bingo.json or cards.json beside what
    was printed to be cut out.
    """
    printer = printer_of(arrange, fit, cache, no_cache, direct)
    if record := read_record(manifest_file):
        if sheets or fit or per_student or direct or arrange != "double":
            raise click.UsageError("cards are printed as they were; of them only --student can be chosen")
        if problems := unprintable_names(names_of(record), Source(str(manifest_file))):
            raise Faults(problems)
        chosen = _students(students, students_of(record), str(manifest_file))
        print_cards(record, printer, output, replace_old=False, students=chosen)
        return
    manifest = read_manifest(manifest_file)
    if manifest.tool != __version__:
        click.echo(f"Drawn with version {manifest.tool}, printed with {__version__}: same questions, "
                   "but the pages may be laid out otherwise.", err=True)  # fmt: skip
    class_set = class_set_of(manifest)
    if students or sheets:
        class_set = _chosen(class_set, students, sheets, str(manifest_file))
        kept = manifest_of(
            class_set,
            bank_title=manifest.bank.title,
            bank_sha256=manifest.bank.sha256,
            blueprint_digest=manifest.blueprint,
        )
        manifest = replace(kept, tool=manifest.tool, algorithm=manifest.algorithm)
    refuse_to_lose(output, manifest, "choose another folder with --output")
    names = (class_set.class_name, *(sheet.student.name for sheet in class_set.sheets))
    if problems := unprintable_names(names, Source(str(manifest_file))):
        raise Faults(problems)
    with Steps() as steps:
        steps.start("6 render, 7 print")
        made = make_output(class_set, manifest, printer, steps.reached, per_student=per_student)
        write_together(output, made.files)
    click.echo(f"{drawn(len(class_set.sheets), len(class_set.worksheets))}, in {output}")
    if made.paper:
        click.echo(paper_needed(made.paper))


def _students(wanted: Sequence[str], names: Sequence[str], path: str) -> set[str]:
    """The names on the cards that are wanted, however they were typed.

    :raises Faults: for each that is not there.
    """
    by_key = {Student(name).key: name for name in names}
    if problems := [_unknown(name, names, path) for name in wanted if Student(name).key not in by_key]:
        raise Faults(problems)
    return {by_key[Student(name).key] for name in wanted}


def _unknown(name: str, names: Collection[str], path: str) -> Problem:
    close = difflib.get_close_matches(name, names, n=1)
    mend = f'write "{close[0]}"' if close else "the names stand in the file"
    return Problem(Source(path), f'no student "{name}"', mend, "reprint.unknown-student")


def _chosen(class_set: ClassSet, students: tuple[str, ...], sheets: tuple[str, ...], path: str) -> ClassSet:
    """The sheets of some students and those with some codes, in the order of the class list.

    :raises Faults: for each name and code that is not in it.
    """
    by_key = {sheet.student.key: sheet.student.name for sheet in class_set.sheets}
    codes = {sheet.worksheet.code for sheet in class_set.sheets}
    problems = [_unknown(name, by_key.values(), path) for name in students if Student(name).key not in by_key]
    for code in sheets:
        if code.upper() not in codes:
            mend = "the code stands at the foot of the sheet"
            problems.append(Problem(Source(path), f'no sheet "{code}"', mend, "reprint.unknown-sheet"))
    if problems:
        raise Faults(problems)
    keys, wanted = {Student(name).key for name in students}, {code.upper() for code in sheets}
    chosen = (sheet for sheet in class_set.sheets if sheet.student.key in keys or sheet.worksheet.code in wanted)
    return replace(class_set, sheets=tuple(chosen))
