"""The lines to write on, where a teacher wants more or fewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..answer_space import has_lines, with_lines
from ..problems import Faults, Problem, Source
from ..worksheet import Worksheet
from .hand import Space


def spaced(worksheet: Worksheet, spaces: Sequence[Space]) -> Worksheet:
    """The same worksheet with other lines under some questions.

    :raises Faults: for each number that no question has, and for each question that has no lines.
    """
    questions = worksheet.questions
    problems = []
    wanted: dict[int, int] = {}
    for space in spaces:
        if space.number > len(questions):
            what, mend = f"there is no question {space.number}", f"the sheet has {len(questions)}"
            problems.append(Problem(Source("--lines"), what, mend, "hand.unknown-question"))
        elif not has_lines(questions[space.number - 1]):
            having = ", ".join(str(number) for number, found in enumerate(questions, start=1) if has_lines(found))
            what = f"question {space.number} ({questions[space.number - 1].item_type}) has no lines to write on"
            mend = f"those that have some are {having}" if having else "leave out --lines"
            problems.append(Problem(Source("--lines"), what, mend, "hand.lines"))
        wanted[space.number] = space.lines
    if problems:
        raise Faults(problems)
    sections = tuple(
        replace(
            section,
            questions=tuple(
                with_lines(question, wanted[number]) if number in wanted else question for number, question in numbered
            ),
        )
        for section, numbered in worksheet.numbered()
    )
    return replace(worksheet, sections=sections)
