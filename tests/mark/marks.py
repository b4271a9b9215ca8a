"""Marks as an author writes them, for the tests of this stage."""

from __future__ import annotations

import textwrap

from build_tools.mark.markup import Mark, Marked, read_mark, split_mark
from worksheets.problems import Problem, Source

PATH = "book/01.md"


def written(text: str) -> tuple[Mark, tuple[Problem, ...]]:
    """Split a mark: "term osmosis" in the first line, options and body below it; the first line is line 1."""
    first, *rows = textwrap.dedent(text).strip("\n").splitlines()
    kind, _, argument = first.partition(" ")
    return split_mark(kind, argument, list(enumerate(rows, start=2)), Source(PATH, 1))


def read(text: str) -> Marked:
    """Read a mark; what was wrong with its lines is among its problems."""
    mark, problems = written(text)
    marked = read_mark(mark)
    return Marked(marked.fact, tuple(sorted({*problems, *marked.problems})))


def faults(text: str) -> list[str]:
    """The faults of a mark as an author sees them."""
    return [str(problem) for problem in read(text).problems]
