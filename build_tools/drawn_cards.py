"""Cards of figures that a chart draws: on paper the chart stands for them, so that no number is printed twice."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from worksheets.facts import Figure

from .drawn.picture import Picture
from .labels import CERTAINTY
from .nodes import FactNode


def cards_drawn(place: nodes.Element, picture: Picture) -> list[FactNode]:
    """Find the cards in the section of a picture that say no more than it: all numbers of a series."""
    if not picture.says_all:
        return []
    names = {f"fact-{fact.id}" for fact in picture.facts if isinstance(fact, Figure) and fact.series}
    section = _section(place)
    cards = section.findall(FactNode) if section else ()
    return [card for card in cards if names & set(card["ids"]) and _section(card) is section]


def told_of(picture: Picture) -> Sequence[str]:
    """Say below a chart what its cards said around the numbers: what is counted, by whom, and how exactly."""
    figures = [fact for fact in picture.facts if isinstance(fact, Figure)]
    told = [figure.text for figure in figures] if len(figures) == 1 else []
    certain = dict.fromkeys(CERTAINTY.get(figure.certainty, "") for figure in figures)
    return [*told, *picture.counted, *(f"The numbers are {label}." for label in certain if label)]


def _section(node: nodes.Node) -> nodes.Node | None:
    above = node.parent
    while above is not None and not isinstance(above, nodes.section):
        above = above.parent
    return above
