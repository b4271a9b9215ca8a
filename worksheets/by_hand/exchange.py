"""One question for another, in its place; the rest of the sheet stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

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
    missing = _missing(draft, index, questions)
    old = draft.give_back(index, position, barred)

    def fits_in(question: Question) -> bool:
        row = [*questions[:position], question, *questions[position:]]
        return full(part, row) and keys_vary(row) and wanted(question) and _missing(draft, index, row) <= missing

    found = draft.take_one(places, "", index, fits_in)
    if found:
        questions.insert(position, questions.pop())
    else:
        draft.put_back(index, position, old)
    draft.bar()
    return found


def _missing(draft: Draft, index: int, row: Sequence[Question]) -> float:
    """What the sheet lacks of all that it has to add up to, with these questions in a part."""
    filled = {**draft.filled, index: row}
    return sum(found.missing for demand in draft.demands for found in demand.unmet(filled))
