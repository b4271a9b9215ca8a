"""Questions that are answered in sentences and marked by points: of a link, and of an author's own."""

from __future__ import annotations

from ..bank import FactBank
from ..facts import AuthoredQuestion, Link
from ..questions import Key, Question, in_a_run
from ..words import content, words
from .assembly import answering_places, build
from .drawing import Draw
from .item_type import Refusal
from .wording import sentence

POINT_WORDS = 3  # fewest words of a mark point (rule G28)
FEWEST_POINTS = 2
OTHER_POINT = "Another sound point counts in place of one of these."
OTHER_POINT_OR_LIMIT = "Another sound point or limit counts in place of one of these."


def explained(draw: Draw, link: Link, *, with_limit: bool, lines_per_mark: int) -> Question | Refusal:
    """How a cause worked, and what limits the explanation; one that is not agreed on is reported (rule G36).

    :param lines_per_mark: lines of 8 mm to write on.
    """
    told = f"{link.cause} {link.effect}"
    if agreed(link):
        limit = ", and give one point that limits this explanation" if with_limit else ""
        stem = f"{sentence(told)} Explain how{limit}."
    else:
        limit = ", and give one point that limits it" if with_limit else ""
        stem = f"Some people argue that {told}. Explain the argument{limit}."
    points = mark_points(link.marks, stem)
    if len(points) < FEWEST_POINTS:
        return Refusal("fewer than two of its mark points say more than the question", "G28")
    limits = (f"Limit: {link.limit}",) if with_limit else ()
    other = OTHER_POINT_OR_LIMIT if with_limit else OTHER_POINT
    marks = len(points) + len(limits)
    return build(
        draw,
        (link,),
        stem=stem,
        marks=marks,
        key=Key(link.how or in_a_run(points), points=(*points, *limits), notes=(other,)),
        level=2,
        answer_lines=marks * lines_per_mark,
        secrets=tuple(text for text in (link.how, *points, link.limit) if text),
    )


def answered(draw: Draw, question: AuthoredQuestion, book: FactBank, *, lines_per_mark: int) -> Question | Refusal:
    """What the author asks, with the author's key.

    :param lines_per_mark: lines of 8 mm to write on.
    """
    enough = question.points if len(question.points) >= question.worth else ()
    if not (question.key or enough):
        return Refusal("its key has fewer points than marks", "G28")
    spare = (f"Any {question.worth} points, 1 mark each.",) if len(enough) > question.worth else ()
    # Others may be as sound as those that the author thought of (rule P6).
    other = (OTHER_POINT,) if enough else ()
    return build(
        draw,
        (question,),
        stem=question.stem,
        marks=question.worth,
        places=answering_places(question, book),
        key=Key(question.key or in_a_run(enough), points=question.points, notes=(*spare, *other)),
        answer_lines=question.worth * lines_per_mark,
        secrets=tuple(text for text in (question.key, *question.points) if text),
    )


def mark_points(points: tuple[str, ...], stem: str) -> tuple[str, ...]:
    """The points of three words or more of which less than three quarters stand in the stem (rule G28)."""
    told = content(stem)
    return tuple(
        point
        for point in points
        if len(words(point)) >= POINT_WORDS and 4 * len(content(point) & told) < 3 * len(content(point))
    )


def agreed(link: Link) -> bool:
    """Whether the link may be stated as it stands (rule G36)."""
    return link.strength == "strong" and link.certainty == "settled"
