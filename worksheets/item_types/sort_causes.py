"""Sort causes: which causes of one thing were long at work, which a short time, and which set it off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from .. import plain_text
from ..facts import Link
from ..item_rules import explanations, timescales
from ..questions import ItemTypeName, Key, Question
from ..words import alike, fold
from .assembly import build
from .drawing import Draw
from .explanations import agreed
from .giveaways import cues, together
from .item_type import ItemType, Material, Pattern, Refusal
from .wording import capital

NAME: Final[ItemTypeName] = "sort-causes"
LETTERS = {"long-term": "L", "short-term": "S", "trigger": "T"}
FEWEST, MOST = 4, 6  # causes
ASKED = {
    "long-term": "long-term causes (L: at work for years)",
    "short-term": "short-term causes (S: at work shortly before)",
    "trigger": "triggers (T: set it off)",
}


def sort(link: Link, material: Material) -> Question | Refusal:
    """Causes of one thing whose timescale the author has judged, as mixed as they can be."""
    draw = Draw(material, NAME, "timescale", link)
    others = [
        found
        for found in material.taught.of_kind(Link)
        if found.id != link.id
        and fold(found.of) == fold(link.of)
        and sortable(found)
        and found.weight
        and material.asked.get(found.id) is not None
    ]
    chosen = mixed(link, draw.order(others, lambda found: found.id, "causes"))
    if len(chosen) < FEWEST or len({found.timescale for found in chosen}) < 2:
        return Refusal(f"fewer than {FEWEST} causes of “{link.of}”, of two timescales, are free", "G23")
    rows = draw.order(chosen, lambda found: found.id, "rows")
    settled = all(map(agreed, chosen))
    said = "These were causes" if settled else "It has been argued that these were causes"
    words = {name: [shown(found) for found in rows if found.timescale == name] for name in LETTERS}
    return build(
        draw,
        (link, *(found for found in rows if found.id != link.id)),
        stem=f"{said} of {link.of}. {asked(words)}",
        marks=len(rows),
        key=Key("; ".join(f"{name}: {', '.join(found)}" for name, found in words.items() if found)),
        instruction="Write one letter in each box. A letter may be used more than once.",
        rows=tuple(capital(shown(found)) for found in rows),
        row_keys=tuple(LETTERS[found.timescale] for found in rows),
        level=2,
        pairs=tuple(pair for found in rows for pair in together(said_of(found), cues(material.book, shown(found)))),
    )


def asked(words: Mapping[str, Sequence[str]]) -> str:
    """Ask for the timescales that the causes have: one that none has would only invite doubt."""
    *others, last = [f"which are {ASKED[name]}" for name, found in words.items() if found]
    return capital(f"{', '.join(others)} and {last}?")


def mixed(first: Link, others: Sequence[Link]) -> list[Link]:
    """Four to six causes, each time one of the timescale of which there are fewest; no two that may mean the same.

    Of five or more one is left out at least: else every sheet would ask the same.
    """
    chosen, left = [first], list(others)
    most = min(MOST, max(FEWEST, len(others)))
    while left and len(chosen) < most:
        there = Counter(found.timescale for found in chosen)
        found = min(left, key=lambda cause: there[cause.timescale])
        left.remove(found)
        if not any(alike(shown(found), shown(other)) for other in chosen):
            chosen.append(found)
    return chosen


def sortable(link: Link) -> bool:
    """Whether its author has judged how long it was at work, and nobody disputes it (rule G23)."""
    return bool(link.timescale and link.of) and not link.disputed


def shown(link: Link) -> str:
    """The cause in few words."""
    return link.label or link.cause


def said_of(link: Link) -> tuple[str, ...]:
    """The words that beside a cause would tell its timescale."""
    return (link.timescale, link.timescale.replace("-", " "))


SORT_CAUSES = ItemType(
    name=NAME,
    title="Sort the causes",
    instruction="Decide for how long each cause had been at work.",
    takes="links with a timescale, four or more of one thing",
    ways=(Pattern("timescale", Link, sortable, sort),),
    rules=(explanations.reported, timescales.judged),
    precedence=2,
    demand=0.5,
    pace=0.5,
    text=plain_text.matching,
    key_text=plain_text.numbered_key,
)
