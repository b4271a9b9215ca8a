"""Sheets as a file for Typst: calls of the functions in ``sheet.typ``, with texts as strings, which hold no markup."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from worksheets.questions import GAP, Question
from worksheets.worksheet import PersonalSheet

from .content import Content, facts_line

LOOK = Path(__file__).with_name("sheet.typ")


def typ_file(content: Content) -> str:
    """Write the whole document."""
    language, _, region = content.sheets[0].worksheet.language.replace("_", "-").partition("-")
    place = string(region) if region else "none"
    head = f"#set document(title: {string(content.title)})\n#set text(lang: {string(language)}, region: {place})\n"
    sheets = (_sheet(number, sheet) for number, sheet in enumerate(content.sheets, start=1))
    return LOOK.read_text(encoding="utf-8") + head + "\n".join(sheets)


def string(text: str) -> str:
    """Write a text as a string literal of Typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def gapped(text: str) -> str:
    """Write a text as an expression, with the rule to write on where its gaps are."""
    return " + gap + ".join(map(string, text.split(GAP)))


def _sheet(number: int, sheet: PersonalSheet) -> str:
    worksheet = sheet.worksheet
    texts = (worksheet.code, sheet.student_name, sheet.class_name, worksheet.title, facts_line(worksheet))
    head = ", ".join(map(string, (*texts, worksheet.instructions, str(worksheet.marks))))
    lines = [f"#sheet({number}, {head}, {{"]
    for section, questions in worksheet.numbered():
        lines.append(f"  part({string(section.heading)}, {string(section.instruction)})")
        lines += [f"  {_question(place, question)}" for place, question in questions]
    return "\n".join([*lines, "})\n"])


def _question(number: int, question: Question) -> str:
    stem, task = gapped(question.stem), gapped(question.instruction)
    return f"question({number}, {question.marks}, {stem}, {task}, {{ {'; '.join(_answer_space(question))} }})"


def _answer_space(question: Question) -> Iterable[str]:
    lines = question.answer_lines
    match question.item_type:
        case "multiple-choice" | "multiple-answer" | "odd-one-out":
            yield f"options({_array(option.text for option in question.options)})"
        case "true-false":
            yield f"corrected({lines})" if lines else "verdict"
            return
        case "matching":
            yield f"match({_array(question.rows)}, {_array(question.responses)})"
        case "ordering":
            yield f"order({_array(question.rows)})"
        case "cloze" | "cloze-with-bank" | "short-answer" | "sorting":
            if question.bank:
                yield f"word-bank({_array(question.bank)})"
            if question.rows:
                yield f"rows({_array(question.rows)})"
            for heading in question.groups:
                yield f"par({gapped(heading.text)}); lines({len(heading.members)})"
    if lines:
        yield f"lines({lines})"


def _array(texts: Iterable[str]) -> str:
    # The comma at the end makes an array of one, too.
    return "(" + "".join(f"{gapped(text)}, " for text in texts) + ")"
