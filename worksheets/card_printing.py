"""Stage 7, print, for what is cut out: flash cards, bingo cards and their caller's list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from .cards.bingo import Bingo, BingoCard
from .cards.deck import Deck
from .cards.flash_card import FlashCard
from .press.layout import MM
from .press.page_rules import TooTall
from .press.paper import Scheme, Size
from .press.paper_cards import Cards, Flip, FoldedCards
from .press.paper_schemes import OnePerSide
from .press.presswork import NoRoomError
from .press.stock import Style
from .printing import Printed, Printer
from .problems import Faults, Problem
from .rendering.bingo_flow import bingo_card_flows, caller_flow
from .rendering.card_flow import card_css, pack_flow
from .rendering.card_formats import BINGO_CARD, FLASH_CARDS
from .rendering.formats import sheet_format
from .resources import templates

Backs = Literal["long-edge", "short-edge", "fold"]
BACKS: tuple[Backs, ...] = get_args(Backs)
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CardLook:
    """How flash cards are made."""

    size: str = "medium"  # one of FLASH_CARDS
    backs: Backs = "long-edge"  # over which edge the printer turns the paper, or whether the back is folded


def print_deck(printer: Printer, deck: Deck, look: CardLook, told: Told = lambda done, total: None) -> Printed:
    """Print flash cards with crop marks, each pack on new paper.

    :raises Faults: for each card whose text has no room even in the least type.
    :raises TypesetError: if something cannot be typeset or WeasyPrint cannot work.
    """
    size = FLASH_CARDS[look.size]
    flows = [
        pack_flow(pack, size, language=deck.language, anchor=f"pack-{number}", title=pack.student or deck.title)
        for number, pack in enumerate(deck.packs, start=1)
    ]
    whole = sheet_format(deck.paper)
    scheme = _scheme(look.backs, Size(size.page.width, size.page.height), Size(whole.width, whole.height))
    try:
        return printer.press_flows(flows, deck.title, deck.language, scheme, told, style=_style())
    except NoRoomError as error:
        cards = {card.fact: card for pack in deck.packs for card in pack.cards}
        tall = {fault.label: fault for fault in error.faults if isinstance(fault, TooTall)}
        raise Faults(_too_long(cards[name], fault, look.size) for name, fault in tall.items()) from None


def print_bingo(printer: Printer, game: Bingo, told: Told = lambda done, total: None) -> Printed:
    """Print the cards of a game with crop marks, in the order of the class.

    :raises Faults: for each card whose answers have no room even in the least type.
    :raises TypesetError: if something cannot be typeset or WeasyPrint cannot work.
    """
    whole, card = sheet_format(game.paper), BINGO_CARD.page
    size = Size(card.width, card.height)
    scheme = Cards(size, Size(whole.width, whole.height), backs=False, running_on=True)
    flows = list(bingo_card_flows(game))
    title = f"Bingo: {game.title}, {game.class_name}"
    try:
        return printer.press_flows(flows, title, game.language, scheme, told, style=_style())
    except NoRoomError as error:
        tall = {fault.label for fault in error.faults}
        raise Faults(_crowded(game, card) for card in game.cards if card.student in tall) from None


def print_caller(printer: Printer, game: Bingo, told: Told = lambda done, total: None) -> Printed:
    """Print the caller's list of a game.

    :raises TypesetError: if something cannot be typeset or WeasyPrint cannot work.
    """
    page = sheet_format(game.paper)
    title = f"Bingo, caller’s list: {game.title}, {game.class_name}"
    scheme = OnePerSide(Size(page.width, page.height))
    return printer.press_flows([caller_flow(game, page)], title, game.language, scheme, told, style=_style())


def _style() -> Style:
    return Style(card_css(), templates())


def _scheme(backs: Backs, card: Size, paper: Size) -> Scheme:
    match backs:
        case "fold":
            return FoldedCards(card, paper)
        case "short-edge":
            return Cards(card, paper, flip=Flip.SHORT_EDGE)
        case _:
            return Cards(card, paper)


def _too_long(card: FlashCard, fault: TooTall, size: str) -> Problem:
    what = (
        f'the card of "{card.fact}" needs {fault.height * MM:.0f} mm in the smallest type, '
        f"and a {size} card has {fault.room * MM:.0f}"
    )
    larger = list(FLASH_CARDS)[list(FLASH_CARDS).index(size) + 1 :]
    offer = f" or ask for larger cards (--size {larger[0]})" if larger else ""
    return Problem(card.source, what, f"shorten its texts{offer}", "cards.too-long")


def _crowded(game: Bingo, card: BingoCard) -> Problem:
    longest = max((game.calls[cell] for cell in card.cells), key=lambda entry: len(entry.answer))
    what = f'a bingo card has no room for its answers, of which "{longest.answer}" is the longest'
    mend = "shorten it (an event has :short:), or take a smaller --grid"
    return Problem(longest.source, what, mend, "bingo.too-long")
