"""Sizes of cards: how large they are cut, and in which sizes of type they may be set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ..press.flow import Format
from .formats import POINTS_A_MM

MARGIN_MM = 5.0  # left free inside the cut, which no hand makes to the millimetre
STRIP_MM = 5.0  # at top and bottom, for what is in small type
LETTER_EM = 0.56  # width of a letter in ems, measured generously: most are narrower, also in bold type
SLACK_MM = 0.5  # by which a side is less high than its card, so that rounding never makes it too high


@dataclass(frozen=True, slots=True)
class CardSize:
    """A card, in mm, and its sizes of type in points, the usual one first and the least last."""

    width: float
    height: float
    types: tuple[float, ...]

    @property
    def page(self) -> Format:
        """The card as a page of the press."""
        margin = MARGIN_MM * POINTS_A_MM
        width, height = self.width * POINTS_A_MM, self.height * POINTS_A_MM
        return Format(width, height, top=margin, right=margin, bottom=margin, left=margin, foot=0.0)

    @property
    def inside_mm(self) -> float:
        """Height of what a side shows."""
        return self.height - 2 * MARGIN_MM - SLACK_MM

    @property
    def line_mm(self) -> float:
        """Width of what a side shows."""
        return self.width - 2 * MARGIN_MM


# All go on A4 and US Letter alike: 12, 8 and 4 on a side of paper. Nothing is set below 8 points.
FLASH_CARDS: Mapping[str, CardSize] = MappingProxyType(
    {
        "small": CardSize(63, 65, (11.5, 10.5, 9.5, 8.75, 8)),
        "medium": CardSize(95, 65, (14, 12.5, 11, 10, 9, 8)),
        "large": CardSize(95, 130, (20, 17, 15, 13, 11)),
    }
)
BINGO_CARD = CardSize(190, 130, (16, 14, 12, 11, 10, 9))  # two on a side of paper


def fitting_types(types: Sequence[float], texts: Iterable[str], width_mm: float) -> Sequence[float]:
    """Give the sizes of type in which no word of some texts is broken for want of width; the least at any rate.

    :param width_mm: of a line.
    """
    letters = max((len(word) for text in texts for word in re.split(r"[\s\-–]", text)), default=0)
    return [points for points in types if letters * LETTER_EM * points / POINTS_A_MM <= width_mm] or types[-1:]
