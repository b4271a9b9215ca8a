"""Flash cards for the press: each side is a row as high as its card, so that it fills a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ..cards.deck import Pack
from ..press.flow import Cell, Piece, Sheet
from ..resources import templates
from .card_formats import STRIP_MM, CardSize, fitting_types
from .flowing import Flow
from .html import environment

HEAD = 1.4  # size of the type of a head to that of other text, as in templates/cards.css
STYLES = ("tokens.css", "cards.css")


def card_css() -> str:
    """Give the styles of what is cut out."""
    return "\n".join((templates() / name).read_text(encoding="utf-8") for name in STYLES)


@lru_cache(maxsize=4096)
def card_piece(name: str, *values: object) -> str:
    """Write a piece with a macro of ``templates/card_pieces.html.j2``."""
    macro = getattr(environment().get_template("card_pieces.html.j2").module, name)
    return str(macro(*values))


def pack_flow(pack: Pack, size: CardSize, *, language: str, anchor: str, title: str) -> Sheet:
    """Write a pack as rows of pieces: front, back, front, back ..., each in as large a type as it has room for.

    The label of a row is the id of the card's fact.
    """
    flow = CardFlow(size, language)
    cards = flow.frame("L", flow.frame("Sect"))
    height = size.inside_mm - 2 * STRIP_MM
    for card in pack.cards:
        body = flow.frame("LBody", flow.frame("LI", cards))
        types = fitting_types(size.types, [card.head], size.line_mm / HEAD)
        flow.side([card_piece("flash_front", card, points, height) for points in types], body, card.fact)
        flow.side(
            [card_piece("flash_back", card, pack.student, points, height) for points in size.types], body, card.fact
        )
    return flow.sheet(anchor, title)


class CardFlow(Flow):
    """Rows and frames of cards."""

    def __init__(self, size: CardSize, language: str) -> None:
        super().__init__(size.page, language)
        self.size = size
        self.smaller: dict[Piece, Piece] = {}

    def side(self, written: Sequence[str], frame: int, label: str) -> None:
        """Add a side of a card.

        :param written: its HTML in each size of type, the largest first.
        """
        self.row((written[0], frame), label=label)
        largest = self.rows[-1].cells[0].piece
        self.smaller |= dict(pairwise(replace(largest, html=html) for html in written))

    def sheet(self, anchor: str, title: str) -> Sheet:
        """Give the finished cards, which have no running foot."""
        return Sheet(anchor, title, self.frames, self.rows, _no_foot, self.size.page, self.smaller)


def _no_foot(page: int, pages: int) -> Sequence[Cell]:
    return ()
