"""Rules for tables in which a cell of each row is left out (G24, P4)."""

from __future__ import annotations

from collections.abc import Iterator

from ..bank import FactBank
from ..facts import Event, Fact, Person
from ..questions import GAP, Question
from ..words import content, fold, holds
from .finding import Finding

ROWS = (4, 6)


def one_gap_a_row(question: Question, _: FactBank) -> Iterator[Finding]:
    """Four to six rows of three cells; one of each is left out, and earns a mark."""
    rows = question.table.rows if question.table else ()
    if not ROWS[0] <= len(rows) <= ROWS[1]:
        yield Finding("P4", f"the table has {len(rows)} rows", "give four to six")
    if any(row.count(GAP) != 1 or not all(row) for row in rows):
        yield Finding("P4", "a row has not exactly one cell that is left out", "leave one out")
    if question.marks != len(rows):
        yield Finding("G28", "there is not one mark for each row", "check the marks")


def gaps_of_the_book(question: Question, book: FactBank) -> Iterator[Finding]:
    """What is left of a row fits one fact of the whole book, and the key is what that fact has in the gap (G24)."""
    rows = question.table.rows if question.table else ()
    for row, key in zip(rows, question.gap_keys, strict=False):
        facts = (fact for kind in (Person, Event) for fact in book.of_kind(kind))
        fitting = [cells for fact in facts if _fits(cells := _cells(fact), row)]
        if len(fitting) != 1:
            shown = " | ".join(cell.replace(GAP, "...") for cell in row)
            yield Finding("G24", f"“{shown}” fits {len(fitting)} facts", "make its texts tell it from the others")
        elif fold(key.answer) != fitting[0][row.index(GAP)]:
            yield Finding("H11", f"“{key.answer}” is not what the book says", "build the bank anew")


def not_taken_for_another(question: Question, book: FactBank) -> Iterator[Finding]:
    """No title is left out beside a year in which something took place that students mix up with it (G24)."""
    rows = question.table.rows if question.table else ()
    for row, key in zip(rows, question.gap_keys, strict=False):
        if row[0] != GAP:
            continue
        for event in book.of_kind(Event):
            if fold(event.title) != fold(key.answer):
                continue
            for other in book.of_kind(Event):
                mixed_up = other.id in event.confusable_with or event.id in other.confusable_with
                if mixed_up and other.years[0] <= event.years[0] <= other.years[1]:
                    shown = f"“{event.title}” is left out, and “{other.title}” was of the same year"
                    yield Finding("G24", shown, "leave out the year")


def not_said_twice(question: Question, _: FactBank) -> Iterator[Finding]:
    """No cell says most of what the cell before it has said (H9)."""
    for row in question.table.rows if question.table else ():
        before, last = row[-2:]
        said = content(last)
        if GAP not in (before, last) and 2 * len(said & content(before)) > len(said):
            yield Finding("H9", f"“{last}” is what “{before}” has said", "give the two cells texts of their own")


def untold(question: Question, _: FactBank) -> Iterator[Finding]:
    """No name or title that is left out stands elsewhere in the table, and no answer in its own row (H9, H12)."""
    rows = question.table.rows if question.table else ()
    for row, key in zip(rows, question.gap_keys, strict=False):
        elsewhere = [cell for other in rows for cell in other] if row[0] == GAP else row
        if any(holds(cell, key.answer) for cell in elsewhere):
            yield Finding("H12", f"“{key.answer}” stands in the table", "reword the other cell")


def _cells(fact: Fact) -> tuple[str, ...]:
    """The row of a person or an event, folded."""
    match fact:
        case Person():
            cells: tuple[str, ...] = (fact.full_name, fact.role, fact.fate)
        case Event():
            cells = (fact.title, fact.date.year_label, fact.why)
        case _:
            cells = ()
    return tuple(map(fold, cells))


def _fits(cells: tuple[str, ...], row: tuple[str, ...]) -> bool:
    return len(cells) == len(row) and all(
        shown == GAP or fold(shown) == cell for shown, cell in zip(row, cells, strict=True)
    )
