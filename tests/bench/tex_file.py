"""Sheets as a file for pdfLaTeX with the class ``exam``; its preamble is ``sheet.tex``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count, repeat
from pathlib import Path

from worksheets.questions import GAP, Question, letter
from worksheets.worksheet import PersonalSheet

from .content import Content, facts_line

PREAMBLE = Path(__file__).with_name("sheet.tex")

# What LaTeX would take for markup, and what its fonts would turn into another sign.
SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}", "<": r"\textless{}", ">": r"\textgreater{}", "-": "-{}", ",": ",{}", GAP: r"\gap{}",
}  # fmt: skip
# A hyphen or comma is joined only to one like it.
SPECIAL = re.compile(rf"[\\{{}}$&#%_^~\"'`<>{GAP}]|-(?=-)|,(?=,)")
CYRILLIC = re.compile(r"[\u0400-\u045f\u0490-\u04ff]+(?:[ -]+[\u0400-\u045f\u0490-\u04ff]+)*")


def tex_file(content: Content) -> str:
    """Write the whole document."""
    sheets = (_sheet(number, sheet) for number, sheet in enumerate(content.sheets, start=1))
    return "\n".join([PREAMBLE.read_text(encoding="utf-8"), r"\begin{document}", *sheets, r"\end{document}", ""])


def tex(text: str) -> str:
    """Write a text so that LaTeX sets it as it is; Cyrillic letters are taken from another encoding of the font."""
    return CYRILLIC.sub(lambda run: rf"\cyr{{{run[0]}}}", SPECIAL.sub(lambda sign: SIGNS[sign[0]], text))


def _sheet(number: int, sheet: PersonalSheet) -> str:
    worksheet = sheet.worksheet
    lines = [rf"\begin{{sheet}}{{{number}}}{{{tex(worksheet.code)}}}"]
    lines.append(rf"\fields{{{tex(sheet.student_name)}}}{{{tex(sheet.class_name)}}}{{{worksheet.marks}}}")
    lines.append(rf"\sheethead{{{tex(worksheet.title)}}}{{{facts_line(worksheet)}}}{{{tex(worksheet.instructions)}}}")
    lines.append(r"\begin{questions}")
    for section, questions in worksheet.numbered():
        lines.append(rf"\block{{{tex(section.heading)}}}{{{tex(section.instruction)}}}")
        for _, question in questions:
            lines += _question(question)
    return "\n".join([*lines, r"\end{questions}", r"\end{sheet}", ""])


def _question(question: Question) -> Iterable[str]:
    # A question stands whole on its page, as it does in print: a minipage is never cut.
    yield rf"\ask{{{question.marks}}}\begin{{minipage}}[t]{{\linewidth}}\raggedright"
    yield tex(question.stem)
    if question.instruction:
        yield rf"\task{{{tex(question.instruction)}}}"
    yield from _answer_space(question)
    if question.answer_lines:
        yield rf"\lines{{{question.answer_lines}}}"
    yield r"\end{minipage}"


def _answer_space(question: Question) -> Iterable[str]:
    match question.item_type:
        case "multiple-choice" | "multiple-answer" | "odd-one-out":
            options = (
                rf"\choice \choiceletter{{{letter(at)}}}{tex(it.text)}" for at, it in enumerate(question.options)
            )
            yield from (r"\begin{checkboxes}", *options, r"\end{checkboxes}")
        case "true-false":
            yield r"\correction" if question.answer_lines else r"\verdict"
        case "matching":
            yield r"\par\vspace{2mm}\begin{minipage}[t]{0.58\linewidth}\raggedright"
            yield from _labelled("18mm", (rf"\writebox\quad\textbf{{{at}}}" for at in count(1)), question.rows)
            yield r"\end{minipage}\hfill\begin{minipage}[t]{0.38\linewidth}\raggedright"
            yield from _labelled("7mm", (rf"\textbf{{{letter(at)}}}" for at in count()), question.responses)
            yield r"\end{minipage}"
        case "ordering":
            yield from _labelled("13mm", repeat(r"\writebox"), question.rows)
        case "cloze" | "cloze-with-bank" | "short-answer" | "sorting":
            if question.bank:
                words = r"\qquad ".join(map(tex, question.bank))
                yield rf"\wordbank{{{words}}}"
            if question.rows:
                yield from _labelled("8mm", (f"({letter(at).lower()})" for at in count()), question.rows)
            for heading in question.groups:
                yield rf"\par {tex(heading.text)}\lines{{{len(heading.members)}}}"


def _labelled(indent: str, labels: Iterable[str], texts: Sequence[str]) -> Iterable[str]:
    yield rf"\begin{{labelled}}{{{indent}}}"
    yield from (rf"\item[{label}] {tex(text)}" for label, text in zip(labels, texts, strict=False))
    yield r"\end{labelled}"
