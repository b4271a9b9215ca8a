"""The results in words: a table for each number of sheets, and the page that explains them."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from itertools import groupby

from .name_peers import NAME_PEERS, NAMES_PAGES
from .peer import Peer
from .peers import BASES, PEERS
from .results import Measured, Result

PAGE = """\
# How long printing takes

Sheets of twenty questions drawn from the book, each with another name on it and about four pages long, set by different
programs. The plot and the tables are made by `make bench`.

![Seconds by number of sheets, both on logarithmic scales](benchmark.svg)

{tables}

{names}

## What is compared

Every peer sets the same sheets in about the same type size, with the same lines to write on and each question whole on
its page; the tables say how many pages that made. At the foot of each page stand the sheet's code and "page 1 of 4".
Faces differ: pdfLaTeX has Computer Modern, the others Source Sans 3. "Tagged" means that the PDF tells a screen reader
what is a heading or a list; that costs time and size.

A run is a whole process, start-up included, from a prepared file (`.tex`, `.typ`, `.html`) to the PDF. Drawing the
questions and writing that file is not timed for anyone. Seconds are wall-clock time, the median of the runs; the peers
take turns. CPU is the time of all cores together, and tells how much of the machine a program took; memory is the peak.
For Chromium both are those of all its processes, each shared page of memory counted once.

Names are those of a school that the press has never seen, in Latin and Cyrillic letters. The press prints them as a
list; the other document has a page for each, which is what a block costs if it is typeset by itself.

A peer that is expected to take longer than a limit is left out, and one whose runs together would take longer has
fewer of them.

## Measuring yourself

    make bench
    make bench SIZES="1 30 300 1000"

Typst is installed when it is needed. pdfLaTeX needs the Debian packages texlive-latex-base, texlive-latex-extra,
texlive-fonts-recommended, texlive-lang-cyrillic and cm-super. What is not installed is left out.
"""


def document(
    results: Sequence[Result], peers: Sequence[Peer], absent: Sequence[Peer], names: Sequence[Result] = ()
) -> str:
    """Write the page ``docs/benchmark.md``.

    :param names: what was found with the names of a school.
    """
    return PAGE.format(tables=tables(results, peers, absent), names=names_table(names) if names else "")


def names_table(results: Sequence[Result]) -> str:
    """Write the table of names that are new to the press."""
    count = results[0].sheets
    return _table(f"{count:,} new names", results, NAME_PEERS, (NAMES_PAGES.name,))


def tables(results: Sequence[Result], peers: Sequence[Peer], absent: Sequence[Peer]) -> str:
    """Write a table for each number of sheets, and what they need to be understood."""
    parts = [table(count, list(group)) for count, group in groupby(results, key=lambda result: result.sheets)]
    return "\n\n".join([*parts, circumstances(peers, absent)])


def circumstances(peers: Sequence[Peer], absent: Sequence[Peer]) -> str:
    """Write what the tables need to be understood: the machine, the versions and the remarks."""
    versions = "; ".join(dict.fromkeys(peer.version() for peer in peers))
    parts = [f"Measured on {machine()} with {versions}."]
    if absent:
        parts.append(f"Not installed there: {'; '.join(peer.label for peer in absent)}.")
    if remarks := [f"- {peer.label}: {peer.remark}." for peer in peers if peer.remark]:
        parts.append("\n".join(remarks))
    return "\n\n".join(parts)


def table(count: int, results: Sequence[Result]) -> str:
    """Write the table of one number of sheets."""
    return _table(f"{count:,} {'sheet' if count == 1 else 'sheets'}", results, PEERS, BASES)


def _table(heading: str, results: Sequence[Result], peers: Mapping[str, Peer], bases: Sequence[str]) -> str:
    medians = {result.peer: result.seconds for result in results if isinstance(result, Measured)}
    bases = [base for base in bases if base in medians]
    heads = [
        "",
        "seconds",
        *(f"to {peers[base].label}" for base in bases),
        "CPU",
        "memory",
        "pages",
        "file",
        "tagged",
        "runs",
    ]
    lines = [f"## {heading}", "", _row(heads)]
    lines.append(_row(["---", *("---:" for _ in heads[1:])]))
    for result in results:
        cells = [peers[result.peer].label]
        if isinstance(result, Measured):
            cells.append(significant(result.seconds))
            cells += [f"{significant(result.seconds / medians[base])} ×" for base in bases]
            cells += [
                f"{significant(result.cpu)} s",
                megabytes(result.peak),
                f"{result.pages:,}",
                megabytes(result.size),
            ]
            cells += ["yes" if result.tagged else "no", str(len(result.runs))]
        else:
            cells += [result.why.replace("|", "/"), *("" for _ in heads[2:])]
        lines.append(_row(cells))
    return "\n".join(lines)


def significant(number: float) -> str:
    """Two decimals below 1, one below 10, none above."""
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}" if number >= 1 else f"{number:.2f}"


def megabytes(count: int) -> str:
    """Write a number of bytes in MB of a million."""
    return f"{significant(count / 1e6)} MB"


def machine() -> str:
    """Name the machine: its cores, system and Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    python = f"Python {platform.python_version()}"
    return f"{cores} {'core' if cores == 1 else 'cores'}, {platform.system()} {platform.machine()}, {python}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
