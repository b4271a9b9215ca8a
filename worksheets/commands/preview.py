"""``worksheets preview``: a sheet and its key to look through before anything is printed."""

from __future__ import annotations

import difflib
import shlex
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from ..class_output import personal_sheets
from ..class_set import ClassSet
from ..files import write_whole
from ..plain_text import counted
from ..problems import Faults, Problem, Source
from ..rendering.preview_page import preview_page
from ..rendering.preview_text import Role, preview_lines
from ..roster import Student
from ..worksheet import PersonalSheet
from .drawing_options import Wanted, drawing_options

STYLES: dict[Role, str] = {"title": "bold", "section": "bold", "question": "", "key": "green", "note": "dim"}


@click.command(
    epilog="""\b
Examples:
  worksheets preview _build/facts.json --blueprint homework                            some sheet
  worksheets preview _build/facts.json --class 10b.csv --blueprint homework --mode one --seed autumn --swap 7
  worksheets preview _build/facts.json --class 10b.csv --blueprint homework --seed autumn --sheet "Ann O'Neill"
  worksheets preview _build/facts.json --class 10b.csv --blueprint homework --html preview.html

The same options draw the same sheets with `worksheets make`; the last line says how to print them."""
)
@drawing_options(class_needed=False)
@click.option("--sheet", metavar="WHICH", default="",
              help="The sheet of this student, code or form; left out, the first one, or all forms.")  # fmt: skip
@click.option("--html", "page", metavar="FILE", type=click.Path(path_type=Path),
              help="Write an HTML page for the browser instead.")  # fmt: skip
def preview(wanted: Wanted, sheet: str, page: Path | None) -> None:
    """Show a sheet with its key, and the name of each question's facts, in the terminal or as HTML.

    FACTS is the file that `sphinx-build -b facts` writes, usually _build/facts.json.
    """
    if page and page.suffix.lower() not in (".html", ".htm"):
        what, mend = f'a preview is an HTML page, and "{page.name}" is called otherwise', "write --html preview.html"
        raise Faults([Problem(Source("--html"), what, mend, "preview.name")])
    material = wanted.read()
    wanted.advise(material)
    class_set = wanted.draw(material)
    shown = _shown(class_set, sheet)
    command = shlex.join(wanted.command)
    if page:
        title = f"Preview: {class_set.worksheets[0].title}"
        sole = len(class_set.worksheets) == 1
        content = preview_page(shown, wanted.paper, title=title, command=command, sole=sole)
        write_whole(page, content.encode())
        click.echo(f"{page}: {', '.join(found.worksheet.code for found in shown)}")
    else:
        console = Console(highlight=False, soft_wrap=True)
        for found in shown:
            for line in preview_lines(found, wanted.paper):
                console.print(Text(_visible(line.text), style=STYLES[line.role]))
            console.print()
    if (count := len(class_set.worksheets)) > len(shown):
        click.echo(f"{counted(len(shown), 'sheet')} of {count}; --sheet shows another.", err=True)
    if not wanted.class_file:
        click.echo("A class gets other sheets from the same seed: name it with --class to see them.", err=True)
    click.echo(f"To print: {command}", err=True)


def _shown(class_set: ClassSet, which: str) -> list[PersonalSheet]:
    """The sheets that are asked for, each worksheet once.

    :raises Faults: if there is no such student, code or form.
    """
    sheets = personal_sheets(class_set)
    if not which:
        named = {spot.sheet for spot in class_set.by_hand.swap}
        touched = [sheet for sheet in sheets if {sheet.worksheet.code, sheet.worksheet.form} & named - {""}]
        chosen = [*sheets] if class_set.mode == "forms" else touched or [sheets[0]]
    else:
        code, key = which.upper(), Student(which).key
        chosen = [
            sheet
            for sheet in sheets
            if code in (sheet.worksheet.code, sheet.worksheet.form) or Student(sheet.student_name).key == key
        ]
    if not chosen:
        known = {name for sheet in sheets for name in (sheet.student_name, sheet.worksheet.code, sheet.worksheet.form)}
        close = sorted(name for name in known if key in name.casefold()) or difflib.get_close_matches(which, known, n=1)
        mend = f'write "{close[0]}"' if close else "give a student's name, the code of a sheet or the letter of a form"
        raise Faults([Problem(Source("--sheet"), f'there is no sheet "{which}"', mend, "preview.unknown-sheet")])
    owners = Counter(sheet.worksheet.code for sheet in sheets)
    return [
        sheet if owners[code] == 1 else replace(sheet, student_name="")
        for code, sheet in {sheet.worksheet.code: sheet for sheet in reversed(chosen)}.items()
    ][::-1]


def _visible(text: str) -> str:
    """A text without signs that a terminal takes for commands."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
