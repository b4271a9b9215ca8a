"""Options of all commands that print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ..press.store import cache_folder
from ..printing import ARRANGEMENTS, Arrangement, Printer

F = TypeVar("F", bound=Callable[..., Any])


def cache_option(command: F) -> F:
    """Add ``--cache``."""
    return click.option(
        "--cache", metavar="DIR", type=click.Path(path_type=Path),
        help="Folder for typeset pieces, which later runs then need not typeset again.",
    )(command)  # fmt: skip


def printing_options(command: F) -> F:
    """Add the options that say how sheets are printed."""
    options = (
        click.option("--arrange", type=click.Choice(ARRANGEMENTS), default="double", show_default=True,
                     help="How pages go on paper: double begins every sheet on a new leaf, single wastes no side, "
                          "two-up and four-up put several pages on a side, booklet is folded and stapled."),
        click.option("--fit", type=click.IntRange(1), metavar="PAGES",
                     help="The most pages of a sheet; there are fewer lines to write on if need be."),
        click.option("--per-student", is_flag=True, help="Besides, a PDF for each student, in the folder sheets."),
        cache_option,
        click.option("--no-cache", is_flag=True, help="Typeset everything anew and keep nothing."),
        click.option("--direct", is_flag=True,
                     help="Have WeasyPrint set whole pages: slow, and what the other way is measured against."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def printer_of(arrange: Arrangement, fit: int | None, cache: Path | None, no_cache: bool, direct: bool) -> Printer:
    """Make a printer as the options say.

    :raises click.UsageError: if they contradict each other.
    """
    if direct and (fit or arrange not in ("double", "single")):
        raise click.UsageError("--direct knows neither --fit nor --arrange; leave them out, or leave out --direct")
    folder = None if no_cache else cache or cache_folder()
    return Printer(cache=folder, direct=direct, arrangement=arrange, fit=fit)
