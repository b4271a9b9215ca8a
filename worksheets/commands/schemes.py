"""``worksheets schemes``: by what extended answers are marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..dates import Date
from ..lean_json import json_bytes, lean
from ..mark_schemes import FOLDER, Component, MarkScheme, find_scheme, read_schemes, validity_warning
from ..problems import Faults, Problem, Source


@click.command(
    epilog="""\b
Examples:
  worksheets schemes                         every mark scheme, and when it holds
  worksheets schemes essay-15                its bands, from the highest to the lowest
  worksheets schemes --on 2028-05            also warn of schemes that do not hold in May 2028
  worksheets schemes --folder ../schemes     with your own schemes from another folder"""
)
@click.argument("name", required=False)
@click.option("--folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help=f"Folder of your own schemes. [default: {FOLDER}, where there is one]")  # fmt: skip
@click.option("--on", "written", metavar="DATE", help="Year, month or day of an examination, such as 2027-05.")
@click.option("--json", "as_json", is_flag=True, help="Print the schemes whole, as JSON.")
def schemes(name: str | None, folder: Path | None, written: str | None, as_json: bool) -> None:
    """List the mark schemes that the questions of a book can name, or show the one called NAME."""
    on = _date(written) if written else None
    at_hand = read_schemes(folder or Path(FOLDER))
    shown = [find_scheme(name, at_hand)] if name else [(scheme, None) for scheme in at_hand]
    if as_json:
        click.echo(json_bytes([_whole(scheme, component) for scheme, component in shown]), nl=False)
    else:
        for scheme, component in shown:
            _print(scheme, component)
    for scheme, _ in shown:
        if on and (warning := validity_warning(scheme, on)):
            click.echo(f"warning: {warning}", err=True)


def _date(written: str) -> Date:
    try:
        return Date.parse(written)
    except ValueError:
        what, mend = f'"{written}" is no date', "write a year, month or day, as 2027, 2027-05 or 2027-05-14"
        raise Faults([Problem(Source("--on"), what, mend, "mark-scheme.date")]) from None


def _whole(scheme: MarkScheme, only: Component | None) -> dict[str, Any]:
    dates = {"valid_from": str(scheme.valid_from or ""), "valid_through": str(scheme.valid_through or "")}
    components = [lean(component) for component in ((only,) if only else scheme.components)]
    whole: dict[str, Any] = {**lean(scheme), **dates, "components": components}
    return {key: value for key, value in whole.items() if value and key not in ("path", "sources")}


def _print(scheme: MarkScheme, only: Component | None) -> None:
    """Print a scheme in two lines and a line for each component; or one component with its bands."""
    click.echo(f"{scheme.id}: {scheme.title}" + (" (your own)" if scheme.own else ""))
    click.echo(f"  valid {scheme.validity}")
    if only:
        _print_whole(only)
        for line in (scheme.note, *(f"Not certain: {doubt}" for doubt in scheme.unsure)):
            click.echo(f"  {line}")
        return
    for component in scheme.components:
        how = f"{len(component.bands)} bands" if component.bands else "points"
        click.echo(f"  {component.id:<24} {component.marks:>3} marks, {how:<8} {component.title}")


def _print_whole(component: Component) -> None:
    click.echo(f"  {component.id}: {component.title}, {component.marks} marks")
    for text in filter(None, (component.points, *component.look_for)):
        click.echo(f"    {text}")
    for band in component.bands:
        click.echo(f"  {band.label:>7}  {band.descriptor}")
        for text in band.look_for:
            click.echo(f"           - {text}")
