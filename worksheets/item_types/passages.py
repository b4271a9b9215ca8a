"""Runs of statements that follow each other in their passage and are read as one text (rule G20)."""

from __future__ import annotations

from ..facts import Statement
from .drawing import Draw
from .index import index_of
from .item_type import Material

FEWEST = 3  # sentences


def consecutive(draw: Draw, statement: Statement, material: Material, most: int) -> tuple[Statement, ...]:
    """The statement with its neighbours, as far as none is missing between them and the sheet may still ask each.

    :param most: sentences; of a longer run a part is drawn that the statement is in.
    :return: in the order of the passage; it may be the statement alone.
    """
    assert statement.passage is not None
    run = index_of(material.taught).passages[statement.passage.name]
    free = {
        found.passage.order: found
        for found in run
        if found.passage and (found.id == statement.id or material.asked.get(found.id) is not None)
    }
    first = last = statement.passage.order
    while first - 1 in free:
        first -= 1
    while last + 1 in free:
        last += 1
    starts = range(max(first, statement.passage.order - most + 1), min(statement.passage.order, last - most + 1) + 1)
    start = draw.one(starts, "window") if last - first + 1 > most else first
    return tuple(free[order] for order in range(start, min(start + most - 1, last) + 1))


def in_passage(statement: Statement) -> bool:
    """Whether it belongs to a passage and nobody disputes it."""
    return statement.passage is not None and not statement.disputed
