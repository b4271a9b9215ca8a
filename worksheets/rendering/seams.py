"""Which questions of a sheet cannot stand whole on a page and have to be cut at a seam."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..worksheet import PersonalSheet
from .anchors import part_anchor, question_anchor, question_end

# Lines to write on, 8 mm each: with its stem, such a question is taller than the writing area of A4 and of Letter.
LINES_OF_A_PAGE = 32


def sure_to_run_on(sheets: Iterable[PersonalSheet]) -> frozenset[str]:
    """Find the questions that are taller than any page by their lines alone, which spares a second typesetting."""
    return frozenset(
        question_anchor(sheet, number)
        for sheet in sheets
        for number, question in enumerate(sheet.worksheet.questions, start=1)
        if question.answer_lines >= LINES_OF_A_PAGE
    )


def must_run_on(sheets: Iterable[PersonalSheet], pages: Mapping[str, int]) -> frozenset[str]:
    """Find the questions that did not fit when all were to be kept whole.

    A question taller than a page was cut all the same, anywhere. One that fills a page cannot stand below the heading
    of its part, so the heading was left behind alone. Either is better cut where its template has a seam.

    :param pages: page of each anchor, from a first typesetting.
    :return: anchors of such questions.
    """
    found = set()
    for sheet in sheets:
        for part, (_, questions) in enumerate(sheet.worksheet.numbered(), start=1):
            heading = pages[part_anchor(sheet, part)] if part > 1 else pages[sheet.anchor]
            for index, (number, _) in enumerate(questions):
                anchor = question_anchor(sheet, number)
                parted = index == 0 and heading < pages[anchor]
                if parted or pages[anchor] < pages[question_end(sheet, number)]:
                    found.add(anchor)
    return frozenset(found)
