"""``worksheets cache``: what is kept between runs, and taking it away."""

from __future__ import annotations

from pathlib import Path

import click

from ..press.store import Store, cache_folder, clear
from .printing_options import cache_option

KINDS = {"block": "typeset blocks", "font": "fonts", "object": "objects of PDF", "screen": "fonts of web books"}


@click.command(
    epilog="""\b
Examples:
  worksheets cache            where it is and how full
  worksheets cache --clear    take it away; the next run typesets everything anew"""
)
@click.option("--clear", "clearing", is_flag=True, help="Take everything away that is kept.")
@cache_option
def cache(clearing: bool, cache: Path | None) -> None:
    """Show or clear what printing keeps between runs.

    Each piece of a sheet is typeset once and kept: questions, names of students, page numbers. Nothing in it is ever
    out of date, and it stays below a quarter of a gigabyte: what was not used for longest goes first. It holds names
    of students, so clear it before you give the computer away.
    """
    folder = cache or cache_folder()
    if clearing:
        click.echo(f"{_megabytes(clear(folder))} freed in {folder}")
        return
    with Store(folder) as store:
        size = store.measure()
    if store.in_memory:
        click.echo(f"Nothing can be kept in {folder}: every run typesets everything anew. Name another with --cache.")
        return
    click.echo(f"{size.path}, {_megabytes(size.size)}")
    for kind, name in KINDS.items():
        click.echo(f"{size.entries.get(kind, 0):>8} {name}")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
