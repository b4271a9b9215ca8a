"""Whether the keys of a sheet can be guessed without reading (P1, P3, H3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ..bank import FactBank
from ..questions import Question
from ..worksheet import Worksheet
from .sheet_finding import SheetFinding

LONGEST_RUN = 4  # keys of one letter in a row
CHI_SQUARE = {3: 13.816, 4: 16.266}  # 0.999 quantiles for one degree of freedom less than there are options
BLOCK = 8  # statements from which on half are true, within one
LONGEST_SHARE = 0.4  # of the items of three options, in how many the key may be the longest


def places(worksheet: Worksheet, _: FactBank) -> Iterator[SheetFinding]:
    """Within a section no letter is the key five times in a row, nor nearly everywhere (P1)."""
    for section in worksheet.sections:
        choices = [question for question in section.questions if single(question)]
        for letter, run in groupby(choices, key=place):
            row = list(run)
            if len(row) > LONGEST_RUN:
                what = f"{len(row)} keys in a row are {'ABCDEF'[letter]}"
                yield SheetFinding(row[-1], "P1", what, "draw the sheet anew")
        for count, limit in CHI_SQUARE.items():
            alike = [question for question in choices if len(question.options) == count]
            if alike and _chi_square(alike, count) >= limit:
                what = f"the keys of {len(alike)} choices stand nearly all in one place"
                yield SheetFinding(alike[-1], "P1", what, "draw the sheet anew")


def lengths(worksheet: Worksheet, _: FactBank) -> Iterator[SheetFinding]:
    """The key is the longest of three options in 40 % of the items at most, or in one of them (H3)."""
    choices = [question for question in worksheet.questions if single(question) and len(question.options) == 3]
    longest = [question for question in choices if key_is_longest(question)]
    if len(longest) > max(1, int(LONGEST_SHARE * len(choices))):
        what = f"the key is the longest option in {len(longest)} of {len(choices)} items"
        yield SheetFinding(longest[-1], "H3", what, "draw the sheet anew")


def verdicts(worksheet: Worksheet, _: FactBank) -> Iterator[SheetFinding]:
    """Of eight statements or more in a section half are true, within one (P3)."""
    for section in worksheet.sections:
        judged = [question for question in section.questions if question.key.answer in ("True", "False")]
        true = sum(question.key.answer == "True" for question in judged)
        if len(judged) >= BLOCK and abs(2 * true - len(judged)) > 1:
            what = f"{true} of {len(judged)} statements are true"
            yield SheetFinding(judged[-1], "P3", what, "draw the sheet anew")


def single(question: Question) -> bool:
    """Whether it is a choice with one right answer."""
    return sum(option.right for option in question.options) == 1


def place(question: Question) -> int:
    """Where the key stands among the options, counted from 0."""
    return next(index for index, option in enumerate(question.options) if option.right)


def key_is_longest(question: Question) -> bool:
    """Whether the right option has more characters than every other."""
    right = max(len(option.text) for option in question.options if option.right)
    return all(len(option.text) < right for option in question.options if not option.right)


def _chi_square(questions: list[Question], count: int) -> float:
    expected = len(questions) / count
    found = Counter(map(place, questions))
    return sum((found.get(index, 0) - expected) ** 2 / expected for index in range(count))
