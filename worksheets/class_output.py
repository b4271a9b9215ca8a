"""The files of a class set: sheets and keys as PDF and HTML, and the manifest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from .class_set import ClassSet
from .manifest import Manifest, manifest_bytes
from .press.typeset import stop as stop_typesetting
from .printing import print_keys, print_sheets
from .rendering.grid import GridRow
from .rendering.pages import keys_page, sheets_page
from .worksheet import AnswerKey, PersonalSheet, answer_key

MANIFEST = "manifest.json"
PAUSE = 0.1  # seconds


def output_files(
    class_set: ClassSet, manifest: Manifest, progress: Callable[[int, int], None] = lambda done, total: None
) -> dict[str, bytes]:
    """Render and print a class set: file name -> content.

    :param progress: called with the number of documents made and of all.
    :raises TypesetError: if printing fails.
    """
    sheets = personal_sheets(class_set)
    keys = class_keys(class_set)
    grid = class_grid(class_set) if class_set.mode == "each" and len(class_set.sheets) > 1 else ()
    title = f"{class_set.worksheets[0].title}, {class_set.class_name}"
    key_title = f"Key: {title}"
    documents: dict[str, Callable[[], bytes]] = {
        "sheets.pdf": lambda: print_sheets(sheets, paper=class_set.paper, title=title),
        "keys.pdf": lambda: print_keys(keys, grid, paper=class_set.paper, title=key_title),
        "sheets.html": lambda: sheets_page(sheets, title=title).encode(),
        "keys.html": lambda: keys_page(keys, grid, title=key_title).encode(),
    }
    files = _made_at_once(documents, progress)
    files[MANIFEST] = manifest_bytes(manifest)
    # The sheets bear names: whoever keeps this folder under version control shall not publish them by mistake.
    files[".gitignore"] = b"*\n"
    return files


def _made_at_once(
    documents: Mapping[str, Callable[[], bytes]], progress: Callable[[int, int], None]
) -> dict[str, bytes]:
    """Make documents in a thread each: those that print wait for child processes, which use all cores.

    The first error and Ctrl-C end the children and are passed on.
    """
    with ThreadPoolExecutor(len(documents)) as pool:
        jobs = {name: pool.submit(make) for name, make in documents.items()}
        waiting = set(jobs.values())
        try:
            progress(0, len(jobs))
            while waiting:
                # A pause, because on Windows a wait without an end cannot be interrupted.
                finished, waiting = wait(waiting, PAUSE, FIRST_COMPLETED)
                for job in finished:
                    job.result()
                progress(len(jobs) - len(waiting), len(jobs))
            return {name: job.result() for name, job in jobs.items()}
        finally:
            # Again and again: a thread may be between two children.
            while waiting:
                stop_typesetting()
                _, waiting = wait(waiting, PAUSE)


def personal_sheets(class_set: ClassSet) -> tuple[PersonalSheet, ...]:
    """Every student's sheet in the order of the class list."""
    return tuple(
        PersonalSheet(
            worksheet=sheet.worksheet,
            student_name=sheet.student.name,
            class_name=class_set.class_name,
            anchor=f"sheet-{number}",
        )
        for number, sheet in enumerate(class_set.sheets, start=1)
    )


def class_keys(class_set: ClassSet) -> tuple[AnswerKey, ...]:
    """One key for each different worksheet."""
    return tuple(answer_key(worksheet, class_set.paper) for worksheet in class_set.worksheets)


def class_grid(class_set: ClassSet) -> tuple[GridRow, ...]:
    """The rows of the grid that shows a whole class's answers."""
    return tuple(
        GridRow(answer_key(sheet.worksheet, class_set.paper), sheet.student.name) for sheet in class_set.sheets
    )
