"""Sheets and keys as plain text: what stands on paper, line for line, for previews and for files to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..item_types import ITEM_TYPES
from ..plain_text import (
    GAP_RULE,
    INDENT,
    LINE,
    MARKS,
    WIDTH,
    counted,
    drawing,
    gapped,
    indented,
    part_label,
    with_marks,
    wrapped,
)
from ..questions import Key, Question, in_a_run, letter
from ..worksheet import AnswerKey, KeyEntry, PersonalSheet


def sheet_text(sheet: PersonalSheet) -> str:
    """Write one sheet as lines of at most ``WIDTH`` characters."""
    worksheet = sheet.worksheet
    form = f", form {worksheet.form}" if worksheet.form else ""
    facts = [f"{worksheet.minutes} minutes"] if worksheet.minutes else []
    facts += [counted(len(worksheet.questions), "question"), counted(worksheet.marks, "mark")]
    lines = [
        *wrapped(f"Name: {sheet.student_name or GAP_RULE}"),
        f"Class: {sheet.class_name or GAP_RULE}   Date: {GAP_RULE}   Marks: ____ / {worksheet.marks}",
        "",
        worksheet.title,
        ", ".join(facts),
        *wrapped(worksheet.instructions),
        *(["", "Words on this sheet"] if worksheet.glossary else []),
        *(line for gloss in worksheet.glossary for line in indented(gloss.meaning, f"{gloss.term}: ")),
    ]
    for section, questions in worksheet.numbered():
        lines += [
            "",
            *_headed(section.heading),
            *wrapped(section.instruction),
            *indented(" | ".join(section.bank), "| "),
        ]
        for number, question in questions:
            lines += ["", *question_lines(number, question)]
    lines += ["", "End of questions", f"Sheet {worksheet.code}{form}"]
    return _text(lines)


def key_text(key: AnswerKey) -> str:
    """Write one key as lines of at most ``WIDTH`` characters."""
    worksheet = key.worksheet
    form = f", form {worksheet.form}" if worksheet.form else ""
    lines = [f"ANSWER KEY: {worksheet.title}", f"Sheet {worksheet.code}{form}, {counted(worksheet.marks, 'mark')}"]
    lines.append("Where words are asked for, the sense counts and not the wording.")
    for section, entries in key.numbered():
        lines += ["", *_headed(section.heading)]
        for entry in entries:
            lines += ["", *entry_lines(entry, _number(entry.number))]
    return _text(lines)


def question_lines(number: int, question: Question) -> Iterator[str]:
    """Write a question as it stands on the sheet."""
    yield from with_marks(gapped(question.stem), question.marks, _number(number))
    yield from indented(question.instruction)
    for given in question.help:
        yield from indented(" / ".join(given.texts), f"{given.lead}: ")
    yield from ITEM_TYPES[question.item_type].text(question)
    yield from [INDENT + LINE] * question.answer_lines
    if question.further:
        yield from indented(question.further.task, "Further: ")
        yield from [INDENT + LINE] * question.further.lines


def entry_lines(entry: KeyEntry, first: str) -> Iterator[str]:
    """Write what the key says to a question, behind a number or sign of as many characters as ``INDENT``."""
    question = entry.question
    answer, *more = ITEM_TYPES[question.item_type].key_text(question)
    head, *rest = wrapped(answer, first=first, rest=INDENT, width=WIDTH - MARKS) or [first]
    yield f"{head.ljust(WIDTH - MARKS)}{f'({question.marks})':>{MARKS}}"
    yield from rest
    for text in more:
        yield from indented(text)
    yield from _points(question.key)
    for index, option in enumerate(question.options):
        if option.note and not option.right:
            yield from indented(option.note, f"{letter(index)}: ")
    for number, gap_key in enumerate(question.gap_keys, start=1):
        yield from indented(in_a_run(gap_key.accept), f"{number} accept: ")
    for index, part in enumerate(question.parts):
        yield from with_marks(part.key.answer or "-", part.marks, f"{INDENT}{part_label(part, index)} ")
        yield from _points(part.key)
        yield from _guidance(part.key, entry.paper)
        yield from indented(part.place.label(entry.paper) if part.place else "", "-> ")
    yield from _guidance(question.key, entry.paper)
    yield from indented("; ".join(entry.places), "-> ")


def _points(key: Key) -> Iterator[str]:
    mark = "" if key.bands else " (1)"
    for point in key.points:
        if point != key.answer:
            yield from indented(f"{point}{mark}", "- ")


def _guidance(key: Key, paper: str) -> Iterator[str]:
    yield from indented(in_a_run(key.accept), "accept: ")
    yield from indented(in_a_run(key.reject), "not enough: ")
    for note in key.notes:
        yield from indented(note)
    yield from indented(key.bands, "bands: ")
    for found in key.indicative:
        yield from indented(f"{found.text} -> {found.place.label(paper)}", "* ")
    for band in key.mark_bands:
        yield from indented(band.descriptor, f"{band.marks}: ")
        for sign in band.look_for:
            yield from indented(sign, f"{' ' * len(band.marks)}  - ")
    if key.drawing:
        yield from drawing(key.drawing)


def _number(number: int) -> str:
    return f"{number}.".ljust(len(INDENT))


def _headed(heading: str) -> list[str]:
    return [heading, "-" * len(heading)] if heading else []


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)
