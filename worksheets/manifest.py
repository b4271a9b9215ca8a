"""The manifest: exactly what was drawn for a class; it is printed again without book, class list or luck (rule S4).

It holds every question in full, each once, under the hash of its content. So a sheet given out in autumn can be
reprinted, and its key with it, after the book has changed. It holds names: it is personal data and stays beside the
sheets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from . import __version__
from .by_hand import NO_HAND, Hand
from .class_set import ALGORITHM, ClassSet, Mode, Paper, StudentSheet
from .item_rules.drawings import svg_fault
from .item_types import ITEM_TYPES
from .lean_json import compact_bytes, json_bytes, lean
from .problems import Faults, Problem, Source
from .profiles import Profile, parse_profile
from .questions import Question
from .roster import Student
from .worksheet import Gloss, Section, Worksheet
from .yaml_source import unreadable

FORMAT = 1


@dataclass(frozen=True, slots=True)
class BankStamp:
    """Which bank the questions came from."""

    title: str
    sha256: str  # of the bank without page numbers: `bank_file.bank_digest`


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """A section, its questions by their hashes in order."""

    heading: str
    instruction: str
    questions: tuple[str, ...]
    bank: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorksheetRecord:
    """A worksheet, without the questions' texts."""

    code: str
    title: str
    book: str
    sections: tuple[SectionRecord, ...]
    form: str = ""
    instructions: str = ""
    minutes: int = 0
    language: str = "en"
    glossary: tuple[Gloss, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """Who got which worksheet."""

    student: str
    code: str
    profile: str = ""  # as the class list names it; sensitive, and needed to print the sheet again


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``manifest.json`` says."""

    format: int
    tool: str  # version that drew it
    algorithm: int  # raised whenever the same seed would give another sheet
    bank: BankStamp
    blueprint: str  # its hash
    class_name: str
    seed: str
    mode: Mode
    paper: Paper
    sheets: tuple[SheetRecord, ...]
    worksheets: tuple[WorksheetRecord, ...]
    questions: dict[str, Question]
    by_hand: Hand = NO_HAND  # what the teacher wanted otherwise than it was drawn


def manifest_of(class_set: ClassSet, *, bank_title: str, bank_sha256: str, blueprint_digest: str) -> Manifest:
    """Write down a class set."""
    questions: dict[str, Question] = {}
    records = []
    for worksheet in class_set.worksheets:
        sections = []
        for section in worksheet.sections:
            names = []
            for question in section.questions:
                name = question_hash(question)
                questions[name] = question
                names.append(name)
            sections.append(SectionRecord(section.heading, section.instruction, tuple(names), section.bank))
        records.append(
            WorksheetRecord(
                code=worksheet.code,
                title=worksheet.title,
                book=worksheet.book,
                sections=tuple(sections),
                form=worksheet.form,
                instructions=worksheet.instructions,
                minutes=worksheet.minutes,
                language=worksheet.language,
                glossary=worksheet.glossary,
            )
        )
    return Manifest(
        format=FORMAT,
        tool=__version__,
        algorithm=ALGORITHM,
        bank=BankStamp(bank_title, bank_sha256),
        blueprint=blueprint_digest,
        class_name=class_set.class_name,
        seed=class_set.seed,
        mode=class_set.mode,
        paper=class_set.paper,
        sheets=tuple(
            SheetRecord(sheet.student.name, sheet.worksheet.code, sheet.student.profile.label)
            for sheet in class_set.sheets
        ),
        worksheets=tuple(records),
        questions=dict(sorted(questions.items())),
        by_hand=class_set.by_hand,
    )


def class_set_of(manifest: Manifest) -> ClassSet:
    """Build the class set that a manifest describes.

    :raises KeyError: if it names a question or code that it does not hold, or a profile that there is not;
        ``read_manifest`` has checked that.
    """
    worksheets = {
        record.code: Worksheet(
            title=record.title,
            book=record.book,
            sections=tuple(
                Section(
                    section.heading,
                    section.instruction,
                    tuple(manifest.questions[name] for name in section.questions),
                    section.bank,
                )
                for section in record.sections
            ),
            code=record.code,
            form=record.form,
            instructions=record.instructions,
            minutes=record.minutes,
            language=record.language,
            glossary=record.glossary,
        )
        for record in manifest.worksheets
    }
    sheets = tuple(
        StudentSheet(Student(sheet.student, _profile(sheet)), worksheets[sheet.code]) for sheet in manifest.sheets
    )
    return ClassSet(manifest.class_name, manifest.seed, manifest.mode, manifest.paper, sheets, manifest.by_hand)


def _profile(sheet: SheetRecord) -> Profile:
    profile = parse_profile(sheet.profile, Source(""))
    if not isinstance(profile, Profile):
        raise KeyError(sheet.profile)
    return profile


def question_hash(question: Question) -> str:
    """SHA-256 over everything that a question says, 32 hexadecimal digits of it."""
    return hashlib.sha256(compact_bytes(lean(question))).hexdigest()[:32]


def manifest_bytes(manifest: Manifest) -> bytes:
    """The file's content: readable, in one order, the same for the same class set."""
    return json_bytes(lean(manifest))


def read_manifest(path: Path) -> Manifest:
    """Read ``manifest.json``.

    :raises Faults: if it cannot be read, is damaged, or was written by a newer version of the tool.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Faults([unreadable(path, error)]) from None
    return parse_manifest(content, str(path))


def parse_manifest(content: bytes, path: str) -> Manifest:
    """Read a manifest from the bytes of its file.

    :raises Faults: as ``read_manifest``.
    """
    mend = "give the manifest.json that stands beside the printed sheets"
    try:
        tree = msgspec.json.decode(content)
        if isinstance(tree, dict) and isinstance(tree.get("format"), int) and tree["format"] > FORMAT:
            what = f"this manifest has format {tree['format']} and this version of the tool reads up to {FORMAT}"
            raise Faults([Problem(Source(path), what, "install a newer version of the tool", "manifest.newer")])
        manifest = msgspec.convert(tree, Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError) as error:
        raise Faults([Problem(Source(path), f"this is no manifest: {error}", mend, "manifest.damaged")]) from None
    if not manifest.sheets:
        raise Faults([Problem(Source(path), "this manifest holds no sheets", mend, "manifest.damaged")])
    for name in _missing(manifest):
        raise Faults(
            [Problem(Source(path), f'it refers to "{name}", which it does not hold', mend, "manifest.damaged")]
        )
    if problems := list(_unprintable(manifest, path)):
        raise Faults(problems)
    return manifest


def _missing(manifest: Manifest) -> Iterable[str]:
    codes = {record.code for record in manifest.worksheets}
    yield from (sheet.code for sheet in manifest.sheets if sheet.code not in codes)
    for record in manifest.worksheets:
        for section in record.sections:
            yield from (name for name in section.questions if name not in manifest.questions)


def _unprintable(manifest: Manifest, path: str) -> Iterable[Problem]:
    """Profiles and questions that this version does not know, and drawings that our own code has not drawn."""
    for sheet in manifest.sheets:
        profile = parse_profile(sheet.profile, Source(path))
        yield from () if isinstance(profile, Profile) else profile
    for name, question in manifest.questions.items():
        if question.item_type not in ITEM_TYPES:
            what = f'it holds questions of the item type "{question.item_type}", which this version does not know'
            yield Problem(Source(path), what, "install a newer version of the tool", "manifest.newer")
        for fault in filter(None, (svg_fault(drawing.svg) for drawing in question.drawings)):
            what, mend = f"a drawing of question {name} {fault}", "give the manifest as the tool has written it"
            yield Problem(Source(path), what, mend, "manifest.damaged")
