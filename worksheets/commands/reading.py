"""Reading several files before anything is told of their faults."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..problems import Faults, Problem

T = TypeVar("T")


def reading(reader: Callable[[], T], problems: list[Problem]) -> T | None:
    """Give what a reader gives, or nothing and its faults: so the faults of all files are told at once."""
    try:
        return reader()
    except Faults as found:
        problems.extend(found.problems)
        return None
