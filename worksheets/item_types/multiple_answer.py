"""Multiple answer: three members of a group among three that do not belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from ..bank import FactBank
from ..facts import Group
from ..item_rules import choices, memberships
from ..questions import ItemTypeName, Key, Option, Question
from ..words import content, words
from .assembly import build
from .distractors import ABSOLUTE_WORDS, SLACK, TOO_LONG, TOO_SHORT, has_article
from .drawing import Draw
from .easing import Easing
from .item_type import ItemType, Material, Pattern, Refusal
from .membership import member_pairs, named_alike, one_thing, outsiders, told_with, what_is
from .wording import capital, listed

NAME: Final[ItemTypeName] = "multiple-answer"
RIGHT = WRONG = 3
LOOKED_AT = 7  # names of a side of which threes are tried, best first
MARKING = "1 mark for each. Each tick beyond three cancels a mark."


def members(group: Group, material: Material) -> Question | Refusal:
    """Ask which three of six belong to the group."""
    book = material.book
    draw = Draw(material, NAME, "members", group)
    stem = f"Which THREE of these {group.of} {group.are}?"
    inside = draw.order(group.members, str, "members")
    near = set(group.near)
    outside = sorted(draw.order(outsiders(group, material), str, "outsiders"), key=lambda name: name not in near)
    if len(outside) < WRONG:
        return Refusal(f"fewer than {WRONG} that surely do not belong; name them after :near:", "G14")
    found = next(
        (
            (right, wrong)
            for right, wrong in _choices(inside, outside, book)
            if _sound(stem, right, wrong) and not any(one_thing(book, *two) for two in combinations(right + wrong, 2))
        ),
        None,
    )
    if found is None:
        return Refusal(
            "its members and the others are told apart by length, articles or the question's own words", "H3"
        )
    right, wrong = found
    also = told_with(group, wrong, book)
    if not all(material.asked.get(other.id) for other in also):
        return Refusal("a group that excludes it is asked about already, or not taught yet", "H12")
    return build(
        draw,
        (group, *also),
        stem=stem,
        marks=RIGHT,
        key=Key(capital(listed(sorted(right))), notes=(MARKING,)),
        options=tuple(
            Option(capital(name), name in right, "" if name in right else what_is(book, name, group))
            for name in draw.order(right + wrong, str, "options")
        ),
        pairs=member_pairs(book, group, right),
    )


def _choices(
    inside: Sequence[str], outside: Sequence[str], book: FactBank
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Threes of both sides, the first of each first, as they are printed."""
    for right, wrong in product(combinations(inside[:LOOKED_AT], RIGHT), combinations(outside[:LOOKED_AT], WRONG)):
        if printed := named_alike(book, right + wrong):
            yield printed[:RIGHT], printed[RIGHT:]


def _sound(stem: str, right: Sequence[str], wrong: Sequence[str]) -> bool:
    """Whether neither length (H3) nor articles (H2), words of the stem (H9) or absolute words (H7) tell the sides."""
    own, other = sum(map(len, right)) / len(right), sum(map(len, wrong)) / len(wrong)
    asked = content(stem)
    return (
        (abs(own - other) <= SLACK or TOO_SHORT * other <= own <= TOO_LONG * other)
        and max(len(asked & content(name)) for name in right) == max(len(asked & content(name)) for name in wrong)
        and abs(sum(map(has_article, right)) - sum(map(has_article, wrong))) < RIGHT - 1
        and ABSOLUTE_WORDS.isdisjoint(word for name in wrong for word in words(name))
    )


MULTIPLE_ANSWER = ItemType(
    name=NAME,
    title="Several answers",
    instruction="Tick three boxes for each question, and no more.",
    takes="groups of three or more with three that do not belong",
    demand=0.45,
    pace=0.5,
    ways=(Pattern("members", Group, lambda group: not group.disputed and len(group.members) >= RIGHT, members),),
    rules=(
        choices.like_kind,
        choices.no_catch_all,
        choices.no_negative,
        memberships.three_and_three,
        memberships.told_by_group,
        memberships.no_clue,
        memberships.like_names,
    ),
    easing=Easing(fewer_options=True, others_known="Write down what you know about each of the other answers."),
)
