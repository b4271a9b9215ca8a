"""``worksheets make``: a class set from bank, class list and blueprint."""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path
from textwrap import fill

import click

from ..bank_file import bank_digest
from ..blueprint import bundled_blueprints
from ..class_output import make_output
from ..files import write_together
from ..item_types import ITEM_TYPES
from ..lean_json import json_bytes
from ..manifest import manifest_of
from ..printing import Arrangement
from ..profiles import NAMES
from .drawing_options import Wanted, drawing_options
from .meanwhile import meanwhile
from .printing_options import printer_of, printing_options
from .progress import Steps, drawn, named, paper_needed
from .replacing import refuse_to_lose

HELP_WIDTH = 76  # characters, beside the margin that click gives a help text


@click.command(
    epilog="""\b
Examples:
  worksheets make _build/facts.json --class classes/10b.csv --blueprint homework --output out
  worksheets make _build/facts.json --class 10b.csv --blueprint chapter-test --chapters 3 --mode forms --output out
  worksheets make _build/facts.json --class 10b.csv --blueprint my-sheet.yaml --seed autumn --output out

\b
A class list is a CSV file, as a spreadsheet saves it:      A blueprint is a small YAML file:
  first,last                                                  title: Homework
  Ann,O'Neill                                                 minutes: 20
  Пётр,Иванов                                                 questions:
                                                                - type: multiple-choice
                                                                  count: 5
                                                                - type: short-answer
                                                                  marks: 6

\b
Your own questions are a Markdown file, 10b.questions.md beside 10b.csv; in the blueprint "- type: own":
  ## Which of these did we see?         ## Who spoke to us? (1 mark)
  - [ ] a sundial                       Answer: the director
  - [x] a sextant                       Accept: Ms Weber; her name
  - [ ] a globe                         Lines: 1
"""
)
@drawing_options(class_needed=True)
@click.option("--output", required=True, metavar="DIR", type=click.Path(path_type=Path),
              help="Folder for sheets.pdf, keys.pdf, their HTML and manifest.json.")  # fmt: skip
@printing_options
@click.option("--paper-count", is_flag=True, help="Only tell how much paper it takes; write nothing.")
@click.option("--replace", "replace_old", is_flag=True, help="Replace another class set in the output folder.")
@click.option("--json", "as_json", is_flag=True, help="Tell what was made as JSON.")
def make(
    wanted: Wanted, output: Path, arrange: Arrangement, fit: int | None, per_student: bool, cache: Path | None,
    no_cache: bool, direct: bool, paper_count: bool, replace_old: bool, as_json: bool,
) -> None:  # fmt: skip
    """Draw, print and key the worksheets of a class from a bank of FACTS.

    FACTS is the file that `sphinx-build -b facts` writes, usually _build/facts.json.
    """
    printer = printer_of(arrange, fit, cache, no_cache, direct)
    material = wanted.read()
    wanted.advise(material)
    book, roster = material.book, material.roster
    language = book.language

    def typeset_names() -> None:
        printer.typeset_names(roster.students, roster.title, paper=wanted.paper, language=language)

    # The names of a new class are typeset in a process of its own while its sheets are drawn.
    with Steps() as steps, meanwhile(typeset_names) as typesetting:
        steps.start("3 choose, 4 ask, 5 compose", len(roster.students))
        class_set = wanted.draw(material, steps.reached)
        steps.start("7 print: names")
        typesetting.result()
        manifest = manifest_of(
            class_set,
            bank_title=book.title,
            bank_sha256=bank_digest(book),
            blueprint_digest=material.plan.digest,
        )
        if not replace_old and not paper_count:
            refuse_to_lose(output, manifest, "choose another folder with --output, or add --replace")
        steps.start("6 render, 7 print")
        made = make_output(class_set, manifest, printer, steps.reached, per_student=per_student)
        if not paper_count:
            write_together(output, made.files)
    students, different = len(class_set.sheets), len(class_set.worksheets)
    if as_json:
        summary = {"seed": wanted.seed, "students": students, "worksheets": different, "output": str(output),
                   "sides": made.paper and made.paper.sides,
                   "files": [] if paper_count else sorted(made.files)}  # fmt: skip
        click.echo(json_bytes(summary), nl=False)
        return
    where = "nothing written" if paper_count else f"in {output}: {named(made.files)}"
    click.echo(f"{drawn(students, different)}, seed {wanted.seed}, {where}")
    if made.paper:
        click.echo(paper_needed(made.paper))
    if not material.plan.minutes and any(student.profile.extra_time for student in roster.students):
        click.echo('The blueprint has no "minutes", so no sheet tells of extra time.', err=True)
    if not any(place.pages for worksheet in class_set.worksheets for q in worksheet.questions for place in q.places):
        click.echo(
            "The keys name sections only: this bank has no page numbers. Print the book first (`make pdf`).", err=True
        )


def _item_types() -> str:
    """The names that a blueprint may use, and what each type is made from."""
    margin = max(map(len, ITEM_TYPES)) + 4
    return "\n".join(
        fill(item_type.takes, HELP_WIDTH, initial_indent=f"  {name}".ljust(margin), subsequent_indent=" " * margin)
        for name, item_type in ITEM_TYPES.items()
    )


def _graded() -> list[str]:
    """The names of the types that can be made easier and harder."""
    return [name for name, item_type in ITEM_TYPES.items() if item_type.graded]


make.help = (
    f"{cleandoc(make.help or '')}\n\nBlueprints that come with the tool: {', '.join(bundled_blueprints())}.\n\n"
    f"In a column profile the class list says what a student needs: {', '.join(NAMES)}; several with a + in between. "
    "Numbers of questions stay the same, and no sheet names a profile.\n\n"
    f"\b\nItem types for a blueprint of your own, and what they are made from:\n{_item_types()}\n\n"
    f"A part may be easy, medium or hard (difficulty) if it is of the type {', '.join(_graded())}. docs/blueprints.md "
    "has all settings: shares of chapters and levels, marks, minutes, equal forms."
)
