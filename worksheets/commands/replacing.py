"""Sheets that were given out are not lost by mistake."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..class_output import MANIFEST
from ..manifest import Manifest, class_set_of, read_manifest
from ..problems import Faults, Problem, Source
from ..questions import Question


def refuse_to_lose(output: Path, manifest: Manifest, mend: str) -> None:
    """Keep the sheets in a folder unless all of them are among those that are to be written there.

    More students, or page numbers of a book printed since, lose nobody's sheet.

    :param mend: what to do instead, for the message.
    :raises Faults: if a sheet would be lost.
    """
    path = output / MANIFEST
    if not path.exists():
        return
    try:
        old = read_manifest(path)
    except Faults:
        what = f"the folder holds a {MANIFEST} that cannot be read, perhaps of other sheets"
    else:
        if _sheets(old) <= _sheets(manifest):
            return
        what = f'the folder holds other sheets: class "{old.class_name}", seed "{old.seed}", {len(old.sheets)} in all'
    raise Faults([Problem(Source(str(output)), what, mend, "output.not-empty")])


def _sheets(manifest: Manifest) -> set[tuple[str, str, tuple[Question, ...]]]:
    return {
        (sheet.student.key, sheet.worksheet.code, tuple(replace(q, places=()) for q in sheet.worksheet.questions))
        for sheet in class_set_of(manifest).sheets
    }
