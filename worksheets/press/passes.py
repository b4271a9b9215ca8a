"""Typesetting again until every page number that the document prints is the one it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .typeset import Typeset

MOST_PASSES = 7  # a book settles in three or four; one that swings for ever is stopped here


@dataclass(frozen=True, slots=True)
class Settled:
    """The last pass, and whether its page numbers are right."""

    typeset: Typeset
    passes: int
    settled: bool  # False: a line that moves its own page; the numbers of the last pass may be off


def typeset_until_settled(
    make: Callable[[Typeset | None], str],
    typeset: Callable[[str, Mapping[str, int] | None], Typeset],
    told: Callable[[int, Typeset], None] = lambda number, result: None,
) -> Settled:
    """Lay out a document that prints page numbers of its own.

    :param make: writes the document with what the pass before has shown, which is nothing for the first; where two
        passes show the same it must write the same.
    :param typeset: lays one such text out, and draws it if the anchors are on the pages given, or if none are given.
    :param told: is called after each pass with its number, from 1, and its result.
    """
    html = make(None)
    pages: Mapping[str, int] = {}
    for number in range(1, MOST_PASSES + 1):
        result = typeset(html, pages if number < MOST_PASSES else None)
        told(number, result)
        pages = result.anchors
        following = make(result)
        if following == html:
            return Settled(result if result.pdf else typeset(html, None), number, settled=True)
        html = following
    return Settled(result, MOST_PASSES, settled=False)
