"""How questions look as plain text: the shapes that the records of item types choose from.

A shape gives the lines between a question's stem and its lines to write on, or the beginning of its entry in the key.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from .exhibits import Drawing, Extract, Table
from .questions import GAP, Question, QuestionPart, in_a_run, letter

WIDTH = 96  # characters of a line, with the column of marks
MARKS = 6  # of them, for "(15)"
INDENT = "    "
GAP_RULE = "_" * 20
LINE = "_" * (WIDTH - len(INDENT) - MARKS)
SIGN = 2  # characters of a cell in a grid of letters


def counted(number: int, thing: str) -> str:
    """A number with its noun: "1 sheet", "30 sheets"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def body(question: Question) -> Iterator[str]:
    """Whatever the question carries, rows and parts lettered."""
    for extract in question.extracts:
        yield from _extract(extract)
    if question.drawing:
        yield from drawing(question.drawing)
    if question.table:
        yield from table(question.table)
    yield from indented(" | ".join(question.bank), "| ")
    for heading in question.groups:
        yield from indented(f"{heading.text} ({len(heading.members)}): {GAP_RULE}")
    for index, option in enumerate(question.options):
        yield from indented(option.text, f"[ ] {letter(index)}  ")
    for index, row in enumerate(question.rows):
        yield from indented(gapped(row), f"({letter(index).lower()}) ")
    for index, response in enumerate(question.responses):
        yield from indented(response, f"{INDENT}{letter(index)}  ")
    for index, part in enumerate(question.parts):
        yield from with_marks(gapped(part.text), part.marks, f"{INDENT}{part_label(part, index)} ")
        yield from [INDENT + LINE] * part.answer_lines


def verdict(question: Question) -> Iterator[str]:
    """Boxes for true and false."""
    yield f"{INDENT}[ ] True    [ ] False"
    if question.answer_lines:
        yield f"{INDENT}Correction:"


def matching(question: Question) -> Iterator[str]:
    """Numbered premises with a box for a letter, and lettered responses."""
    for number, row in enumerate(question.rows, start=1):
        yield from indented(row, f"[  ] {number}  ")
    for index, response in enumerate(question.responses):
        yield from indented(response, f"{INDENT}{letter(index)}  ")


def boxed_rows(question: Question) -> Iterator[str]:
    """Rows with a box for a number."""
    for row in question.rows:
        yield from indented(row, "[  ] ")


def key_head(question: Question) -> tuple[str, ...]:
    """The answer as most keys begin: letters with their texts, the words of rows and gaps, or the answer in words."""
    if question.options:
        right = [option.text for option in question.options if option.right]
        return (f"{question.short_key}  {in_a_run(right)}",)
    if question.groups:
        return tuple(f"{heading.text}: {', '.join(heading.members)}" for heading in question.groups)
    if question.row_keys:
        return ("  ".join(f"({letter(index).lower()}) {key}" for index, key in enumerate(question.row_keys)),)
    if question.gap_keys:
        return ("  ".join(f"{number} {key.answer}" for number, key in enumerate(question.gap_keys, start=1)),)
    return (f"{question.key.answer} (1)" if question.key.answer in question.key.points else question.key.answer,)


def numbered_key(question: Question) -> tuple[str, ...]:
    """The letters that belong to numbered rows."""
    return ("  ".join(f"{number} {key}" for number, key in enumerate(question.row_keys, start=1)),)


def ranked_key(question: Question) -> tuple[str, ...]:
    """The ranks of rows as they are printed, and the right order in words."""
    return ("  ".join(question.row_keys), question.key.answer)


def table(grid: Table) -> Iterator[str]:
    """A table in columns as wide as their texts, or as there is room for; a grid of single signs without rules."""
    rows = [[gapped(cell) for cell in row] for row in (grid.heads, *grid.rows) if row]
    if all(len(cell) <= SIGN or cell == GAP for row in grid.rows for cell in row):
        for row in grid.rows:
            yield INDENT + " ".join(("_" if cell == GAP else cell or ".").rjust(SIGN) for cell in row)
        return
    widths = [max(len(row[column]) for row in rows) or len(GAP_RULE) for column in range(len(rows[0]))]
    room = WIDTH - MARKS - len(INDENT) - len("| ") - len(" | ") * len(widths)
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    for number, texts in enumerate(rows):
        cells = [wrap(text, width) or [""] for text, width in zip(texts, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            yield f"{INDENT}| {' | '.join(text.ljust(width) for text, width in zip(line, widths, strict=True))} |"
        if grid.heads and not number:
            yield f"{INDENT}|-{'-|-'.join('-' * width for width in widths)}-|"


def drawing(picture: Drawing) -> Iterator[str]:
    """A picture as its description and its table."""
    yield from indented(picture.alt, "Picture: ")
    yield from table(picture.data)


def part_label(part: QuestionPart, index: int) -> str:
    """The label of a part, or its letter."""
    return part.label or f"({letter(index).lower()})"


def gapped(text: str) -> str:
    """A text with a rule in each gap."""
    return text.replace(GAP, GAP_RULE)


def with_marks(text: str, marks: int, first: str) -> Iterator[str]:
    """A text behind its number or label, with its marks at the right end of its last line."""
    lines = wrapped(text, first=first, rest=" " * len(first), width=WIDTH - MARKS)
    yield from lines[:-1]
    yield f"{lines[-1].ljust(WIDTH - MARKS)}{f'({marks})':>{MARKS}}"


def indented(text: str, first: str = "") -> list[str]:
    """A text below a stem, behind a box or letter."""
    return wrapped(text, first=INDENT + first, rest=INDENT + " " * len(first), width=WIDTH - MARKS)


def wrapped(text: str, *, first: str = "", rest: str = "", width: int = WIDTH) -> list[str]:
    """A text as lines; none where it is empty."""
    return wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _extract(extract: Extract) -> Iterator[str]:
    yield from indented(extract.heading)
    for paragraph in extract.paragraphs:
        yield from indented(gapped(paragraph), "| ")
    yield from indented(extract.attribution, "-- ")
