"""Another question in the place of one that a teacher does not want."""

from __future__ import annotations

from itertools import product

from ..drafting import Draft
from ..questions import Question
from .exchange import exchange


def swap(draft: Draft, index: int, position: int, rejected: list[Question]) -> bool:
    """Replace a question by the next one of its part that goes with all others on the sheet.

    One about facts that no rejected question asked about comes first, and of these one of as many marks.

    :param index: of the part; ``position``: of the question in it, from 0.
    :param rejected: what was swapped out of this sheet before; the question is added to it.
    :return: whether there is another question.
    """
    old = draft.filled[index][position]
    rejected.append(old)
    met = frozenset(fact for question in rejected for fact in question.facts)

    def another(question: Question) -> bool:
        return not any(_same(question, other) for other in rejected)

    def another_of_as_many_marks(question: Question) -> bool:
        return question.marks == old.marks and another(question)

    return any(
        exchange(draft, index, position, draft.queues.suited(index), wanted, barred)
        for barred, wanted in product((met, ()), (another_of_as_many_marks, another))
    )


def _same(one: Question, other: Question) -> bool:
    """Whether two questions are one to a student: asked alike about the same fact, or sets of the same facts."""
    return one.id == other.id or (len(one.facts) > 1 and {*one.facts} == {*other.facts})
