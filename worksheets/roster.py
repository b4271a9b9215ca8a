"""The class list: names out of whatever a spreadsheet saved."""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from .problems import Faults, Problem, Source
from .profiles import USUAL, Profile, both, parse_profile
from .yaml_source import unreadable

LARGEST = 4 * 1024 * 1024  # bytes; a school of ten thousand has a tenth of it
LONGEST_NAME = 300  # characters

_WHOLE = {"name", "full name", "fullname", "student", "student name", "pupil", "pupil name"}
_FIRST = {"first", "first name", "firstname", "forename", "forenames", "given name", "given names"}
_PROFILE = {"profile", "profiles"}
_LAST = {"last", "last name", "lastname", "surname", "family name", "familyname"}


@dataclass(frozen=True, slots=True)
class Student:
    """One name on the list."""

    name: str  # as printed; two of one name bear a number: "Ann Lee (2)"
    profile: Profile = USUAL

    @property
    def key(self) -> str:
        """What the student's sheet is drawn by: the same in upper or lower case and however the accents are coded."""
        return unicodedata.normalize("NFKC", self.name).casefold()


@dataclass(frozen=True, slots=True)
class Roster:
    """A class: its name and its students, in the order of the list."""

    title: str
    students: tuple[Student, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names that are printed: that of the class and those of its students."""
        return (self.title, *(student.name for student in self.students))

    def all_with(self, profile: Profile) -> Roster:
        """The class in which everybody has this profile beside their own."""
        students = (replace(student, profile=both(profile, student.profile)) for student in self.students)
        return replace(self, students=tuple(students))


def read_roster(path: Path) -> Roster:
    """Read a CSV file as spreadsheets save it; the class is named after the file.

    UTF-8, UTF-16 (with its byte order mark) or Windows-1252; comma, semicolon or tab; a first row that names a column
    "name", or "first" and "last", in the common spellings. A column "profile" says what a student needs; other
    columns are not looked at.

    :raises Faults: with every fault at once, each with its row.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Faults([unreadable(path, error)]) from None
    # A name of a file may be in an old encoding as well as what is in it.
    return parse_roster(content, str(path), _clean(_decode(os.fsencode(path.stem))))


def parse_roster(content: bytes, path: str, title: str) -> Roster:
    """Read a class list from the bytes of its file.

    :raises Faults: as ``read_roster``.
    """
    if len(content) > LARGEST:
        what = f"the file has {len(content):,} bytes, which is no class list"
        raise Faults([Problem(Source(path), what, "save the list of names as CSV", "class.too-large")])
    text = _decode(content)
    if "\0" in text:
        mend = 'in the spreadsheet choose "Save as" and then "CSV UTF-8"'
        raise Faults([Problem(Source(path), "the file is not text (perhaps a workbook)", mend, "class.not-text")])
    if not text.strip():
        mend = 'write "name" in the first row and one student in each row below'
        raise Faults([Problem(Source(path), "the file is empty", mend, "class.empty")])
    lines = text.splitlines(keepends=True)
    first_row = 1
    if lines[0].strip().lower().startswith("sep="):  # a hint that some spreadsheets write for themselves
        lines, first_row = lines[1:], 2
    try:
        delimiter, columns = _header(lines, path, first_row)
        return Roster(title, _students(lines, delimiter, columns, path, first_row))
    except csv.Error as error:
        what = f"this is not a CSV file: {error}"
        raise Faults([Problem(Source(path), what, "save the list of names as CSV again", "class.syntax")]) from None


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace").lstrip("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


class _Columns(NamedTuple):
    """Where things stand in a row."""

    name: tuple[int, ...]  # first name before last name
    profile: slice  # to the end of the row where its column is the last: its parts may be cells of their own


def _header(lines: list[str], path: str, row: int) -> tuple[str, _Columns]:
    """The delimiter and the columns."""
    header = lines[0] if lines else ""
    for delimiter in (",", ";", "\t"):
        cells = [_clean(cell).lower().replace("_", " ") for cell in next(csv.reader([header], delimiter=delimiter), [])]
        whole = [index for index, cell in enumerate(cells) if cell in _WHOLE]
        if whole:
            return delimiter, _Columns((whole[0],), _profile_cells(cells))
        first = [index for index, cell in enumerate(cells) if cell in _FIRST]
        last = [index for index, cell in enumerate(cells) if cell in _LAST]
        if first and last:
            return delimiter, _Columns((first[0], last[0]), _profile_cells(cells))
    what = f'the first row names no column for names: "{_clean(header)[:60]}"'
    mend = 'write "name", or "first" and "last", above the names'
    raise Faults([Problem(Source(path, row), what, mend, "class.no-name-column")])


def _profile_cells(header: list[str]) -> slice:
    for index, cell in enumerate(header):
        if cell in _PROFILE:
            return slice(index, None if not any(header[index + 1 :]) else index + 1)
    return slice(0)


def _students(lines: list[str], delimiter: str, where: _Columns, path: str, first_row: int) -> tuple[Student, ...]:
    problems: list[Problem] = []
    names: list[str] = []
    profiles: list[Profile] = []
    columns = where.name
    reader = csv.reader(io.StringIO("".join(lines[1:]), newline=""), delimiter=delimiter)
    begin = 1
    for row in reader:
        line, begin = first_row + begin, reader.line_num + 1
        if not any(cell.strip() for cell in row):
            continue
        profile = parse_profile(";".join(map(_clean, row[where.profile])), Source(path, line))
        if not isinstance(profile, Profile):
            problems += profile
            profile = USUAL
        name = " ".join(part for column in columns if column < len(row) and (part := _clean(row[column])))
        if not _can_be_seen(name):
            what = "this row has no name"
            problems.append(Problem(Source(path, line), what, "write the name or delete the row", "class.no-name"))
        elif any("\n" in row[column].strip() for column in columns if column < len(row)):
            what = f'the name "{name[:40]}" runs over several lines'
            mend = "close the quotation mark, or keep each name in one line"
            problems.append(Problem(Source(path, line), what, mend, "class.open-quote"))
        elif len(name) > LONGEST_NAME:
            what = f'the name "{name[:40]}..." has {len(name)} characters'
            mend = f"shorten it to {LONGEST_NAME}"
            problems.append(Problem(Source(path, line), what, mend, "class.long-name"))
        elif "\N{REPLACEMENT CHARACTER}" in name:
            what = f'the name "{name}" holds a character that cannot be read'
            mend = 'in the spreadsheet choose "Save as" and then "CSV UTF-8"'
            problems.append(Problem(Source(path, line), what, mend, "class.encoding"))
        else:
            names.append(name)
            profiles.append(profile)
    if not names and not problems:
        mend = "write one student in each row below the first"
        problems.append(Problem(Source(path), "the class has no students", mend, "class.no-students"))
    if problems:
        raise Faults(problems)
    return tuple(map(Student, _told_apart(names), profiles))


def _told_apart(names: list[str]) -> list[str]:
    """Number the students of one name: "Ann Lee (1)", "Ann Lee (2)"."""
    folded = [Student(name).key for name in names]
    total, met, taken = Counter(folded), Counter[str](), set(folded)
    told = []
    for name, key in zip(names, folded, strict=True):
        if total[key] > 1:
            met[key] += 1
            while Student(numbered := f"{name} ({met[key]})").key in taken:
                met[key] += 1
            taken.add(Student(numbered).key)
            name = numbered
        told.append(name)
    return told


def _clean(cell: str) -> str:
    """A cell as one line of visible characters: NFC, no control or direction-override characters, single spaces."""
    text = unicodedata.normalize("NFC", cell)
    # Cf would take zero-width joiners from names that are spelt with them; only the overrides are harmful.
    return " ".join(
        "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} or c in _OVERRIDES else c for c in text).split()
    )


def _can_be_seen(name: str) -> bool:
    """Whether anything of a name would be on paper: a zero-width space is no name."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in name)


_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffc")
