"""The answers of a class as tables: a row a student, a column a question, as many columns side by side as fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..worksheet import AnswerKey, KeyEntry

ROOM_MM = 165  # for answers on a landscape Letter page, the narrower paper, beside name and code
LONGEST = 28  # characters; what is longer cannot be marked at a glance
WRAP_AT = 16  # characters; longer answers take a second line
CHARACTER_MM = 1.7  # at 8.5 pt, measured generously so that a word is never cut
PADDING_MM = 3.5
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
IN_THE_KEY = "see key"


@dataclass(frozen=True, slots=True)
class GridRow:
    """One sheet of the class and whose it is."""

    key: AnswerKey
    student_name: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of one table: only the answers of its columns."""

    student_name: str
    code: str
    form: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridTable:
    """Questions that fit side by side."""

    numbers: tuple[int, ...]
    rows: tuple[TableRow, ...]
    widths_mm: tuple[float, ...]  # of the columns of questions, estimated: what room they need at least


@dataclass(frozen=True, slots=True)
class ClassGrid:
    """All tables, one below the other, and the questions that are in none."""

    tables: tuple[GridTable, ...]
    written: tuple[int, ...]  # numbers of questions that for most of the class only the full key can mark


def class_grid(rows: Sequence[GridRow]) -> ClassGrid:
    """Lay the answers of a class out in tables no wider than the page.

    A sheet with fewer questions than others has empty cells at its end.
    """
    count = max((len(row.key.entries) for row in rows), default=0)
    columns = {number: [_answer(row.key.entries, number) for row in rows] for number in range(1, count + 1)}
    written = tuple(number for number, column in columns.items() if _mostly_written(column))
    widths = {number: _width_mm(column) for number, column in columns.items() if number not in written}
    tables = tuple(
        GridTable(
            numbers=tuple(group),
            rows=tuple(
                TableRow(
                    row.student_name,
                    row.key.worksheet.code,
                    row.key.worksheet.form,
                    tuple(columns[number][index] for number in group),
                )
                for index, row in enumerate(rows)
            ),
            widths_mm=tuple(widths[number] for number in group),
        )
        for group in _groups(widths.items())
    )
    return ClassGrid(tables, written)


def _answer(entries: Sequence[KeyEntry], number: int) -> str:
    """Give the short answer to a question; letters and ranks are kept on one line."""
    if number > len(entries):
        return ""
    answer = entries[number - 1].short
    if all(len(part) == 1 for part in answer.split(" ")):
        return answer.replace(" ", NO_BREAK_SPACE)
    return answer if len(answer) <= LONGEST else IN_THE_KEY


def _mostly_written(column: Sequence[str]) -> bool:
    return 2 * column.count(IN_THE_KEY) > len(column) - column.count("")


def _width_mm(column: Sequence[str]) -> float:
    longest_word = max(len(word) for answer in column for word in answer.split(" "))
    longest = max(map(len, column))
    return max(min(longest, WRAP_AT), longest_word) * CHARACTER_MM + PADDING_MM


def _groups(widths: Iterable[tuple[int, float]]) -> list[list[int]]:
    """Put neighbouring columns together while there is room."""
    groups: list[list[int]] = []
    room = 0.0
    for number, width in widths:
        if not groups or width > room:
            groups.append([])
            room = ROOM_MM
        groups[-1].append(number)
        room -= width
    return groups
