"""The HTML of the pieces of which the press makes sheets; what many sheets have in common is the same text in all."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..profiles import USUAL_LOOK, Look
from ..questions import Question
from .html import environment
from .slices import Slice, cut

# Item types whose lines may be more or fewer, as there is room; the lines of others belong to a sentence.
STRETCHING = ("short-answer",)


def piece(name: str, *values: object) -> str:
    """Write a piece with a macro of ``templates/pieces.html.j2``.

    :param values: the arguments of the macro.
    """
    macro = getattr(environment().get_template("pieces.html.j2").module, name)
    return str(macro(*values))


# For pieces that many sheets have in common.
shared_piece = lru_cache(maxsize=4096)(piece)


@lru_cache(maxsize=4096)
def question_slices(question: Question, look: Look = USUAL_LOOK, *, narrow: bool = False) -> tuple[Slice, ...]:
    """Cut a question at its seams; its number is not in it, nor are lines that may be more or fewer.

    :param look: of the sheet: what stands side by side in usual type does not in large print.
    :param narrow: whether the page is too narrow for lists side by side.
    """
    shown = replace(question, answer_lines=0) if question.item_type in STRETCHING else question
    return cut(
        environment().get_template("question.html.j2").render(question=shown, look=look, narrow=narrow).strip(),
        anywhere=bool(look.size),
    )
