"""Options of the commands that make things to cut out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from ..bank import FactBank
from ..blueprint import Blueprint, scope_of
from ..cards.suited import LeftOut
from ..press.store import cache_folder
from ..printing import Printer
from .drawing_options import seed_or_new
from .printing_options import cache_option

F = TypeVar("F", bound=Callable[..., Any])


def card_options(command: F) -> F:
    """Add what all of them take."""
    options = (
        click.option("--output", required=True, metavar="DIR", type=click.Path(path_type=Path),
                     help="Folder for the files."),
        click.option("--chapters", metavar="LIST", help="Only these chapters: 1,3. Left out, the whole book."),
        click.option("--seed", metavar="TEXT", callback=seed_or_new,
                     help="Any word: the same word draws the same again. Left out, one is made up and told."),
        click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True,
                     help="Paper, and edition of the book whose pages are named."),
        cache_option,
        click.option("--no-cache", is_flag=True, help="Typeset everything anew and keep nothing."),
        click.option("--paper-count", is_flag=True, help="Only tell how much paper it takes; write nothing."),
        click.option("--replace", "replace_old", is_flag=True,
                     help="Replace other cards of students in the output folder."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def chapters_of(book: FactBank, chapters: str | None) -> tuple[str, ...]:
    """Find the chapters that the command line names.

    :raises Faults: for each that is not in the book.
    """
    return tuple(chapter.name for chapter in scope_of(Blueprint("", ()).scoped(chapters), book).asked)


def card_printer(cache: Path | None, no_cache: bool) -> Printer:
    """Make a printer as the options say."""
    return Printer(cache=None if no_cache else cache or cache_folder())


def told_left_out(left_out: Sequence[LeftOut], where: str) -> str:
    """Say how many facts were left out, and why: "Left out of the cards: 3 disputed, 2 with a content note"."""
    counts = Counter(reason for _, reason in left_out)
    return f"Left out of {where}: {', '.join(f'{count} {reason}' for reason, count in sorted(counts.items()))}."
