"""Typesetting again until every page number that the document prints is the one it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .typeset import Typeset

PART = "\f"  # in a text: here begins a part that is laid out by itself; no HTML that was serialized holds such a sign
WAITING = "\v"  # here begins one that may stand as it last was as long as others change
MOST_PASSES = 16  # a book settles in seven to eleven; one that swings for ever is stopped here


def unmarked(text: str) -> str:
    """Take the marks of its parts out of a text, for a program that lays it out as a whole."""
    return text.replace(PART, "").replace(WAITING, "")


@dataclass(frozen=True, slots=True)
class Settled:
    """The last pass, and whether its page numbers are right."""

    typeset: Typeset
    html: str  # what was laid out
    passes: int
    settled: bool  # False: a line that moves its own page; the numbers of the last pass may be off


def lay_out_until_settled(
    make: Callable[[Typeset | None], str],
    lay_out: Callable[[str, bool], Typeset],
    told: Callable[[int, Typeset], None] = lambda number, result: None,
) -> Settled:
    """Lay out a document that prints page numbers of its own.

    :param make: writes the document with what the pass before has shown, which is nothing for the first; where two
        passes show the same it must write the same.
    :param lay_out: lays one such text out; it is told whether this is the last pass in any case.
    :param told: is called after each pass with its number, from 1, and its result.
    """
    html = make(None)
    for number in range(1, MOST_PASSES + 1):
        result = lay_out(html, number == MOST_PASSES)
        told(number, result)
        laid_out, html = html, make(result)
        if html == laid_out and result.whole:
            return Settled(result, laid_out, number, settled=True)
    return Settled(result, laid_out, MOST_PASSES, settled=False)
