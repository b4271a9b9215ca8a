"""Odd one out: three members of a group and one that does not belong, and what the three have in common."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import Final

from ..bank import FactBank
from ..facts import Group
from ..item_rules import choices, memberships
from ..questions import ItemTypeName, Key, Option, Question
from ..words import content
from . import starters
from .assembly import LINES_PER_MARK, build
from .distractors import ABSOLUTE_WORDS, has_article, like_length
from .drawing import Draw
from .easing import Easing
from .item_type import ItemType, Material, Pattern, Refusal
from .membership import member_pairs, named_alike, one_thing, outsiders, what_is
from .wording import capital, fragment

NAME: Final[ItemTypeName] = "odd-one-out"
MEMBERS = 3
MARKS = 2  # one for the odd one, one for the reason
REASON = "Say what the other three have in common, as exactly as you can."
LOOKED_AT = 7  # names of a side of which sets are tried, best first


def odd_one(group: Group, material: Material) -> Question | Refusal:
    """Ask which of four does not belong, and what the others have in common."""
    book = material.book
    if content(group.are) <= content(group.basis):
        return Refusal("its :basis: says all that the question asks for; make it vaguer", "G22")
    draw = Draw(material, NAME, "basis", group)
    stem = f"Three of these {group.of} {group.basis}. Which one is the odd one out? {REASON}"
    inside = draw.order(group.members, str, "members")
    near = set(group.near)
    outside = sorted(draw.order(outsiders(group, material), str, "outsiders"), key=lambda name: name not in near)
    if not outside:
        return Refusal("nothing surely does not belong; name three after :near:", "G14")
    sets = product(outside[:LOOKED_AT], combinations(inside[:LOOKED_AT], MEMBERS))
    printed = (named_alike(book, (odd, *three)) for odd, three in sets)
    found = next(((four[0], four[1:]) for four in printed if four and _sound(stem, four[0], four[1:], book)), None)
    if found is None:
        return Refusal("no member set has an odd one that is like it in length and in nothing else", "H3")
    odd, three = found
    known = what_is(book, odd, group)
    told = (f"{capital(odd)}: {fragment(known)}.",) if known else ()
    return build(
        draw,
        (group,),
        stem=stem,
        marks=MARKS,
        key=Key(
            capital(odd),
            points=(capital(odd), f"The other three {group.are}"),
            notes=(*told, f"The words of the question alone, “{group.basis}”, earn no mark."),
        ),
        options=tuple(Option(capital(name), name == odd) for name in draw.order((odd, *three), str, "options")),
        level=2,
        answer_lines=LINES_PER_MARK,
        secrets=(group.are, odd),
        pairs=member_pairs(book, group, three),
    )


def _sound(stem: str, odd: str, three: Sequence[str], book: FactBank) -> bool:
    """Whether only knowing tells the odd one (H2, H3, H7, H9), and no other three have something in common (H11)."""
    asked = content(stem)
    return (
        like_length(odd, three)
        and len(asked & content(odd)) in {len(asked & content(name)) for name in three}
        and has_article(odd) in {has_article(name) for name in three}
        and ABSOLUTE_WORDS.isdisjoint(content(odd))
        and not any(one_thing(book, *two) for two in combinations((odd, *three), 2))
        and not _shares(odd, three, book)
    )


def _shares(odd: str, three: Sequence[str], book: FactBank) -> bool:
    """Whether some group of the book holds the odd one and two of the others: there would be a second answer."""
    return any(
        sum(any(one_thing(book, name, member) for member in group.members) for name in three) > 1
        for group in book.of_kind(Group)
        if any(one_thing(book, odd, member) for member in group.members)
    )


ODD_ONE_OUT = ItemType(
    name=NAME,
    title="Odd one out",
    instruction="Tick one box for each question and write your reason on the lines.",
    takes="groups with a basis and something that does not belong",
    demand=0.5,
    ways=(
        Pattern(
            "basis",
            Group,
            lambda group: bool(group.basis) and not group.disputed and len(group.members) >= MEMBERS,
            odd_one,
        ),
    ),
    rules=(
        choices.one_right,
        choices.like_kind,
        choices.like_length,
        choices.no_catch_all,
        choices.no_absolutes,
        choices.no_word_clue,
        memberships.odd_one,
        memberships.like_names,
        memberships.reason,
    ),
    easing=Easing(starters=starters.of_odd_one),
)
