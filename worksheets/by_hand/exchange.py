"""One question for another, in its place; the rest of the sheet stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from ..drafting import Draft
from ..fitting import full, keys_vary
from ..questions import Question


def exchange(
    draft: Draft,
    index: int,
    position: int,
    places: Iterable[int],
    wanted: Callable[[Question], bool] = lambda question: True,
    barred: Collection[str] = (),
) -> bool:
    """Put the first of some facts that goes with all others on the sheet in the place of a question.

    :param index: of the part; ``position``: of the question in it, from 0; ``places``: of the facts in the pool.
    :param barred: ids of facts that are not to be asked here.
    :return: whether there was one; if not, everything is as it was.
    """
    part, questions = draft.ground.blueprint.parts[index], draft.filled[index]
    old = draft.give_back(index, position, barred)

    def fits_in(question: Question) -> bool:
        row = [*questions[:position], question, *questions[position:]]
        return full(part, row) and keys_vary(row) and wanted(question)

    found = draft.take_one(places, "", index, fits_in)
    if found:
        questions.insert(position, questions.pop())
    else:
        draft.put_back(index, position, old)
    draft.bar()
    return found
