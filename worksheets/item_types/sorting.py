"""Sorting: the members of groups that exclude each other, to be written under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from ..bank import FactBank
from ..facts import Group
from ..item_rules import memberships
from ..plain_text import GAP_RULE, INDENT, indented
from ..questions import Heading, ItemTypeName, Key, Question
from ..words import content, fold
from .assembly import build
from .drawing import Draw
from .item_type import ItemType, Material, Pattern, Refusal
from .membership import member_pairs, named_alike, one_thing, partners
from .wording import COUNT_WORDS, capital

NAME: Final[ItemTypeName] = "sorting"
HEADINGS = 3  # at most: more are learnt by leaving out
MOST_OF_TWO, MOST_OF_THREE = 4, 3  # members of a heading where there are two, and where there are three
FEWEST = 2  # members of a heading
_YEAR = re.compile(r"\d{3,4}")


def sort(group: Group, material: Material) -> Question | Refusal:
    """Ask to sort members of the group and of one or two that exclude it."""
    book = material.book
    draw = Draw(material, NAME, "partition", group)
    others = {
        fold(other.heading): other
        for other in partners(group, material.taught)
        if other.heading
        and fold(other.heading) != fold(group.heading)
        and fold(other.of) == fold(group.of)
        and material.asked.get(other.id)
    }
    if not others:
        return Refusal("no other group of its partition has a heading, is of the same and is free", "G23")
    chosen = [group, *draw.order(others.values(), lambda other: other.id, "groups")][:HEADINGS]
    chosen = _in_order(chosen)
    sure = {found.id: _sure(found, chosen, book) for found in chosen}
    if any(len(members) < FEWEST for members in sure.values()):
        return Refusal("fewer than two of its members belong under one heading only", "G23")
    most = MOST_OF_THREE if len(chosen) == HEADINGS else MOST_OF_TWO
    taken = {name: draw.order(members, str, f"members {name}")[:most] for name, members in sure.items()}
    all_taken = [name for members in taken.values() for name in members]
    printed = dict(zip(all_taken, named_alike(book, all_taken) or (), strict=False))
    if not printed:
        return Refusal("some of its people have forenames and some have not", "H2")
    headings = tuple(
        Heading(found.heading, tuple(sorted((capital(printed[name]) for name in taken[found.id]), key=fold)))
        for found in chosen
    )
    names = sorted((name for heading in headings for name in heading.members), key=fold)
    return build(
        draw,
        (group, *(found for found in chosen if found.id != group.id)),
        stem=f"Sort these {group.of} under the {COUNT_WORDS[len(chosen)].lower()} headings.",
        marks=len(names),
        key=Key(
            "; ".join(f"{heading.text}: {', '.join(heading.members)}" for heading in headings),
            notes=("1 mark for each in its place; what is written under two headings earns nothing.",),
        ),
        bank=tuple(names),
        groups=headings,
        pairs=tuple(pair for found in chosen for pair in member_pairs(book, found, sure[found.id])),
    )


def _in_order(groups: Sequence[Group]) -> list[Group]:
    """By the years in their headings, if all have one, else by the alphabet."""
    years = {group.id: int(year[0]) for group in groups if (year := _YEAR.search(group.heading))}
    dated = len(years) == len(groups)
    return sorted(groups, key=lambda group: (years[group.id] if dated else 0, fold(group.heading)))


def _sure(group: Group, among: Sequence[Group], book: FactBank) -> tuple[str, ...]:
    """The members that belong under this heading only and share no word with any (rules G23, H9)."""
    headings = frozenset().union(*(content(found.heading) for found in among))
    members = [name for name in group.members if not content(name) & headings]
    doubled = {name for pair in combinations(members, 2) if one_thing(book, *pair) for name in pair}
    strangers = [name for other in among if other.id != group.id for name in other.members]
    return tuple(
        name
        for name in members
        if name not in doubled and not any(one_thing(book, name, stranger) for stranger in strangers)
    )


def _boxed(question: Question) -> Iterator[str]:
    """The box, and under each heading as many rules as it has members."""
    yield from indented(" | ".join(question.bank), "| ")
    for heading in question.groups:
        yield from indented(heading.text)
        yield from [INDENT + INDENT + GAP_RULE] * len(heading.members)


SORTING = ItemType(
    name=NAME,
    title="Sort into groups",
    instruction="Write everything that stands in the box under its heading, once.",
    takes="groups of one partition that have headings",
    demand=0.45,
    pace=0.5,
    ways=(
        Pattern(
            "partition",
            Group,
            lambda group: bool(group.partition and group.heading) and not group.disputed,
            sort,
        ),
    ),
    rules=(memberships.sorted_once, memberships.like_names),
    precedence=2,
    text=_boxed,
    short_key=lambda question: " / ".join(", ".join(heading.members) for heading in question.groups),
)
