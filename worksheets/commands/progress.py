"""Progress on a terminal; silence in a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from ..plain_text import counted
from ..press.paper import PaperCount


class Steps:
    """The stages of a run, one line each, on standard error while it is a terminal."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        self._progress = Progress(*columns, console=console, disable=not console.is_terminal)
        self._task: TaskID | None = None

    def __enter__(self) -> Steps:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()
        self._progress.stop()

    def start(self, step: str, total: int = 1) -> None:
        """Begin a step; the one before is done."""
        self._finish()
        self._task = self._progress.add_task(step, total=total)

    def reached(self, done: int, total: int) -> None:
        """Tell how far the step has come."""
        if self._task is not None:
            self._progress.update(self._task, completed=done, total=total)

    def _finish(self) -> None:
        if self._task is not None:
            total = self._progress.tasks[-1].total
            self._progress.update(self._task, completed=total)


def drawn(students: int, different: int) -> str:
    """How much was drawn: "30 students, 30 different sheets"."""
    return f"{counted(students, 'student')}, {counted(different, 'different sheet') if different > 1 else '1 sheet'}"


def named(files: Iterable[str]) -> str:
    """The files of a class set; those of single students are counted."""
    names = [name for name in files if not name.startswith(".")]
    single = sum("/" in name for name in names)
    return ", ".join(
        [name for name in names if "/" not in name] + ([counted(single, "sheet") + " in sheets"] * bool(single))
    )


def paper_needed(paper: PaperCount, what: str = "For the students") -> str:
    """How much paper something takes: "For the cards 3 sheets of paper, printed on both sides: 6 sides"."""
    blank = f", {paper.blank_sides} of them blank" if paper.blank_sides else ""
    needed = counted(paper.sheets_of_paper, "sheet")
    how = ", printed on both sides" if paper.sheets_of_paper < paper.sides else ""
    return f"{what} {needed} of paper{how}: {counted(paper.sides, 'side')}{blank}"
