"""Bingo for the press: each card is a page of its own, the caller's list a table that runs over as many as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..cards.bingo import Bingo, BingoCard
from ..press.flow import After, Format, Sheet
from .card_flow import CardFlow, card_piece
from .card_formats import BINGO_CARD, fitting_types
from .flowing import Flow

# Heights in mm of what stands above and below the squares of a card, as templates/cards.css has them, with the rules.
HEAD, LETTERS, FOOT = 10.0, 4.0, 7.5
NUMBERS, PADDING = 5.0, 3.0  # widths: of the numbers of rows, and within a square beside its text


def bingo_card_flows(game: Bingo) -> Iterator[Sheet]:
    """Write the cards in the order of the class, each in as large a type as it has room for.

    The label of its row is the student's name.
    """
    for number, card in enumerate(game.cards, start=1):
        flow = CardFlow(BINGO_CARD, game.language)
        frame = flow.frame("Sect")
        answers = [game.calls[cell].answer for cell in card.cells]
        types = fitting_types(BINGO_CARD.types, answers, (BINGO_CARD.line_mm - NUMBERS) / game.side - PADDING)
        flow.side([_card(game, card, answers, points) for points in types], frame, card.student)
        yield flow.sheet(f"card-{number}", card.student)


def caller_flow(game: Bingo, page: Format) -> Sheet:
    """Write the caller's list; the names of its columns are repeated on each page.

    :param page: from :func:`.formats.sheet_format`.
    """
    flow = Flow(page, game.language)
    whole = flow.frame("Sect")
    flow.row((card_piece("caller_head", game), whole), after=After.NEVER, label="the head of the list")
    table = flow.frame("Table", whole)
    names = flow.frame("TR", flow.frame("THead", table))
    header = flow.row((card_piece("caller_columns"), names), after=After.NEVER, label="the names of the columns")
    body = flow.frame("TBody", table)
    complete = game.complete()
    for number, entry in enumerate(game.calls):
        row = card_piece("caller_row", number + 1, entry, tuple(complete.get(number, ())))
        flow.row((row, flow.frame("TR", body)), header=header, label=f"call {number + 1}")
    return Sheet("caller", "Caller’s list", flow.frames, flow.rows, flow.foot_of(_foot), page)


def _card(game: Bingo, card: BingoCard, answers: Sequence[str], points: float) -> str:
    height = (BINGO_CARD.inside_mm - HEAD - LETTERS - FOOT) / game.side
    rows = tuple(tuple(answers[start : start + game.side]) for start in range(0, len(answers), game.side))
    return card_piece("bingo_card", game, card, rows, points, round(height, 2))


def _foot(page: int, pages: int) -> str:
    return card_piece("caller_foot", page, pages)
