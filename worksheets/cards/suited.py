"""Which facts go on cards: nothing disputed as if it were settled, and nothing in a game that is no matter for play.

The tool knows no subject, so it cannot tell suffering from weather. It goes by what authors say: a ``content-note``
warns of what a teacher may want to know first, and the tag ``no-game`` keeps a fact out of games, whatever else it is
good for. What was part of such an event (``within``) is kept out with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..bank import FactBank
from ..facts import NO_GAME, Event, Fact, Link, View

DISPUTED, NOTED, NOT_PLAYED = "disputed", "with a content note", f"tagged {NO_GAME}"
# Of these a card prints that people argue it, or who.
ATTRIBUTED = (Link, View)


class LeftOut(NamedTuple):
    """A fact that goes on no card, and why."""

    fact: Fact
    reason: str  # what it is: "disputed"


def why_not(fact: Fact, *, noted: bool) -> str:
    """Say why a fact goes on no card; empty if it does.

    :param noted: whether facts with a content note are wanted.
    """
    if fact.disputed and not isinstance(fact, ATTRIBUTED):
        return DISPUTED
    return NOTED if fact.content_note and not noted else ""


def why_not_played(book: FactBank, fact: Fact, *, noted: bool) -> str:
    """Say why a fact goes into no game; empty if it does (rules HI-4 and G26).

    :param noted: whether facts with a content note are wanted; those tagged ``no-game`` never are.
    """
    for found in (fact, *_around(book, fact)):
        if NO_GAME in found.tags:
            return NOT_PLAYED
        if reason := why_not(found, noted=noted):
            return reason
    return ""


def _around(book: FactBank, fact: Fact) -> Iterable[Fact]:
    """The events that an event was part of, from the nearest on; authors may have gone in a circle."""
    met = {fact.id}
    while isinstance(fact, Event) and fact.within not in met and (whole := book.get(fact.within)):
        met.add(whole.id)
        yield whole
        fact = whole
