"""The files of a class set: sheets and keys as PDF and HTML, and the manifest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass

from .class_set import ClassSet
from .manifest import Manifest, manifest_bytes
from .press.paper import PaperCount
from .press.typeset import PAUSE, stop_all
from .printing import Printed, Printer
from .rendering.forms import forms_table
from .rendering.grid import GridRow
from .rendering.pages import keys_page, sheets_page
from .worksheet import AnswerKey, PersonalSheet, Worksheet, answer_key

MANIFEST = "manifest.json"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Output:
    """A finished class set."""

    files: Mapping[str, bytes]  # path below the folder of the set -> content
    paper: PaperCount | None  # that the sheets take, where that is known


def make_output(
    class_set: ClassSet,
    manifest: Manifest,
    printer: Printer,
    progress: Progress = lambda done, total: None,
    *,
    per_student: bool = False,
) -> Output:
    """Render and print a class set.

    :param progress: called with the number of documents made and pieces typeset, and of all.
    :param per_student: make a PDF for each student besides, in the folder "sheets".
    :raises TypesetError: if printing fails.
    """
    sheets = personal_sheets(class_set)
    keys = class_keys(class_set)
    grid = class_grid(class_set) if class_set.mode == "each" and len(class_set.sheets) > 1 else ()
    title = f"{class_set.worksheets[0].title}, {class_set.class_name}"
    key_title = f"Key: {title}"
    forms = forms_table(class_forms(class_set))
    paper = class_set.paper
    count = _Count(progress)
    documents: dict[str, Callable[[], Printed]] = {
        "sheets.pdf": lambda: printer.print_sheets(sheets, paper=paper, title=title, told=count.of("sheets.pdf")),
        "keys.pdf": lambda: printer.print_keys(
            keys, grid, forms, paper=paper, title=key_title, told=count.of("keys.pdf")
        ),
        "sheets.html": lambda: Printed(sheets_page(sheets, title=title).encode()),
        "keys.html": lambda: Printed(keys_page(keys, grid, forms, title=key_title).encode()),
    }
    made = _made_at_once(documents, count)
    files = {name: printed.content for name, printed in made.items()}
    if per_student:
        for name, sheet in zip(file_names(class_set), sheets, strict=True):
            files[f"sheets/{name}.pdf"] = printer.print_sheets([sheet], paper=paper, title=title).content
    files[MANIFEST] = manifest_bytes(manifest)
    # The sheets bear names: whoever keeps this folder under version control shall not publish them by mistake.
    files[".gitignore"] = b"*\n"
    return Output(files, made["sheets.pdf"].paper)


def file_names(class_set: ClassSet) -> list[str]:
    """Give a file name for each student, without its ending: the place in the list, and what a file system takes."""
    width = len(str(len(class_set.sheets)))
    plain = (re.sub(r"\W+", "-", sheet.student.name).strip("-")[:60] for sheet in class_set.sheets)
    return [f"{number:0{width}}-{name}".rstrip("-") for number, name in enumerate(plain, start=1)]


class _Count:
    """Adds up how far several documents have come."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done: dict[str, int] = {}
        self._total: dict[str, int] = {}

    def of(self, name: str) -> Progress:
        """Make what one document tells its progress to."""

        def told(done: int, total: int) -> None:
            self._done[name], self._total[name] = done, total
            self._progress(sum(self._done.values()), sum(self._total.values()))

        return told


def _made_at_once(documents: Mapping[str, Callable[[], Printed]], count: _Count) -> dict[str, Printed]:
    """Make documents in a thread each: those that print wait for child processes, which use all cores.

    The first error and Ctrl-C end the children and are passed on.
    """
    with ThreadPoolExecutor(len(documents)) as pool:
        jobs = {name: pool.submit(make) for name, make in documents.items()}
        waiting = set(jobs.values())
        try:
            documents_told = count.of("documents")
            documents_told(0, len(jobs))
            while waiting:
                # A pause, because on Windows a wait without an end cannot be interrupted.
                finished, waiting = wait(waiting, PAUSE, FIRST_COMPLETED)
                for job in finished:
                    job.result()
                documents_told(len(jobs) - len(waiting), len(jobs))
            return {name: job.result() for name, job in jobs.items()}
        finally:
            stop_all(waiting)


def personal_sheets(class_set: ClassSet) -> tuple[PersonalSheet, ...]:
    """Every student's sheet in the order of the class list."""
    return tuple(
        PersonalSheet(
            worksheet=sheet.worksheet,
            student_name=sheet.student.name,
            class_name=class_set.class_name,
            anchor=f"sheet-{number}",
            profile=sheet.student.profile,
        )
        for number, sheet in enumerate(class_set.sheets, start=1)
    )


def class_keys(class_set: ClassSet) -> tuple[AnswerKey, ...]:
    """One key for each different worksheet."""
    return tuple(answer_key(worksheet, class_set.paper) for worksheet in class_set.worksheets)


def class_forms(class_set: ClassSet) -> tuple[Worksheet, ...]:
    """The equal forms of a class, one for each letter: as they were drawn, if anybody has them without more help."""
    found: dict[str, Worksheet] = {}
    for sheet in sorted(class_set.sheets, key=lambda sheet: sheet.student.profile.adapts):
        if sheet.worksheet.form:
            found.setdefault(sheet.worksheet.form, sheet.worksheet)
    return tuple(found[form] for form in sorted(found))


def class_grid(class_set: ClassSet) -> tuple[GridRow, ...]:
    """The rows of the grid that shows a whole class's answers."""
    return tuple(
        GridRow(answer_key(sheet.worksheet, class_set.paper), sheet.student.name) for sheet in class_set.sheets
    )
