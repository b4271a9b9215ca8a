"""Whether a question fits the part of a sheet that it is meant for, beside those taken already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .blueprint import Part
from .difficulty import is_as_hard
from .item_types.distractors import OPTIONS
from .questions import Question

WHOLE_BLOCK = 8  # true-or-false statements of which half are true (rule P3)
LONGEST_RUN = 4  # of one letter among the keys of multiple choice (rule P1)
LONGEST_SHARE = 0.4  # of choices of three on a sheet, in how many the key may be the longest option (rule H3)
CHI_SQUARE_LIMIT = 13.816  # 0.999 quantile for two degrees of freedom, three options (rule P1)


def fits(question: Question, part: Part, taken: Sequence[Question]) -> bool:
    """Whether level, difficulty and marks are those asked for, and the keys of the part can still not be guessed."""
    if question.level not in part.levels or not is_as_hard(question, part.difficulty):
        return False
    if part.marks and question.marks > part.marks - sum(other.marks for other in taken):
        return False
    return _unpredictable(question, taken)


def inconspicuous(question: Question, sheet: Sequence[Question]) -> bool:
    """Whether the key is not too often the longest of three options, on what there is of the sheet (rule H3).

    Counted from the first question on, so that a longer sheet begins with the shorter one.
    """
    if not _longest(question):
        return True
    others = [_longest(other) for other in sheet if _of_three(other)]
    return sum(others) + 1 <= max(1, int(LONGEST_SHARE * (len(others) + 1)))


def _of_three(question: Question) -> bool:
    return len(question.options) == OPTIONS and sum(option.right for option in question.options) == 1


def _longest(question: Question) -> bool:
    """Whether it is a choice of three whose key is longer than both distractors."""
    if not _of_three(question):
        return False
    right = max(len(option.text) for option in question.options if option.right)
    return all(len(option.text) < right for option in question.options if not option.right)


def balanced(pattern: str, part: Part, taken: Sequence[Question]) -> bool:
    """Whether true and false statements stay half and half: within one from eight on (rule P3).

    A shorter part may have one more of a kind, else whoever knows three of four knows the fourth. The pattern tells, so
    a statement of a verdict of which there are enough need not be asked at all.
    """
    verdict = _verdict(pattern)
    if not verdict or not taken:
        return True
    count = part.count or part.marks // taken[0].marks
    most = (count + 1) // 2 + (count < WHOLE_BLOCK)
    return sum(_verdict(other.pattern) == verdict for other in taken) < most


def full(part: Part, taken: Sequence[Question]) -> bool:
    """Whether a part has all its questions or marks."""
    if part.marks:
        return sum(question.marks for question in taken) >= part.marks
    return len(taken) >= part.count


def keys_vary(questions: Sequence[Question]) -> bool:
    """Whether the places of their keys give nothing away in this order (rule P1), however many of them are read."""
    return all(_unpredictable(question, questions[:number]) for number, question in enumerate(questions))


def _verdict(pattern: str) -> str:
    """What is true of a statement: "event-year/true" is true; nothing for other questions."""
    return pattern.partition("/")[2]


def _unpredictable(question: Question, taken: Sequence[Question]) -> bool:
    """Whether the key's place gives nothing away: no long run of one letter, no lopsided counts (rule P1).

    Counts are not made equal: a key balanced exactly can be exploited (Bar-Hillel and Attali 2002, "Seek Whence").
    """
    if sum(option.right for option in question.options) != 1:
        return True
    letters = [other.short_key for other in taken if other.options] + [question.short_key]
    if len(letters) > LONGEST_RUN and len(set(letters[-LONGEST_RUN - 1 :])) == 1:
        return False
    expected = len(letters) / len(question.options)
    counts = Counter(letters)
    places = [counts.get(chr(ord("A") + index), 0) for index in range(len(question.options))]
    return sum((count - expected) ** 2 / expected for count in places) < CHI_SQUARE_LIMIT
