"""What is printed: sheets drawn once from the book's bank, the same for every peer and on every machine."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path

from worksheets.bank_file import bank_digest, read_bank
from worksheets.blueprint import find_blueprint
from worksheets.class_output import personal_sheets
from worksheets.class_set import ALGORITHM, draw_class_set
from worksheets.manifest import class_set_of, manifest_bytes, manifest_of, read_manifest
from worksheets.roster import Roster, Student
from worksheets.worksheet import PersonalSheet, Worksheet

CLASS = Path(__file__).parents[2] / "classes" / "sample.csv"
BLUEPRINT = Path(__file__).with_name("blueprint.yaml")
SEED = "bench"
TITLE = "Homework, bench"
PAPER = "a4"


@dataclass(frozen=True, slots=True)
class Content:
    """What each peer has to print: one document's worth of sheets."""

    sheets: tuple[PersonalSheet, ...]
    title: str = TITLE


def drawn(count: int, bank: Path, cache: Path) -> Content:
    """Draw sheets of twenty questions, each for another name; a longer set begins with the shorter.

    They are kept as a manifest and read from there the next time, in whichever process that is.

    :param count: sheets wanted, 1 or more.
    :param bank: the bank file.
    :param cache: folder for manifests; one of another bank, blueprint or way of drawing is not used.
    :raises Faults: if the bank cannot be read or is too small.
    """
    book = read_bank(bank)
    blueprint = find_blueprint(str(BLUEPRINT))
    stamp = bank_digest(book)
    kept = cache / f"sheets-{count}-{stamp[:12]}-{blueprint.digest[:12]}-{ALGORITHM}.json"
    if not kept.exists():
        class_set = draw_class_set(book, Roster(SEED, students(count)), blueprint, seed=SEED)
        manifest = manifest_of(class_set, bank_title=book.title, bank_sha256=stamp, blueprint_digest=blueprint.digest)
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(manifest_bytes(manifest))
    return Content(personal_sheets(class_set_of(read_manifest(kept))))


def students(count: int) -> tuple[Student, ...]:
    """Make up names from those of the sample class: some with accents, some in Cyrillic, none twice."""
    with CLASS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    firsts, lasts = [row["first"] for row in rows], [row["last"] for row in rows]
    initials = ("", *(f"{initial}. " for initial in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    names = (
        f"{first} {initial}{lasts[(place + shift) % len(lasts)]}"
        for initial, shift, (place, first) in product(initials, range(len(lasts)), enumerate(firsts))
    )
    return tuple(map(Student, islice(names, count)))


def facts_line(worksheet: Worksheet) -> str:
    """Write the line below a sheet's title."""
    return f"{worksheet.minutes} minutes · {len(worksheet.questions)} questions · {worksheet.marks} marks"
