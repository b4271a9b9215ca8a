"""What takes part in the benchmark: a record of functions for each way to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .content import Content


@dataclass(frozen=True, slots=True)
class Peer:
    """One way to make PDF files of the sheets.

    A run is one command, timed as a whole process with all that it starts. What it reads is written before, in
    ``prepare``, for all peers alike. PDF files are taken away before each run; all others stay.
    """

    name: str  # for the command line: "typst-untagged"
    label: str  # for tables
    prepare: Callable[[Content, Path], None]  # writes into a folder of this peer and this number of sheets; not timed
    # Gives the words to run for that folder, which is also the current one; the PDF files go straight into it. Called
    # anew before each run and not timed: whatever a run leaves behind that would help the next one is removed here.
    command: Callable[[Path], Sequence[str]]
    version: Callable[[], str]  # "Typst 0.15.2"; empty where it is not installed
    several_processes: bool = False  # memory and CPU are then those of the whole tree, from one more run, not timed
    remark: str = ""  # what its pages lack or a reader of the table has to know
