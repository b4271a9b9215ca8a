"""Options of the commands that draw sheets: what a teacher wants otherwise than it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def hand_options(command: F) -> F:
    """Add the options that ``hand_from`` reads."""
    options = (
        click.option("--swap", multiple=True, metavar="NUMBER",
                     help="Another question in place of this one; the rest stays. Twice: yet another. "
                          "Where there are several sheets, A:7 or K7Q2M:7."),
        click.option("--pin", multiple=True, metavar="FACT",
                     help="Every sheet asks about this fact, given by its name."),
        click.option("--without", multiple=True, metavar="FACT",
                     help='No sheet asks about this fact, or about those whose names fit a pattern: "trial-*".'),
        click.option("--only-types", metavar="TYPES", default="",
                     help="Of the blueprint's parts only those of these item types: multiple-choice,cloze."),
        click.option("--without-content-notes", is_flag=True,
                     help="Leave out all facts whose author has written a content note."),
        click.option("--lines", multiple=True, metavar="NUMBER=LINES",
                     help="So many lines to write on under this question: 7=4."),
        click.option("--questions", metavar="FILE", type=click.Path(path_type=Path),
                     help="Your own questions, a Markdown file. Left out, 10b.questions.md beside the class list "
                          "10b.csv if the blueprint has a part of type own."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command
