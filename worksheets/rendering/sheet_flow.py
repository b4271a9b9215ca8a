"""A sheet for the press: its head, its parts and its questions as rows of pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from ..press.flow import After, AnswerSpace, Format, Piece, Sheet
from ..profiles import USUAL_LOOK, Look
from ..questions import Question
from ..worksheet import Gloss, PersonalSheet
from .flowing import Flow
from .formats import POINTS_A_MM
from .html import foot_label, sheet_label, written_into
from .looks import fitted
from .pieces import STRETCHING, piece, question_slices, shared_piece
from .slices import Slice

MOST_MORE = 4  # lines that an answer space gets beyond those it was given, where a page has room
NARROW_MM = 130  # the page of a booklet is 122 mm wide, that of a ticket 128
HEAD = "the head of the sheet"
NUMBERED = "/A<</O/List/ListNumbering/Decimal>>"


def sheet_flow(sheet: PersonalSheet, page: Format) -> Sheet:
    """Write one sheet as rows of pieces.

    The rows of a question are one group, with those that lead to it: the heading of a part, and the head of the sheet
    if the first question is written at length.
    """
    sheet = fitted(sheet)
    worksheet = sheet.worksheet
    flow = Flow(page, worksheet.language, sheet.look)
    whole = flow.frame("Sect")
    last = len(worksheet.questions)
    _add_head(flow, sheet, whole)
    if worksheet.glossary:
        _add_glossary(flow, worksheet.glossary, whole)
    for section, questions in worksheet.numbered():
        part = flow.frame("Sect", whole)
        if section.heading or section.instruction or section.bank:
            flow.row(
                (shared_piece("part_head", section.heading, section.instruction, section.bank), part),
                after=After.NEVER,
                group=questions[0][0] if questions else -1,
                spans=True,
                label=f"the heading “{section.heading}”",
            )
        numbers = flow.frame("L", part, NUMBERED)
        for number, question in questions:
            slices = question_slices(question, sheet.look, narrow=page.column_width < NARROW_MM * POINTS_A_MM)
            _add_question(flow, numbers, number, question, slices, is_last=number == last)
    flow.row((shared_piece("end", "End of questions"), whole), group=last, label="the last line")
    foot = flow.foot("foot_page", shared_piece("foot_label", foot_label(worksheet, "Sheet")))
    return Sheet(
        sheet.anchor,
        sheet_label(sheet),
        flow.frames,
        flow.rows,
        foot,
        page,
        may_grow=sheet.look.whole_page,
        ground=flow.ground() if sheet.look.tint else None,
    )


def name_pieces(
    names: Iterable[str], class_name: str, page: Format, language: str, look: Look = USUAL_LOOK
) -> tuple[Piece, ...]:
    """Give the pieces of sheets that the class list alone determines, those of the names first."""
    flow = Flow(page, language, look)
    for name in names:
        flow.row((_name(name), 0), spans=True)
    flow.row((_class(class_name), 0), spans=True)
    return tuple(cell.piece for row in flow.rows for cell in row.cells)


def _name(student_name: str) -> str:
    return piece("field", "name", "Name", student_name)


def _class(class_name: str) -> str:
    return shared_piece("field", "class", "Class", class_name)


def _add_head(flow: Flow, sheet: PersonalSheet, frame: int) -> None:
    name, room = _name(sheet.student_name), _class(sheet.class_name)
    date = shared_piece("field", "date", "Date")
    marks = shared_piece("field", "marks", "Marks", "", sheet.worksheet.marks)
    title = piece("sheet_title", sheet)
    rows = [(name,), (room,), (date,), (marks,)] if sheet.look.size else [(name, room), (date, marks)]
    # Where a page has no room for both, options to choose from stay together; what is written at length is parted.
    group = 0 if any(question.options for question in sheet.worksheet.questions[:1]) else 1
    for fields in rows:
        flow.row(*((field, frame) for field in fields), after=After.NEVER, group=group, spans=True, label=HEAD)
    # If need be, a page ends below the head: it may be that the first question leaves no room for it on any page.
    flow.row((title, frame), after=After.SEAM, group=group, spans=True, label=HEAD)


def _add_glossary(flow: Flow, glossary: tuple[Gloss, ...], frame: int) -> None:
    label = "the words on the sheet"
    flow.row((shared_piece("glossary_head"), frame), after=After.NEVER, group=0, spans=True, label=label)
    for entry in glossary:
        after = After.FREE if entry is glossary[-1] else After.SEAM
        flow.row((shared_piece("gloss", entry), frame), after=after, group=0, spans=True, label=label)


def _add_question(
    flow: Flow, numbers: int, number: int, question: Question, slices: Sequence[Slice], *, is_last: bool
) -> None:
    item = flow.frame("LI", numbers)
    label, body = flow.frame("Lbl", item), flow.frame("LBody", item)
    lines = question.answer_lines if question.item_type in STRETCHING else 0
    lists: dict[int, int] = {}
    for part, following in zip(slices, (*slices[1:], None), strict=True):
        if part.list_number is not None and part.list_number not in lists:
            lists[part.list_number] = flow.frame("L", body)
        frame = body if part.list_number is None else lists[part.list_number]
        cells = [(part.html, frame)]
        if part is slices[0]:
            cells.insert(0, (shared_piece("number", number, written_into(question)), label))
        after = _after(following, lines, is_last)
        flow.row(*cells, after=after, group=number, label=f"question {number}")
    if lines:
        flow.row(
            (shared_piece("answer_line"), body),
            after=_after(None, 0, is_last),
            group=number,
            space=answer_space(lines),
            label=f"question {number}",
        )


def _after(following: Slice | None, lines: int, is_last: bool) -> After:
    """Tell whether a page may end below a slice.

    :param following: the next slice of the question.
    :param lines: how many lines to write on follow the last slice.
    """
    if following is not None:
        return After.SEAM if following.begins_at_seam else After.NEVER
    if lines:
        return After.NEVER
    return After.SEAM if is_last else After.FREE  # the last line of a sheet stands below the last question


def answer_space(lines: int) -> AnswerSpace:
    """Tell how many lines will do: from two thirds of those asked for to half as many again.

    Two are kept where two were asked for; there may be one more at any rate, and :data:`MOST_MORE` at most.
    """
    more = min(max(1, lines // 2), MOST_MORE)
    return AnswerSpace(least=min(lines, max(2, ceil(lines * 2 / 3))), usual=lines, most=lines + more)
