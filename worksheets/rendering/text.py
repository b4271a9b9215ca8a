"""Sheets and keys as plain text: what stands on paper, line for line, for previews and for files to compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap

from ..questions import GAP, ItemTypeName, Question, letter
from ..worksheet import AnswerKey, KeyEntry, PersonalSheet

WIDTH = 96  # characters of a line, with the column of marks
MARKS = 6  # of them, for "(15)"
INDENT = "    "
GAP_RULE = "_" * 20
LINE = "_" * (WIDTH - len(INDENT) - MARKS)


def sheet_text(sheet: PersonalSheet) -> str:
    """Write one sheet as lines of at most ``WIDTH`` characters."""
    worksheet = sheet.worksheet
    form = f", form {worksheet.form}" if worksheet.form else ""
    facts = [f"{worksheet.minutes} minutes"] if worksheet.minutes else []
    facts += [f"{len(worksheet.questions)} questions", f"{worksheet.marks} marks"]
    lines = [
        *_wrapped(f"Name: {sheet.student_name or GAP_RULE}"),
        f"Class: {sheet.class_name or GAP_RULE}   Date: {GAP_RULE}   Marks: ____ / {worksheet.marks}",
        "",
        worksheet.title,
        ", ".join(facts),
        *_wrapped(worksheet.instructions),
    ]
    for section, questions in worksheet.numbered():
        lines += ["", *_headed(section.heading), *_wrapped(section.instruction)]
        for number, question in questions:
            lines += ["", *_question(number, question)]
    lines += ["", "End of questions", f"Sheet {worksheet.code}{form}"]
    return _text(lines)


def key_text(key: AnswerKey) -> str:
    """Write one key as lines of at most ``WIDTH`` characters."""
    worksheet = key.worksheet
    form = f", form {worksheet.form}" if worksheet.form else ""
    lines = [f"ANSWER KEY: {worksheet.title}", f"Sheet {worksheet.code}{form}, {worksheet.marks} marks"]
    lines.append("Where words are asked for, the sense counts and not the wording.")
    for section, entries in key.numbered():
        lines += ["", *_headed(section.heading)]
        for entry in entries:
            lines += ["", *_entry(entry)]
    return _text(lines)


def _question(number: int, question: Question) -> Iterator[str]:
    stem = _wrapped(_gapped(question.stem), first=f"{number}.".ljust(len(INDENT)), rest=INDENT, width=WIDTH - MARKS)
    yield from stem[:-1]
    yield f"{stem[-1].ljust(WIDTH - MARKS)}{f'({question.marks})':>{MARKS}}"
    yield from _indented(question.instruction)
    yield from _ANSWER_SPACE[question.item_type](question)
    yield from [INDENT + LINE] * question.answer_lines


def _options(question: Question) -> Iterator[str]:
    for index, option in enumerate(question.options):
        yield from _indented(option.text, f"[ ] {letter(index)}  ")


def _verdict(question: Question) -> Iterator[str]:
    yield f"{INDENT}[ ] True    [ ] False"
    if question.answer_lines:
        yield f"{INDENT}Correction:"


def _rows(question: Question) -> Iterator[str]:
    for index, row in enumerate(question.rows):
        yield from _indented(_gapped(row), f"({letter(index).lower()}) ")


def _bank_and_rows(question: Question) -> Iterator[str]:
    yield from _indented(" | ".join(question.bank), "| ")
    yield from _rows(question)


def _premises_and_responses(question: Question) -> Iterator[str]:
    for number, row in enumerate(question.rows, start=1):
        yield from _indented(row, f"[  ] {number}  ")
    for index, response in enumerate(question.responses):
        yield from _indented(response, f"{INDENT}{letter(index)}  ")


def _events(question: Question) -> Iterator[str]:
    for row in question.rows:
        yield from _indented(row, "[  ] ")


_ANSWER_SPACE: dict[ItemTypeName, Callable[[Question], Iterator[str]]] = {
    "multiple-choice": _options,
    "true-false": _verdict,
    "cloze": _rows,
    "cloze-with-bank": _bank_and_rows,
    "matching": _premises_and_responses,
    "ordering": _events,
    "short-answer": _rows,
}


def _entry(entry: KeyEntry) -> Iterator[str]:
    question, key = entry.question, entry.question.key
    places = "; ".join(entry.places)
    head = _wrapped(_headline(question), first=f"{entry.number}.".ljust(len(INDENT)), rest=INDENT, width=WIDTH - MARKS)
    yield f"{head[0].ljust(WIDTH - MARKS)}{f'({question.marks})':>{MARKS}}"
    yield from head[1:]
    if question.item_type == "ordering":
        yield from _indented(key.answer)
    for point in key.points:
        if point != key.answer:
            yield from _indented(f"{point} (1)", "- ")
    for index, option in enumerate(question.options):
        if option.note and not option.right:
            yield from _indented(option.note, f"{letter(index)}: ")
    yield from _indented("; ".join(key.accept), "accept: ")
    yield from _indented("; ".join(key.reject), "not enough: ")
    for note in key.notes:
        yield from _indented(note)
    yield from _indented(places, "-> ")


def _headline(question: Question) -> str:
    if question.options:
        right = [option.text for option in question.options if option.right]
        return f"{question.short_key}  {'; '.join(right)}"
    if question.item_type == "matching":
        return "  ".join(f"{number} {row_key}" for number, row_key in enumerate(question.row_keys, start=1))
    if question.item_type == "ordering":
        return "  ".join(question.row_keys)
    if question.row_keys:
        return "  ".join(f"({letter(index).lower()}) {row_key}" for index, row_key in enumerate(question.row_keys))
    return f"{question.key.answer} (1)" if question.key.answer in question.key.points else question.key.answer


def _gapped(text: str) -> str:
    return text.replace(GAP, GAP_RULE)


def _headed(heading: str) -> list[str]:
    return [heading, "-" * len(heading)] if heading else []


def _indented(text: str, first: str = "") -> list[str]:
    return _wrapped(text, first=INDENT + first, rest=INDENT + " " * len(first), width=WIDTH - MARKS)


def _wrapped(text: str, *, first: str = "", rest: str = "", width: int = WIDTH) -> list[str]:
    return wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)
