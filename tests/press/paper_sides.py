"""Sides of paper as the imposer takes them."""

from __future__ import annotations

from dataclasses import dataclass

from press.made_blocks import A4


@dataclass(frozen=True)
class At:
    """A page on a side."""

    page: int
    x: float = 0
    y: float = 0
    scale: float = 1
    rotation: int = 0


@dataclass(frozen=True)
class Paper:
    """A side, by default as large as a page."""

    placements: tuple[At, ...]
    width: float = A4[0]
    height: float = A4[1]
    marks: tuple[tuple[float, float, float, float], ...] = ()


def turned(page: int, rotation: int, *, left: float = 0, bottom: float = 0, scale: float = 1) -> At:
    """Place a page of A4 so that, once turned, its lower left corner is at ``left`` and ``bottom``."""
    width, height = A4[0] * scale, A4[1] * scale
    shift = {0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[rotation]
    return At(page, left + shift[0], bottom + shift[1], scale, rotation)


def two_up(first: int) -> Paper:
    """Two pages side by side on turned paper, with a line to cut along."""
    scale = A4[0] / A4[1]
    half = A4[1] / 2
    pages = (At(first, 0, 0, scale), At(first + 1, half, 0, scale))
    return Paper(pages, A4[1], A4[0], marks=((half, 0, half, 20), (half, A4[0] - 20, half, A4[0])))
